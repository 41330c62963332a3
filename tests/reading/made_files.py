"""Real files in each format, made small and by hand for the tests of extraction."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def pdf(pages: Sequence[Sequence[str]], password: str | None = None, title: str | None = None) -> bytes:
    """A PDF whose pages show lines of text (parentheses and backslashes excepted)."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 11 Tf 14 TL 50 800 Td {shown} ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(content)
    if title:
        writer.add_metadata({"/Title": title, "/Author": "Press Office"})
    if password is not None:
        writer.encrypt(password, "owner", algorithm="AES-256")
    return _saved(writer.write)


def word(paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file: paragraphs, then a table, then the paragraph 'After the table.'"""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0]) if rows else 1)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    document.add_paragraph("After the table.")
    document.core_properties.title = "A communiqué"
    document.core_properties.author = "Foreign Ministry"
    return _saved(document.save)


def zip_bomb(unpacked: int) -> bytes:
    """A Word file with one more part, of zeros, that is small only while packed."""
    buffer = io.BytesIO(word(["Small text."]))
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/x.bin", "w") as part,
    ):
        for _ in range(unpacked // 1_000_000):
            part.write(bytes(1_000_000))
    return buffer.getvalue()


def sparse(path: Path, size: int) -> Path:
    """A file of that many bytes that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


PAGE = """<!doctype html><html><head><title>Two Koreas | The Post</title>
<meta property="og:title" content="Between two Koreas"><meta name="author" content="Dara Sok">
<meta property="og:site_name" content="The Post"><link rel="canonical" href="https://example.org/koreas">
<meta property="article:published_time" content="2024-09-13T08:00:00+07:00">
<script>document.write("injected words")</script><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Between two Koreas</h1>
<p>Cambodia opened an <b>embassy</b> in Seoul in 1997, and trade has grown since then.</p>
<img src="http://127.0.0.1:9/spy.png"><p>The ministers met again in August to talk about rice.</p>
<table><tr><td>2019</td><td>12 visits</td></tr></table></article>
<footer>Copyright 2019 The Post</footer></body></html>"""


def _saved(save) -> bytes:  # type: ignore[no-untyped-def]
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()

"""PDF files with a text layer, by pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from itertools import count

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from comity.reading.formats.found import FormatError, Found, fails_as, filed_author
from comity.reading.formats.lines import unwrap
from comity.reading.layers import Meta
from comity.reading.source import TEXT_LIMIT, one_line

PAGE_LIMIT = 1_000
OPERATION_LIMIT = 5_000_000
"""Most drawing operations of all pages; a full page of print has 5,000, and a million take 15 seconds."""
_NARROWEST = 25
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_HYPHENATED = re.compile(r"\b(\w+)[-\u00ad‐]\n\s*([a-z]\w*)(\S*)[ \n]?")
_NO_TITLE = re.compile(r"untitled|microsoft word\b|.*\.(?:docx?|pdf|indd|rtf|tex|odt)$|\W*$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"”’)\]]*\s*$")

logging.getLogger("pypdf").addHandler(logging.NullHandler())


@fails_as("PDF", PyPdfError, DependencyError)
def read(data: bytes) -> Found:
    """The text of all pages, without running heads and page numbers; the title where it looks like one."""
    if b"%PDF-" not in data[:1024]:
        raise FormatError("is not a PDF: it does not begin with %PDF-")
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise FormatError("is an encrypted PDF; save a copy that opens without a password")
    if len(reader.pages) > PAGE_LIMIT:
        raise FormatError(f"has {len(reader.pages):,} pages, more than the {PAGE_LIMIT:,} of one file; split it")
    text = _whole(_without_running_heads(_pages(reader)))
    if not text.strip():
        raise FormatError("holds no text, only pictures; run OCR first")
    return Found(text, _meta(reader))


def _pages(reader: PdfReader) -> list[list[str]]:
    """The lines of each page; stops with an error as soon as the text is too long."""
    pages, length, operations = [], 0, count(1)

    def spend(*_: object) -> None:
        if next(operations) > OPERATION_LIMIT:
            raise FormatError(f"draws more than {OPERATION_LIMIT:,} things; save the text alone")

    for page in reader.pages:
        text = page.extract_text(visitor_operand_before=spend).translate(_LIGATURES)
        length += len(text)
        if length > TEXT_LIMIT:
            raise FormatError(f"holds more than the {TEXT_LIMIT:,} characters of one document; split it")
        pages.append([line.strip() for line in text.strip().split("\n")])
    return pages


def _without_running_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without first and last lines that are bare numbers or come on at least half the pages."""
    edges = Counter(mark for page in pages for mark in {_mark(line) for line in (page[0], page[-1])})
    often = max(3, len(pages) / 2)
    repeated = {mark for mark, times in edges.items() if times >= often} | {"#", "page #", "- # -", "– # –"}
    return [_inner(page, repeated) for page in pages]


def _inner(page: list[str], repeated: set[str]) -> list[str]:
    first = 1 if _mark(page[0]) in repeated else 0
    last = len(page) - 1 if len(page) > first and _mark(page[-1]) in repeated else len(page)
    return page[first:last]


def _mark(line: str) -> str:
    """A line with its numbers blotted out, so that heads with page numbers are the same."""
    return re.sub(r"\d+", "#", line.lower())


def _whole(pages: Sequence[list[str]]) -> str:
    """The pages in one text; a sentence that runs over the end of a page stays whole."""
    text = ""
    for page in pages:
        text += ("\n\n" if _ENDS_SENTENCE.search(text[-20:]) else "\n") + "\n".join(page)
    return unwrap(_joined(text), _NARROWEST)


def _joined(text: str) -> str:
    """The text with words divided at line ends made whole; a hyphen that the text uses elsewhere stays."""
    words = Counter(re.findall(r"\w+(?:-\w+)*", text.lower()))

    def whole(match: re.Match[str]) -> str:
        left, right, rest = match.groups()
        keep = words[f"{left}-{right}".lower()] > words[f"{left}{right}".lower()]
        return (f"{left}-{right}" if keep else f"{left}{right}") + f"{rest}\n"

    return _HYPHENATED.sub(whole, text)


def _meta(reader: PdfReader) -> Meta:
    info = reader.metadata
    title = one_line(info.title) if info else None
    return Meta(
        title=None if title is None or _NO_TITLE.match(title) else title,
        author=filed_author(info.author) if info else None,
    )

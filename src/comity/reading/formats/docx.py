"""Word files, by python-docx, after the archive has been looked at from outside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from zlib import error as ZlibError  # noqa: N812

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element  # type: ignore[import-untyped]

from comity.reading.formats.found import FormatError, Found, fails_as, filed_author
from comity.reading.layers import Meta
from comity.reading.source import one_line

MEMBER_LIMIT = 5_000
UNPACKED_LIMIT = 100_000_000
"""Bytes of all parts together, unpacked; an honest file of 20 MB stays far below."""
_LONG_CELL = 300
_MARKS = {qn("w:p"): "\n", qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@fails_as(
    "DOCX", OpcError, zipfile.BadZipFile, ZlibError, XMLSyntaxError, KeyError, ValueError, NotImplementedError
)
def read(data: bytes) -> Found:
    """Paragraphs and tables in order, tracked insertions with them; title and author as filed."""
    _check_archive(data)
    document = docx.Document(io.BytesIO(data))
    text = "\n\n".join(one for one in _blocks(document.element.body) if one.strip())
    return Found(text, _meta(document))


def _meta(document: Document) -> Meta:
    """Title and author as filed; python-docx would make properties up for a file that has none."""
    parts = document.part.package.rels.values()
    if not any(part.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for part in parts):
        return Meta()
    properties = document.core_properties
    return Meta(title=one_line(properties.title), author=filed_author(properties.author))


def _check_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    if "[Content_Types].xml" not in {member.filename for member in members}:
        raise FormatError("is an archive but not a Word file; unpack it and give the files inside")
    size = sum(member.file_size for member in members)
    if len(members) > MEMBER_LIMIT or size > UNPACKED_LIMIT:
        raise FormatError(
            f"unpacks to {size:,} bytes in {len(members):,} parts, more than the {UNPACKED_LIMIT:,} bytes "
            f"and {MEMBER_LIMIT:,} parts of a Word file; save the text alone"
        )


def _blocks(parent: _Element) -> Iterator[str]:
    """The text of each paragraph or table row below an element, in order."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield _text(child)
        elif child.tag == qn("w:tr"):
            yield from _row(child)
        elif child.tag != _FALLBACK:
            yield from _blocks(child)


def _row(row: _Element) -> Iterator[str]:
    """A row of short cells as one line; cells of running text one by one."""
    cells = [[text for text in _blocks(cell) if text.strip()] for cell in _own_cells(row)]
    cells = [cell for cell in cells if cell]
    if all(len(cell) == 1 and len(cell[0]) < _LONG_CELL for cell in cells):
        yield " | ".join(cell[0] for cell in cells)
    else:
        yield from (text for cell in cells for text in cell)


def _own_cells(row: _Element) -> list[_Element]:
    """The cells of a row without those of tables inside it."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def _text(paragraph: _Element) -> str:
    parts = (
        element.text or "" if element.tag == qn("w:t") else _MARKS.get(element.tag, "")
        for element in paragraph.iter()
        if not any(above.tag == _FALLBACK for above in element.iterancestors())
    )
    return "".join(parts).strip()

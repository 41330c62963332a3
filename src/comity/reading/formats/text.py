"""Plain text and Markdown."""

from __future__ import annotations

import codecs
import re

from comity.reading.formats.found import FormatError, Found
from comity.reading.formats.lines import unwrap
from comity.reading.layers import Meta
from comity.reading.source import one_line

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_FOREIGN = 0.3
"""Share of characters beyond ASCII up to which bytes are believed to be Western European text."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(.{1,300}?)[ \t]*#*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|__?)(?=\S)([^*_\n]+)(?<=\S)\1(?![\w*])")


def read(data: bytes) -> Found:
    """Plain text; lines broken at a fixed width are joined to paragraphs."""
    return Found(unwrap(decode(data)), Meta())


def read_markdown(data: bytes) -> Found:
    """Markdown without its marks; the first heading of the first level is the title."""
    text = decode(data).replace("\r\n", "\n")
    title = re.search(r"^#[ \t]+(.{1,300}?)[ \t]*#*$", text, re.MULTILINE)
    plain = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _HEADING.sub(r"\n\1\n", text)))
    return Found(unwrap(plain), Meta(title=one_line(_LINK.sub(r"\1", title[1])) if title else None))


def decode(data: bytes) -> str:
    """Text from UTF-8, from UTF-16 with its mark, or from plausible Windows-1252; FormatError otherwise."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _is_binary(data):
        raise FormatError("is binary data, not text; give a text, HTML, PDF, DOCX, EML or JSONL file")
    encoding, skip = next(((name, len(bom)) for bom, name in _BOMS if data.startswith(bom)), ("utf-8", 0))
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        return _western(data, error)


def _is_binary(data: bytes) -> bool:
    return b"\0" in data or len(_CONTROL.findall(data)) * 100 > len(data)


def _western(data: bytes, error: UnicodeDecodeError) -> str:
    """The text where Windows-1252 makes sense of it: no gaps, few accents, no broken UTF-8."""
    foreign = sum(byte > 0x7F for byte in data)
    repaired = data.decode("utf-8", "ignore")
    is_broken_utf8 = any(letter > "\x7f" for letter in repaired)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        is_broken_utf8 = True
    if is_broken_utf8 or foreign > _MOST_FOREIGN * len(data) or _CONTROL.search(data):
        raise FormatError(
            f"is not text in UTF-8 (byte 0x{data[error.start]:02x} at {error.start}); save it as UTF-8"
        ) from error
    return text

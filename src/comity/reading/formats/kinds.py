"""Which format some data is in. The formats' libraries load only when such data comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from comity.errors import InputError, UsageError
from comity.reading.formats.found import FormatError, Found
from comity.reading.layers import Meta
from comity.reading.source import Source, source


@dataclass(frozen=True, slots=True)
class Kind:
    """A format: its name for people, its endings, its module here and the function in it."""

    label: str
    endings: tuple[str, ...]
    module: str
    function: str = "read"

    def sources(self, data: bytes, name: str, overrides: Meta) -> Iterator[Source | InputError]:
        """The texts in the data; FormatError where it is not in this format."""
        read = getattr(import_module(f"comity.reading.formats.{self.module}"), self.function)
        if self.module == "jsonl":
            many = cast(Callable[[bytes, str, Meta], Iterator[Source | InputError]], read)
            yield from many(data, name, overrides)
        else:
            found = cast(Callable[[bytes], Found], read)(data)
            yield source(found.text, found.meta, name, overrides)


KINDS: Mapping[str, Kind] = {
    "txt": Kind("text", (".txt", ".text"), "text"),
    "md": Kind("Markdown", (".md", ".markdown"), "text", "read_markdown"),
    "html": Kind("HTML", (".html", ".htm", ".xhtml"), "html"),
    "pdf": Kind("PDF", (".pdf",), "pdf"),
    "docx": Kind("DOCX", (".docx",), "docx"),
    "eml": Kind("mail", (".eml",), "email"),
    "jsonl": Kind("JSON Lines", (".jsonl", ".ndjson"), "jsonl"),
}
ENDINGS = tuple(ending for kind in KINDS.values() for ending in kind.endings)
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEAD = 2048


def kind_of(data: bytes, name: str, input_format: str | None = None) -> Kind:
    """The format asked for, else that of the content's own mark, else that of the name's ending.

    Data without an ending ('-') is text. FormatError for formats that nothing here can read.
    """
    if input_format is not None:
        return _asked(input_format)
    ending = PurePath(name).suffix.lower()
    marked = _marked(data[:_HEAD])
    if marked or not ending:
        return KINDS[marked or "txt"]
    for kind in KINDS.values():
        if ending in kind.endings:
            return kind
    raise FormatError(f"has the ending {ending!r}, which cannot be read; known are {', '.join(ENDINGS)}")


def _asked(input_format: str) -> Kind:
    if input_format not in KINDS:
        raise UsageError(f"the input format {input_format!r} is unknown; the formats are {', '.join(KINDS)}")
    return KINDS[input_format]


def _marked(head: bytes) -> str | None:
    """The format that the first bytes give away, whatever the file is called."""
    if head.startswith(_OLD_OFFICE):
        raise FormatError("is an old or a password-protected Office file; save it as .docx without password")
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    return "html" if _is_html(head.decode("ascii", "ignore").lower()) else None


def _is_html(head: str) -> bool:
    """Whether the data begins as a web page does, after a comment or an XML declaration perhaps."""
    head = head.lstrip()
    if head.startswith(("<!--", "<?xml")):
        return "<html" in head
    return head.startswith(("<!doctype html", "<html"))

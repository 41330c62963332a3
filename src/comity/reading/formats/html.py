"""Web pages: the main text and what the page says of itself, by trafilatura; nothing is fetched."""

from __future__ import annotations

import datetime as dt
import logging
import re
from contextlib import suppress

import trafilatura
from trafilatura.settings import Document

from comity.reading.formats.blocks import blocks, body_blocks
from comity.reading.formats.found import FormatError, Found
from comity.reading.formats.text import decode
from comity.reading.layers import Meta
from comity.reading.source import one_line

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LATIN = frozenset(["iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"])
"""Names under which pages, and browsers, mean Windows-1252."""
_HEAD = 4096
_DATES = {"extensive_search": False, "original_date": True}
"""Only dates that the page marks as its own, never one guessed from its words."""
_SHORT = 250
"""Below so many characters trafilatura no longer tells an article from the page around it."""

for _library in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read(data: bytes) -> Found:
    """The article of a page, its title, author, publisher, canonical address and day."""
    markup = whole_page(_decoded(data))
    page = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if not isinstance(page, Document) or page.body is None:
        raise FormatError("is a page without text; save the article itself, or its text")
    title = one_line(page.title)
    text = "\n\n".join(one for one in _main_blocks(page, markup) if one != title)
    return Found(text, _meta(page, title))


def whole_page(markup: str) -> str:
    """Markup as a page of its own, so that fragments parse as pages do."""
    markup = _XML_DECLARATION.sub("", markup)
    is_whole = "<html" in markup[:_HEAD].lower()
    return markup if is_whole else f"<!DOCTYPE html><html><body><div>{markup}</div></body></html>"


def _main_blocks(page: Document, markup: str) -> list[str]:
    """The article's blocks; all blocks of a page that is short or that trafilatura only dumped as lines."""
    is_dump = len(page.body) == 1 and "\n" in (page.body[0].text or "")
    found = blocks(page.body)
    return body_blocks(markup) if is_dump or sum(map(len, found)) < _SHORT else found


def _decoded(data: bytes) -> str:
    """The markup as UTF-8, else in the encoding that it declares, else as any text."""
    try:
        data.decode()
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_HEAD])
        if declared:
            name = declared[1].decode("ascii", "replace").lower()
            with suppress(LookupError, UnicodeError):
                return data.decode("cp1252" if name in _LATIN else name)
    return decode(data)


def _meta(page: Document, title: str | None) -> Meta:
    published = dt.date.fromisoformat(page.date) if page.date else None
    return Meta(title, one_line(page.sitename), one_line(page.author), one_line(page.url), published)

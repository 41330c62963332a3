"""Markup → the text of its blocks (paragraphs, headings, list items, table rows), in order."""

from __future__ import annotations

import re

from lxml import html  # type: ignore[import-untyped]
from lxml.etree import _Element, iterwalk  # type: ignore[import-untyped]

_OF_PAGES = "p h1 h2 h3 h4 h5 h6 li dt dd tr blockquote pre div section article main ul ol dl table center address"
_OF_TRAFILATURA = "head item list quote code row"
_BLOCKS = frozenset(f"{_OF_PAGES} {_OF_TRAFILATURA}".split())
_BREAKS = frozenset(["br", "lb"])
_CELLS = frozenset(["td", "th", "cell"])
_ASIDE = ("script", "style", "template", "noscript", "nav", "header", "footer", "aside", "form", "button",
          "svg", "iframe", "object")  # fmt: skip
_SPACE = re.compile(r"\s+")
_ROOM_AROUND_BREAKS = re.compile(r" *\n *")


def blocks(body: _Element) -> list[str]:
    """The text of each block; an inner block stands apart from the block about it."""
    pieces = [""]
    for event, element in iterwalk(body, events=("start", "end")):
        is_start = event == "start"
        if element.tag in _BLOCKS:
            pieces.append("")
        elif element.tag in _BREAKS and is_start:
            pieces[-1] += "\n"
        elif element.tag in _CELLS and is_start and pieces[-1].strip():
            pieces[-1] += " | "
        pieces[-1] += _SPACE.sub(" ", (element.text if is_start else element.tail) or "")
    return [text for piece in pieces if (text := _ROOM_AROUND_BREAKS.sub("\n", piece).strip())]


def body_blocks(markup: str) -> list[str]:
    """The blocks of a whole page but for its scripts, menus and margins; empty where it has no body."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    body = html.document_fromstring(markup, parser=parser).find("body")
    if body is None:
        return []
    for element in list(body.iter(*_ASIDE)):
        element.drop_tree()
    return blocks(body)

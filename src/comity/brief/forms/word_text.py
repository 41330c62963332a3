"""Words in a Word document: runs with the fonts of their scripts, links inside the document, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from comity.tables import rows

LEFT_TO_RIGHT = "\u200e"


class Script(NamedTuple):
    """How Word sets a script: `kind` is right (written from there), complex (shaped) or east (of East Asia)."""

    kind: str
    font: str
    language: str


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The paragraph in a style of `word_styles.csv`; python-docx's own way looks through all styles each time."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def add_run(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """Text as one run, in a style of letters or that of the paragraph."""
    run = paragraph.add_run(text)
    if style:
        run._r.style = style.replace(" ", "")
    return run


def add_text(paragraph: Paragraph, text: str, style: str | None = None) -> list[Run]:
    """The text as runs, one for each stretch of a script."""
    return [_set(add_run(paragraph, part, style), script) for part, script in _stretches(text)]


def add_link(paragraph: Paragraph, text: str, style: str, bookmark: str = "", address: str = "") -> None:
    """Text that leads to a bookmark of the document, or to an address outside."""
    link = element("hyperlink")
    if bookmark:
        link.set(qn("w:anchor"), bookmark)
    else:
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.set(qn("w:history"), "1")
    for run in add_text(paragraph, text, style):
        link.append(run._r)
    paragraph._p.append(link)


class Bookmarks:
    """Hands out the numbers that bookmarks of one document need."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, paragraph: Paragraph, name: str, first: int) -> None:
        """A bookmark round the children of a paragraph from the given one on."""
        self._count += 1
        start, end = element("bookmarkStart"), element("bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self._count))
        start.set(qn("w:name"), name)
        paragraph._p.insert(first, start)
        paragraph._p.append(end)


def directed(paragraph: Paragraph) -> None:
    """Sets the paragraph from the right if its first letter is of a script written so."""
    letter = next((sign for sign in paragraph.text if sign.isalpha()), "")
    script = next((script for _, script in _stretches(letter)), None)
    if script and script.kind == "right":
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(element("bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def ends_from_right(text: str) -> bool:
    """Whether the last letter is of a script written from the right."""
    letter = next((sign for sign in reversed(text) if sign.isalpha()), "")
    return any(script and script.kind == "right" for _, script in _stretches(letter))


def _set(run: Run, script: Script | None) -> Run:
    if script is None:
        return run
    properties = run._r.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    language = element("lang")
    if script.kind == "east":
        fonts.set(qn("w:eastAsia"), script.font)
        fonts.set(qn("w:hint"), "eastAsia")
        language.set(qn("w:eastAsia"), script.language)
    else:
        fonts.set(qn("w:cs"), script.font)
        run.font.rtl, run.font.complex_script = (True, None) if script.kind == "right" else (None, True)
        language.set(qn("w:bidi"), script.language)
    properties.append(language)
    return run


def _stretches(text: str) -> Iterator[tuple[str, Script | None]]:
    pattern, scripts = _scripts()
    at = 0
    for found in pattern.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found[0], scripts[found.lastgroup or ""]
        at = found.end()
    if at < len(text):
        yield text[at:], None


@cache
def _scripts() -> tuple[re.Pattern[str], dict[str, Script]]:
    """A pattern with a group a script: letters of it, and the spaces between them."""
    table = rows("brief", "scripts.csv")
    groups = [
        f"(?P<{row['script']}>{_letters(row['ranges'])}+(?:[ ]+{_letters(row['ranges'])}+)*)" for row in table
    ]
    return re.compile("|".join(groups)), {
        row["script"]: Script(row["kind"], row["font"], row["language"]) for row in table
    }


def _letters(ranges: str) -> str:
    pairs = (pair.split("-") for pair in ranges.split())
    return "[" + "".join(f"{chr(int(low, 16))}-{chr(int(high, 16))}" for low, high in pairs) + "]"


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML: `element("tblHeader", val="true")`."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made

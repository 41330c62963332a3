"""Footnotes of a Word document: what a statement rests on, at the foot of its page, for Word to number."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from comity.brief.document import Brief, Note, Source
from comity.brief.forms.page import Mark, Run
from comity.brief.forms.word_text import add_link, add_run, add_text, element, styled
from comity.brief.forms.wording import Wording

MOST_ITEMS = 3
"""Items of evidence that a footnote tells of; all of them stand in the list of evidence."""
LONGEST = 600
"""Letters of a quotation that a footnote repeats."""
REFERENCE = "FootnoteReference"
_LINE = """<w:footnote w:type="{0}" w:id="{1}"><w:p>
<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p></w:footnote>"""
LINES = {"separator": "-1", "continuationSeparator": "0"}
"""The lines above footnotes, and their ids among them."""


class Place(NamedTuple):
    """The number of a footnote, and the bookmark round the reference to it."""

    number: int
    bookmark: str


class Footnotes:
    """One footnote for each set of evidence, at the first statement that rests on it; later ones refer to it.

    It holds the numbers of the evidence, which lead to the list of it, and of the first items the quotation and
    the source. An item that an earlier footnote quotes is told by the number of that footnote.
    """

    def __init__(self, document: WordDocument, brief: Brief, words: Wording) -> None:
        self._root = _part(document)
        self._notes = {note.number: note for note in brief.notes}
        self._sources = {source.number: source for source in brief.sources}
        self._words = words
        self._places: dict[tuple[Run, ...], Place] = {}
        self._quoted: dict[int, Place] = {}

    def refer(self, paragraph: Paragraph, mark: Mark) -> None:
        """The number of the footnote behind the text so far; the caller puts a bookmark `mark.id` round it."""
        if mark.runs in self._places:
            _cross_refer(paragraph, self._places[mark.runs])
            return
        place = self._places[mark.runs] = Place(len(self._places) + 1, mark.id)
        self._write(place, mark.runs)
        add_run(paragraph, "", REFERENCE)._r.append(element("footnoteReference", id=str(place.number)))

    def _write(self, place: Place, runs: tuple[Run, ...]) -> None:
        paragraph = self._paragraph(place.number)
        items = [item for first, last in runs for item in range(first, last + 1)]
        add_text(paragraph, f" {self._words['evidence']} ")
        _add_numbers(paragraph, runs)
        if len(items) == 1:
            add_text(paragraph, f"{self._words['colon']} ")
            self._tell(paragraph, items[0], place)
            return
        add_text(paragraph, ".")
        for some in self._alike(items[:MOST_ITEMS]):
            add_text(paragraph, f" {', '.join(map(str, some))}{self._words['colon']} ")
            self._tell(paragraph, some[0], place)
        if len(items) > MOST_ITEMS:
            add_text(paragraph, f" {self._words['rest'].format(len(items) - MOST_ITEMS)}")

    def _paragraph(self, number: int) -> Paragraph:
        """The paragraph of a new footnote, which begins with its number."""
        footnote, made = element("footnote", id=str(number)), element("p")
        assert isinstance(made, CT_P)
        footnote.append(made)
        self._root.append(footnote)
        paragraph = styled(Paragraph(made, footnote), "FootnoteText")
        add_run(paragraph, "", REFERENCE)._r.append(element("footnoteRef"))
        return paragraph

    def _alike(self, items: list[int]) -> list[list[int]]:
        """Neighbours that one earlier footnote quotes together, others alone."""
        groups = [(place, list(some)) for place, some in groupby(items, self._quoted.get)]
        return [part for place, some in groups for part in ([some] if place else [[one] for one in some])]

    def _tell(self, paragraph: Paragraph, item: int, place: Place) -> None:
        """The item in full the first time, then the number of the footnote that has it."""
        if item in self._quoted:
            add_text(paragraph, f"{self._words['see_note']} ")
            _cross_refer(paragraph, self._quoted[item], style=None)
            add_text(paragraph, ".")
            return
        self._quoted[item] = place
        note = self._notes[item]
        add_text(paragraph, f"{_told(note, self._sources[note.source], self._words)}.")


def _add_numbers(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    """Numbers of evidence, each leading to its item: '1, 4–7'."""
    for at, (first, last) in enumerate(runs):
        if at:
            add_text(paragraph, ", ")
        add_link(paragraph, str(first), "Hyperlink", bookmark=f"n_{first}")
        if last != first:
            add_text(paragraph, "–")
            add_link(paragraph, str(last), "Hyperlink", bookmark=f"n_{last}")


def _told(note: Note, source: Source, words: Wording) -> str:
    day = words.day(source.published) if source.published else None
    known = ", ".join(part for part in (source.title, source.publisher, day) if part)
    quoted = words["quoted"].format(note.quotation)
    return f"{quoted} ({known})" if 0 < len(note.quotation) <= LONGEST else known


def _cross_refer(paragraph: Paragraph, place: Place, style: str | None = REFERENCE) -> None:
    """The number of a footnote as a field, which Word counts anew when notes come or go."""
    field = element("fldSimple", instr=f" NOTEREF {place.bookmark} \\h ")
    field.append(add_run(paragraph, str(place.number), style)._r)
    paragraph._p.append(field)


def _part(document: WordDocument) -> BaseOxmlElement:
    """The root of a new part for footnotes, whose lines above them the settings name."""
    drawn = "".join(_LINE.format(name, number) for name, number in LINES.items())
    root = parse_xml(f"<w:footnotes {nsdecls('w')}>{drawn}</w:footnotes>")
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    lines = element("footnotePr")
    for number in LINES.values():
        lines.append(element("footnote", id=number))
    document.settings.element.find(qn("w:compat")).addprevious(lines)
    return root

"""Several briefs in one document: numbers of evidence run through, and what was cited before keeps its number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from comity.brief.compose import anchor
from comity.brief.document import (
    Block,
    Brief,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Sentence,
    Source,
    Table,
)

Change = Callable[[Sentence], Sentence]
_Cited = TypeVar("_Cited", bound=Sentence | Quotation | Figure)


class Joiner:
    """Takes the blocks of briefs one after the other, with their evidence under new numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._notes: list[Note] = []
        self._sources: dict[str, Source] = {}
        self._anchors: set[str] = set()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All evidence taken so far, by its new number."""
        return tuple(self._notes)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources taken so far, by their new number."""
        return tuple(self._sources.values())

    def heading(self, level: int, text: str, starts_page: bool = False) -> Heading:
        """A heading with an anchor that no other here has."""
        found = anchor(text, self._anchors)
        self._anchors.add(found)
        return Heading(level, text, found, starts_page)

    def taken(self, brief: Brief, blocks: Iterable[Block], change: Change, lower: int = 0) -> list[Block]:
        """Blocks of a brief, every sentence changed as told, headings that many levels lower but not under 2."""
        numbers = {note.number: self._number(note, brief.sources) for note in brief.notes}
        return [self._again(block, numbers, change, lower) for block in blocks]

    def _again(self, block: Block, numbers: Mapping[int, int], change: Change, lower: int) -> Block:
        def said(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
            return tuple(change(_renumbered(one, numbers)) for one in sentences)

        match block:
            case Heading(level, text):
                return self.heading(min(level + lower, 2), text)
            case Paragraph(sentences, lead):
                return Paragraph(said(sentences), lead)
            case Bullets(items):
                return Bullets(tuple(Paragraph(said(one.sentences), one.lead) for one in items))
            case Table(caption, columns, rows):
                return Table(caption, columns, tuple(tuple(map(said, row)) for row in rows))
            case _:
                return _renumbered(block, numbers)

    def _number(self, note: Note, sources: Iterable[Source]) -> int:
        if note.item not in self._numbers:
            self._numbers[note.item] = len(self._notes) + 1
            source = next(one for one in sources if one.number == note.source)
            kept = self._sources.setdefault(source.id, replace(source, number=len(self._sources) + 1))
            self._notes.append(replace(note, number=len(self._notes) + 1, source=kept.number))
        return self._numbers[note.item]


def _renumbered(cited: _Cited, numbers: Mapping[int, int]) -> _Cited:
    return replace(cited, notes=tuple(sorted({numbers[one] for one in cited.notes})))

"""The numbered passages at the end of a brief, and the way from every mark to them and back.

Passages are numbered by document, in order of publication, and within a document as they stand in it.
A stretch that lies inside a longer cited one is shown as part of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.assessment import AnyHeld, by_publication
from comity.brief.citations import Citations, Mark
from comity.brief.quotation import Piece, Stretch, highlights, pieces, stretches
from comity.ledger import Source
from comity.record import Document


@dataclass(frozen=True, slots=True)
class Link:
    """What a mark shows: one number, or a run of numbers that leads to its first."""

    target: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered quotation, the ids of the items read from it, and the marks that cite it."""

    number: int
    pieces: tuple[Piece, ...]
    items: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A document with the passages cited from it; `others` are further publications of the same text."""

    document: Document
    others: tuple[Source, ...]
    passages: tuple[Passage, ...]


class Annex:
    """Everything that a brief cites, numbered."""

    def __init__(self, citations: Citations) -> None:
        self._hosts = _hosts(stretch for mark in citations.marks for stretch in mark.stretches)
        held = sorted(citations.items.values(), key=by_publication)
        order = {each.document.id: place for place, each in enumerate(held)}
        shown = sorted(set(self._hosts.values()), key=lambda host: (order[host.document], host))
        self._numbers = {host: number for number, host in enumerate(shown, 1)}
        self.sources = self._sources(held, citations.marks)

    def links(self, mark: Mark) -> tuple[Link, ...]:
        """The numbers behind a mark; a run of three or more is one link."""
        numbers = sorted({self._number(stretch) for stretch in mark.stretches})
        return tuple(link for run in _runs(numbers) for link in _links(run))

    def _number(self, stretch: Stretch) -> int:
        return self._numbers[self._hosts[stretch]]

    def _sources(self, held: Sequence[AnyHeld], marks: Iterable[Mark]) -> tuple[Cited, ...]:
        citing: defaultdict[int, list[str]] = defaultdict(list)
        for mark in marks:
            for number in dict.fromkeys(map(self._number, mark.stretches)):
                citing[number].append(mark.id)
        documents: defaultdict[str, list[AnyHeld]] = defaultdict(list)
        for each in held:
            documents[each.document.id].append(each)
        return tuple(
            Cited(items[0].document, items[0].sources[1:], self._passages(items, citing))
            for items in documents.values()
        )

    def _passages(self, items: list[AnyHeld], citing: dict[int, list[str]]) -> tuple[Passage, ...]:
        here: defaultdict[Stretch, list[AnyHeld]] = defaultdict(list)
        for held in items:
            for host in dict.fromkeys(self._hosts[stretch] for stretch in stretches(held)):
                here[host].append(held)
        return tuple(self._passage(host, here[host], citing) for host in sorted(here))

    def _passage(self, host: Stretch, items: list[AnyHeld], citing: dict[int, list[str]]) -> Passage:
        marked = [span for held in items for span in highlights(held)]
        number = self._numbers[host]
        return Passage(
            number=number,
            pieces=pieces(items[0].document.text, (host.start, host.end), marked),
            items=tuple(sorted(held.item.id for held in items)),
            marks=tuple(citing[number]),
        )


def _hosts(cited: Iterable[Stretch]) -> dict[Stretch, Stretch]:
    """For each stretch the longest cited one around it, often itself."""
    hosts: dict[Stretch, Stretch] = {}
    host: Stretch | None = None
    for stretch in sorted(set(cited), key=lambda each: (each.document, each.start, -each.end)):
        if host is None or host.document != stretch.document or stretch.end > host.end:
            host = stretch
        hosts[stretch] = host
    return hosts


def _runs(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _links(run: list[int]) -> tuple[Link, ...]:
    if len(run) > 2:
        return (Link(run[0], f"{run[0]}–{run[-1]}"),)
    return tuple(Link(number, str(number)) for number in run)

"""Sentences of texts that tell of something no item is made for, found by words and the states that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from comity import gazetteer
from comity.assessment.counting import AnyHeld, by_publication
from comity.assessment.grades import Grades
from comity.assessment.names import title
from comity.assessment.proof import Passage
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day
from comity.languages import say
from comity.tables import rows

_END = re.compile(r"(?<=[.!?])[”\"’')]*\s+|\n+")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Prof|St|No|Art|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b\w)\.$"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of a document. `before` and `after` are its neighbours in the same document."""

    held: AnyHeld
    start: int
    end: int
    before: str
    after: str

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.held.document.text[self.start : self.end]

    @property
    def source(self) -> str:
        """'“Title”, Publisher, 22 August 2024'."""
        document = self.held.document
        on = day(document.published) if document.published else None
        return ", ".join(filter(None, (title(document), document.publisher, on)))

    @property
    def quoted(self) -> str:
        """The sentence in quotation marks with where it stands."""
        return quoted(self.text, self.source)

    def proof(self, grades: Grades) -> Passage:
        """The sentence as evidence."""
        document = self.held.document
        return Passage(
            kind="text",
            id=f"text-{document.id[:16]}-{self.start}",
            document=document.id,
            origin=self.held.origin,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            start=self.start,
            end=self.end,
            quotation=self.text,
            reliability=grades.of_source(self.held.sources[0]),
        )


def quoted(text: str, source: str) -> str:
    """A text in quotation marks, on one line, with where it stands."""
    return say("“{said}” ({source})", said=" ".join(text.split()), source=source)


@cache
def words(purpose: str) -> re.Pattern[str]:
    """The words of one purpose in `data/triangle_words.csv`, any of which will do, in any case."""
    found = [row["words"] for row in rows("assessment", "triangle_words.csv") if row["purpose"] == purpose]
    return re.compile("|".join(rf"\b(?:{one})" for one in found), re.IGNORECASE)


def sayings(triangle: Triangle, states: Iterable[str], purpose: str) -> tuple[Saying, ...]:
    """Sentences that name all of some states and have a word of a purpose, each once, by publication.

    Looked through are the documents that tell of any two of the three, or of a tie of either rival, and that were
    published before the window ends.
    """
    wanted, pattern = set(states), words(purpose)
    found = (one for held in _documents(triangle) for one in _of(held) if pattern.search(one.text))
    named = [one for one in found if wanted <= names_in(one.text)]
    return tuple({" ".join(one.text.split()): one for one in reversed(named)}.values())[::-1]


@lru_cache(8192)
def names_in(text: str) -> frozenset[str]:
    """The states that a text names, also by their people or capitals."""
    return frozenset(name.country for name in gazetteer.load().find(text) if name.country)


def _documents(triangle: Triangle) -> list[AnyHeld]:
    """One item of each document to look through."""
    holdings, last = triangle.holdings, triangle.until
    items: list[AnyHeld] = []
    for pair in ((triangle.a, triangle.b), (triangle.a, triangle.c), triangle.rivals):
        known = holdings.between(*pair)
        items += [held for bond in known.bonds for held in bond.items]
        acts = (*known.dealings, *known.planned, *known.conditional, *known.denied)
        items += [held for act in acts for held in act.reports]
        items += [*known.claims, *known.opinions]
    items += [held for held in holdings.all_ties if set(triangle.rivals) & set(held.item.parties)]
    first = {held.document.id: held for held in sorted(items, key=by_publication, reverse=True)}
    chosen = [held for held in first.values() if not (last and held.document.published) or _by(held, triangle)]
    return sorted(chosen, key=by_publication)


def _by(held: AnyHeld, triangle: Triangle) -> bool:
    published, last = held.document.published, triangle.until
    return published is None or last is None or published <= last


def _of(held: AnyHeld) -> Iterator[Saying]:
    text = held.document.text
    spans = list(_spans(text))
    for at, (start, end) in enumerate(spans):
        before = text[slice(*spans[at - 1])] if at else ""
        after = text[slice(*spans[at + 1])] if at + 1 < len(spans) else ""
        yield Saying(held, start, end, before, after)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _END.finditer(text):
        if "\n" not in cut.group() and _NO_END.search(text, start, cut.start()):
            continue
        if text[start : cut.start()].strip():
            yield start, cut.start()
        start = cut.end()
    if text[start:].strip():
        yield start, len(text)

"""The findings in brief: a few sentences a relationship, each clause with its citation mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.assessment import Bond, DyadFinding, Names, basis, reports, words
from comity.brief.citations import Citations
from comity.brief.lines import Line

FOUNDATIONS = ("diplomatic_relations", "partnership", "alliance")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses about one relationship, each cited; `partner` is the other state."""

    partner: str
    clauses: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Sentences on one question, one for each relationship that has an answer."""

    catchword: str
    sentences: tuple[Sentence, ...]


def points(dyads: Sequence[DyadFinding], names: Names, citations: Citations) -> tuple[Point, ...]:
    """What a reader should know first; questions that nothing in the ledger answers are left out."""
    tell = _Teller(names, citations)
    questions = {
        "Standing": tell.standing,
        "Dealings": tell.dealings,
        "Last contact": tell.last_contact,
        "Projects": tell.projects,
        "Sanctions": tell.sanctions,
        "Trade": tell.trade,
        "Disputed": tell.disputed,
    }
    found = (
        Point(word, tuple(Sentence(names.state(dyad.b), clauses) for dyad in dyads if (clauses := of(dyad))))
        for word, of in questions.items()
    )
    return tuple(point for point in found if point.sentences)


@dataclass(frozen=True, slots=True)
class _Teller:
    names: Names
    citations: Citations

    def standing(self, dyad: DyadFinding) -> tuple[Line, ...]:
        return self._bonds(dyad.bonds_of(*FOUNDATIONS))

    def dealings(self, dyad: DyadFinding) -> tuple[Line, ...]:
        if not dyad.dealings:
            return ()
        practical, symbolic = len(dyad.of("practical")), len(dyad.of("symbolic"))
        text = f"{practical} practical and {symbolic} symbolic ({basis(dyad.dealings)})"
        return (Line(text, mark=self.citations.cite(reports(dyad.dealings))),)

    def last_contact(self, dyad: DyadFinding) -> tuple[Line, ...]:
        act = dyad.last_contact
        return (Line(words.label(act, self.names), mark=self.citations.cite(act.reports)),) if act else ()

    def projects(self, dyad: DyadFinding) -> tuple[Line, ...]:
        return self._bonds(dyad.projects)

    def sanctions(self, dyad: DyadFinding) -> tuple[Line, ...]:
        return self._bonds((*dyad.bonds_of("sanctions"), *dyad.measures))

    def trade(self, dyad: DyadFinding) -> tuple[Line, ...]:
        return self._bonds(dyad.bonds_of("trade"))

    def disputed(self, dyad: DyadFinding) -> tuple[Line, ...]:
        return tuple(
            Line(
                f"{words.tie(bond, self.names)}: {words.differing(each)}",
                mark=self.citations.cite(held for reading in each.readings for held in reading.items),
            )
            for bond in dyad.disputed
            for each in bond.differences
        )

    def _bonds(self, bonds: Iterable[Bond]) -> tuple[Line, ...]:
        return tuple(
            Line(f"{words.tie(bond, self.names)}: {words.course(bond)}", mark=self.citations.cite(bond.items))
            for bond in bonds
        )

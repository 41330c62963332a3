"""Where relationships stand, how they compare, and where the reports differ."""

from __future__ import annotations

from comity.assessment import (
    Bond,
    Difference,
    DyadFinding,
    Names,
    Statement,
    by_publication,
    compared,
    told,
    words,
)
from comity.brief.citations import Citations
from comity.brief.lines import Compared, Dispute, Line, Standing, Told
from comity.brief.quotation import quote


def ties(dyad: DyadFinding, names: Names, citations: Citations) -> tuple[Standing, ...]:
    """The ties of one relationship, and the sanctions of others that weigh on it."""
    return tuple(
        Standing(words.tie(bond, names), words.course(bond), _told(bond), citations.cite(bond.items))
        for bond in (*dyad.bonds, *dyad.measures)
    )


def table(dyads: tuple[DyadFinding, ...], names: Names, citations: Citations) -> tuple[Compared, ...]:
    """The comparison, row by row."""
    return tuple(
        Compared(row.topic, tuple(tuple(_line(each, citations) for each in cell) for cell in row.cells))
        for row in compared(dyads, names).rows
    )


def disputes(dyad: DyadFinding, names: Names, citations: Citations) -> tuple[Dispute, ...]:
    """Where documents contradict each other about a tie, every reading beside the others."""
    pair = f"{names.state(dyad.a)} – {names.state(dyad.b)}"
    return tuple(
        Dispute(f"{words.tie(bond, names)}, {pair}", words.ASPECTS[each.aspect], _readings(each, citations))
        for bond in dyad.disputed
        for each in bond.differences
    )


def _readings(difference: Difference, citations: Citations) -> tuple[Told, ...]:
    values = zip(words.readings(difference), difference.readings, strict=True)
    return tuple(
        Told(
            value,
            told(reading.items),
            quote(min(reading.items, key=by_publication)),
            citations.cite(reading.items),
        )
        for value, reading in values
    )


def _line(statement: Statement, citations: Citations) -> Line:
    return Line(statement.value, statement.note, citations.cite(statement.items) if statement.items else None)


def _told(bond: Bond) -> str:
    return told(bond.items)

"""Standing bonds between two parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Named, Table, and_, or_

from comity.ledger import evidence
from comity.ledger.metadata import METADATA, ItemColumns, part_of
from comity.ledger.parties import countries
from comity.ledger.shelf import Rows, Shelf
from comity.record import Record, Tie


class TieColumns(ItemColumns):
    """`first` acts, owns, sends or sanctions; the dates are partial ('1997', '2024-05')."""

    kind: Named[str] = Column(index=True)
    first: Named[str]
    second: Named[str]
    first_stands_for: Named[str] = Column(index=True)
    second_stands_for: Named[str] = Column(index=True)
    name: Named[str | None]
    level: Named[str | None]
    status: Named[str]
    date_start: Named[str | None] = Column(index=True)
    date_end: Named[str | None]
    confidence: Named[float]


TIE = Table("tie", METADATA, TieColumns)
TIE_EVIDENCE = Table("tie_evidence", METADATA, evidence.EvidenceColumns, part_of("tie"))


def _rows(record: Record) -> Iterable[tuple[Table[Any], Rows]]:
    country = countries(record)
    yield (
        TIE,
        (
            {
                "position": at,
                **_row(tie),
                "first_stands_for": country[tie.parties[0]],
                "second_stands_for": country[tie.parties[1]],
            }
            for at, tie in enumerate(record.ties)
        ),
    )
    yield TIE_EVIDENCE, evidence.rows(record.ties)


def _row(tie: Tie) -> dict[str, Any]:
    return {
        **{name: getattr(tie, name) for name in ("id", "kind", "name", "level", "status", "confidence")},
        "start": tie.evidence[0].start,
        "body": tie.model_dump_json(by_alias=True),
        "first": tie.parties[0],
        "second": tie.parties[1],
        "date_start": tie.start,
        "date_end": tie.end,
    }


def _concerns(codes: Sequence[str]) -> ColumnElement[bool]:
    """True of a tie whose two parties are, or belong to, two different ones of `codes`; or the one and another."""
    first, second = TIE.c.first_stands_for, TIE.c.second_stands_for
    if len(codes) == 1:
        return and_(or_(first.in_(codes), second.in_(codes)), first != second)
    return and_(first.in_(codes), second.in_(codes), first != second)


TIES = Shelf(Tie, TIE, _rows, _concerns, TIE.c.date_start)

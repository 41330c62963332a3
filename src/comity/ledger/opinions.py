"""What somebody thinks; never mixed with what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Named, Table

from comity.ledger import about
from comity.ledger.metadata import METADATA, ItemColumns, part_of
from comity.ledger.parties import countries
from comity.ledger.shelf import Rows, Shelf
from comity.record import Opinion, Record


class OpinionColumns(ItemColumns):
    """`holder` is 'author' or an entity; `start` and `end` are those of the evidence."""

    kind: Named[str] = Column(index=True)
    holder: Named[str]
    end: Named[int]


OPINION = Table("opinion", METADATA, OpinionColumns)
OPINION_ABOUT = Table("opinion_about", METADATA, about.AboutColumns, part_of("opinion"))


def _rows(record: Record) -> Iterable[tuple[Table[Any], Rows]]:
    yield OPINION, ({"position": at, **_row(opinion)} for at, opinion in enumerate(record.opinions))
    yield OPINION_ABOUT, about.rows(record.opinions, countries(record))


def _row(opinion: Opinion) -> dict[str, Any]:
    return {
        "id": opinion.id,
        "kind": opinion.kind,
        "holder": opinion.holder,
        "start": opinion.evidence.start,
        "end": opinion.evidence.end,
        "body": opinion.model_dump_json(by_alias=True),
    }


def _concerns(codes: Sequence[str]) -> ColumnElement[bool]:
    return about.concerns(OPINION, OPINION_ABOUT, codes)


OPINIONS = Shelf(Opinion, OPINION, _rows, _concerns)

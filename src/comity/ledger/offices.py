"""Who holds which office by which text: one row for each office that a document gives a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Named, Table, TypedColumns

from comity.ledger.metadata import METADATA, PartColumns, part_of
from comity.ledger.shelf import Rows
from comity.record import Office, Period, Record


class OfficeColumns(PartColumns):
    """An office of the entity; the dates stated are partial ('1997', '2024-05'), the days shown are whole.

    `on_start` and `on_end` are empty where the text does not tell the time.
    """

    title: Named[str]
    of: Named[str | None] = Column(index=True)
    date_start: Named[str | None]
    date_end: Named[str | None]
    host: Named[str | None]
    former: Named[bool]
    on_start: Named[dt.date | None]
    on_end: Named[dt.date | None]


class OfficeEvidenceColumns(TypedColumns):
    """A stretch of the text that shows an office; `office` is the position of the office."""

    document: Named[int] = Column(primary_key=True)
    item: Named[int] = Column(primary_key=True)
    office: Named[int] = Column(primary_key=True)
    position: Named[int] = Column(primary_key=True)
    start: Named[int]
    end: Named[int]


OFFICE = Table("office", METADATA, OfficeColumns, part_of("entity"))
OFFICE_EVIDENCE = Table(
    "office_evidence",
    METADATA,
    OfficeEvidenceColumns,
    ForeignKeyConstraint(["document", "item", "office"], ["office.document", "office.item", "office.position"]),
)


def rows(record: Record) -> Iterable[tuple[Table[Any], Rows]]:
    """What a record puts into each table."""
    told = [
        ({"item": at}, place, office)
        for at, entity in enumerate(record.entities)
        for place, office in enumerate(entity.offices)
    ]
    yield OFFICE, ({**item, "position": place, **_row(office)} for item, place, office in told)
    yield OFFICE_EVIDENCE, (
        {**item, "office": place, "position": at, "start": shown.start, "end": shown.end}
        for item, place, office in told
        for at, shown in enumerate(office.evidence)
    )  # fmt: skip


def _row(office: Office) -> dict[str, Any]:
    on = office.on or Period()
    return {
        **office.model_dump(include={"title", "of", "host", "former"}),
        "date_start": office.from_,
        "date_end": office.to,
        "on_start": on.start,
        "on_end": on.end,
    }

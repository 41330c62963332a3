"""What claims and opinions are about: both keep it in tables of the same columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Column, ColumnElement, Named, Table, func, select

from comity.ledger.metadata import ItemColumns, PartColumns
from comity.ledger.shelf import Rows
from comity.record import Claim, Opinion


class AboutColumns(PartColumns):
    """One entity that an item is about; `stands_for` is the state it belongs to, or the entity itself."""

    entity: Named[str]
    stands_for: Named[str] = Column(index=True)


def rows(items: Sequence[Claim | Opinion], countries: Mapping[str, str]) -> Rows:
    """One row for each entity that each item is about."""
    for at, item in enumerate(items):
        for place, name in enumerate(item.about):
            yield {"item": at, "position": place, "entity": name, "stands_for": countries[name]}


def concerns(item: Table[ItemColumns], about: Table[AboutColumns], codes: Sequence[str]) -> ColumnElement[bool]:
    """True of an item that is about at least two of `codes`, or about the only one."""
    return select(func.count(about.c.stands_for.distinct())).where(
        about.c.document == item.c.document,
        about.c.item == item.c.position,
        about.c.stands_for.in_(codes),
    ).scalar_subquery() >= min(2, len(codes))

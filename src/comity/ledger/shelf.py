"""What the four kinds of items have in common: how they are put in and how they are found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, insert, not_, select, true

from comity.errors import UsageError
from comity.ledger import retractions
from comity.ledger.answers import Between, Held, ItemT
from comity.ledger.documents import DOCUMENT, load
from comity.ledger.metadata import ItemColumns
from comity.ledger.origins import groups
from comity.ledger.sources import SOURCE
from comity.record import Record

Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Shelf(Generic[ItemT]):
    """One kind of item with its tables.

    `rows` gives what a record puts into each table, in the order of insertion, without the document;
    `concerns` is true of the items that link at least two of the given codes, or the only one with anybody;
    `date` is the column that items are ordered by, `None` for kinds without a date of their own.
    """

    model: type[ItemT]
    table: Table[ItemColumns]
    rows: Callable[[Record], Iterable[tuple[Table[Any], Rows]]]
    concerns: Callable[[Sequence[str]], ColumnElement[bool]]
    date: Column[Any] | None = None

    def held(self, connection: Connection, between: Between, retracted: bool = False) -> tuple[Held[ItemT], ...]:
        """Items in order of date, publication, document and offset; what is unknown comes last."""
        return self.where(connection, true() if between is None else self.concerns(_states(between)), retracted)

    def where(
        self, connection: Connection, condition: ColumnElement[bool], retracted: bool = False
    ) -> tuple[Held[ItemT], ...]:
        """The items of which a condition is true, in the same order: those that count, or those `retracted`."""
        table = self.table.c
        counts = retractions.stands(table.document)
        both = condition & (not_(counts) if retracted else counts)
        found, wanted = self._query().where(both), select(table.document).where(both)
        documents, copies = load(connection, wanted), groups(connection)
        return tuple(
            Held(self.model.model_validate_json(body), *documents[seq], copies.get(seq))
            for body, seq in connection.execute(found)
        )

    def of_document(self, connection: Connection, seq: int) -> tuple[ItemT, ...]:
        """The items of one document in the order of its record."""
        table = self.table.c
        bodies = connection.scalars(select(table.body).where(table.document == seq).order_by(table.position))
        return tuple(self.model.model_validate_json(body) for body in bodies)

    def _query(self) -> Select[str, int]:
        table = self.table.c
        first = and_(SOURCE.c.document == table.document, SOURCE.c.position == 0)
        dates = [column.nulls_last() for column in (self.date, SOURCE.c.published) if column is not None]
        return (
            select(table.body, table.document)
            .join(DOCUMENT, DOCUMENT.c.seq == table.document)
            .join(SOURCE, first)
            .order_by(*dates, DOCUMENT.c.id, table.start, table.position)
        )


def put(connection: Connection, seq: int, tables: Iterable[tuple[Table[Any], Rows]]) -> None:
    """Insert rows of the document `seq`, one statement a table."""
    for table, rows in tables:
        if complete := [{"document": seq, **row} for row in rows]:
            connection.execute(insert(table), complete)


def _states(between: Sequence[str]) -> Sequence[str]:
    if isinstance(between, str) or not 1 <= len(between) <= 3 or len(set(between)) < len(between):
        shown = between if isinstance(between, str) else ", ".join(between)
        raise UsageError(f"between {shown or 'no countries'!r}: give one to three different country codes")
    return between

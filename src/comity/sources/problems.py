"""What an import could not take or understand: rows set aside, and codes that stand for no known state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.ledger import Ledger
from comity.ledger.datasets.schemas import SCHEMAS, Schema
from comity.sources import sql


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was set aside, in the file of that name."""

    source: str
    file: str
    line: int | None
    field: str | None
    reason: str
    content: str | None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A code of a column that stands for no state of today, and in how many rows."""

    source: str
    table: str
    column: str
    code: str
    rows: int


def rejects(ledger: Ledger, source: str | None, most: int) -> tuple[list[Reject], int]:
    """The first so many rows set aside, by dataset, file and line, and how many there are in all."""
    found = ledger.table("rejects")
    if source is not None:
        found = found.filter(f"source = {sql.text(source)}")
    names = {file.id: file.name for file in ledger.tables.files(source)}
    total = found.count("*").fetchall()[0][0]
    rows = found.order("source, file, line, reason").limit(most)
    picked = rows.project("source, file, line, field, reason, content").fetchall()
    return [Reject(one[0], names[one[1]], *one[2:]) for one in picked], total


def unresolved(ledger: Ledger, source: str | None) -> list[Unresolved]:
    """Codes and names of states that have no ISO3, the most frequent first.

    Of an actor in events only those without a sector, as a party or an army has a code and need not have a state.
    """
    found = [one for schema in SCHEMAS.values() for one in _of(ledger, schema, source)]
    return sorted(found, key=lambda one: (-one.rows, one.source, one.table, one.column, one.code))


def _of(ledger: Ledger, schema: Schema, source: str | None) -> Iterator[Unresolved]:
    columns = [column.name for column in schema.columns]
    for iso3, code, others in _states(columns):
        conditions = [f"{iso3} IS NULL", f"{code} IS NOT NULL", *(f"{other} IS NULL" for other in others)]
        if source is not None:
            conditions.append(f"source = {sql.text(source)}")
        rows = ledger.table(schema.name).filter(" AND ".join(conditions))
        for name, value, count in rows.aggregate(f"source, {code}, count(*)").fetchall():
            yield Unresolved(name, schema.name, code, value, count)


def _states(columns: Sequence[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Columns with the ISO3 of a state, with that of its code and those that must be empty."""
    for column in ("country", "partner"):
        if column in columns:
            yield column, f"{column}_code", ()
    for side in ("actor", "recipient"):
        if f"{side}_country" in columns:
            yield f"{side}_country", f"{side}_code", (f"{side}_sector",)

"""How an older ledger becomes a present one: numbered steps, each in a transaction and applied once."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, Connection, Named, Table, TypedColumns, func, insert, inspect, select

from comity.ledger.metadata import METADATA
from comity.ledger.migrations import (
    m001_initial,
    m002_offices,
    m003_imports,
    m004_own_types,
    m005_origins,
    m006_retractions,
)


class MigrationColumns(TypedColumns):
    """The steps that a ledger has been through."""

    number: Named[int] = Column(primary_key=True)
    name: Named[str]


MIGRATION = Table("migration", METADATA, MigrationColumns)
STEPS: tuple[Callable[[Connection], None], ...] = (
    m001_initial.apply,
    m002_offices.apply,
    m003_imports.apply,
    m004_own_types.apply,
    m005_origins.apply,
    m006_retractions.apply,
)


def version(connection: Connection) -> int:
    """The number of the last step that a ledger has been through, 0 for an empty database."""
    if not inspect(connection).has_table(MIGRATION.name):
        return 0
    return connection.scalar(select(func.max(MIGRATION.c.number))) or 0


def advance(connection: Connection) -> None:
    """Apply the next step; the caller holds the write lock and commits."""
    done = version(connection)
    if done == len(STEPS):
        return
    MIGRATION.create(connection, checkfirst=True)
    step = STEPS[done]
    step(connection)
    name = step.__module__.rpartition(".")[2]
    connection.execute(insert(MIGRATION), {"number": done + 1, "name": name})

"""What users' own ontologies call an act; acts of older ledgers were read without one."""

from __future__ import annotations

from sqlalchemy import Connection

_STEPS = (
    "ALTER TABLE event ADD COLUMN own_ontology TEXT",
    "ALTER TABLE event ADD COLUMN own_type TEXT",
    "ALTER TABLE event ADD COLUMN own_mode TEXT",
    "CREATE INDEX ix_event_own_type ON event (own_type)",
)


def apply(connection: Connection) -> None:
    """Add the columns."""
    for step in _STEPS:
        connection.exec_driver_sql(step)

"""The catalogue of the public record: files that were imported, what became of their rows, where the rows lie."""

from __future__ import annotations

from sqlalchemy import Connection

_STEPS = (
    """CREATE TABLE import_file (
        id BIGINT PRIMARY KEY NOT NULL, source TEXT NOT NULL, form TEXT NOT NULL, version INTEGER NOT NULL,
        name TEXT NOT NULL, origin TEXT NOT NULL, sha256 TEXT NOT NULL, size BIGINT NOT NULL,
        imported TIMESTAMP NOT NULL, rows_read BIGINT NOT NULL, rows_kept BIGINT NOT NULL,
        rows_aside BIGINT NOT NULL, first_day DATE, last_day DATE, licence TEXT NOT NULL,
        citation TEXT NOT NULL, superseded_by BIGINT REFERENCES import_file (id))""",
    """CREATE TABLE import_reason (
        file BIGINT NOT NULL REFERENCES import_file (id), reason TEXT NOT NULL, rows BIGINT NOT NULL,
        PRIMARY KEY (file, reason))""",
    """CREATE TABLE import_part (
        path TEXT PRIMARY KEY NOT NULL, "table" TEXT NOT NULL, source TEXT NOT NULL, year INTEGER,
        rows BIGINT NOT NULL, size BIGINT NOT NULL, sha256 TEXT NOT NULL)""",
    "CREATE INDEX ix_import_file_source ON import_file (source)",
    'CREATE INDEX ix_import_part_table ON import_part ("table")',
)


def apply(connection: Connection) -> None:
    """Make the tables of the catalogue."""
    for statement in _STEPS:
        connection.exec_driver_sql(statement)

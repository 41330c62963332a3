"""Documents taken back: the decisions of persons, which of them hold, and a word index without those documents."""

from __future__ import annotations

from sqlalchemy import Connection

_STEPS = (
    """CREATE TABLE retraction (
        number INTEGER PRIMARY KEY NOT NULL, document INTEGER NOT NULL REFERENCES document (seq),
        retracted BOOLEAN NOT NULL, made_by TEXT NOT NULL, why TEXT NOT NULL, made TEXT NOT NULL)""",
    "CREATE INDEX ix_retraction_document ON retraction (document)",
    """CREATE VIEW retracted_document AS SELECT document FROM retraction
        WHERE retracted AND number IN (SELECT max(number) FROM retraction GROUP BY document)""",
    "DROP VIEW document_words",
    """CREATE VIEW document_words AS SELECT seq, text, (
        SELECT group_concat(title, char(10)) FROM (
            SELECT title FROM source WHERE document = seq ORDER BY position)) AS title FROM document
        WHERE seq NOT IN (SELECT document FROM retracted_document)""",
)


def apply(connection: Connection) -> None:
    """Add the table and the view; the index stays as it is, as nothing is retracted yet."""
    for step in _STEPS:
        connection.exec_driver_sql(step)

"""Which documents are copies of one text: what is compared of each, and the links found.

Documents of an older ledger are compared here, in the order of their addition; some 300 a second.
"""

from __future__ import annotations

from sqlalchemy import Connection

from comity.ledger import sketches

_STEPS = (
    """CREATE TABLE origin_sketch (
        document INTEGER PRIMARY KEY NOT NULL REFERENCES document (seq), body TEXT, shingles BLOB NOT NULL)""",
    "CREATE INDEX ix_origin_sketch_body ON origin_sketch (body)",
    """CREATE TABLE origin_band (
        "key" INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document (seq),
        PRIMARY KEY ("key", document)) WITHOUT ROWID""",
    """CREATE TABLE origin_link (
        number INTEGER PRIMARY KEY NOT NULL, document INTEGER NOT NULL REFERENCES document (seq),
        other INTEGER NOT NULL REFERENCES document (seq), same BOOLEAN NOT NULL, method TEXT NOT NULL,
        score DOUBLE, made_by TEXT NOT NULL, why TEXT, made TEXT NOT NULL, ended TEXT)""",
    "CREATE INDEX ix_origin_link_document ON origin_link (document)",
    "CREATE INDEX ix_origin_link_other ON origin_link (other)",
)


def apply(connection: Connection) -> None:
    """Add the tables and compare what the ledger holds."""
    for step in _STEPS:
        connection.exec_driver_sql(step)
    for (seq,) in connection.exec_driver_sql("SELECT seq FROM document ORDER BY seq").all():
        sketches.add(connection, seq)

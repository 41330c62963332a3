"""Ledgers as an earlier Comity left them."""

from __future__ import annotations

import sqlite3


def unretracted(raw: sqlite3.Connection) -> None:
    """Take away what retractions need, as before the sixth step."""
    raw.execute("DROP VIEW document_words")
    raw.execute("DROP VIEW retracted_document")
    raw.execute("DROP TABLE retraction")
    raw.execute("""CREATE VIEW document_words AS SELECT seq, text, (
        SELECT group_concat(title, char(10)) FROM (
            SELECT title FROM source WHERE document = seq ORDER BY position)) AS title FROM document""")
    raw.execute("DELETE FROM migration WHERE number >= 6")

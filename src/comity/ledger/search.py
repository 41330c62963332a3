"""Word search over titles and texts, on SQLite's FTS5. The only module that knows how words are indexed.

The index keeps no text of its own: it reads the view `document_words`, in which all titles of a
document stand one a line. So the index entry has to be dropped before a title is added.
"""

from __future__ import annotations

import re

from sqlalchemy import Connection, text

from comity.errors import UsageError
from comity.ledger.answers import Hit

MARKS = ("‹", "›")
"""What a snippet puts before and after each word that was searched for."""
_SNIPPET_WORDS = 24
_MOST_WORDS = 64
"""FTS5 nests its query one level a word and gives up at 256."""

_CREATE = (
    """CREATE VIEW document_words AS SELECT seq, text, (
        SELECT group_concat(title, char(10)) FROM (
            SELECT title FROM source WHERE document = seq ORDER BY position)) AS title FROM document""",
    """CREATE VIRTUAL TABLE document_index USING fts5(
        title, text, content='document_words', content_rowid='seq', tokenize='porter unicode61')""",
)
_ADD = "INSERT INTO document_index (rowid, title, text) SELECT seq, title, text FROM document_words"
_DROP = """INSERT INTO document_index (document_index, rowid, title, text)
    SELECT 'delete', seq, title, text FROM document_words"""
_FIND = """SELECT document.id, source.title,
        snippet(document_index, -1, :before, :after, '…', :size) AS snippet
    FROM document_index
    JOIN document ON document.seq = document_index.rowid
    JOIN source ON source.document = document.seq AND source.position = 0
    WHERE document_index MATCH :query ORDER BY bm25(document_index), document.id LIMIT :limit"""


def create(connection: Connection) -> None:
    """Make the index; it is empty and belongs to a ledger without documents."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


def add(connection: Connection, seq: int) -> None:
    """Index the document `seq` with the titles it has now."""
    connection.execute(text(f"{_ADD} WHERE seq = :seq"), {"seq": seq})


def drop(connection: Connection, seq: int) -> None:
    """Take the document `seq` out of the index, before its titles change."""
    connection.execute(text(f"{_DROP} WHERE seq = :seq"), {"seq": seq})


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Documents with all of the words in some form, best first; see `Ledger.search`."""
    if limit < 1:
        raise UsageError(f"limit {limit}: at least 1 document has to be asked for")
    query = _query(words)
    if not query:
        return ()
    before, after = MARKS
    values = {"query": query, "limit": limit, "before": before, "after": after, "size": _SNIPPET_WORDS}
    return tuple(Hit(*row) for row in connection.execute(text(_FIND), values))


def _query(words: str) -> str:
    """An FTS5 query in which nothing of `words` works as an operator.

    What stands together without a space ('Jung-wook', 'U.S.') has to stand together in the text too.
    """
    phrases = (" ".join(re.findall(r"\w+", word)) for word in words.split())
    return " ".join(f'"{phrase}"' for phrase in [one for one in phrases if one][:_MOST_WORDS])

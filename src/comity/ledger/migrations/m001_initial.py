"""The first tables: texts with their sources, entities, events, ties, claims, opinions, word search.

A migration states the tables of its day in SQL and imports no table module, so that it stays true
when those move on. `document.seq` is numbered by SQLite itself.
"""

from __future__ import annotations

from sqlalchemy import Connection

from comity.ledger import search

_ITEM_KEY = "document INTEGER NOT NULL REFERENCES document (seq), position INTEGER NOT NULL"
_ITEM = f"{_ITEM_KEY}, id TEXT NOT NULL, start INTEGER NOT NULL, body TEXT NOT NULL"
_PART = "document INTEGER NOT NULL, item INTEGER NOT NULL, position INTEGER NOT NULL"
_PART_KEY = "PRIMARY KEY (document, item, position), FOREIGN KEY (document, item) REFERENCES"
_SPAN = 'start INTEGER NOT NULL, "end" INTEGER NOT NULL'
_EVIDENCE = f"{_PART}, {_SPAN}, trigger_start INTEGER, trigger_end INTEGER"
_ABOUT = f"{_PART}, entity TEXT NOT NULL, stands_for TEXT NOT NULL"

_TABLES = (
    """CREATE TABLE document (
        seq INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL,
        language TEXT NOT NULL, reader_version TEXT NOT NULL, digest TEXT NOT NULL)""",
    f"""CREATE TABLE source (
        {_ITEM_KEY}, title TEXT, publisher TEXT, author TEXT, url TEXT, published DATE,
        genre TEXT NOT NULL, PRIMARY KEY (document, position))""",
    f"""CREATE TABLE entity (
        {_ITEM}, kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT, sector TEXT,
        PRIMARY KEY (document, position))""",
    f"CREATE TABLE mention ({_PART}, {_SPAN}, {_PART_KEY} entity (document, position))",
    f"""CREATE TABLE office (
        {_PART}, title TEXT NOT NULL, "of" TEXT, date_start TEXT, date_end TEXT,
        {_PART_KEY} entity (document, position))""",
    f"""CREATE TABLE event (
        {_ITEM}, event_type TEXT NOT NULL, mode TEXT, cameo TEXT, quad TEXT NOT NULL,
        score DOUBLE NOT NULL, date_start DATE, date_end DATE, date_precision TEXT NOT NULL,
        status TEXT NOT NULL, speaker TEXT NOT NULL, manner TEXT NOT NULL, domain TEXT NOT NULL,
        substance TEXT NOT NULL, confidence DOUBLE NOT NULL, PRIMARY KEY (document, position))""",
    f"""CREATE TABLE event_party (
        {_PART}, role TEXT NOT NULL, entity TEXT NOT NULL, country TEXT, sector TEXT,
        stands_for TEXT NOT NULL, {_SPAN}, PRIMARY KEY (document, item, position, role),
        FOREIGN KEY (document, item) REFERENCES event (document, position))""",
    f"CREATE TABLE event_evidence ({_EVIDENCE}, {_PART_KEY} event (document, position))",
    f"""CREATE TABLE tie (
        {_ITEM}, kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,
        first_stands_for TEXT NOT NULL, second_stands_for TEXT NOT NULL, name TEXT, level TEXT,
        status TEXT NOT NULL, date_start TEXT, date_end TEXT, confidence DOUBLE NOT NULL,
        PRIMARY KEY (document, position))""",
    f"CREATE TABLE tie_evidence ({_EVIDENCE}, {_PART_KEY} tie (document, position))",
    f"""CREATE TABLE claim (
        {_ITEM}, kind TEXT NOT NULL, speaker TEXT NOT NULL, manner TEXT NOT NULL,
        "end" INTEGER NOT NULL, PRIMARY KEY (document, position))""",
    f"CREATE TABLE claim_about ({_ABOUT}, {_PART_KEY} claim (document, position))",
    f"""CREATE TABLE opinion (
        {_ITEM}, kind TEXT NOT NULL, holder TEXT NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (document, position))""",
    f"CREATE TABLE opinion_about ({_ABOUT}, {_PART_KEY} opinion (document, position))",
)
_INDEXED = {
    "entity": ("id", "name", "country"),
    "event": ("id", "event_type", "date_start"),
    "event_party": ("stands_for",),
    "tie": ("id", "kind", "first_stands_for", "second_stands_for", "date_start"),
    "claim": ("id", "kind"),
    "claim_about": ("stands_for",),
    "opinion": ("id", "kind"),
    "opinion_about": ("stands_for",),
}


def apply(connection: Connection) -> None:
    """Make the tables, their indexes and the word index."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    for table, columns in _INDEXED.items():
        for column in columns:
            connection.exec_driver_sql(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")
    search.create(connection)

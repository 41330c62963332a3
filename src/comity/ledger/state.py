"""What a ledger holds, in a few numbers and one name that a brief can be traced back to."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from comity.ledger import origins, retractions, sources
from comity.ledger.answers import LedgerState, Listed
from comity.ledger.documents import DOCUMENT
from comity.ledger.shelves import SHELVES
from comity.ledger.sources import SOURCE


def state(connection: Connection) -> LedgerState:
    """The state of the ledger; costs a pass over the documents and sources, not over the items."""
    documents, all_sources = _contents(connection)
    contents: list[object] = [documents, all_sources]
    if decisions := origins.decisions(connection):
        contents.append(decisions)
    if taken_back := retractions.decisions(connection):
        contents.append({"retractions": [*map(astuple, taken_back)]})
    digest = hashlib.sha256(json.dumps(contents, default=dt.date.isoformat).encode()).hexdigest()
    gone = retractions.held(connection)
    own = [[one for one in rows if one[0] not in gone] for rows in (documents, all_sources)]
    counts = {kind: connection.execute(_standing(shelf.table)).scalar_one() for kind, shelf in SHELVES.items()}
    return LedgerState(digest[:12], *map(len, own), **counts)


def listed(connection: Connection) -> tuple[Listed, ...]:
    """One row a document, by date of publication and id, without the texts."""
    tables: list[tuple[str, Table[Any]]] = [("sources", SOURCE)]
    tables += [(kind, shelf.table) for kind, shelf in SHELVES.items()]
    counts = [_count(table).where(table.c.document == DOCUMENT.c.seq).label(name) for name, table in tables]
    first = SOURCE.alias()
    query = (
        select(
            DOCUMENT.c.id, first.c.title, first.c.publisher, first.c.author, first.c.url,
            first.c.published, first.c.genre, DOCUMENT.c.language, *counts,
        )
        .join_from(DOCUMENT, first, (first.c.document == DOCUMENT.c.seq) & (first.c.position == 0))
        .order_by(first.c.published.nulls_last(), DOCUMENT.c.id)
    )  # fmt: skip
    gone = retractions.held(connection)
    return tuple(Listed(**row._mapping, retraction=gone.get(row.id)) for row in connection.execute(query))


def _contents(connection: Connection) -> tuple[list[list[str]], list[list[str]]]:
    """All that sets one ledger apart from another, in an order of its own.

    The digest of the record belongs to it: the same text read with another date gives other items.
    """
    columns = DOCUMENT.c.seq, DOCUMENT.c.id, DOCUMENT.c.digest, DOCUMENT.c.reader_version
    rows = connection.execute(select(*columns).order_by(DOCUMENT.c.id)).all()
    known = sources.load(connection)
    all_sources = [[row.id, source] for row in rows for source in sorted(map(sources.sort_key, known[row.seq]))]
    return [[row.id, row.digest, row.reader_version] for row in rows], all_sources


def _standing(table: Table[Any]) -> Select[int]:
    return _count(table).where(retractions.stands(table.c.document))


def _count(table: Table[Any]) -> Select[int]:
    return select(func.count()).select_from(table)

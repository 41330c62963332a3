"""Documents taken back and restored: decisions of persons, only ever added to, of which the last one holds.

A retracted document is kept with all its items, but counts nowhere: whatever is asked of the ledger leaves it out
by `stands`, the word index by the view that it is made from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    Named,
    Row,
    Table,
    TypedColumns,
    insert,
    select,
)
from sqlalchemy import column as column_of
from sqlalchemy import table as table_of

from comity.errors import UsageError
from comity.ledger import search
from comity.ledger.answers import Decision
from comity.ledger.documents import DOCUMENT, seq_of
from comity.ledger.metadata import METADATA


class RetractionColumns(TypedColumns):
    """One decision on a document: to take it back or to restore it; `made` is the time in UTC."""

    number: Named[int] = Column(primary_key=True)
    document: Named[int] = Column(ForeignKey("document.seq"), index=True)
    retracted: Named[bool]
    made_by: Named[str]
    why: Named[str]
    made: Named[str]


RETRACTION = Table("retraction", METADATA, RetractionColumns)
RETRACTED = table_of("retracted_document", column_of("document", Integer))
"""The view of the documents that are retracted now, by `seq`."""


def stands(document: ColumnElement[int]) -> ColumnElement[bool]:
    """True of rows whose document is not retracted."""
    return document.not_in(select(RETRACTED.c.document))


def decide(connection: Connection, document_id: str, retracted: bool, by: str, why: str) -> Decision:
    """See `Ledger.retract` and `Ledger.restore`."""
    made_by, reason = _said("by", by), _said("why", why)
    seq = seq_of(connection, document_id)
    if seq is None:
        raise UsageError(f"no document of this ledger has the id {document_id!r}: see the list of documents")
    _refuse_idle(connection, seq, document_id, retracted)
    search.drop(connection, seq)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    row = {"document": seq, "retracted": retracted, "made_by": made_by, "why": reason, "made": now}
    connection.execute(insert(RETRACTION), row)
    search.add(connection, seq)
    return decisions(connection, seq)[-1]


def decisions(connection: Connection, seq: int | None = None) -> tuple[Decision, ...]:
    """All decisions on a document, or on any, by its id and in the order in which they were made."""
    query = select(DOCUMENT.c.id, RETRACTION).join(RETRACTION, RETRACTION.c.document == DOCUMENT.c.seq)
    query = query.order_by(DOCUMENT.c.id, RETRACTION.c.number)
    if seq is not None:
        query = query.where(RETRACTION.c.document == seq)
    return tuple(map(_decision, connection.execute(query)))


def held(connection: Connection, seq: int | None = None) -> Mapping[str, Decision]:
    """By id of a document that is retracted now, that one or any: the decision that holds."""
    last = {one.document_id: one for one in decisions(connection, seq)}
    return {name: one for name, one in last.items() if one.retracted}


def seqs(connection: Connection) -> frozenset[int]:
    """The documents that are retracted now."""
    return frozenset(connection.scalars(select(RETRACTED.c.document)))


def _said(name: str, words: str) -> str:
    said = " ".join(words.split())
    if not said:
        raise UsageError(f"{name} is empty: tell who decides on the document, and why")
    return said


def _refuse_idle(connection: Connection, seq: int, document_id: str, retracted: bool) -> None:
    """A decision that changes nothing is a mistake of somebody who does not know of the last one."""
    known = held(connection, seq).get(document_id)
    if known and retracted:
        raise UsageError(f"the document {document_id[:12]} is already {known}; restore it to let it count")
    if not known and not retracted:
        raise UsageError(f"the document {document_id[:12]} is not retracted, so there is nothing to restore")


def _decision(row: Row[str]) -> Decision:
    return Decision(row.id, bool(row.retracted), row.made_by, row.why, dt.date.fromisoformat(row.made[:10]))

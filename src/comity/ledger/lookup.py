"""From an id, or the beginning of one, to what it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, String, literal, null, select, type_coerce, union_all

from comity.errors import UsageError
from comity.ledger import origins, retractions
from comity.ledger.answers import Found, FoundKind, Kind
from comity.ledger.documents import DOCUMENT, load
from comity.ledger.shelves import SHELVES

SHORTEST = 4
"""Characters: with fewer, hardly any beginning of an id would be unique."""
_SHOWN = 5
_KINDS: dict[Kind, FoundKind] = {"events": "event", "ties": "tie", "claims": "claim", "opinions": "opinion"}
Matches = Callable[[ColumnElement[str]], ColumnElement[bool]]


class _Candidate(NamedTuple):
    kind: FoundKind
    id: str
    document: int
    body: str | None
    document_id: str


def find(connection: Connection, wanted: str) -> Found:
    """See `Ledger.find`."""
    candidates = _candidates(connection, lambda column: column == wanted)
    if not candidates and len(wanted) < SHORTEST:
        raise UsageError(f"{wanted!r} is too short for an id: give at least its first {SHORTEST} characters")
    if not candidates:
        # A range, unlike LIKE, goes through the index and knows no wildcards.
        candidates = _candidates(connection, lambda column: column.between(wanted, wanted + "\U0010ffff"))
    if len(candidates) != 1:
        raise UsageError(_which(wanted, candidates))
    return _found(connection, candidates[0])


def _candidates(connection: Connection, matches: Matches) -> list[_Candidate]:
    """Up to one more than are shown, by id."""
    kind, no_body = literal("document").label("kind"), type_coerce(null(), String)
    queries = [select(kind, DOCUMENT.c.id, DOCUMENT.c.seq, no_body).where(matches(DOCUMENT.c.id))]
    for name, shelf in SHELVES.items():
        item, kind = shelf.table.c, literal(str(_KINDS[name])).label("kind")
        queries.append(select(kind, item.id, item.document, item.body).where(matches(item.id)))
    matching = union_all(*queries).subquery()
    query = select(matching, DOCUMENT.c.id.label("of")).join(DOCUMENT, DOCUMENT.c.seq == matching.c.seq)
    rows = connection.execute(query.order_by(matching.c.id, matching.c.kind, "of").limit(_SHOWN + 1))
    return [_Candidate(*row) for row in rows]


def _which(wanted: str, candidates: Sequence[_Candidate]) -> str:
    if not candidates:
        return f"nothing in this ledger has an id that begins with {wanted!r}: see the list of documents"
    shown = candidates[:_SHOWN]
    names = ", ".join(f"{one.kind} {one.id} of document {one.document_id[:12]}" for one in shown)
    more = " and others" if len(candidates) > _SHOWN else ""
    return f"{wanted!r} may be {names}{more}: give more of the id, or look into the document"


def _found(connection: Connection, candidate: _Candidate) -> Found:
    seq = candidate.document
    document, sources = load(connection, select(DOCUMENT.c.seq).where(DOCUMENT.c.seq == seq))[seq]
    models = {_KINDS[kind]: shelf.model for kind, shelf in SHELVES.items()}
    item = document if candidate.body is None else models[candidate.kind].model_validate_json(candidate.body)
    copies, retraction = origins.copies(connection, seq), retractions.held(connection, seq).get(document.id)
    return Found(candidate.kind, item, document, sources, copies, retraction)

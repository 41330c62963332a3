"""A record going into the ledger, and coming out again."""

from __future__ import annotations

from sqlalchemy import Connection, select

from comity.errors import InputError, UsageError
from comity.ledger import documents, entities, offices, retractions, search, sketches, sources
from comity.ledger.answers import Added
from comity.ledger.shelf import put
from comity.ledger.shelves import SHELVES
from comity.ledger.store import Store
from comity.record import Record


def add(store: Store, record: Record) -> Added:
    """See `Ledger.add`."""
    _refuse_lossy(record)
    with store.writing() as connection:
        seq = documents.seq_of(connection, record.document.id)
        if seq is None:
            _add_all(connection, record)
            return Added(record.document.id, new_document=True, new_source=True)
        is_new, retraction = _add_source(connection, seq, record), retractions.held(connection, seq)
        return Added(record.document.id, False, is_new, retraction.get(record.document.id))


def record(connection: Connection, document_id: str) -> Record:
    """See `Ledger.record`."""
    seq = documents.seq_of(connection, document_id)
    if seq is None:
        raise UsageError(f"no document of this ledger has the id {document_id!r}: see the list of documents")
    document, _ = documents.load(connection, select(documents.DOCUMENT.c.seq).filter_by(seq=seq))[seq]
    items = {kind: shelf.of_document(connection, seq) for kind, shelf in SHELVES.items()}
    return Record(document=document, entities=entities.of_document(connection, seq), **items)


def _add_all(connection: Connection, record: Record) -> None:
    seq = documents.add(connection, record)
    sources.add(connection, seq, sources.of(record.document), position=0)
    put(connection, seq, entities.rows(record))
    put(connection, seq, offices.rows(record))
    for shelf in SHELVES.values():
        put(connection, seq, shelf.rows(record))
    search.add(connection, seq)
    sketches.add(connection, seq)


def _add_source(connection: Connection, seq: int, record: Record) -> bool:
    source = sources.of(record.document)
    known = sources.load(connection, select(documents.DOCUMENT.c.seq).filter_by(seq=seq))[seq]
    if source in known:
        return False
    search.drop(connection, seq)
    sources.add(connection, seq, source, position=len(known))
    search.add(connection, seq)
    return True


def _refuse_lossy(record: Record) -> None:
    """JSON has no infinity: a record that holds one would not be the same when it comes out again."""
    kept = Record.from_json(record.to_json())
    if kept.model_dump(mode="json") != record.model_dump(mode="json"):
        raise InputError(
            f"the record of document {record.document.id[:12]} holds a value that JSON cannot carry,"
            " such as an infinite number: correct it and add it again"
        )

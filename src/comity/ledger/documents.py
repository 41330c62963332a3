"""Texts, each kept once."""

from __future__ import annotations

import hashlib

from sqlalchemy import Column, Connection, Named, Select, Table, TypedColumns, insert, select

from comity._version import __version__
from comity.ledger import sources
from comity.ledger.answers import Source
from comity.ledger.metadata import METADATA
from comity.record import Document, Record


class DocumentColumns(TypedColumns):
    """`seq` counts in order of addition and never leaves the ledger; `digest` is that of the whole record."""

    seq: Named[int] = Column(primary_key=True)
    id: Named[str] = Column(unique=True)
    text: Named[str]
    language: Named[str]
    reader_version: Named[str]
    digest: Named[str]


DOCUMENT = Table("document", METADATA, DocumentColumns)


def add(connection: Connection, record: Record) -> int:
    """Keep the text of a record; returns its `seq`."""
    row = {
        "id": record.document.id,
        "text": record.document.text,
        "language": record.document.language,
        "reader_version": __version__,
        "digest": hashlib.sha256(record.to_json().encode()).hexdigest(),
    }
    return connection.execute(insert(DOCUMENT).returning(DOCUMENT.c.seq), row).scalar_one()


def seq_of(connection: Connection, document_id: str) -> int | None:
    """The `seq` of a document, `None` where its text is not in the ledger."""
    return connection.scalar(select(DOCUMENT.c.seq).where(DOCUMENT.c.id == document_id))


def load(
    connection: Connection, wanted: Select[int] | None = None
) -> dict[int, tuple[Document, tuple[Source, ...]]]:
    """Documents with their sources by `seq`; `wanted` selects which, all by default."""
    query = select(DOCUMENT)
    if wanted is not None:
        query = query.where(DOCUMENT.c.seq.in_(wanted))
    known = sources.load(connection, wanted)
    return {
        row.seq: (_document(row.id, row.language, row.text, known[row.seq][0]), known[row.seq])
        for row in connection.execute(query)
    }


def _document(document_id: str, language: str, text: str, source: Source) -> Document:
    known = {field: getattr(source, field) for field in sources.FIELDS}
    return Document(id=document_id, language=language, text=text, **known)

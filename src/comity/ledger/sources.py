"""Where texts were published: the same text in two papers is one document with two sources."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from dataclasses import astuple
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Named, Select, Table, TypedColumns, insert, select

from comity.ledger.answers import Source
from comity.ledger.metadata import METADATA


class SourceColumns(TypedColumns):
    """The source at position 0 is the one that the text was read with."""

    document: Named[int] = Column(ForeignKey("document.seq"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    title: Named[str | None]
    publisher: Named[str | None]
    author: Named[str | None]
    url: Named[str | None]
    published: Named[dt.date | None]
    genre: Named[str]


SOURCE = Table("source", METADATA, SourceColumns)
FIELDS = ("title", "publisher", "author", "url", "published", "genre")
"""What a source knows of a document, under the names that both give it."""


def of(known: Any) -> Source:
    """The source that a document, or a row with these columns, names."""
    return Source(*(getattr(known, field) for field in FIELDS))


def add(connection: Connection, seq: int, source: Source, position: int) -> None:
    """Keep a source of the document `seq`."""
    values = dict(zip(FIELDS, astuple(source), strict=True))
    connection.execute(insert(SOURCE), {"document": seq, "position": position, **values})


def load(connection: Connection, wanted: Select[int] | None = None) -> dict[int, tuple[Source, ...]]:
    """Sources by document `seq`: first the one read with, then the others in an order of their own."""
    query = select(SOURCE).order_by(SOURCE.c.document, SOURCE.c.position)
    if wanted is not None:
        query = query.where(SOURCE.c.document.in_(wanted))
    found: dict[int, list[Source]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document].append(of(row))
    return {seq: (first, *sorted(others, key=sort_key)) for seq, (first, *others) in found.items()}


def sort_key(source: Source) -> str:
    """The whole source as JSON, its date first, so that equal keys are equal sources."""
    return json.dumps([source.published, *astuple(source)], default=dt.date.isoformat)

"""The words behind an office: each document's passage with its source."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, select

from comity.ledger import sources
from comity.ledger.answers import Source, Telling
from comity.ledger.documents import DOCUMENT
from comity.ledger.offices import OFFICE_EVIDENCE
from comity.ledger.sources import SOURCE
from comity.ledger.tenures import Told

Spans = Mapping[tuple[int, int, int], list[tuple[int, int]]]
_AT_ONCE = 5000
"""Documents asked for in one query: SQLite takes only so many values."""
_NEVER = dt.date.max.toordinal()


def tellings(connection: Connection, told: Sequence[Told]) -> dict[Told, tuple[Telling, ...]]:
    """The passages of each office told; holds one text at a time, and costs one pass over the documents."""
    by_document: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        by_document[one.document].append(one)
    wanted, found = list(by_document), {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        spans = _spans(connection, [one for seq in some for one in by_document[seq]])
        for seq, own, text, source in _texts(connection, some):
            for one in by_document[seq]:
                found[one] = tuple(_passages(one, own, text, source, spans))
    return found


def best_first(passages: Iterable[tuple[Told, Telling]], on: dt.date | None) -> tuple[Telling, ...]:
    """Those of an office held before those of a former one, the nearest to a day, those that tell most of it."""

    def order(passage: tuple[Told, Telling]) -> tuple[object, ...]:
        told, telling = passage
        away = min((abs((on - day).days) for day in told.days), default=_NEVER) if on else 0
        lacks = sum(value is None for value in (told.of, told.host, told.from_, told.to, told.on_start))
        published = telling.source.published or dt.date.max
        place = telling.document_id, telling.start or 0, told.item, told.position
        return telling.former, telling.quotation is None, away, lacks, published, *place

    return tuple(telling for _, telling in sorted(passages, key=order))


def _passages(told: Told, own: str, text: str, source: Source, spans: Spans) -> Iterator[Telling]:
    """One for each stretch of the text; one without words where none was kept."""
    rest = told.on_start, told.on_end, told.former
    kept = spans.get((told.document, told.item, told.position), [])
    if not kept:
        yield Telling(own, source, told.title, None, None, None, *rest)
    for start, end in kept:
        yield Telling(own, source, told.title, text[start:end], start, end, *rest)


def _spans(connection: Connection, told: Sequence[Told]) -> Spans:
    """By document, entity and office; with some of offices that were not asked for."""
    part = OFFICE_EVIDENCE.c
    query = select(part.document, part.item, part.office, part.start, part.end).where(
        part.document.in_({one.document for one in told}),
        part.item.in_({one.item for one in told}),
        part.office.in_({one.position for one in told}),
    )
    found: dict[tuple[int, int, int], list[tuple[int, int]]] = defaultdict(list)
    for document, item, office, start, end in connection.execute(query.order_by(part.position)):
        found[document, item, office].append((start, end))
    return found


def _texts(connection: Connection, documents: Sequence[int]) -> Iterator[tuple[int, str, str, Source]]:
    first = and_(SOURCE.c.document == DOCUMENT.c.seq, SOURCE.c.position == 0)
    query = select(DOCUMENT.c.seq, DOCUMENT.c.id, DOCUMENT.c.text, SOURCE).join(SOURCE, first)
    for row in connection.execute(query.where(DOCUMENT.c.seq.in_(documents))):
        yield row.seq, row.id, row.text, sources.of(row)

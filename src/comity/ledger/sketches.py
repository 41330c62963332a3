"""Finding the copies of a text among all that the ledger holds, without reading them all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import Column, Connection, ForeignKey, Named, Table, TypedColumns, insert, or_, select

from comity.ledger import agencies, body, copies, origins
from comity.ledger.documents import DOCUMENT
from comity.ledger.metadata import METADATA
from comity.ledger.sources import SOURCE


class SketchColumns(TypedColumns):
    """What is compared of a document: hashes of its shingles (four bytes each) and the digest of its body."""

    document: Named[int] = Column(ForeignKey("document.seq"), primary_key=True)
    body: Named[str | None] = Column(index=True)
    shingles: Named[bytes]


class BandColumns(TypedColumns):
    """A document may be a copy of those with which it shares a key."""

    key: Named[int] = Column(primary_key=True)
    document: Named[int] = Column(ForeignKey("document.seq"), primary_key=True)


SKETCH = Table("origin_sketch", METADATA, SketchColumns)
BAND = Table("origin_band", METADATA, BandColumns)


@dataclass(frozen=True)
class _Text:
    """A document with what is compared of it; its words are those of the body."""

    seq: int
    id: str
    text: str
    publisher: str | None
    shingles: copies.Shingles

    @cached_property
    def words(self) -> tuple[str, ...]:
        return body.words(self.text)

    @cached_property
    def agencies(self) -> frozenset[str]:
        return agencies.credited(self.text, self.publisher)


def add(connection: Connection, seq: int) -> None:
    """Keep the sketch of the document `seq` and link it to its copies; reads no text but that of a likely copy."""
    (text,) = _texts(connection, {seq: copies.shingles(())})
    text = replace(text, shingles=copies.shingles(text.words))
    digest, keys = _digest(text.words), copies.bands(text.shingles)
    likely = _candidates(connection, text, digest, keys)
    found = {other.seq: _compared(*sorted((text, other), key=lambda one: one.id)) for other in likely}
    origins.found(connection, seq, {other: how for other, how in found.items() if how})
    connection.execute(insert(SKETCH), {"document": seq, "body": digest, "shingles": text.shingles.tobytes()})
    if keys:
        connection.execute(insert(BAND), [{"key": key, "document": seq} for key in keys])


def _texts(connection: Connection, known: Mapping[int, copies.Shingles]) -> list[_Text]:
    """Documents by `seq`, with the shingles that are known of them."""
    first = (SOURCE.c.document == DOCUMENT.c.seq) & (SOURCE.c.position == 0)
    query = select(DOCUMENT.c.seq, DOCUMENT.c.id, DOCUMENT.c.text, SOURCE.c.publisher)
    rows = connection.execute(query.join_from(DOCUMENT, SOURCE, first).where(DOCUMENT.c.seq.in_(known)))
    return [_Text(*row, known[row.seq]) for row in rows]


def _digest(words: Sequence[str]) -> str | None:
    """The body's name; `None` for a text so short that another may well be the same by chance."""
    if len(words) < copies.FEWEST_EQUAL_WORDS:
        return None
    return hashlib.sha256(" ".join(words).lower().encode()).hexdigest()


def _candidates(connection: Connection, text: _Text, digest: str | None, keys: Sequence[int]) -> list[_Text]:
    """Documents with the same body, or that share a band and enough of their shingles to be looked at."""
    met = select(BAND.c.document).where(BAND.c.key.in_(keys))
    query = select(SKETCH).where(or_(SKETCH.c.body == digest, SKETCH.c.document.in_(met)))
    likely = {}
    for row in connection.execute(query):
        shingles = copies.loaded(row.shingles)
        if row.body == digest or copies.copied(text.shingles, shingles, same_agency=True) is not None:
            likely[row.document] = shingles
    return _texts(connection, likely) if likely else []


def _compared(one: _Text, other: _Text) -> tuple[copies.Method, float] | None:
    """How a text is known to be a copy of another, and how much of the shorter one it shares."""
    if _digest(one.words) == _digest(other.words):
        return "equal", 1.0
    score = copies.copied(one.shingles, other.shingles, same_agency=True)
    if score is None or copies.is_refilled(one.words, other.words):
        return None
    if copies.copied(one.shingles, other.shingles, same_agency=False) is not None:
        return "copy", score
    return ("agency", score) if one.agencies & other.agencies else None

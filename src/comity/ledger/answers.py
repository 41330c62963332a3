"""What the ledger answers with: frozen values, free of wall-clock time and of the order of addition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from comity.record import Claim, Document, Event, Opinion, Tie
from comity.record.values import Genre

Kind = Literal["events", "ties", "claims", "opinions"]
FoundKind = Literal["document", "event", "tie", "claim", "opinion"]
Between = Sequence[str] | None
"""Two or three different codes of states or bodies, as in `Party.country` and `Entity.id`; `None`: all."""

ItemT = TypeVar("ItemT", Event, Tie, Claim, Opinion)
ItemT_co = TypeVar("ItemT_co", Event, Tie, Claim, Opinion, covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """One publication of a document's text."""

    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: dt.date | None
    genre: Genre


@dataclass(frozen=True, slots=True)
class Held(Generic[ItemT_co]):
    """An item with the document that shows it.

    `document` carries the source that the text was read with; it is also the first of `sources`.
    """

    item: ItemT_co
    document: Document
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition changed; both are true for a text that was not known before."""

    document_id: str
    new_document: bool
    new_source: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list of documents: its source as read, and how much is known of it."""

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: dt.date | None
    genre: Genre
    language: str
    sources: int
    events: int
    ties: int
    claims: int
    opinions: int


@dataclass(frozen=True, slots=True)
class Found:
    """What an id names; for a document `item` is the document itself."""

    kind: FoundKind
    item: Document | Event | Tie | Claim | Opinion
    document: Document
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds all the words searched for; they stand between `search.MARKS` in `snippet`."""

    document_id: str
    title: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class LedgerState:
    """How much a ledger holds; `id` is the same for the same contents, whatever order they came in."""

    id: str
    documents: int
    sources: int
    events: int
    ties: int
    claims: int
    opinions: int

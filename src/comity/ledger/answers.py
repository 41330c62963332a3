"""What the ledger answers with: frozen values, free of wall-clock time and of the order of addition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from comity.record import Claim, Document, Event, Opinion, Tie
from comity.record.types import PartialDate
from comity.record.values import Genre

Kind = Literal["events", "ties", "claims", "opinions"]
HeldBy = Literal["stated", "evidenced", "inferred", "imported"]
"""How an office is known to be held on a day: by dates that texts state, between two days on which texts show
it, near such a day, or by a file that was imported (which is said without a day too)."""
FoundKind = Literal["document", "event", "tie", "claim", "opinion"]
Between = Sequence[str] | None
"""One to three different codes of states or bodies, as in `Party.country` and `Entity.id`; `None`: all."""

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
    `copy_of` is the id of the document that stands for all its near-copies, `None` where it has none.
    """

    item: ItemT_co
    document: Document
    sources: tuple[Source, ...]
    copy_of: str | None = None

    @property
    def origin(self) -> str:
        """The document that it counts for: reports of different origin are independent of each other."""
        return self.copy_of or self.document.id


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that a document is retracted, or, where it is not, that it counts again; `on` in UTC."""

    document_id: str
    retracted: bool
    by: str
    why: str
    on: dt.date

    def __str__(self) -> str:
        """'retracted on 2026-11-24 by M. Reader: the paper took it back'."""
        return f"{'retracted' if self.retracted else 'restored'} on {self.on} by {self.by}: {self.why}"


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition changed; both are true for a text that was not known before.

    `retraction` is the decision by which a text that is known already counts nowhere.
    """

    document_id: str
    new_document: bool
    new_source: bool
    retraction: Decision | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list of documents: its source as read, and how much was read in it.

    `retraction` is the decision by which nothing of it counts.
    """

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
    retraction: Decision | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What an id names; for a document `item` is the document itself.

    `copies` are the other documents of the same origin that are not retracted; `retraction` is the decision by
    which this one is.
    """

    kind: FoundKind
    item: Document | Event | Tie | Claim | Opinion
    document: Document
    sources: tuple[Source, ...]
    copies: tuple[str, ...] = ()
    retraction: Decision | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds all the words searched for; they stand between `search.MARKS` in `snippet`."""

    document_id: str
    title: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class LedgerState:
    """How much a ledger holds that counts; `id` is the same for the same contents, whatever order they came in.

    Every decision on a document is part of the contents: one retracted and restored gives another id.
    """

    id: str
    documents: int
    sources: int
    events: int
    ties: int
    claims: int
    opinions: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that tells of an office: `quotation` is `source`'s text from `start` to `end`.

    The three are `None` in what was read before offices kept their words. `on_start` to `on_end` is the
    time for which the text shows it; `former` says that the text speaks of it as given up.
    """

    document_id: str
    source: Source
    title: str
    quotation: str | None
    start: int | None
    end: int | None
    on_start: dt.date | None
    on_end: dt.date | None
    former: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """A row of the public record that tells of an office.

    `id` is that of the row in its dataset, `role` what the dataset calls the office: 'leader' where it names none.
    """

    dataset: str
    file: str
    citation: str
    id: str
    role: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office, by all the texts that tell of it, the best telling first, or by an imported row.

    `title` is the office in lower case, `of` the state or body whose it is, `host` where an envoy is posted.
    `first` and `last` are the first and last day on which texts show the person in it, `None` where none
    tells when; `from_` and `to` the dates that texts state. `by` is how it was held on the day asked for.
    """

    person: str
    name: str
    country: str | None
    title: str
    of: str | None
    host: str | None
    first: dt.date | None
    last: dt.date | None
    from_: PartialDate | None
    to: PartialDate | None
    by: HeldBy | None
    tellings: tuple[Telling, ...] = field(repr=False)
    imported: Imported | None = None

    @property
    def documents(self) -> int:
        """How many different texts tell of it."""
        return len({telling.document_id for telling in self.tellings})

    @property
    def is_former(self) -> bool:
        """Whether there are texts and every one speaks of the office as given up."""
        return bool(self.tellings) and all(telling.former for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Who an unnamed office stands for; `title` is the office as told, in lower case."""

    person: str
    name: str
    title: str

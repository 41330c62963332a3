"""The nouns of Comity: what a text says, item by item, each with its evidence.

Every offset counts characters of `Document.text`, half-open. All types are frozen; lists are tuples.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from comity.record.values import (
    Basis,
    ClaimKind,
    Domain,
    EntityKind,
    EventType,
    Genre,
    Manner,
    OpinionKind,
    Precision,
    Quad,
    StartTold,
    Status,
    Substance,
    TieKind,
    TieStatus,
)

Offset = Annotated[int, Field(ge=0)]
Span = tuple[Offset, Offset]
Confidence = Annotated[float, Field(ge=0, le=1)]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day in ISO 8601: '1997', '2024-05', '2024-05-16'."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Document(_Frozen):
    """A text and what is known about it; `id` is the SHA-256 of the normalised text."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    genre: Genre = "unknown"
    language: str = "en"
    text: str


class Period(_Frozen):
    """A closed interval of days. `basis` says where it comes from; `text` is the wording it was read from."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "unknown"
    basis: Basis | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"period ends before it starts: {self.start} > {self.end}")
        return self


class Evidence(_Frozen):
    """The sentence or clause that shows an item; `trigger` is the word that names the act."""

    start: Offset
    end: Offset
    trigger: Span | None = None


class Office(_Frozen):
    """An office held; `of` is the state or body whose office it is, `None` where the text does not say.

    `host` is where an envoy is posted. `on` is the time that the text speaks of: the day of publication, or
    when its sentence is set; `former` says that the office had been given up by then.
    """

    title: str
    of: str | None = None
    host: str | None = None
    from_: PartialDate | None = Field(default=None, alias="from")
    to: PartialDate | None = None
    former: bool = False
    on: Period | None = None
    evidence: tuple[Evidence, ...] = ()


class Entity(_Frozen):
    """A state (id: ISO3), intergovernmental body (id: short name) or other party (id: `kind:slug`)."""

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    offices: tuple[Office, ...] = ()
    mentions: tuple[Span, ...] = ()


class Party(_Frozen):
    """An entity in a role of an event, at one mention; `country` is the state it acts for."""

    entity: str
    country: str | None = None
    sector: str | None = None
    start: Offset
    end: Offset


class Place(_Frozen):
    """Where an act took place."""

    name: str
    country: str | None = None


class Attribution(_Frozen):
    """Who says so: `author` or an entity id."""

    speaker: str = "author"
    manner: Manner = "asserted"


class Amount(_Frozen):
    """A quantity with its unit: an ISO 4217 currency code, or a noun such as 'tonnes'."""

    value: float
    unit: str


class OwnType(_Frozen):
    """The act in the terms of a user's own ontology ('name@version'), beside those of PLOVER.

    Type and mode are its own words, the score its own from -10 to 10.
    """

    ontology: str
    type: str
    mode: str | None = None
    quad: Quad
    score: float


class Event(_Frozen):
    """One act, PLOVER-coded; several tellings of it in one document are several `evidence` entries."""

    id: str
    event_type: EventType
    mode: str | None = None
    own_type: OwnType | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Quad
    score: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: Period
    place: Place | None = None
    status: Status
    attribution: Attribution
    domain: Domain
    substance: Substance
    amount: Amount | None = None
    confidence: Confidence
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Tie(_Frozen):
    """A standing bond between two parties; the one that acts, owns, sends or sanctions comes first.

    `start_told` says how the start is told: as a beginning, as one after a break (also where no date is told), or
    as the time since which the tie has stood.
    """

    id: str
    kind: TieKind
    parties: tuple[str, str]
    name: str | None = None
    level: str | None = None
    status: TieStatus
    start: PartialDate | None = None
    start_told: StartTold | None = None
    end: PartialDate | None = None
    confidence: Confidence
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Claim(_Frozen):
    """A statement that the record could bear out or not; `value` is its checkable form."""

    id: str
    kind: ClaimKind
    text: str
    about: tuple[str, ...]
    value: dict[str, Any] | None = None
    attribution: Attribution
    evidence: Evidence


class Opinion(_Frozen):
    """What somebody thinks, word for word; never an event."""

    id: str
    kind: OpinionKind
    holder: str
    about: tuple[str, ...]
    text: str
    evidence: Evidence

"""Acts, with their parties and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Named, Table, and_, exists

from comity.ledger import evidence
from comity.ledger.metadata import METADATA, ItemColumns, PartColumns, part_of
from comity.ledger.parties import stands_for
from comity.ledger.shelf import Rows, Shelf
from comity.record import Event, OwnType, Record


class EventColumns(ItemColumns):
    """`start` is the offset of the fullest telling; score as in the record, dates in whole days."""

    event_type: Named[str] = Column(index=True)
    mode: Named[str | None]
    cameo: Named[str | None]
    quad: Named[str]
    score: Named[float]
    date_start: Named[dt.date | None] = Column(index=True)
    date_end: Named[dt.date | None]
    date_precision: Named[str]
    status: Named[str]
    speaker: Named[str]
    manner: Named[str]
    domain: Named[str]
    substance: Named[str]
    confidence: Named[float]
    own_ontology: Named[str | None]
    own_type: Named[str | None] = Column(index=True)
    own_mode: Named[str | None]


class EventPartyColumns(PartColumns):
    """A party at one mention; `role` is 'actor' or 'recipient', `stands_for` what it counts for in a pair."""

    role: Named[str] = Column(primary_key=True)
    entity: Named[str]
    country: Named[str | None]
    sector: Named[str | None]
    stands_for: Named[str] = Column(index=True)
    start: Named[int]
    end: Named[int]


EVENT = Table("event", METADATA, EventColumns)
EVENT_PARTY = Table("event_party", METADATA, EventPartyColumns, part_of("event"))
EVENT_EVIDENCE = Table("event_evidence", METADATA, evidence.EvidenceColumns, part_of("event"))


def _rows(record: Record) -> Iterable[tuple[Table[Any], Rows]]:
    yield EVENT, ({"position": at, **_row(event)} for at, event in enumerate(record.events))
    yield EVENT_PARTY, _parties(record.events)
    yield EVENT_EVIDENCE, evidence.rows(record.events)


def _row(event: Event) -> dict[str, Any]:
    return {
        **{name: getattr(event, name) for name in _SAME},
        "start": event.evidence[0].start,
        "body": event.model_dump_json(by_alias=True),
        "date_start": event.date.start,
        "date_end": event.date.end,
        "date_precision": event.date.precision,
        "speaker": event.attribution.speaker,
        "manner": event.attribution.manner,
        **_own(event.own_type),
    }


def _own(own: OwnType | None) -> dict[str, str | None]:
    if own is None:
        return {"own_ontology": None, "own_type": None, "own_mode": None}
    return {"own_ontology": own.ontology, "own_type": own.type, "own_mode": own.mode}


def _parties(events: Sequence[Event]) -> Rows:
    for at, event in enumerate(events):
        for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
            for place, party in enumerate(parties):
                row = {"item": at, "position": place, "role": role, "stands_for": stands_for(party)}
                yield {**row, **party.model_dump()}


def _concerns(codes: Sequence[str]) -> ColumnElement[bool]:
    """True of an event with one of `codes` among its actors and another among its recipients.

    Of an only one: of an event that it acts in, or that is done to it.
    """
    if len(codes) == 1:
        return _takes_part(codes[0])
    actor, recipient = EVENT_PARTY.alias(), EVENT_PARTY.alias()
    return exists().where(
        actor.c.document == EVENT.c.document,
        actor.c.item == EVENT.c.position,
        actor.c.role == "actor",
        actor.c.stands_for.in_(codes),
        and_(recipient.c.document == actor.c.document, recipient.c.item == actor.c.item),
        recipient.c.role == "recipient",
        recipient.c.stands_for.in_(codes),
        recipient.c.stands_for != actor.c.stands_for,
    )


def _takes_part(code: str) -> ColumnElement[bool]:
    party = EVENT_PARTY.alias()
    return exists().where(
        party.c.document == EVENT.c.document, party.c.item == EVENT.c.position, party.c.stands_for == code
    )


_SAME = (
    "id", "event_type", "mode", "cameo", "quad", "score", "status", "domain", "substance", "confidence",
)  # fmt: skip
EVENTS = Shelf(Event, EVENT, _rows, _concerns, EVENT.c.date_start)

"""How often and how independently an act is told, and what persons say of copies."""

from __future__ import annotations

from sqlalchemy import Connection, exists

from comity.errors import UsageError
from comity.ledger import documents, origins
from comity.ledger.answers import Found
from comity.ledger.events import EVENT, EVENT_PARTY, EVENTS
from comity.ledger.merge import ActGroup, same_acts
from comity.ledger.parties import stands_for
from comity.record import Event


def act_of(connection: Connection, found: Found) -> ActGroup:
    """See `Ledger.act_of`; reads the events of the same type that involve a party of it."""
    event = found.item
    if not isinstance(event, Event):
        raise UsageError(f"{event.id!r} is no event: give the id of one")
    if found.retraction:
        raise UsageError(f"{event.id!r} is of a document {found.retraction}, so it is part of no act")
    codes = {stands_for(party) for party in (*event.actors, *event.recipients)}
    involved = exists().where(
        EVENT_PARTY.c.document == EVENT.c.document,
        EVENT_PARTY.c.item == EVENT.c.position,
        EVENT_PARTY.c.stands_for.in_(codes),
    )
    alike = EVENT.c.event_type == event.event_type
    held = EVENTS.where(connection, alike & involved if codes else alike)
    key = (found.document.id, event.id)
    return next(act for act in same_acts(held) if key in {(one.document.id, one.item.id) for one in act.events})


def judge(connection: Connection, pair: tuple[str, str], same: bool, by: str, why: str | None) -> None:
    """See `Ledger.judge_copies`."""
    if pair[0] == pair[1]:
        raise UsageError(f"{pair[0]!r} is given twice: name two documents")
    known = [(one, documents.seq_of(connection, one)) for one in pair]
    for one, seq in known:
        if seq is None:
            raise UsageError(f"no document of this ledger has the id {one!r}: see the list of documents")
    (_, first), (_, second) = known
    if first is not None and second is not None:
        origins.decide(connection, (first, second), same, by, why)

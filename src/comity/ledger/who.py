"""Who holds an office, or held it: the offices told by all documents, asked by person or by office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, or_, select

from comity.ledger import persons, question, quotations, retractions
from comity.ledger.answers import HeldBy, Holding
from comity.ledger.entities import ENTITY
from comity.ledger.offices import OFFICE
from comity.ledger.question import Question
from comity.ledger.tenures import Holder, in_office, load

Found = Sequence[tuple[Holder, HeldBy | None]]
_HAS = and_(OFFICE.c.document == ENTITY.c.document, OFFICE.c.item == ENTITY.c.position)


def who(connection: Connection, query: str, on: dt.date | None) -> tuple[Holding, ...]:
    """See `Ledger.who`."""
    asked = question.parse(query)
    found = _of_office(connection, asked, on) if asked else _of_person(connection, query, on)
    return tuple(_holdings(connection, sorted(found, key=_latest_first), on))


def near(connection: Connection, query: str, limit: int) -> tuple[str, ...]:
    """See `Ledger.near`."""
    asked = question.parse(query)
    if asked is None:
        return tuple(persons.nearest((name for _, name in _names(connection)), query, limit))
    held = sorted(_of_office(connection, asked, None), key=_latest_first) or _neighbours(connection, asked)
    return tuple(dict.fromkeys(f"{one.name} ({one.post.office})" for one, _ in held))[:limit]


def _of_office(connection: Connection, asked: Question, on: dt.date | None) -> Found:
    holders = load(connection, OFFICE.c.of == asked.of if asked.of else None)
    for posts in asked.answers({one.post for one in holders}):
        meant = [one for one in holders if one.post in posts]
        found: Found = [(one, None) for one in meant] if on is None else in_office(meant, on)
        if found:
            return found
    return []


def _neighbours(connection: Connection, asked: Question) -> list[tuple[Holder, None]]:
    """Who holds whatever other office of the state asked for."""
    held = load(connection, OFFICE.c.of == asked.of) if asked.of else ()
    return sorted(((one, None) for one in held), key=_latest_first)


def _of_person(connection: Connection, query: str, on: dt.date | None) -> Found:
    """By name, with or without a title before or behind it."""
    known = _names(connection)
    before, _, after = question.split(query) or ("", "", "")
    fitting = persons.fitting((name for _, name in known), *filter(None, (query, before, after)))
    ids = {person for person, name in known if name in fitting}
    theirs = ENTITY.c.id.in_(ids)
    if on is None:
        return [(one, None) for one in load(connection, theirs)]
    # Whether somebody else came between is told by all who hold an office there.
    places = select(OFFICE.c.of).join(ENTITY, _HAS).where(theirs)
    holders = load(connection, or_(theirs, OFFICE.c.of.in_(places)))
    return in_office(holders, on, of=[one for one in holders if one.person in ids])


def _names(connection: Connection) -> Sequence[tuple[str, str]]:
    """Ids and names of all persons with an office."""
    query = select(ENTITY.c.id, ENTITY.c.name).join(OFFICE, _HAS).where(ENTITY.c.kind == "person").distinct()
    counting = query.where(retractions.stands(ENTITY.c.document))
    return [(person, name) for person, name in connection.execute(counting)]


def _latest_first(found: tuple[Holder, HeldBy | None]) -> tuple[object, ...]:
    holder, tenure = found[0], found[0].tenure
    last = max(tenure.days[-1:], default=dt.date.min)
    return -last.toordinal(), holder.name, holder.person, holder.country or "", *map(str, holder.post)


def _holdings(connection: Connection, found: Found, on: dt.date | None) -> Iterable[Holding]:
    passages = quotations.tellings(connection, [told for holder, _ in found for told in holder.told])
    for holder, by in found:
        own = ((told, telling) for told in holder.told for telling in passages[told])
        tenure, post = holder.tenure, holder.post
        yield Holding(
            person=holder.person, name=holder.name, country=holder.country,
            title=post.office, of=post.of, host=post.host,
            first=min(tenure.days, default=None), last=max(tenure.days, default=None),
            from_=tenure.start, to=tenure.end, by=by,
            tellings=quotations.best_first(own, on),
        )  # fmt: skip

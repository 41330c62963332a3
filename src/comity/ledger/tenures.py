"""Offices told by several documents, gathered: one tenure for each person in each office."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, select

from comity.ledger import retractions
from comity.ledger.answers import HeldBy
from comity.ledger.entities import ENTITY
from comity.ledger.offices import OFFICE
from comity.ledger.persons import words_of
from comity.ledger.tenure import TOLERANCE, Tenure, any_within, days_of, stated
from comity.ledger.titles import is_office, office, one_per


class Told(NamedTuple):
    """One office of one person in one document, as kept."""

    document: int
    item: int
    position: int
    person: str
    name: str
    country: str | None
    title: str
    of: str | None
    host: str | None
    from_: str | None
    to: str | None
    former: bool
    on_start: dt.date | None
    on_end: dt.date | None

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days that the text tells of."""
        return days_of(self.on_start, self.on_end)


class Post(NamedTuple):
    """An office of a state or body, of an envoy in one host."""

    office: str
    of: str | None
    host: str | None

    @property
    def has_one_holder(self) -> bool:
        """Whether one person at a time can hold it."""
        per = one_per(self.office)
        return self.of is not None and (per == "state" or (per == "host" and self.host is not None))


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post, with what tells of it."""

    person: str
    name: str
    country: str | None
    post: Post
    told: tuple[Told, ...]
    tenure: Tenure


def load(connection: Connection, condition: ColumnElement[bool] | None = None) -> tuple[Holder, ...]:
    """What the kept offices of persons add up to; a pass over those that fit `condition`."""
    entity, held = ENTITY.c, OFFICE.c
    query = (
        select(
            held.document, held.item, held.position, entity.id, entity.name, entity.country, held.title, held.of,
            held.host, held.date_start, held.date_end, held.former, held.on_start, held.on_end,
        )
        .join(ENTITY, and_(entity.document == held.document, entity.position == held.item))
        .where(entity.kind == "person", retractions.stands(held.document))
    )  # fmt: skip
    if condition is not None:
        query = query.where(condition)
    told = (Told._make(row) for row in connection.execute(query))
    return gather(one for one in told if is_office(one.title))


def gather(told: Iterable[Told]) -> tuple[Holder, ...]:
    """By name, id and post: what is told of one id in one country is told of one person."""
    by_person: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for one in _with_country(list(told)):
        by_person[one.person, one.country].append(one)
    found = [holder for rows in by_person.values() for holder in _posts(rows)]
    return tuple(sorted(found, key=lambda one: (one.name, one.person, *map(str, one.post))))


def in_office(
    holders: Sequence[Holder], on: dt.date, of: Sequence[Holder] | None = None
) -> list[tuple[Holder, HeldBy]]:
    """Those in office on a day, and how that is known; `holders` has to have all who share a post.

    With `of` only those of them are looked at.
    """
    alike: dict[Post, list[Holder]] = defaultdict(list)
    for one in holders:
        alike[one.post].append(one)
    possible = [one for one in (holders if of is None else of) if one.tenure.held(on)]
    by = [(one, one.tenure.held(on, _rivals(one, alike[one.post]))) for one in possible]
    return [(one, how) for one, how in by if how]


def _with_country(told: Sequence[Told]) -> Iterable[Told]:
    """Where only one country is known of an id, documents that do not say mean that one."""
    known: Mapping[str, set[str]] = defaultdict(set)
    for one in told:
        if one.country:
            known[one.person].add(one.country)
    for one in told:
        alone = len(known[one.person]) == 1
        yield one._replace(country=next(iter(known[one.person]))) if alone else one


def _posts(told: Sequence[Told]) -> Iterable[Holder]:
    by_post: dict[Post, list[Told]] = defaultdict(list)
    for one in told:
        by_post[Post(office(one.title, one.of), one.of, one.host)].append(one)
    for post in [post for post in by_post if post.host is None]:
        _post_abroad(by_post, post)
    for post, rows in by_post.items():
        if rows:
            yield _holder(post, rows)


def _post_abroad(by_post: dict[Post, list[Told]], post: Post) -> None:
    """An envoy told of without a host is in the only one where other texts of about that time have him."""
    abroad = {
        other: sorted(day for one in rows for day in one.days)
        for other, rows in by_post.items()
        if other.host and other._replace(host=None) == post
    }
    staying: list[Told] = []
    for one in by_post[post]:
        fitting = [other for other, days in abroad.items() if any(_near(day, days) for day in one.days)]
        (by_post[fitting[0]] if len(fitting) == 1 else staying).append(one)
    by_post[post] = staying


def _near(day: dt.date, days: Sequence[dt.date]) -> bool:
    reach = dt.timedelta(days=TOLERANCE)
    return any_within(days, day - min(reach, day - dt.date.min), day + min(reach, dt.date.max - day))


def _holder(post: Post, told: Sequence[Told]) -> Holder:
    names = Counter(one.name for one in told)
    held, gone = ({day for one in told if one.former is former for day in one.days} for former in (False, True))
    tenure = Tenure(
        tuple(sorted(held)), tuple(sorted(gone)), stated(one.from_ for one in told), stated(one.to for one in told)
    )
    name = min(names, key=lambda name: (-names[name], name))
    return Holder(told[0].person, name, told[0].country, post, tuple(told), tenure)


def _rivals(holder: Holder, alike: Sequence[Holder]) -> list[dt.date]:
    """The days on which somebody else is shown in a post of one holder; a part of a name may be the same one."""
    if not holder.post.has_one_holder:
        return []
    others = (one for one in alike if one is not holder and not may_be_one(holder, one))
    return sorted(day for one in others for day in one.tenure.days)


def may_be_one(holder: Holder, other: Holder) -> bool:
    """Whether one name holds all words of the other: 'Park' and 'Park Jung-wook'."""
    one, two = words_of(holder.name), words_of(other.name)
    return one <= two or two <= one

"""Whether two reports may tell of one act: what speaks for it and what speaks against it.

Days, modes, types of a user's own, persons, amounts, places and words are compared, each only where both
reports tell it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity import gazetteer
from comity.ledger.answers import Held
from comity.ledger.parties import stands_for
from comity.ledger.topics import topics
from comity.record import Event, Party

_FORTNIGHT = dt.timedelta(days=14)
_SIGNED = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
"""Types of which two states may do several on one day, told apart by what they are about."""
Named = Mapping[str, frozenset[frozenset[str]]]
"""By state: who acts for it, each by the words of the name."""
_ROUNDING = 0.1
"""Amounts that differ by no more than this share of the larger are one amount."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event with what is compared about it, worked out once; `days` is `None` for an unknown date.

    `persons` are those that act for each state, by the words of their names; `ministers` are those told of
    by their office alone ('egy-defence-minister').
    """

    held: Held[Event]
    days: tuple[dt.date, dt.date] | None
    persons: Named
    ministers: Named
    topics: frozenset[str]

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.held.item

    @property
    def is_of_a_day(self) -> bool:
        """Whether it tells the very day."""
        return self.days is not None and self.event.date.precision == "day"


def report(held: Held[Event]) -> Report:
    """A date taken over from the publication is none: two papers of two days may tell of one act."""
    date, shown = held.item.date, held.item.evidence[0]
    days = (date.start, date.end) if date.start and date.end and date.basis != "publication" else None
    parties = (*held.item.actors, *held.item.recipients)
    persons, ministers = _named(parties, "person"), _named(parties, "group", "minister")
    return Report(held, days, persons, ministers, topics(held.document.text[shown.start : shown.end]))


def _named(parties: Iterable[Party], kind: str, word: str = "") -> Named:
    """By state: the parties of a kind, with `word` in their names."""
    named: dict[str, set[frozenset[str]]] = defaultdict(set)
    for party in parties:
        known, _, name = party.entity.partition(":")
        if known == kind and word in name:
            named[stands_for(party)].add(frozenset(name.split("-")))
    return {state: frozenset(names) for state, names in named.items()}


def is_same(one: Report, other: Report) -> bool:
    """Whether nothing that both tell keeps them from being one act, and their dates speak for it.

    The two have type, pair of states and status in common.
    """
    return (
        _dates_fit(one, other)
        and _modes_fit(one, other)
        and _own_types_fit(one.event, other.event)
        and not _turned(one, other)
        and not _persons_differ(one, other)
        and not _ministers_differ(one, other)
        and not _amounts_differ(one.event, other.event)
        and not _places_differ(one, other)
        and not _topics_differ(one, other)
    )


def _modes_fit(one: Report, other: Report) -> bool:
    """A visit and talks are one act on one day; talks during a longer visit are an act of their own."""
    modes = {one.event.mode, other.event.mode}
    if modes == {"visit", None}:
        return one.is_of_a_day and one.days == other.days
    if modes == {"disapprove", "allege"}:
        return not one.topics.isdisjoint(other.topics)
    return len(modes - {None}) < 2


def _own_types_fit(one: Event, other: Event) -> bool:
    """A user's ontology tells acts apart only from others that were read by it."""
    mine, theirs = one.own_type, other.own_type
    if mine is None or theirs is None or mine.ontology != theirs.ontology:
        return True
    return mine.type == theirs.type and len({mine.mode, theirs.mode} - {None}) < 2


def _turned(one: Report, other: Report) -> bool:
    """Whether the guest of one visit is the host of the other."""
    if not one.event.mode == other.event.mode == "visit":
        return False
    guests, others = (frozenset(map(stands_for, each.event.actors)) for each in (one, other))
    return guests != others


def _dates_fit(one: Report, other: Report) -> bool:
    if one.days is None or other.days is None:
        return _told_together(one, other)
    (start, end), (first, last) = one.days, other.days
    if start > last or first > end:
        return False
    precisions = {one.event.date.precision, other.event.date.precision}
    if precisions <= {"day", "span"} and one.event.mode == other.event.mode == "visit":
        return True
    if precisions == {"day"}:
        return one.days == other.days
    return (start <= first and last <= end) or (first <= start and end <= last)


def _told_together(one: Report, other: Report) -> bool:
    """Without a date: published within a fortnight, and of the same persons or the same mode.

    Something told without a date is news, so it is not what another text tells as history.
    """
    first, second = one.held.document.published, other.held.document.published
    if first is None or second is None or abs(first - second) > _FORTNIGHT:
        return False
    if one.event.status != other.event.status:
        return False
    mode = one.event.mode
    return (mode is not None and mode == other.event.mode) or bool(one.persons and one.persons == other.persons)


def _persons_differ(one: Report, other: Report) -> bool:
    """True where a state is stood for by different persons, unless both met the same one on the same day."""
    shared = one.persons.keys() & other.persons.keys()
    alike = {state for state in shared if _named_alike(one.persons[state], other.persons[state])}
    if alike and one.is_of_a_day and one.days == other.days:
        return False
    return alike != shared


def _ministers_differ(one: Report, other: Report) -> bool:
    shared = one.ministers.keys() & other.ministers.keys()
    return not all(_named_alike(one.ministers[state], other.ministers[state]) for state in shared)


def _named_alike(some: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> bool:
    """Whether one of some persons may be one of others: 'Abdullah' is 'Abdullah II'."""
    return any(a <= b or b <= a for a in some for b in others)


def _amounts_differ(one: Event, other: Event) -> bool:
    if one.amount is None or other.amount is None or one.amount.unit != other.amount.unit:
        return False
    smaller, larger = sorted((abs(one.amount.value), abs(other.amount.value)))
    return larger - smaller > _ROUNDING * larger


def _places_differ(one: Report, other: Report) -> bool:
    """Whether meetings were in two states, or in two towns of one and nobody is named in both reports."""
    here, there = one.event.place, other.event.place
    if one.event.event_type != "CONSULT" or here is None or there is None or here.name == there.name:
        return False
    if here.country != there.country:
        return here.country is not None and there.country is not None
    if here.country and gazetteer.load().name(here.country) in {here.name, there.name}:
        return False
    shared = one.persons.keys() & other.persons.keys()
    return not any(_named_alike(one.persons[state], other.persons[state]) for state in shared)


def _topics_differ(one: Report, other: Report) -> bool:
    if one.event.event_type not in _SIGNED or not (one.topics and other.topics):
        return False
    return one.topics.isdisjoint(other.topics)

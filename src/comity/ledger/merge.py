"""Reports of one act joined, so that an act is counted once however often it is told.

Two reports tell of one act when type, pair of states and status agree, dates, modes and types of
a user's own are compatible and the persons named do not speak against it. A group takes a report
only if the report is compatible with all that are in it: a vague report never ties two precise
ones together.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.ledger.answers import Held
from comity.ledger.parties import stands_for
from comity.record import Event, Party, Period, item_id

_MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Types in which either side may be told first."""
_FORTNIGHT = dt.timedelta(days=14)
_DONE = frozenset({"actual", "historical"})


@dataclass(frozen=True, slots=True)
class ActGroup:
    """One act with its reports, the fullest first: `best` is that one, and `date` its date.

    `id` is made from the best report, so it changes when a fuller one comes in.
    `documents` counts different texts, however many places each was published in; `origins` counts those
    that are independent of each other: near-copies of one text are one.
    """

    id: str
    events: tuple[Held[Event], ...]
    best: Held[Event]
    date: Period
    documents: int
    origins: int


@dataclass(frozen=True, slots=True)
class _Report:
    """An event with what is compared about it, worked out once; `days` is `None` for an unknown date."""

    held: Held[Event]
    days: tuple[dt.date, dt.date] | None
    persons: Mapping[str, frozenset[str]]


def same_acts(held: Sequence[Held[Event]]) -> tuple[ActGroup, ...]:
    """Acts by date, publication, document and offset of the best report; the order of `held` plays no part.

    Costs a comparison for each report with each act of its type, pair and status.
    """
    alike: dict[object, list[list[_Report]]] = defaultdict(list)
    for report in sorted(map(_report, held), key=_fullness):
        groups = alike[_kind(report.held.item)]
        home = next((group for group in groups if all(_same(report, one) for one in group)), None)
        if home is None:
            groups.append([report])
        else:
            home.append(report)
    acts = [_act(group) for groups in alike.values() for group in groups]
    return tuple(sorted(acts, key=_place))


def _report(held: Held[Event]) -> _Report:
    """A date taken over from the publication is none: two papers of two days may tell of one act."""
    date = held.item.date
    days = (date.start, date.end) if date.start and date.end and date.basis != "publication" else None
    return _Report(held, days, _persons((*held.item.actors, *held.item.recipients)))


def _persons(parties: Iterable[Party]) -> Mapping[str, frozenset[str]]:
    """By state: the persons that act for it."""
    named: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        if party.entity.startswith("person:"):
            named[stands_for(party)].add(party.entity)
    return {state: frozenset(names) for state, names in named.items()}


def _kind(event: Event) -> tuple[object, ...]:
    """What reports of one act have exactly in common."""
    sides = tuple(frozenset(map(stands_for, parties)) for parties in (event.actors, event.recipients))
    pair = frozenset(sides) if event.event_type in _MUTUAL else sides
    return event.event_type, pair, "done" if event.status in _DONE else event.status


def _same(one: _Report, other: _Report) -> bool:
    fits = _dates_fit(one, other) and _modes_fit(one, other) and _own_types_fit(one, other)
    return fits and not _persons_differ(one, other)


def _modes_fit(one: _Report, other: _Report) -> bool:
    return len({one.held.item.mode, other.held.item.mode} - {None}) < 2


def _own_types_fit(one: _Report, other: _Report) -> bool:
    """A user's ontology tells acts apart only from others that were read by it."""
    mine, theirs = one.held.item.own_type, other.held.item.own_type
    if mine is None or theirs is None or mine.ontology != theirs.ontology:
        return True
    return mine.type == theirs.type and len({mine.mode, theirs.mode} - {None}) < 2


def _dates_fit(one: _Report, other: _Report) -> bool:
    if one.days is None or other.days is None:
        return _told_together(one, other)
    (start, end), (first, last) = one.days, other.days
    if start > last or first > end:
        return False
    precisions = {one.held.item.date.precision, other.held.item.date.precision}
    if precisions <= {"day", "span"} and one.held.item.mode == other.held.item.mode == "visit":
        return True
    if precisions == {"day"}:
        return one.days == other.days
    return (start <= first and last <= end) or (first <= start and end <= last)


def _told_together(one: _Report, other: _Report) -> bool:
    """Without a date: published within a fortnight, and of the same persons or the same mode.

    Something told without a date is news, so it is not what another text tells as history.
    """
    (a, b), (first, second) = (one.held.item, other.held.item), _published(one, other)
    if first is None or second is None or abs(first - second) > _FORTNIGHT or a.status != b.status:
        return False
    return (a.mode is not None and a.mode == b.mode) or bool(one.persons and one.persons == other.persons)


def _published(*reports: _Report) -> tuple[dt.date | None, ...]:
    return tuple(report.held.document.published for report in reports)


def _persons_differ(one: _Report, other: _Report) -> bool:
    """True where a state is stood for by different persons, unless both were at it on the same day."""
    precisions = {one.held.item.date.precision, other.held.item.date.precision}
    if one.days is not None and one.days == other.days and precisions == {"day"}:
        return False
    return any(one.persons[state].isdisjoint(other.persons[state]) for state in one.persons.keys() & other.persons)


def _fullness(report: _Report) -> tuple[object, ...]:
    """Fullest first: the shortest interval, then the surest reading; the rest only makes the order total."""
    days = report.days[1] - report.days[0] if report.days else dt.timedelta.max
    return (days, -report.held.item.confidence, *_order(report.held))


def _order(held: Held[Event]) -> tuple[object, ...]:
    published = held.document.published or dt.date.max
    return (published, held.document.id, held.item.evidence[0].start, held.item.id)


def _place(act: ActGroup) -> tuple[object, ...]:
    return (act.date.start or dt.date.max, *_order(act.best))


def _act(group: Sequence[_Report]) -> ActGroup:
    events = tuple(report.held for report in group)
    best = events[0]
    documents, origins = ({held.document.id for held in events}, {held.origin for held in events})
    act = item_id(best.document.id, "act", best.item.id)
    return ActGroup(act, events, best, best.item.date, len(documents), len(origins))

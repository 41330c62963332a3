"""Standing ties: one bond for all reports of a spell, with what they say side by side where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from comity.ledger import Bound, Held, Spell, courses
from comity.ledger.breaks import as_of
from comity.ledger.days import days_of
from comity.ledger.same_ties import rung
from comity.ontology import tie_types
from comity.record import Tie
from comity.record.values import TieKind


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that reports give (a year, a status), with the reports that give it."""

    value: str
    items: tuple[Held[Tie], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What reports of one tie disagree on, with every reading."""

    aspect: Literal["start", "end", "status"]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """One spell of a tie as all its reports tell it. Readings are ordered: starts and ends by most reports, then
    date; statuses by the latest time spoken of.

    `begun_by` and `ended_by` bound a beginning after a break, and an end, that no report dates. `is_over` says
    that the tie was set up again later.
    """

    kind: TieKind
    parties: tuple[str, str]
    name: str | None
    level: str | None
    statuses: tuple[Reading, ...]
    starts: tuple[Reading, ...]
    ends: tuple[Reading, ...]
    items: tuple[Held[Tie], ...]
    begun_by: Bound | None
    ended_by: Bound | None
    is_over: bool

    @property
    def status(self) -> str:
        """How it stands: by the latest time spoken of, and ended where another spell follows."""
        return "ended" if self.is_over else self.statuses[0].value

    @property
    def shown_by(self) -> tuple[Held[Tie], ...]:
        """Its reports, and those of another spell that bound it."""
        bounds = [bound.items for bound in (self.begun_by, self.ended_by) if bound]
        others = {(held.document.id, held.item.id): held for items in (self.items, *bounds) for held in items}
        return tuple(others.values())

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What its reports disagree on."""
        found = (
            Difference("start", self.starts if len(self.starts) > 1 else ()),
            Difference("end", self.ends if len(self.ends) > 1 else ()),
            Difference("status", self.statuses if _contradict(self.statuses) else ()),
        )
        return tuple(difference for difference in found if difference.readings)


def bonds(ties: Iterable[Held[Tie]]) -> tuple[Bond, ...]:
    """The spells of all ties, in the order of the ontology's kinds, then by start and name."""
    return tuple(sorted((bond for course in spelled(ties) for bond in course), key=_order))


def spelled(ties: Iterable[Held[Tie]]) -> tuple[tuple[Bond, ...], ...]:
    """For each tie its spells in order of time."""
    return tuple(tuple(map(_bond, course)) for course in courses(ties))


def course_of(tie: Tie, ties: Iterable[Held[Tie]]) -> tuple[Bond, ...]:
    """The spells of the tie that one of its reports tells of; empty where `ties` has no such report."""
    return next((course for course in spelled(ties) if any(_is_of(tie, bond) for bond in course)), ())


def _is_of(tie: Tie, bond: Bond) -> bool:
    return any(held.item.id == tie.id for held in bond.items)


def _bond(spell: Spell) -> Bond:
    group = sorted(spell.items, key=lambda held: held.item.id)
    first = group[0].item
    named = sorted(group, key=lambda held: (-held.item.confidence, held.item.id))
    return Bond(
        kind=first.kind,
        parties=first.parties,
        name=named[0].item.name,
        level=rung(first),
        statuses=_statuses(spell),
        starts=_dates(group, lambda tie: tie.start),
        ends=_dates(group, lambda tie: tie.end),
        items=tuple(group),
        begun_by=spell.begun_by,
        ended_by=spell.ended_by,
        is_over=spell.is_over,
    )


def _statuses(spell: Spell) -> tuple[Reading, ...]:
    """The statuses told, the latest first; an end that only follows stands beside what is said to outlast it."""
    by_date = sorted(spell.items, key=lambda held: (str(as_of(held) or ""), held.item.id), reverse=True)
    told: dict[str, list[Held[Tie]]] = {}
    for held in by_date:
        told.setdefault(_status(held, spell), []).append(held)
    if spell.ended_by and "ended" not in told and _lasts_beyond(spell.ended_by, by_date[0]):
        told["ended"] = list(spell.ended_by.items)
    return tuple(Reading(value, tuple(items)) for value, items in told.items())


def _status(held: Held[Tie], spell: Spell) -> str:
    """That there is none, told after a beginning or end that is dated, says that it has ended."""
    days = [days_of(date)[0] for one in spell.items for date in (one.item.start, one.item.end) if date]
    published = held.document.published
    gone = held.item.status == "absent" and published and days and published > min(days)
    return "ended" if gone else held.item.status


def _lasts_beyond(end: Bound, held: Held[Tie]) -> bool:
    day = as_of(held)
    return held.item.status == "active" and day is not None and day > days_of(end.date)[1]


def _dates(group: list[Held[Tie]], of: Callable[[Tie], str | None]) -> tuple[Reading, ...]:
    """The dates given, a coarser one joined to the finer one that it contains ('1964' to '1964-12-20')."""
    given = {date for held in group if (date := of(held.item))}
    finest = (date for date in given if not any(other.startswith(date) for other in given - {date}))
    readings = [
        Reading(date, tuple(held for held in group if date.startswith(of(held.item) or "-"))) for date in finest
    ]
    return tuple(sorted(readings, key=lambda reading: (-len(reading.items), reading.value)))


def _contradict(statuses: tuple[Reading, ...]) -> bool:
    """Whether statuses differ in a way that time does not explain: ended, yet later reported active."""
    course = ("absent", "proposed", "active", "suspended", "ended")
    steps = [course.index(reading.value) for reading in reversed(statuses)]
    return steps != sorted(steps)


def _order(bond: Bond) -> tuple[int, str, str, str]:
    start = bond.starts[0].value if bond.starts else "9999"
    return list(tie_types()).index(bond.kind), start, bond.name or "", bond.items[0].item.id

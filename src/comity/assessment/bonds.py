"""Standing ties: one bond for all reports of it, with what they say side by side where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from comity.ledger import Held
from comity.ontology import level_of, tie_types
from comity.record import Tie
from comity.record.values import TieKind

SAME_NAME = 85.0
"""Names at least this alike (0 to 100) name one thing. Names of several words may also lack words that the
other has ('Panorama museum', 'Angkor Panorama Museum'); a single word ('museum') could be any."""


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
    """A tie as all its reports tell it. Readings are ordered: starts and ends by most reports, then date;
    statuses by latest publication, so that the first is where it stands.
    """

    kind: TieKind
    parties: tuple[str, str]
    name: str | None
    level: str | None
    statuses: tuple[Reading, ...]
    starts: tuple[Reading, ...]
    ends: tuple[Reading, ...]
    items: tuple[Held[Tie], ...]

    @property
    def status(self) -> str:
        """The status last reported."""
        return self.statuses[0].value

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
    """Group reports of ties into bonds, in the order of the ontology's kinds, then by start and name."""
    groups: list[list[Held[Tie]]] = []
    for held in sorted(ties, key=lambda held: held.item.id):
        group = next((group for group in groups if _same(group[0].item, held.item)), None)
        groups.append([held]) if group is None else group.append(held)
    found = [_bond(episode) for group in groups for episode in _episodes(group)]
    return tuple(sorted(found, key=_order))


def _ties(group: list[Held[Tie]]) -> list[Tie]:
    return [held.item for held in group]


def _same(one: Tie, other: Tie) -> bool:
    if one.kind != other.kind or _rung(one) != _rung(other):
        return False
    if tie_types()[one.kind].directed and one.kind != "project":
        same_parties = one.parties == other.parties
    else:
        same_parties = set(one.parties) == set(other.parties)
    return same_parties and _alike(one.name, other.name)


def _rung(tie: Tie) -> str | None:
    level = level_of(tie.level) if tie.level else None
    return level.level if level else tie.level and tie.level.lower()


def _alike(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    ratio = token_set_ratio if min(len(one.split()), len(other.split())) > 1 else token_sort_ratio
    return ratio(one.lower(), other.lower()) >= SAME_NAME


def _episodes(group: list[Held[Tie]]) -> list[list[Held[Tie]]]:
    """Reports before and after a break: relations cut in 1975 and restored in 1997 are two bonds."""
    ends = sorted({tie.end for tie in _ties(group) if tie.end})
    cuts: list[str] = []
    for start in sorted({tie.start for tie in _ties(group) if tie.start}):
        if any(_before(cuts[-1] if cuts else "", end) and _before(end, start) for end in ends):
            cuts.append(start)
    episodes: list[list[Held[Tie]]] = [[] for _ in range(len(cuts) + 1)]
    for held in group:
        known = held.item.start or held.item.end
        episodes[sum(cut <= known for cut in cuts) if known else len(cuts)].append(held)
    return [episode for episode in episodes if episode]


def _before(one: str, other: str) -> bool:
    return one < other and not other.startswith(one or "-")


def _bond(group: list[Held[Tie]]) -> Bond:
    first = group[0].item
    named = sorted(group, key=lambda held: (-held.item.confidence, held.item.id))
    return Bond(
        kind=first.kind,
        parties=first.parties,
        name=named[0].item.name,
        level=_rung(first),
        statuses=_statuses(group),
        starts=_dates(group, lambda tie: tie.start),
        ends=_dates(group, lambda tie: tie.end),
        items=tuple(group),
    )


def _statuses(group: list[Held[Tie]]) -> tuple[Reading, ...]:
    by_date = sorted(group, key=lambda held: (str(held.document.published or ""), held.item.id), reverse=True)
    values = dict.fromkeys(held.item.status for held in by_date)
    return tuple(Reading(value, tuple(held for held in by_date if held.item.status == value)) for value in values)


def _dates(group: list[Held[Tie]], of: Callable[[Tie], str | None]) -> tuple[Reading, ...]:
    """The dates given, a coarser one joined to the finer one that it contains ('1964' to '1964-12-20')."""
    given = {date for date in map(of, _ties(group)) if date}
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

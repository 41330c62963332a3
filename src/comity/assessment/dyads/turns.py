"""What turned a relationship, by texts: ties that began or ended, breaks, recognitions, uses of force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.bonds import Bond, Reading
from comity.assessment.dyads import common
from comity.assessment.dyads.common import Pair, within
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Passage
from comity.assessment.window import Window
from comity.languages import speaking
from comity.tables import rows

Direction = Literal["up", "down"]
_MAJOR = ("diplomatic_relations", "partnership", "alliance", "dispute", "sanctions")
_BAD = ("dispute", "sanctions")
APART = 366
"""Days by which two major turns the same way must be apart to begin two phases."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One change with its first possible day; `clause` tells it within a sentence, its date in it.

    `english` is the same in English, so that turns of one day stand in the same order in every language.
    """

    day: dt.date
    direction: Direction
    is_major: bool
    clause: str
    english: str
    proofs: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """From its first turn to the day before the next phase; the last one goes on."""

    turns: tuple[Turn, ...]
    next: dt.date | None

    @property
    def start(self) -> dt.date:
        """The first day that its first turn may have been."""
        return self.turns[0].day


def turns(holdings: Holdings, pair: Pair, window: Window) -> tuple[Turn, ...]:
    """All turns of a window, from the earliest."""
    between = holdings.between(*pair)
    found = [turn for bond in between.bonds if bond.kind != "trade" for turn in _of_bond(holdings, bond)]
    dated = [act for act in within(between.dealings, window) if act.is_dated]
    found += [turn for act in dated if (turn := _of_act(holdings, act))]
    return tuple(sorted((turn for turn in found if window.holds(turn.day)), key=_order))


def phases(found: tuple[Turn, ...]) -> tuple[Phase, ...]:
    """A phase begins where the direction changes, and with a major turn more than a year after the last major one.

    Lesser turns the same way fall into the phase that goes on.
    """
    groups: list[list[Turn]] = []
    for turn in found:
        if groups and not _begins(groups[-1], turn):
            groups[-1].append(turn)
        else:
            groups.append([turn])
    ends: list[dt.date | None] = [group[0].day for group in groups[1:]]
    return tuple(Phase(tuple(group), end) for group, end in zip(groups, [*ends, None], strict=False))


def _begins(group: list[Turn], turn: Turn) -> bool:
    if turn.direction != group[-1].direction:
        return True
    majors = [one.day for one in group if one.is_major]
    return turn.is_major and bool(majors) and (turn.day - majors[-1]).days > APART


def _of_bond(holdings: Holdings, bond: Bond) -> list[Turn]:
    if bond.status in ("proposed", "absent"):
        return []
    good: Direction = "down" if bond.kind in _BAD else "up"
    bad: Direction = "up" if bond.kind in _BAD else "down"
    told = [("began", bond.starts, good)] if bond.starts else []
    told += [("ended", bond.ends, bad)] if bond.ends else []
    return [_turn(holdings, bond, aspect, readings, way) for aspect, readings, way in told]


def _turn(
    holdings: Holdings, bond: Bond, aspect: str, readings: tuple[Reading, ...], way: Direction
) -> Turn:  # fmt: skip
    clause = partial(common.turned, bond, aspect, readings, holdings.names)
    day = common.first_day(readings[0].value)
    proofs = holdings.passages(held for reading in readings for held in reading.items)
    return Turn(day, way, bond.kind in _MAJOR, clause(), _english(clause), proofs)


def _of_act(holdings: Holdings, act: Act) -> Turn | None:
    event = act.event
    for row in rows("assessment", "turns.csv"):
        wanted = (("event_type", event.event_type), ("mode", event.mode), ("cameo", event.cameo))
        if all(row[field] in ("", value) for field, value in wanted) and act.since:
            clause = partial(words.telling, act, holdings.names)
            way: Direction = "up" if row["direction"] == "up" else "down"
            is_major = row["is_major"] == "yes"
            return Turn(act.since, way, is_major, clause(), _english(clause), holdings.of_acts([act]))
    return None


def _english(clause: Callable[[], str]) -> str:
    with speaking("en"):
        return clause()


def _order(turn: Turn) -> tuple[dt.date, bool, str]:
    return turn.day, not turn.is_major, turn.english

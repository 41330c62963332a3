"""The year before and the year after a move: what passed between the two, beside pairs that made no such move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.assessment.events import standing
from comity.assessment.precedents.cases import Case, queried
from comity.measures.intervals import Interval, mean_interval
from comity.ontology import codes

if TYPE_CHECKING:
    from comity.assessment.holdings import Holdings

YEAR = 365
"""Days before and after; the day of the move itself is in neither."""
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
MATCHES = 3
"""Pairs without a move that stand beside a case: those most like it in the year before."""
MOST_CASES = 300
"""The latest cases are followed, so that a common kind of move stays quick."""


@dataclass(frozen=True, slots=True)
class Year:
    """What one state did towards another in a year: acts by quad, in the order of `QUADS`, and their net score."""

    counts: tuple[int, int, int, int] = (0, 0, 0, 0)
    net: float = 0.0

    @property
    def n(self) -> int:
        """All acts."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Course:
    """One direction of one pair, before and after a case."""

    before: Year
    after: Year

    @property
    def change(self) -> float:
        """Of the net score from the year before to the year after."""
        return self.after.net - self.before.net


@dataclass(frozen=True, slots=True)
class Followed:
    """A case with what passed: the answer of the target, the mover's own acts, the answers of matched pairs."""

    case: Case
    answer: Course
    own: Course
    matched: tuple[tuple[str, Course], ...]

    @property
    def difference(self) -> float | None:
        """The change of the answer less the mean one of the matched pairs; none without matches."""
        if not self.matched:
            return None
        return self.answer.change - sum(course.change for _, course in self.matched) / len(self.matched)


def follow(holdings: Holdings, cases: Sequence[Case], source: str) -> tuple[Followed, ...]:
    """The cases whose years before and after the dataset covers, at most `MOST_CASES`, in order of time.

    Matched pairs have the same target, made no such move within a year of the case, and are nearest in the number
    and the net score of acts of the year before.
    """
    first, last = _covered(holdings, source)
    margin = dt.timedelta(days=YEAR)
    wanted = [case for case in cases if first and last and first + margin <= case.on <= last - margin][
        -MOST_CASES:
    ]
    if not wanted:
        return ()
    years = _years(holdings, wanted, source)
    movers = [(case.target, case.mover, case.on) for case in cases]
    return tuple(_followed(case, years[at], movers) for at, case in enumerate(wanted))


def interval(values: Sequence[float]) -> Interval | None:
    """Of their mean, by bootstrap over cases."""
    return mean_interval(values)


_Years = dict[tuple[str, bool, bool], Year]
"""Of one case, by other state, whether the target acts, whether it is the year after."""


def _covered(holdings: Holdings, source: str) -> tuple[dt.date | None, dt.date | None]:
    files = [file for file in holdings.files if file.source == source]
    first = min((file.first_day for file in files if file.first_day), default=None)
    return first, max((file.last_day for file in files if file.last_day), default=None)


def _years(holdings: Holdings, cases: Sequence[Case], source: str) -> list[_Years]:
    counts = ", ".join(f"count(*) FILTER (quad = '{quad}')" for quad in QUADS)
    sides = " UNION ALL ".join(
        f"SELECT k, {other} AS other, {is_answer} AS is_answer, date > day AS is_after, quad, points"
        f" FROM cases JOIN scored ON {own} = target"
        f" WHERE date BETWEEN day - {YEAR} AND day + {YEAR} AND date <> day"
        for own, other, is_answer in (
            ("actor_country", "recipient_country", "true"),
            ("recipient_country", "actor_country", "false"),
        )
    )
    sql = (
        f"WITH cases(k, target, day) AS (VALUES {_values(cases)}),"
        f" plover(type, mode, points) AS (VALUES {_scores()}),"
        " scored AS (SELECT actor_country, recipient_country, date, quad,"
        " coalesce(score, exact.points, plain.points, 0) AS points FROM acts"
        " LEFT JOIN plover exact ON exact.type = event_type AND exact.mode = coalesce(acts.mode, '')"
        " LEFT JOIN plover plain ON plain.type = event_type AND plain.mode = '')"
        f" SELECT k, other, is_answer, is_after, {counts}, sum(points) FROM ({sides})"
        " WHERE other IS NOT NULL GROUP BY ALL ORDER BY ALL"
    )
    targets = ", ".join(sorted({f"'{case.target}'" for case in cases}))
    near = (
        f"source = '{source}' AND NOT coalesce(is_repeat, false) AND actor_country <> recipient_country"
        f" AND (actor_country IN ({targets}) OR recipient_country IN ({targets}))"
    )
    rows = queried(standing(holdings.table("events").filter(near)), "acts", sql)
    found: list[_Years] = [{} for _ in cases]
    for k, other, is_answer, is_after, *numbers, net in rows:
        found[k][other, is_answer, is_after] = Year(tuple(numbers), round(net, 6))
    return found


def _values(cases: Sequence[Case]) -> str:
    return ", ".join(f"({at}, '{case.target}', DATE '{case.on}')" for at, case in enumerate(cases))


def _scores() -> str:
    return ", ".join(f"('{one.event_type}', '{one.mode or ''}', {one.score})" for one in codes().values())


def _followed(case: Case, years: _Years, movers: Iterable[tuple[str, str, dt.date]]) -> Followed:
    def course(other: str, is_answer: bool) -> Course:
        return Course(*(years.get((other, is_answer, is_after), Year()) for is_after in (False, True)))

    moved = {mover for target, mover, on in movers if target == case.target and abs((on - case.on).days) <= YEAR}
    own = course(case.mover, True).before, course(case.mover, False).before
    others = sorted({other for other, _, _ in years} - moved - {case.mover})
    distances = []
    for other in others:
        pair = course(other, True).before, course(other, False).before
        if any(year.n for year in pair):
            far = sum(abs(one.n - two.n) + abs(one.net - two.net) / 5 for one, two in zip(own, pair, strict=True))
            distances.append((far, other))
    nearest = [other for _, other in sorted(distances)[:MATCHES]]
    return Followed(
        case,
        course(case.mover, True),
        course(case.mover, False),
        tuple((one, course(one, True)) for one in nearest),
    )

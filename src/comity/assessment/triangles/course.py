"""The course of two ties by months: when one side was moved towards, and what came after with the other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import polars as pl
    from numpy.typing import NDArray

HABIT = 12
"""Months before that make the habit."""
LEAST = 3
"""Acts of cooperation that a month needs to be a move."""
_COOPERATION = ("verbal_cooperation", "material_cooperation")
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Course:
    """Months of one source with the acts of cooperation towards one state, and the days of acts with the other.

    `scores` lie beside `days`, both in order of days; NaN where an act has none. `last`: the source's last day.
    """

    months: tuple[dt.date, ...]
    cooperation: NDArray[np.int64]
    days: NDArray[np.int64]
    scores: NDArray[np.float64]
    last: int

    @property
    def moves(self) -> NDArray[np.bool_]:
        """Which months are moves; those without a habit before them are none."""
        import numpy as np

        counts = self.cooperation.astype(float)
        found = np.zeros(len(counts), dtype=bool)
        if len(counts) > HABIT:
            sums = np.concatenate([[0.0], np.cumsum(counts)])
            habit = (sums[HABIT:-1] - sums[: -HABIT - 1]) / HABIT
            now = counts[HABIT:]
            found[HABIT:] = (now >= LEAST) & (now > habit + 2 * np.sqrt(habit))
        return found

    def known(self, span: int) -> NDArray[np.bool_]:
        """Which months have a habit before them and so many days after them in the source."""
        import numpy as np

        return (self._ends() + span - 1 <= self.last) & (np.arange(len(self.months)) >= HABIT)

    def after(self, span: int) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
        """For each month: acts in so many days after it, the sum of their scores, and how many have one."""
        import numpy as np

        ends = self._ends()
        low, high = (np.searchsorted(self.days, edge) for edge in (ends, ends + span))
        scored = ~np.isnan(self.scores)
        sums = np.concatenate([[0.0], np.cumsum(np.where(scored, self.scores, 0.0))])
        counts = np.concatenate([[0], np.cumsum(scored)])
        return high - low, sums[high] - sums[low], counts[high] - counts[low]

    def _ends(self) -> NDArray[np.int64]:
        import numpy as np

        return np.array([next_month(month).toordinal() for month in self.months], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Compared:
    """What followed moves, on average, what followed ordinary months, and where chance puts the former.

    Chance: the same pattern of moves, shifted along the months, for every shift there is.
    """

    moves: int
    months: int
    acts: float
    ordinary: float
    chance: Interval
    score: float | None
    ordinary_score: float | None
    score_chance: Interval | None


def compared(course: Course, span: int) -> Compared | None:
    """None where no move, or no ordinary month, has so many days after it."""
    import numpy as np

    known = course.known(span)
    moved = course.moves[known]
    acts, sums, scored = course.after(span)
    acts, sums, scored = acts[known], sums[known], scored[known]
    if not moved.any() or moved.all():
        return None
    shifts = [np.roll(moved, by) for by in range(1, len(moved))]
    after, ordinary = (_mean(sums[one], scored[one]) for one in (moved, ~moved))
    means = [mean for one in shifts if (mean := _mean(sums[one], scored[one])) is not None]
    return Compared(
        moves=int(moved.sum()),
        months=int((~moved).sum()),
        acts=float(acts[moved].mean()),
        ordinary=float(acts[~moved].mean()),
        chance=_middle([float(acts[one].mean()) for one in shifts]),
        score=after,
        ordinary_score=ordinary,
        score_chance=_middle(means) if means else None,
    )


def course_of(events: pl.DataFrame, states: tuple[str, str, str], days: tuple[dt.date, dt.date]) -> Course:
    """Out of the acts of one source by day; `states`: who moved, towards whom, and whom else is watched.

    `days`: the first and last that the source covers; months without an act are silent ones.
    """
    import numpy as np
    import polars as pl

    a, toward, watched = states
    first, last = days
    months = tuple(pl.date_range(first.replace(day=1), last.replace(day=1), "1mo", eager=True).to_list())
    is_toward = (pl.col("actor_country") == a) & (pl.col("recipient_country") == toward)
    moves = events.filter(is_toward, pl.col("quad").is_in(_COOPERATION))
    counts = dict(moves.group_by(pl.col("date").dt.truncate("1mo")).len().rows())
    pair = [a, watched]
    seen = events.filter(pl.col("actor_country").is_in(pair), pl.col("recipient_country").is_in(pair))
    return Course(
        months,
        np.array([counts.get(month, 0) for month in months], dtype=np.int64),
        np.array([day.toordinal() for day in seen["date"]], dtype=np.int64),
        seen["score"].fill_null(float("nan")).to_numpy(),
        last.toordinal(),
    )


def next_month(month: dt.date) -> dt.date:
    """The first day of the month after, of a first day."""
    return (month + dt.timedelta(31)).replace(day=1)


def _mean(sums: NDArray[np.float64], scored: NDArray[np.int64]) -> float | None:
    number = int(scored.sum())
    return float(sums.sum() / number) if number else None


def _middle(values: list[float]) -> Interval:
    """Where 95 in 100 of some values lie."""
    import numpy as np

    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)

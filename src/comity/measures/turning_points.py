"""Where the level of a relationship changed for good, and the acts at which it did."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.dyad_series import Asked, dyad_series
from comity.measures.intervals import change_interval, mean_interval
from comity.measures.periods import ends
from comity.measures.weights import pulling

if TYPE_CHECKING:
    import polars as pl

LEAST_PERIODS = 24
LEAST_ACTS = 30
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TurningPoints:
    """Polars frames with what they rest on; `points` and `acts` are empty and `insufficient` says why if need be.

    `points`: period (the first of the new level), before and after (mean of a period between this point and the
    next one on either side) and change, each with low and high (given the point, which was found in the same
    data), n_before and n_after (periods), strength (what the point saves, in penalties). `acts`: period of the
    point and the acts of that period and the one before that weigh most its way; a count that falls has none.
    `series`: period, n, value, from the `first` to the `last` day. `spread` and `penalty` are those of the root
    scale.
    """

    states: tuple[str, str]
    points: pl.DataFrame
    acts: pl.DataFrame
    series: pl.DataFrame
    n_periods: int
    n_acts: int
    first: date
    last: date
    spread: float
    penalty: float
    min_length: int
    insufficient: str | None


@measure(
    "turning-points-v1",
    formula="segments that minimise sum of (r - mean of segment)^2 + b K; r = sign(v) sqrt(|v|), K turning points,"
    " b = 2 s^2 ln T, s^2 = sum of (r_t - r_t-1)^2 / (2 (T - 1)), T periods",
    values="levels: those of the series",
    unit="what an act weighs, a period",
    interval="bootstrap over periods, of the levels and of the change",
    reference="Jackson, B., and others. 2005. IEEE Signal Processing Letters 12: 105-108 (optimal partitioning);"
    " Rice, J. 1984. Annals of Statistics 12: 1215-1230 (spread); Yao, Y.-C. 1988. Statistics and Probability"
    " Letters 6: 181-189 (penalty).",
)
def turning_points(
    events: object,
    states: tuple[str, str],
    asked: Asked | None = None,
    penalty: float | None = None,
    min_length: int = 3,
    most: int = 5,
) -> TurningPoints:
    """The periods at which the level of a series of two states' acts changed, and the acts at each.

    By default the conflict acts of both, by month. The root evens out that busy times vary more. `penalty`: of a
    point on the root scale, in place of b: more of it, fewer points. `min_length`: periods between two points. The
    best segments are found for certain and nothing is drawn by chance. Fewer than 24 periods or 30 acts are not
    enough. The penalty holds for changes of level amid independent noise: slow drifts break into steps.
    """
    if min_length < 1 or (penalty is not None and not penalty > 0):
        raise UsageError(f"min_length {min_length}, penalty {penalty}: give a length from 1 and a penalty above 0")
    series, acts = dyad_series(events, states, asked or Asked())
    roots = _roots(series["value"].to_numpy())
    spread = float(np.sqrt(np.mean(np.diff(roots) ** 2) / 2)) if len(roots) > 1 else math.nan
    price = penalty or 2 * spread**2 * math.log(len(roots))
    reason = _lacking(len(series), len(acts))
    found = [] if reason or not price else segments(roots, price, min_length)
    points = _points(series, found, roots, price)
    near = _acts(acts, points, series, most)
    periods = series["period"]
    return TurningPoints(
        states=states,
        points=points,
        acts=near,
        series=series,
        n_periods=len(series),
        n_acts=len(acts),
        first=periods[0],
        last=ends(periods, (asked or Asked()).period)[-1],
        spread=spread,
        penalty=price,
        min_length=min_length,
        insufficient=reason,
    )


def _roots(values: Numbers) -> Numbers:
    return np.sign(values) * np.sqrt(np.abs(values))


def _lacking(periods: int, acts: int) -> str | None:
    if periods < LEAST_PERIODS:
        return f"{periods} periods, {LEAST_PERIODS} are needed"
    return f"{acts} acts, {LEAST_ACTS} are needed" if acts < LEAST_ACTS else None


def segments(values: Numbers, penalty: float, min_length: int) -> list[int]:
    """Where segments after the first begin, so that squared errors and penalties are least.

    Every segmentation is weighed; PELT would be quicker and, with a minimal length, can miss the best.
    """
    size = len(values)
    sums, squares = (np.concatenate(([0.0], np.cumsum(part))) for part in (values, values**2))
    best, before = np.full(size + 1, np.inf), np.zeros(size + 1, np.int64)
    best[0] = -penalty
    for end in range(min_length, size + 1):
        start = np.arange(end - min_length + 1)
        errors = squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start)
        costs = best[start] + errors + penalty
        before[end] = np.argmin(costs)
        best[end] = costs[before[end]]
    found, at = [], int(before[size])
    while at:
        found.append(at)
        at = int(before[at])
    return found[::-1]


def _points(series: pl.DataFrame, found: list[int], roots: Numbers, price: float) -> pl.DataFrame:
    import polars as pl

    values, cuts = series["value"].to_numpy(), [0, *found, len(series)]
    rows = []
    for left, at, right in zip(cuts, cuts[1:], cuts[2:], strict=False):
        row: dict[str, Any] = {"period": series["period"][at], "n_before": at - left, "n_after": right - at}
        for side, part in (("before", values[left:at]), ("after", values[at:right])):
            low, high = mean_interval(part.tolist()) or (None, None)
            row |= {side: float(part.mean()), f"{side}_low": low, f"{side}_high": high}
        saved = _error(roots[left:right]) - _error(roots[left:at]) - _error(roots[at:right])
        low, high = change_interval(values[left:at], values[at:right]) or (None, None)
        change = {"change": row["after"] - row["before"], "change_low": low, "change_high": high}
        rows.append({**row, **change, "strength": saved / price})
    numbers = (
        *("before", "before_low", "before_high", "after", "after_low", "after_high"),
        *("change", "change_low", "change_high", "strength"),
    )
    schema: dict[str, Any] = {"period": pl.Date, "n_before": pl.Int64, "n_after": pl.Int64}
    return pl.DataFrame(rows, {**schema, **dict.fromkeys(numbers, pl.Float64)}, orient="row")


def _error(values: Numbers) -> float:
    return float(((values - values.mean()) ** 2).sum())


def _acts(acts: pl.DataFrame, points: pl.DataFrame, series: pl.DataFrame, most: int) -> pl.DataFrame:
    """The acts at each point, under its period."""
    import polars as pl

    periods = series["period"].to_list()
    picked = [acts.clear()]
    for point in points.to_dicts():
        near = (periods[periods.index(point["period"]) - 1], point["period"])
        there = pulling(acts.filter(pl.col("period").is_in(near)), 1 if point["change"] > 0 else -1, most)
        picked.append(there.with_columns(period=pl.lit(point["period"])))
    return pl.concat(picked).select("period", pl.exclude("period"))

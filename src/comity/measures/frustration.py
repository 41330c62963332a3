"""How far a web of friends and enemies is from two camps: the frustration index, exact."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered
from comity.measures.intervals import Interval, percentiles
from comity.measures.redrawn import redrawn_signs
from comity.measures.triads import signed

if TYPE_CHECKING:
    import polars as pl

MOST_STATES = 20
_DRAWS, _CHUNK = 400, 2**13


@dataclass(frozen=True, slots=True)
class Frustration:
    """`index`: the least number of pairs whose sign would have to flip; `balance` = 1 - 2 index / n_pairs.

    `interval`: of the index, had the acts behind the signs come about anew (None where no sign tells how sure it
    is), made to hold the index itself. `period`, `last`: the first and last day of the window.
    `camps`: the two sides of one best division (a side may be empty), the first by code of `n_divisions` that are
    equally good. `pairs`: a Polars frame of a, b, sign, is_frustrated (in that division: friends in two camps,
    enemies in one) and `share` of the best divisions that frustrate it: 1 for what is at odds however one divides.
    """

    period: date
    last: date
    index: int
    interval: Interval | None
    balance: float
    n_states: int
    n_pairs: int
    n_divisions: int
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    pairs: pl.DataFrame


@measure(
    "frustration-index-v1",
    formula="min over x in {-1, 1}^n of the sum over signed pairs of (1 - x_i s_ij x_j) / 2",
    values="0 to half of the signed pairs",
    unit="pairs",
    interval="bootstrap over acts, which redraws the signs",
    reference="Aref, S., and M. C. Wilson. 2019. Balance and Frustration in Signed Networks. Journal of Complex"
    " Networks 7: 163-189.",
)
def frustration(signs: object, period: date | None = None) -> Frustration:
    """Least number of pairs at odds with a division of the states into two camps; takes the result of `signs`.

    Every division is looked at, one of each two mirror images, so that at most 20 states may have a sign: some
    two seconds for 20. `period` where the signs are of several. Exact for the signs given; the interval is a
    bootstrap over acts by the z of `signs`. `UsageError` for more states, or none with a sign.
    """
    pairs = _of_one_period(signs, period)
    states = sorted({*pairs["a"], *pairs["b"]})
    if len(states) > MOST_STATES:
        raise UsageError(
            f"{len(states)} states have a sign in {pairs['period'][0]}: choose at most {MOST_STATES} of them"
        )
    left, right = (np.array([states.index(name) for name in pairs[side]]) for side in "ab")
    costs = _costs(left, right, pairs["sign"].to_numpy(), len(states))
    best = np.flatnonzero(costs == costs.min())
    index = int(costs.min())
    interval = _interval(pairs, (left, right), len(states), index)
    return _told(pairs, states, (index, interval), (left, right), best)


def _of_one_period(signs: object, period: date | None) -> pl.DataFrame:
    import polars as pl

    days = (nw.col(name).cast(nw.Date) for name in ("period", "last"))
    numbers = (nw.col("sign").cast(nw.Int64), nw.col("z").cast(nw.Float64))
    rows = gathered(signed(signs).select(*days, "a", "b", *numbers))
    periods = rows["period"].unique().sort().to_list()
    if period is None and len(periods) > 1:
        raise UsageError(f"signs are of {len(periods)} periods, {periods[0]} to {periods[-1]}: name the one meant")
    chosen = rows if period is None else rows.filter(pl.col("period") == period)
    if chosen.is_empty():
        raise UsageError(
            f"no pair has a sign in {period}: the signs are of {periods[0]} to {periods[-1]}; take one of these"
        )
    if chosen.select("a", "b").is_duplicated().any():
        raise UsageError(f"signs has a pair more than once in {chosen['period'][0]}: give each pair one sign")
    return chosen.sort("a", "b")


def _apart(divisions: NDArray[np.int64], left: int, right: int) -> NDArray[np.bool_]:
    """In which divisions two states are in different camps; bit k of a division is the camp of state k + 1."""
    apart: NDArray[np.bool_] = ((divisions << 1 >> left) ^ (divisions << 1 >> right)) & 1 == 1
    return apart


def _costs(
    left: NDArray[np.int64], right: NDArray[np.int64], sign: NDArray[np.int64], size: int
) -> NDArray[np.int16]:
    """Frustrated pairs of each division; the first state stays in the first camp."""
    divisions = np.arange(2 ** (size - 1))
    costs = np.zeros(len(divisions), np.int16)
    for one, other, s in zip(left, right, sign, strict=True):
        costs += _apart(divisions, one, other) == (s > 0)
    return costs


def _interval(
    pairs: pl.DataFrame, ends: tuple[NDArray[np.int64], NDArray[np.int64]], size: int, index: int
) -> Interval | None:
    """Frustrated pairs of a division: those with a negative sign, and the sum of the signs between the camps."""
    if pairs["z"].null_count() == len(pairs):
        return None
    z = pairs["z"].fill_null(math.nan).to_numpy()
    drawn = redrawn_signs(pairs["sign"].to_numpy(), z, _DRAWS)
    signs, least = drawn.astype(np.float32), np.full(_DRAWS, np.inf, np.float32)
    for first in range(0, 2 ** (size - 1), _CHUNK):
        divisions = np.arange(first, min(first + _CHUNK, 2 ** (size - 1)))
        apart = np.array([_apart(divisions, *pair) for pair in zip(*ends, strict=True)], np.float32)
        least = np.minimum(least, (apart.T @ signs).min(axis=0))
    low, high = percentiles((least + (drawn < 0).sum(axis=0)).astype(np.float64))
    return min(low, index), max(high, index)


def _told(
    pairs: pl.DataFrame,
    states: list[str],
    found: tuple[int, Interval | None],
    ends: tuple[NDArray[np.int64], NDArray[np.int64]],
    best: NDArray[np.int64],
) -> Frustration:
    import polars as pl

    good = pairs["sign"].to_numpy() > 0
    at_odds = np.array([_apart(best, *pair) for pair in zip(*ends, strict=True)]) == good[:, None]
    table = pairs.select("a", "b", "sign").with_columns(
        pl.Series("is_frustrated", at_odds[:, 0]), pl.Series("share", at_odds.mean(axis=1))
    )
    side = [int(best[0]) << 1 >> number & 1 for number in range(len(states))]
    camps = tuple(tuple(name for name, at in zip(states, side, strict=True) if at == one) for one in (0, 1))
    index, interval = found
    return Frustration(
        period=pairs["period"][0],
        last=pairs["last"][0],
        index=index,
        interval=interval,
        balance=1 - 2 * index / len(pairs),
        n_states=len(states),
        n_pairs=len(pairs),
        n_divisions=len(best),
        camps=(camps[0], camps[1]),
        pairs=table,
    )

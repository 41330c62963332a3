"""How far a web of friends and enemies is from two camps: the frustration index, exact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened

if TYPE_CHECKING:
    import polars as pl

MOST_STATES = 20
_NEEDS = {"period": "day", "a": "text", "b": "text", "sign": "number"}


@dataclass(frozen=True, slots=True)
class Frustration:
    """`index`: the least number of pairs whose sign would have to flip; `balance` = 1 - 2 index / n_pairs.

    `camps`: the two sides of one best division (a side may be empty), the first by code of `n_divisions` that are
    equally good. `pairs`: a Polars frame of a, b, sign, is_frustrated (in that division: friends in two camps,
    enemies in one) and `share` of the best divisions that frustrate it: 1 for what is at odds however one divides.
    """

    period: date
    index: int
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
    reference="Aref, S., and M. C. Wilson. 2019. Balance and Frustration in Signed Networks. Journal of Complex"
    " Networks 7: 163-189.",
)
def frustration(signs: object, period: date | None = None) -> Frustration:
    """Least number of pairs at odds with a division of the states into two camps; takes the result of `signs`.

    Every division is looked at, one of each two mirror images, so that at most 20 states may have a sign: about a
    quarter of a second for 20. `period` where the signs are of several. Exact for the signs given; how sure the
    signs are it does not know, so that it has no interval. `UsageError` for more states, or none with a sign.
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
    return _told(pairs, states, int(costs.min()), (left, right), best)


def _of_one_period(signs: object, period: date | None) -> pl.DataFrame:
    import polars as pl

    known = opened(signs, "signs", _NEEDS).filter(~nw.col("sign").is_null())
    rows = gathered(known.select(nw.col("period").cast(nw.Date), "a", "b", nw.col("sign").cast(nw.Int64)))
    periods = rows["period"].unique().sort().to_list()
    if period is None and len(periods) > 1:
        raise UsageError(f"signs are of {len(periods)} periods, {periods[0]} to {periods[-1]}: name the one meant")
    chosen = rows if period is None else rows.filter(pl.col("period") == period)
    if chosen.is_empty():
        raise UsageError(
            f"no pair has a sign in {period or 'any period'}: take another period or a lower threshold"
        )
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


def _told(
    pairs: pl.DataFrame,
    states: list[str],
    index: int,
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
    balance = 1 - 2 * index / len(pairs)
    return Frustration(
        pairs["period"][0], index, balance, len(states), len(pairs), len(best), (camps[0], camps[1]), table
    )

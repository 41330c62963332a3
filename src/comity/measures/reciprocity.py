"""Whether two states give each other as much as they get: balance of good acts, and of bad ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, between_states
from comity.measures.frames import gathered, opened
from comity.measures.intervals import DRAWS, SEED, Interval, percentiles, share_interval
from comity.measures.pairs import among
from comity.measures.periods import Period, start_of

if TYPE_CHECKING:
    import polars as pl

ENOUGH = 5
"""Acts of one sign, of both sides together: with fewer there is no balance. Comity's own threshold."""
_NEEDS = {"date": "day", "actor_country": "text", "recipient_country": "text", "score": "number"}
_KEY = ("one", "other", "period", "score_scale", "sign")
Array = NDArray[np.float64]


@measure(
    "balance-v1",
    formula="R = 1 - |G_ab - G_ba| / (|G_ab| + |G_ba|), of the positive scores and of the negative ones apart",
    values="0 (one side only) to 1 (as much as is given comes back)",
    unit="none",
    interval="Poisson bootstrap over acts; where all are of one side, Clopper and Pearson 1934",
    reference="Comity's form of the balance of exchanges; after the directed sums of Goldstein 1992.",
    is_own=True,
)
def balance(
    events: object,
    period: Period | None = "month",
    between: tuple[str, str] | None = None,
    repeats: bool = False,
) -> pl.DataFrame:
    """How even two states' dealings are in each period, the good and the bad apart; without dynamics.

    A Polars frame, one row a pair (codes in the order of the alphabet), period, scale and sign that there was:
    one, other, period (its first day; null with `period` None: all together), score_scale, sign, n_there, n_back
    (acts with a score of that sign, of one towards other and back), there, back (their sums, without sign),
    balance, low, high, insufficient, first, last (the days of the window in which acts were looked for: those of
    the data). Intervals by a Poisson bootstrap over acts, seeded by pair, so that other pairs in the data change
    nothing; where all acts are of one side, by Clopper and Pearson, as if acts weighed alike. Fewer than five acts
    of a sign: no balance, and `insufficient` says so. Gathers one row a dyad, period and score.
    """
    import polars as pl

    acts = between_states(opened(events, "events", _NEEDS), repeats)
    first, last = gathered(acts.select(_day().min().alias("first"), _day().max().alias("last"))).row(0)
    acts = among(acts, "events", between, 2) if between else acts
    scores = _by_pair(gathered(_counted(acts, period)))
    if scores.is_empty():
        raise UsageError("no act between the states asked for has a score other than 0: give events with scores")
    found = [_row(key, rows) for key, rows in scores.group_by(_KEY, maintain_order=True)]
    table = pl.DataFrame(found, _schema(), orient="row")
    return table.with_columns(pl.lit(first, pl.Date).alias("first"), pl.lit(last, pl.Date).alias("last"))


def _day() -> nw.Expr:
    return nw.col("date").cast(nw.Date)


def _counted(acts: nw.LazyFrame[Any], period: Period | None) -> nw.LazyFrame[Any]:
    """How often each score other than 0 was given in each period."""
    begin = start_of("date", period) if period else nw.lit(None, nw.Date)
    scored = acts.filter(nw.col("score") != 0).with_columns(begin.alias("period"))
    return scored.group_by(*DYAD, "period", "score_scale", "score").agg(nw.len().alias("n"))


def _by_pair(scores: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    actor, recipient = (pl.col(side) for side in DYAD)
    sign = pl.when(pl.col("score") > 0).then(pl.lit("positive")).otherwise(pl.lit("negative"))
    told = scores.with_columns(
        pl.min_horizontal(actor, recipient).alias("one"),
        pl.max_horizontal(actor, recipient).alias("other"),
        (actor < recipient).alias("is_there"),
        sign.alias("sign"),
        pl.col("score").cast(pl.Float64).abs().alias("size"),
    )
    return told.sort(*_KEY, "is_there", "size", nulls_last=False)


def _row(key: tuple[Any, ...], rows: pl.DataFrame) -> tuple[Any, ...]:
    counts, sizes = rows["n"].to_numpy(), rows["size"].to_numpy()
    is_there = rows["is_there"].to_numpy()
    n_there, n_back = int(counts[is_there].sum()), int(counts[~is_there].sum())
    sums = float((counts * sizes)[is_there].sum()), float((counts * sizes)[~is_there].sum())
    sides = (*key, n_there, n_back, *sums)
    if n_there + n_back < ENOUGH:
        return (*sides, None, None, None, f"{n_there + n_back} acts; at least {ENOUGH} are needed")
    low, high = _interval(f"{key[0]}{key[1]}", counts, sizes, is_there)
    return (*sides, 1 - abs(float(_lean(*map(np.asarray, sums)))), low, high, None)


def _interval(pair: str, counts: NDArray[np.int64], sizes: Array, is_there: NDArray[np.bool_]) -> Interval:
    """Of the lean to one side first, then of its size: where there may be none, the balance may be whole.

    Acts of one score count together: the sum of their Poisson weights is a Poisson draw of their number. Where all
    acts are of one side no draw has another: there the share of acts that may come back is exact.
    """
    if is_there.all() or not is_there.any():
        _, back_at_most = share_interval(0, int(counts.sum())) or (0.0, 1.0)
        return 0.0, min(1.0, 2 * back_at_most)
    random = np.random.default_rng([SEED, *pair.encode()])
    drawn = random.poisson(counts, (DRAWS, len(counts))) * sizes
    there, back = drawn[:, is_there].sum(axis=1), drawn[:, ~is_there].sum(axis=1)
    any_act = there + back > 0
    least, most = percentiles(_lean(there[any_act], back[any_act]))
    nearest = 0.0 if least <= 0 <= most else min(abs(least), abs(most))
    return 1 - max(abs(least), abs(most)), 1 - nearest


def _lean(there: Array, back: Array) -> Array:
    return (there - back) / (there + back)


def _schema() -> dict[str, Any]:
    import polars as pl

    text, number, count = pl.String, pl.Float64, pl.Int64
    return {
        "one": text, "other": text, "period": pl.Date, "score_scale": text, "sign": text, "n_there": count,
        "n_back": count, "there": number, "back": number, "balance": number, "low": number, "high": number,
        "insufficient": text,
    }  # fmt: skip

"""What past acts still weigh: scores that fade with a half-life."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.bounds import Z
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, between_states
from comity.measures.frames import gathered, opened
from comity.measures.pairs import among
from comity.measures.periods import Period, ends, start_of, starts

if TYPE_CHECKING:
    import polars as pl

_NEEDS = {"date": "day", "actor_country": "text", "recipient_country": "text", "score": "number"}
_KEY = (*DYAD, "score_scale")


@measure(
    "decay-v1",
    formula="D(T) = sum over acts up to T of g 2^(-(T - t) / h); t, T in days, h the half-life",
    values="without bound",
    unit="points of the source's scale",
    interval="what a Poisson bootstrap over acts comes to: D +- 1.96 sqrt(sum of (g 2^(-(T - t) / h))^2)",
    reference="Comity's own form of exponential smoothing; no published value of the half-life is implied.",
    is_own=True,
)
def decay(
    events: object,
    half_life: float,
    period: Period = "month",
    between: tuple[str, str] | None = None,
    repeats: bool = False,
) -> pl.DataFrame:
    """What scored acts of one state towards another still weigh on the last day of each period, fading with time.

    `half_life` in days: an act weighs its full score on its own day and half of it that many days later.
    `between`: only these two states. A Polars frame, one row a directed dyad, scale and period from that of its
    first scored act to the last period of the data (periods without an act too): actor_country, recipient_country,
    score_scale, period, day (its last), n (scored acts up to then), weight (how many fresh acts they still amount
    to), decayed, low, high. The ends are the closed form of a Poisson bootstrap over acts, which comes to this for
    many draws and would take two thousand of them for each dyad and period. Acts without a score count for
    nothing. Gathers one row a dyad, day and score; the state is carried from period to period, so that neither old
    data nor short half-lives overflow.
    """
    if not (half_life > 0 and math.isfinite(half_life)):
        raise UsageError(f"the half-life is {half_life!r}: give days above 0, as 90")
    every_act = between_states(opened(events, "events", _NEEDS), repeats)
    acts = among(every_act, "events", between, 2) if between else every_act
    days = gathered(_by_day(acts, period)).sort(*_KEY, "date", "score", nulls_last=False)
    if days.is_empty():
        raise UsageError("no act between the states asked for has a score: give events with scores")
    first, last = days["date"].min(), gathered(every_act.select(nw.col("date").cast(nw.Date).max()))["date"][0]
    every = starts(first, last, period)  # type: ignore[arg-type]
    return _frame(days, every, period, half_life)


def _by_day(acts: nw.LazyFrame[Any], period: Period) -> nw.LazyFrame[Any]:
    """How often each score was given on each day: sums in memory do not hang on the order of rows."""
    scored = acts.filter(~nw.col("score").is_null()).with_columns(
        start_of("date", period).alias("period"), nw.col("date").cast(nw.Date), nw.col("score").cast(nw.Float64)
    )
    return scored.group_by(*_KEY, "period", "date", "score").agg(nw.len().alias("n"))


def _frame(days: pl.DataFrame, every: pl.Series, period: Period, half_life: float) -> pl.DataFrame:
    import polars as pl

    groups = days.select(_KEY).unique(maintain_order=True).with_row_index("group")
    rows = days.join(groups, on=_KEY, how="left", nulls_equal=True, maintain_order="left")
    at = every.search_sorted(rows["period"]).to_numpy()
    shape, group = (len(groups), len(every)), rows["group"].to_numpy()
    lasts = ends(every, period)
    age = (lasts.gather(at) - rows["date"]).dt.total_days().to_numpy()
    faded, step = np.exp2(-age / half_life), _steps(lasts) / half_life

    def state(what: NDArray[np.float64], fading: NDArray[np.float64]) -> NDArray[np.float64]:
        sums = np.zeros(shape)
        np.add.at(sums, (group, at), what)
        return _carried(sums, fading).ravel()

    counts, scores = (rows[name].to_numpy().astype(np.float64) for name in ("n", "score"))
    once, twice = np.exp2(-step), np.exp2(-2 * step)
    table = groups.join(pl.DataFrame({"period": every, "day": lasts}), how="cross", maintain_order="left_right")
    value, half = state(counts * scores * faded, once), Z * np.sqrt(state(counts * (scores * faded) ** 2, twice))
    table = table.with_columns(
        pl.Series("n", state(counts, np.ones_like(once)).astype(np.int64)),
        pl.Series("weight", state(counts * faded, once)),
        pl.Series("decayed", value),
        pl.Series("low", value - half),
        pl.Series("high", value + half),
    )
    return table.filter(pl.col("n") > 0).drop("group")


def _steps(lasts: pl.Series) -> NDArray[np.float64]:
    """Days from each last day to the one before; 0 for the first."""
    found: NDArray[np.float64] = lasts.diff().dt.total_days().fill_null(0).to_numpy().astype(np.float64)
    return found


def _carried(sums: NDArray[np.float64], fading: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each period's sums and what is left of those before."""
    for now in range(1, sums.shape[1]):
        sums[:, now] += fading[now] * sums[:, now - 1]
    return sums

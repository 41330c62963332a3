"""What a few states do to one another, period by period without gaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import narwhals as nw

from comity.errors import UsageError
from comity.measures.flow import DYAD
from comity.measures.frames import gathered, opened, some
from comity.measures.pairs import among, one_scale
from comity.measures.periods import Period, starts

if TYPE_CHECKING:
    import polars as pl

Window = tuple[date, date]


def series(
    flows: object,
    states: Sequence[str],
    period: Period = "month",
    value: str = "score_sum",
    scale: str | None = None,
    window: Window | None = None,
) -> pl.DataFrame:
    """The result of `flow`, dense: a Polars frame with a row for every period and a column for every direction.

    Columns: period, then 'KHM>KOR' and so on for each ordered pair of `states`. Sums and counts of a period
    without an act are 0, and an act without a score adds nothing to a sum; a mean of nothing is not 0, so that
    means are refused. From the first to the last period of all of `flows`, also of other states, or within the
    `window` of two days. `scale`: where there are several. Asks `flows` five times: gather
    a lazy result of `flow` over millions of events first.
    """
    if value in ("score_mean", "share", "pri_mean", "pri_balance"):
        raise UsageError(
            f"{value!r} has no value in a period without acts: give sums or counts, as score_sum or n"
        )
    needs = {DYAD[0]: "text", DYAD[1]: "text", "period": "day", value: "number"}
    opened_flows = opened(flows, "flows", needs)
    opened_flows = opened_flows.filter(~nw.col("period").is_null())
    some(opened_flows, "flows has no row with a period: give the result of `flow`")
    rows = gathered(among(opened_flows, "flows", states))
    rows = one_scale(rows, "flows", scale) if value not in ("n", "n_scored") else rows
    _check(rows, value, states)
    every = _every(gathered(opened_flows.select("period").unique())["period"], period, window)
    return _dense(rows, every, [f"{one}>{other}" for one, other in permutations(states, 2)], value)


def _check(rows: pl.DataFrame, value: str, states: Sequence[str]) -> None:
    if len(rows) and rows[value].null_count() == len(rows):
        raise UsageError(f"no act between {', '.join(states)} has a {value}: take a count, as n")
    if rows[value].drop_nulls().is_infinite().any() or rows[value].drop_nulls().is_nan().any():
        raise UsageError(
            f"the column {value!r} of flows has values that are no numbers: take them out of the events"
        )


def _every(found: pl.Series, period: Period, window: Window | None) -> pl.Series:
    import polars as pl

    found = found.cast(pl.Date).sort()
    first, last = found[0], found[-1]
    every = starts(first, last, period)
    odd = found.filter(~found.is_in(every.implode()))
    if len(odd):
        raise UsageError(
            f"flows is not by {period}: {odd[0]} begins none; give the period that `flow` was asked for"
        )
    if window is None:
        return every
    asked = starts(*window, period) if window[0] <= window[1] else every.clear()
    if asked.is_empty() or asked[0] < every[0] or asked[-1] > every[-1]:
        told = f"the window from {window[0]} to {window[1]}"
        raise UsageError(f"{told} is not within the data, whose periods begin on {every[0]} to {every[-1]}")
    return asked


def _dense(rows: pl.DataFrame, every: pl.Series, names: list[str], value: str) -> pl.DataFrame:
    import polars as pl

    way = (pl.col(DYAD[0]) + ">" + pl.col(DYAD[1])).alias("way")
    summed = rows.group_by(pl.col("period").cast(pl.Date), way).agg(pl.col(value).sum().cast(pl.Float64))
    wide = every.to_frame("period")
    for name in names:
        one = summed.filter(pl.col("way") == name).select("period", pl.col(value).alias(name))
        wide = wide.join(one, on="period", how="left", maintain_order="left")
    return wide.with_columns(pl.col(names).fill_null(0.0))

"""What two states do, period by period without gaps, and the acts behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import narwhals as nw

from comity.errors import UsageError
from comity.measures.flow import DYAD
from comity.measures.frames import gathered, opened
from comity.measures.pairs import different
from comity.measures.periods import Period, start_of, starts
from comity.measures.weights import Weight, weighed

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Asked:
    """How acts become a series.

    `weight`: what an act adds; in a period without acts the sum is 0. `window`: first and last day, those of all
    the events given where it is None; its periods count whole. `directed`: only from the first to the second.
    `repeats`: acts marked as such count too. `scale` of the scores, where there are several.
    """

    period: Period = "month"
    weight: Weight = "conflict"
    window: tuple[date, date] | None = None
    directed: bool = False
    repeats: bool = False
    scale: str | None = None


def dyad_series(events: object, states: tuple[str, str], asked: Asked) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The series (period, n, value) and its acts (with `period`), Polars frames.

    Raises `UsageError` for a state that the events do not tell of, and for a window that is not within them.
    """
    import polars as pl

    acts = weighed(events, different(states, 2), asked.weight, asked.repeats, asked.scale)
    if asked.directed:
        acts = acts.filter(pl.col(DYAD[0]) == states[0])
    every = pl.DataFrame({"period": starts(*_window(events, asked.window), asked.period)})
    in_period = nw.from_native(acts).with_columns(start_of("date", asked.period).alias("period"))
    dated: pl.DataFrame = in_period.to_native().join(every, "period", how="semi", maintain_order="left")
    sums = dated.group_by("period").agg(n=pl.len().cast(pl.Int64), value=pl.col("weight").sum())
    joined = every.join(sums, "period", how="left", maintain_order="left")
    return joined.with_columns(pl.col("n").fill_null(0), pl.col("value").fill_null(0.0)), dated


def _window(events: object, asked: tuple[date, date] | None) -> tuple[date, date]:
    days = nw.col("date").cast(nw.Date)
    known = opened(events, "events", {"date": "day"}).select(days.min().alias("first"), days.max().alias("last"))
    ((first, last),) = gathered(known).rows()
    if asked is None:
        return first, last
    if not first <= asked[0] <= asked[1] <= last:
        raise UsageError(
            f"the window from {asked[0]} to {asked[1]} is not within the data, which reach from {first} to {last}"
        )
    return asked

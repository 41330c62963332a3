"""Days gathered into periods, each named by its first day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import narwhals as nw

from comity.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

Period = Literal["day", "week", "month", "quarter", "year"]
_UNITS = {"day": "1d", "week": "1w", "month": "1mo", "quarter": "1q", "year": "1y"}


def start_of(column: str, period: Period) -> nw.Expr:
    """The first day of the period that a day lies in, as a date; weeks begin on Monday."""
    unit, day = _unit(period), nw.col(column).cast(nw.Date)
    return _monday(day) if period == "week" else day.dt.truncate(unit).cast(nw.Date)


def end_of(column: str, period: Period) -> nw.Expr:
    """The last day of the period that begins on a day, as a date."""
    unit = "7d" if period == "week" else _unit(period)
    return nw.col(column).dt.offset_by(unit).dt.offset_by("-1d").cast(nw.Date)


def _unit(period: Period) -> str:
    if period not in _UNITS:
        raise UsageError(f"{period!r} is no period: choose one of {', '.join(_UNITS)}")
    return _UNITS[period]


def _monday(day: nw.Expr) -> nw.Expr:
    """Engines disagree on where weeks begin, and on whether Sunday is 7 or 0, so that days are taken off."""
    found = day
    for weekday in range(2, 8):
        back = day.dt.offset_by(f"-{weekday - 1}d").cast(nw.Date)
        found = nw.when(day.dt.weekday() % 7 == weekday % 7).then(back).otherwise(found)
    return found


def starts(first: date, last: date, period: Period) -> pl.Series:
    """The first days of all periods from that of one day to that of another, both included."""
    import polars as pl

    every = _unit(period)
    begin = pl.lit(first, pl.Date).dt.truncate(every)
    return pl.select(pl.date_range(begin, pl.lit(last, pl.Date), every).alias("period")).to_series()


def ends(found: pl.Series, period: Period) -> pl.Series:
    """The last days of the periods that begin on these days."""
    return found.dt.offset_by(_unit(period)).dt.offset_by("-1d")

"""Days gathered into periods, each named by its first day, or into one window of two days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import narwhals as nw

from comity.errors import UsageError
from comity.measures.frames import gathered

if TYPE_CHECKING:
    import polars as pl

Period = Literal["day", "week", "month", "quarter", "year"]
Span = Period | tuple[date, date]
"""Each period of a kind, or one window from a first day to a last."""
_UNITS = {"day": "1d", "week": "1w", "month": "1mo", "quarter": "1q", "year": "1y"}


def within(acts: nw.LazyFrame[Any], column: str, span: Span) -> nw.LazyFrame[Any]:
    """The acts whose day lies in the window; all of them where the span is a kind of period.

    Raises `UsageError` for a window without an act, or one that ends before it begins.
    """
    if isinstance(span, str):
        return acts
    first, last = span
    if first > last:
        raise UsageError(f"the window begins on {first} and ends on {last}: give the earlier day first")
    day = nw.col(column).cast(nw.Date)
    found = acts.filter(day >= nw.lit(first, nw.Date), day <= nw.lit(last, nw.Date))
    if not found.head(1).collect("polars").shape[0]:
        ((least, most),) = gathered(acts.select(day.min().alias("first"), day.max().alias("last"))).rows()
        raise UsageError(f"no act lies from {first} to {last}: those given reach from {least} to {most}")
    return found


def start_of(column: str, span: Span) -> nw.Expr:
    """The first day of the period that a day lies in, or of the window, as a date; weeks begin on Monday."""
    if isinstance(span, tuple):
        return nw.lit(span[0], nw.Date)
    unit, day = _unit(span), nw.col(column).cast(nw.Date)
    return _monday(day) if span == "week" else day.dt.truncate(unit).cast(nw.Date)


def end_of(column: str, span: Span) -> nw.Expr:
    """The last day of the period that begins on a day, or of the window, as a date."""
    if isinstance(span, tuple):
        return nw.lit(span[1], nw.Date)
    unit = "7d" if span == "week" else _unit(span)
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


def last_day(first: date, period: Period) -> date:
    """The last day of the period that begins on a day."""
    import polars as pl

    found: date = ends(pl.Series([first]), period)[0]
    return found


def ends(found: pl.Series, period: Period) -> pl.Series:
    """The last days of the periods that begin on these days."""
    return found.dt.offset_by(_unit(period)).dt.offset_by("-1d")

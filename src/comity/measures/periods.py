"""Days gathered into periods, each named by its first day."""

from __future__ import annotations

from typing import Literal, get_args

import narwhals as nw

from comity.errors import UsageError

Period = Literal["day", "week", "month", "quarter", "year"]
_UNITS = {"day": "1d", "month": "1mo", "quarter": "1q", "year": "1y"}


def start_of(column: str, period: Period) -> nw.Expr:
    """The first day of the period that a day lies in, as a date; weeks begin on Monday."""
    if period not in get_args(Period):
        raise UsageError(f"{period!r} is no period: choose one of {', '.join(get_args(Period))}")
    day = nw.col(column).cast(nw.Date)
    if period == "week":
        return _monday(day)
    return day.dt.truncate(_UNITS[period]).cast(nw.Date)


def _monday(day: nw.Expr) -> nw.Expr:
    """Engines disagree on where weeks begin, and on whether Sunday is 7 or 0, so that days are taken off."""
    found = day
    for weekday in range(2, 8):
        back = day.dt.offset_by(f"-{weekday - 1}d").cast(nw.Date)
        found = nw.when(day.dt.weekday() % 7 == weekday % 7).then(back).otherwise(found)
    return found

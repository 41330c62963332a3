"""Stretches of days on the Gregorian calendar, and moving about in it.

Nothing here raises on a date that is none (31 February, the year 12000): the answer is `None`.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from comity.record.values import Precision

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
PARTS_OF_DAY = ("night", "morning", "afternoon", "evening")
DAYS_IN = {
    "hour": 0, "minute": 0, **dict.fromkeys(PARTS_OF_DAY, 1), "day": 1, "week": 7, "weekend": 7, "fortnight": 14
}  # fmt: skip
PRECISION: dict[str, Precision] = {
    "hour": "day",
    "minute": "day",
    "night": "day",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "day": "day",
    "month": "month",
    "year": "year",
    "decade": "decade",
}


class Stretch(NamedTuple):
    """Days from `start` to `end`, both included; an end that is not known is `None`."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision

    @property
    def days(self) -> float:
        """The length, infinite where an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else float("inf")


def day(year: int, month: int, number: int) -> Stretch | None:
    """One day of the calendar."""
    try:
        date = dt.date(year, month, number)
    except (ValueError, OverflowError):
        return None
    return Stretch(date, date, "day")


def months(year: int, first: int, last: int, precision: Precision = "span") -> Stretch | None:
    """Whole months of a year; `last` may run on into the next years (14 is February of the next)."""
    years_on, last = divmod(last - 1, 12)
    if not 1 <= year <= year + years_on <= 9999:
        return None
    end = dt.date(year + years_on, last + 1, calendar.monthrange(year + years_on, last + 1)[1])
    return Stretch(dt.date(year, first, 1), end, precision)


def month(year: int, number: int) -> Stretch | None:
    """One month of a year."""
    return months(year, number, number, "month")


def years(first: int, last: int, precision: Precision = "span") -> Stretch | None:
    """Whole years, both included."""
    return months(first, 1, 12 * (last - first) + 12, precision) if first <= last else None


def year(number: int) -> Stretch | None:
    """One year."""
    return years(number, number, "year")


def span(start: dt.date | None, end: dt.date | None) -> Stretch | None:
    """A stretch with given ends, either of them open; `None` where they are out of order."""
    return None if start and end and start > end else Stretch(start, end, "span")


def moved(date: dt.date | None, number: float, unit: str) -> dt.date | None:
    """A day so many units later, or earlier where `number` is negative; the 31st falls back to the last."""
    if date is None:
        return None
    try:
        if unit in DAYS_IN:
            return date + dt.timedelta(days=int(number * DAYS_IN[unit]))
        index = date.year * 12 + date.month - 1 + int(number * MONTHS_IN[unit])
        at, month_index = divmod(index, 12)
        return dt.date(at, month_index + 1, min(date.day, calendar.monthrange(at, month_index + 1)[1]))
    except (ValueError, OverflowError):
        return None


def unit_of(date: dt.date | None, unit: str) -> Stretch | None:
    """The week (from Monday), weekend, month, quarter, year, decade or century that holds a day."""
    if date is None:
        return None
    if unit in ("week", "weekend", "fortnight"):
        monday = moved(date, -date.weekday(), "day")
        return span(moved(monday, 5 if unit == "weekend" else 0, "day"), moved(monday, 6, "day"))
    if unit in DAYS_IN:
        return day(date.year, date.month, date.day)
    length = MONTHS_IN[unit]
    if length <= 12:
        first = (date.month - 1) // length * length + 1
        return months(date.year, first, first + length - 1, PRECISION.get(unit, "span"))
    first = max(date.year - date.year % (length // 12), 1)
    return years(first, first + length // 12 - 1, PRECISION.get(unit, "span"))


def part_of(whole: Stretch | None, part: str | None) -> Stretch | None:
    """Its first, middle or last third for 'early', 'mid' and 'late'; the whole for no part."""
    if not (whole and whole.start and whole.end and part):
        return whole
    cuts = _thirds(whole.start, whole.end)
    index = ("early", "mid", "late").index(part)
    return span(cuts[index], moved(cuts[index + 1], -1, "day"))


def _thirds(start: dt.date, end: dt.date) -> tuple[dt.date | None, ...]:
    """Where the thirds begin, and the day after: a week's on Wednesday and Friday, a month's on its 11th and
    21st, a year's in May and September, a decade's in its years 4 and 7."""
    after = moved(end, 1, "day")
    length = (end - start).days + 1
    if length <= 7:
        return start, moved(start, 2, "day"), moved(start, 4, "day"), after
    if length <= 31:
        return start, moved(start, 10, "day"), moved(start, 20, "day"), after
    if length <= 366:
        return start, moved(start, length // 90, "month"), moved(start, length // 90 * 2, "month"), after
    tenth = length // 3652
    return start, moved(start, 4 * tenth, "year"), moved(start, 7 * tenth, "year"), after

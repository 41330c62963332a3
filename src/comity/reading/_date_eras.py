"""Years of other calendars that are not those of the common era shifted: Hijri, and those that begin in spring."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning
from comity.reading._date_grammar import Found
from comity.reading._date_words import ERAS, HIJRI_MONTHS, digits, era_name
from comity.reading._date_years import given

_EPOCH = dt.date(622, 7, 18).toordinal() + 1
"""1 Muharram of the year 1 in the tabular calendar, 19 July 622 of the Gregorian one."""
_REPUBLIC = 1911


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of the tabular Islamic calendar, right to a day or two: the moon's sighting decides."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    try:
        return dt.date.fromordinal(_EPOCH + days - 1)
    except (ValueError, OverflowError):
        return None


def _other_year(found: Found, __: Clock) -> Meaning | None:
    words = found.match["y"]
    kind, first, _ = ERAS[era_name(words)]
    year = int(re.sub(r"\D", "", words))
    if kind == "spring":
        return given(_spring(year + first))
    return given(_hijri(year, found.group("hm"), found.group("d")))


def _spring(year: int) -> Stretch | None:
    """Begun in March or April, rounded to whole months."""
    return cal.months(year, 3, 16)


def _hijri(year: int, month: str | None, day: str | None) -> Stretch | None:
    """A day and its neighbours, a month, or a year; months and years rounded to whole months."""
    number = HIJRI_MONTHS[re.sub(r"\s+", " ", month.lower())] if month else 0
    if day:
        date = hijri_day(year, number, digits(day))
        return cal.span(cal.moved(date, -1, "day"), cal.moved(date, 1, "day")) if date else None
    start = hijri_day(year, number or 1, 1)
    after = hijri_day(year + number // 12, number % 12 + 1, 1) if number else hijri_day(year + 1, 1, 1)
    last = cal.unit_of(cal.moved(after, -1, "day"), "month")
    first = cal.unit_of(start, "month")
    return cal.span(first.start, last.end) if first and last else None


def _republic_year(found: Found, clock: Clock) -> Meaning | None:
    """Years of the Republic of China, where it is named; another republic's cannot be counted."""
    around = clock.sentence.lower()
    if not found.match[0].lower().endswith("china") and "taiwan" not in around and "taipei" not in around:
        return None
    return given(cal.year(int(found.group("n") or found.match["n2"]) + _REPUBLIC))


ERA_MEANINGS: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "hijri": _other_year,
    "republic_year": _republic_year,
}

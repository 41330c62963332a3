"""What the forms mean that name a place on the calendar: days, months, quarters, seasons, years, decades."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning, is_anchored, step
from comity.reading._date_grammar import Found
from comity.reading._date_words import DECADES, SEASONS, WEEKDAYS, month_number, ordinal, part, year_number
from comity.record.values import Basis

Make = Callable[[int], Stretch | None]


def _iso(found: Found, _: Clock) -> Meaning | None:
    return _given(cal.day(*(int(found.match[name]) for name in "ymd")))


def _numeric(found: Found, _: Clock) -> Meaning | None:
    """Day first, unless only the month can come first."""
    first, second, year = (int(found.match[name]) for name in "aby")
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    return _given(cal.day(year, second, first) or cal.day(year, first, second))


def _day(found: Found, clock: Clock) -> Meaning | None:
    month, first = month_number(found.match["m"]), ordinal_day(found.match["d"])
    last = ordinal_day(found.group("d2") or found.match["d"])

    def make(year: int) -> Stretch | None:
        start, end = cal.day(year, month, first), cal.day(year, month, last)
        if not start or not end:
            return None
        return start if first == last else cal.span(start.start, end.end)

    return _in_year(found, clock, make) if make(2000) else None


def ordinal_day(words: str) -> int:
    """'1st' or '01' as 1."""
    return int("".join(letter for letter in words if letter.isdecimal()))


def _month(found: Found, clock: Clock) -> Meaning | None:
    first = month_number(found.match["m"])
    last = month_number(found.group("m2") or found.match["m"])
    piece = part(found.group("part"))

    def make(year: int) -> Stretch | None:
        whole = cal.month(year, first) if first == last else cal.months(year, first, last + 12 * (last < first))
        return cal.part_of(whole, piece)

    return _near(found, clock, make) if found.group("rel") else _in_year(found, clock, make)


def _week_of_month(found: Found, clock: Clock) -> Meaning | None:
    month, index = month_number(found.match["m"]), ordinal(found.match["nth"])

    def make(year: int) -> Stretch | None:
        whole = cal.month(year, month)
        if not whole:
            return None
        if index < 0:
            return cal.span(cal.moved(whole.end, -6, "day"), whole.end)
        return cal.span(cal.moved(whole.start, 7 * index - 7, "day"), cal.moved(whole.start, 7 * index - 1, "day"))

    return _in_year(found, clock, make)


def _quarter(found: Found, clock: Clock) -> Meaning | None:
    length = 3 if found.match["u"].lower().startswith("q") else 6
    index = ordinal(found.match["nth"]) if not found.match["nth"].isdecimal() else int(found.match["nth"])
    index = 12 // length if index < 0 else index
    if index * length > 12:
        return None
    return _in_year(found, clock, lambda year: cal.months(year, (index - 1) * length + 1, index * length))


def _season(found: Found, clock: Clock) -> Meaning | None:
    first, piece = SEASONS[found.match["s"].lower()], part(found.group("part"))

    def make(year: int) -> Stretch | None:
        return cal.part_of(cal.months(year, first, first + 2), piece)

    return _near(found, clock, make) if found.group("rel") else _in_year(found, clock, make)


def _years(found: Found, _: Clock) -> Meaning | None:
    first = year_number(found.match["y"])
    last = _second_year(first, found.group("y2"))
    return _given(cal.years(first, last) if last else None)


def _second_year(first: int, words: str | None) -> int | None:
    """The later year of '2010-13' or '1999-2003'; `None` where it would come before the first."""
    if words is None:
        return first
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    return last if last > first else None


def _year(found: Found, _: Clock) -> Meaning | None:
    return _given(cal.part_of(cal.year(year_number(found.match["y"])), part(found.group("part"))))


def _decade(found: Found, _: Clock) -> Meaning | None:
    """A decade without its century ('the nineties') is one of the last hundred years up to the 2010s."""
    tens = int(found.group("t") or DECADES[(found.group("w") or "").lower()] // 10)
    century = int(found.group("c") or (19 if tens > 1 else 20))
    first = century * 100 + tens * 10
    return _given(cal.part_of(cal.years(first, first + 9, "decade"), part(found.group("part"))))


def _century(found: Found, _: Clock) -> Meaning | None:
    last = 100 * ordinal(found.match["n"])
    return _given(cal.part_of(cal.years(last - 99, last), part(found.group("part"))))


def _weekday(found: Found, clock: Clock) -> Meaning | None:
    number, words = WEEKDAYS[found.match["w"].lower()], (found.group("rel") or "").lower()
    if found.group("week"):
        week = clock.related(found.match["week"], "week")
        return Meaning(_on(cal.moved(week.start, number, "day")) if week else None)
    base = clock.base(words)
    if base is None:
        return Meaning(None)
    back = (base.weekday() - number) % 7
    ahead = step(words) > 0 if words and step(words) else clock.tense == "future" and not is_anchored(words)
    days = (number - base.weekday()) % 7 if ahead else -back
    if words and step(words) and not days:
        days = 7 * step(words)
    return Meaning(_on(cal.moved(base, days, "day")))


def _on(date: dt.date | None) -> Stretch | None:
    return cal.unit_of(date, "day")


def _given(stretch: Stretch | None) -> Meaning | None:
    """Explicit where it is a date at all."""
    return Meaning(stretch, "explicit") if stretch else None


def _in_year(found: Found, clock: Clock, make: Make) -> Meaning | None:
    """With the year that the form names, or the one that tense and publication give."""
    words = found.group("y")
    if words is None:
        return Meaning(clock.nearest(make))
    basis: Basis = "explicit" if any(letter.isdecimal() for letter in words) else "relative"
    if basis == "explicit":
        return _given(make(year_number(words)))
    whole = clock.related(
        "this" if words.lower() == "the year" else words.lower().removesuffix("year").strip(), "year"
    )
    return Meaning(make(whole.start.year) if whole and whole.start else None)


def _near(found: Found, clock: Clock, make: Make) -> Meaning | None:
    """'last May', 'this spring', 'the following March': wholly before or after the day it counts from."""
    words = found.match["rel"].lower()
    base, steps = clock.base(words), step(words)
    if base is None:
        return Meaning(None)
    around = [one for one in (make(base.year + turn) for turn in range(-2, 3)) if one and one.start and one.end]
    if steps < 0:
        return Meaning(next((one for one in reversed(around) if one.end and one.end < base), None))
    if steps > 0:
        return Meaning(next((one for one in around if one.start and one.start > base), None))
    return Meaning(make(base.year) if words in ("this", "that") else clock.nearest(make))


POINTS: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _day,
    "month_day": _day,
    "week_of_month": _week_of_month,
    "month_year": _month,
    "month": _month,
    "quarter": _quarter,
    "short_quarter": _quarter,
    "season_year": _season,
    "season_near": _season,
    "season": _season,
    "fiscal": _years,
    "year_range": _years,
    "year": _year,
    "decade": _decade,
    "short_decade": _decade,
    "decade_word": _decade,
    "century": _century,
    "weekday": _weekday,
}

"""What the forms mean that name a place on the calendar: days, months, quarters, seasons, years, decades."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning, is_anchored, step
from comity.reading._date_grammar import Found
from comity.reading._date_words import (
    DECADES,
    FEASTS,
    SEASONS,
    WEEKDAYS,
    digits,
    month_number,
    ordinal,
    part,
    worded_year,
    year_number,
)
from comity.reading._date_years import Make, beside_now, given, in_year


def _day(found: Found, clock: Clock) -> Meaning | None:
    month, first = month_number(found.match["m"]), digits(found.match["d"])
    last = digits(found.group("d3") or found.group("d2") or found.match["d"])

    def make(year: int) -> Stretch | None:
        start, end = cal.day(year, month, first), cal.day(year, month, last)
        if not start or not end:
            return None
        return start if first == last else cal.span(start.start, end.end)

    return in_year(found, clock, make) if make(2000) else Meaning(None)


def _worded_day(found: Found, clock: Clock) -> Meaning | None:
    month, number, words = month_number(found.match["m"]), ordinal(found.match["dw"]), found.group("yw")
    if words:
        return given(cal.day(worded_year(words), month, number))
    return (
        in_year(found, clock, lambda year: cal.day(year, month, number)) if cal.day(2000, month, number) else None
    )


def _feast(found: Found, clock: Clock) -> Meaning | None:
    month, number = FEASTS[re.sub(r"\s+", " ", found.match["f"].lower())]
    return in_year(found, clock, lambda year: cal.day(year, month, number))


def _month(found: Found, clock: Clock) -> Meaning | None:
    first = month_number(found.match["m"])
    last = month_number(found.group("m2") or found.match["m"])
    piece = part(found.group("part"))

    def make(year: int) -> Stretch | None:
        whole = cal.month(year, first) if first == last else cal.months(year, first, last + 12 * (last < first))
        return cal.part_of(whole, piece)

    meaning = _near(found, clock, make) if found.group("rel") else in_year(found, clock, make)
    return beside_now(meaning, found.group("side"), clock) if meaning else None


def _season(found: Found, clock: Clock) -> Meaning | None:
    first, piece = SEASONS[found.match["s"].lower()], part(found.group("part"))
    if found.group("south"):
        first = (first + 5) % 12 + 1

    def make(year: int) -> Stretch | None:
        return cal.part_of(cal.months(year, first, first + 2), piece)

    return _near(found, clock, make) if found.group("rel") else in_year(found, clock, make)


def _years(found: Found, _: Clock) -> Meaning | None:
    first = year_number(found.match["y"])
    last = second_year(first, found.group("y2"))
    return given(cal.years(first, last) if last else None)


def second_year(first: int, words: str | None) -> int | None:
    """The later year of '2010-13' or '1999-2003'; `None` where it would come before the first."""
    if words is None:
        return first
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    return last if last > first else None


def _year(found: Found, clock: Clock) -> Meaning | None:
    year = clock.year_of(found.match["y"])
    meaning = given(cal.part_of(cal.year(year), part(found.group("part"))) if year else None)
    return beside_now(meaning, found.group("side"), clock) if meaning else None


def _month_of_year(found: Found, _: Clock) -> Meaning | None:
    return given(cal.month(int(found.match["y"]), int(found.match["m"])))


def _worded_year(found: Found, _: Clock) -> Meaning | None:
    return given(cal.year(worded_year(found.match["yw"])))


def _decade(found: Found, _: Clock) -> Meaning | None:
    """A decade without its century ('the nineties') is one of the last hundred years up to the 2010s."""
    tens = int(found.group("t") or DECADES[(found.group("w") or "").lower()] // 10)
    century = int(found.group("c") or (19 if tens > 1 else 20))
    first = century * 100 + tens * 10
    return given(cal.part_of(cal.years(first, first + 9, "decade"), part(found.group("part"))))


def _century(found: Found, _: Clock) -> Meaning | None:
    last = 100 * ordinal(found.match["n"])
    return given(cal.part_of(cal.years(last - 99, last), part(found.group("part"))))


def _weekday(found: Found, clock: Clock) -> Meaning | None:
    number, words = WEEKDAYS[found.match["w"].lower()], (found.group("rel") or "").lower()
    if found.group("week"):
        week = clock.related(found.match["week"], "week")
        return Meaning(_on(cal.moved(week.start, number, "day")) if week else None)
    base = clock.base(words)
    if base is None:
        return Meaning(None)
    if words == "this" and clock.tense == "open":
        return Meaning(_on(cal.moved(base, number - base.weekday(), "day")))
    back = (base.weekday() - number) % 7
    ahead = step(words) > 0 if words and step(words) else clock.tense == "future" and not is_anchored(words)
    days = (number - base.weekday()) % 7 if ahead else -back
    if words and step(words) and not days:
        days = 7 * step(words)
    return Meaning(_on(cal.moved(base, days, "day")))


def _on(date: dt.date | None) -> Stretch | None:
    return cal.unit_of(date, "day")


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
        after = clock.anchor.end if clock.anchor and is_anchored(words) else None
        return Meaning(next((one for one in around if one.start and one.start > (after or base)), None))
    own = make(base.year) if words in ("this", "that") else None
    late = own and clock.tense == "past" and words == "this" and not clock.begun(own)
    return Meaning(own if own and not late else clock.nearest(make))


POINTS: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "day_month": _day,
    "month_day": _day,
    "month_year": _month,
    "month": _month,
    "worded_day": _worded_day,
    "feast": _feast,
    "year_month": _month_of_year,
    "numeric_month": _month_of_year,
    "worded_year": _worded_year,
    "bare_era": _year,
    "season_year": _season,
    "season_near": _season,
    "season": _season,
    "year_range": _years,
    "year": _year,
    "decade": _decade,
    "short_decade": _decade,
    "decade_word": _decade,
    "century": _century,
    "weekday": _weekday,
}

"""What the forms mean that cut a piece out of a month or a year: its first week, its last three months, its
second half, its third Monday, its fourth quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning
from comity.reading._date_grammar import Found
from comity.reading._date_words import WEEKDAYS, digits, month_number, number, ordinal
from comity.reading._date_years import in_year

_EDGES = {"opening": 1, "closing": -1}


def place(words: str) -> int:
    """1 for 'first', 'opening' or '1st'; -1 for 'last', 'final' or 'closing'."""
    return _EDGES.get(words.lower()) or (digits(words) if words[0].isdecimal() else ordinal(words))


def _quarter(found: Found, clock: Clock) -> Meaning | None:
    length = 3 if found.match["u"].lower().startswith("q") else 6
    index = place(found.match["nth"])
    index = 12 // length if index < 0 else index
    if index * length > 12:
        return None
    return in_year(found, clock, lambda year: cal.months(year, (index - 1) * length + 1, index * length))


def _slice(found: Found, clock: Clock) -> Meaning | None:
    """Counted from the nearer edge of the month or year; weeks are sevens of days."""
    index, name = place(found.match["nth"]), found.match["u"].lower()
    count = int(number(found.match["n"])) if found.group("n") else 1
    if found.group("n") and index > 1:
        return None
    return _of_whole(found, clock, lambda whole: _piece(whole, index, count, name))


def _piece(whole: Stretch, index: int, count: int, name: str) -> Stretch | None:
    if name == "half":
        return _half(whole, index)
    if name == "weekend":
        return _weekend(whole, index)
    name, count = ("day", 7 * count) if name == "week" else (name, count)
    if index < 0:
        after = cal.moved(whole.end, 1, "day")
        first = cal.moved(after, -count, name)
        last = whole.end
    else:
        first = cal.moved(whole.start, (index - 1) * count, name)
        last = cal.moved(cal.moved(whole.start, index * count, name), -1, "day")
    if not (first and last and whole.start and whole.end) or first < whole.start or last > whole.end:
        return None
    exact = cal.unit_of(first, name)
    return exact if exact and (exact.start, exact.end) == (first, last) else cal.span(first, last)


def _half(whole: Stretch, index: int) -> Stretch | None:
    """Of a month the days to the 15th and from the 16th on, of a year six months."""
    if not (whole.start and whole.end) or abs(index) > 2:
        return None
    middle = cal.moved(whole.start, 15, "day") if whole.days <= 31 else cal.moved(whole.start, 6, "month")
    if index == 1:
        return cal.span(whole.start, cal.moved(middle, -1, "day"))
    return cal.span(middle, whole.end)


def _weekend(whole: Stretch, index: int) -> Stretch | None:
    saturday = _nth_weekday(whole, index, 5)
    return cal.span(saturday.start, cal.moved(saturday.start, 1, "day")) if saturday else None


def _weekday_of(found: Found, clock: Clock) -> Meaning | None:
    index, weekday = place(found.match["nth"]), WEEKDAYS[found.match["w"].lower()]
    return _of_whole(found, clock, lambda whole: _nth_weekday(whole, index, weekday))


def _nth_weekday(whole: Stretch, index: int, weekday: int) -> Stretch | None:
    if not (whole.start and whole.end):
        return None
    if index < 0:
        back = (whole.end.weekday() - weekday) % 7
        return cal.unit_of(whole.end - dt.timedelta(days=back), "day")
    date = whole.start + dt.timedelta(days=(weekday - whole.start.weekday()) % 7 + 7 * (index - 1))
    return cal.unit_of(date, "day") if date <= whole.end else None


def _of_whole(found: Found, clock: Clock, cut: Callable[[Stretch], Stretch | None]) -> Meaning | None:
    """The piece that `cut` takes of the month or year that the form names."""
    if found.group("mon"):
        month = clock.related(found.match["mon"].lower(), "month")
        return Meaning(cut(month) if month else None)
    name = found.group("m")

    def make(year: int) -> Stretch | None:
        whole = cal.month(year, month_number(name)) if name else cal.year(year)
        return cut(whole) if whole else None

    return in_year(found, clock, make)


def _before_last(found: Found, clock: Clock) -> Meaning | None:
    """'the week before last', 'the year after next', 'the Tuesday before last', 'two Fridays ago'."""
    today, weekday = clock.published, found.group("w") or found.group("w2")
    ahead = (found.group("way") or "").lower().startswith("after")
    if weekday and today:
        number_ = WEEKDAYS[weekday.lower()]
        near = (today.weekday() - number_) % 7 or 7
        days = 7 + (7 - near or 7) if ahead else -7 - near
        return Meaning(cal.unit_of(cal.moved(today, days, "day"), "day"))
    if found.group("m"):
        return Meaning(_other_month(today, month_number(found.match["m"]), ahead))
    name = (found.group("u") or "day").lower()
    return Meaning(cal.unit_of(cal.moved(today, 2 if ahead else -2, name), name) if today else None)


def _other_month(today: dt.date | None, month: int, ahead: bool) -> Stretch | None:
    if today is None:
        return None
    passed = today.month > month
    return cal.month(today.year + (2 if passed else 1) if ahead else today.year - (1 if passed else 2), month)


def _over_weekend(_: Found, clock: Clock) -> Meaning | None:
    """The weekend just over, or the one that is running."""
    weekend = clock.related("this", "weekend")
    if weekend and clock.tense != "future" and not clock.begun(weekend):
        weekend = clock.related("last", "weekend")
    return Meaning(weekend)


SLICES: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "quarter": _quarter,
    "bare_quarter": _quarter,
    "hyphen_quarter": _quarter,
    "short_quarter": _quarter,
    "quarter_short": _quarter,
    "slice": _slice,
    "weekday_of": _weekday_of,
    "before_last": _before_last,
    "over_weekend": _over_weekend,
    "weekend_thing": _over_weekend,
}

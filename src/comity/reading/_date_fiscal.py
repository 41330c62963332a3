"""Fiscal years: whose they are decides when they begin, and whether they are called after their first or last
calendar year; where nobody is named they are taken for what is certain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning
from comity.reading._date_grammar import Found
from comity.reading._date_patterns import choice
from comity.reading._date_slices import place
from comity.reading._date_words import digits, month_number, year_number
from comity.reading._date_years import given
from comity.tables import rows

_OWNERS = {
    word: (int(row["month"]), row["named"])
    for row in rows("reading", "fiscal_years.csv")
    for word in row["words"].split("|")
}
_OWNER = re.compile(r"(?<!\w)" + choice(map(re.escape, _OWNERS)) + r"(?!\w)")


def _fiscal(found: Found, clock: Clock) -> Meaning | None:
    first = found.group("y") or found.match["z"]
    last = found.group("y2") or found.group("z2")
    if found.group("m") and last:
        month = month_number(found.match["m"])
        return given(cal.months(_full(first), month, month + 11))
    return given(_year(first, last, clock))


def _year(words: str, second: str | None, clock: Clock) -> Stretch | None:
    """'2022-23' covers parts of both years; a single number is the calendar year unless its owner is known."""
    first = _full(words)
    last = (int(second) if len(second) == 4 else first - first % 100 + int(second)) if second else None
    if last is not None and last <= first:
        return None
    owner = _owner(clock.sentence)
    if owner is None or (last is not None and last > first + 1):
        return cal.years(first, last or first)
    month, named = owner
    begins = first if last is not None or named == "start" or month == 1 else first - 1
    if month == 1:
        return cal.years(first, last) if last else cal.years(first, first, "year")
    return cal.months(begins, month, month + 11)


def _full(words: str) -> int:
    """'23' after FY is 2023."""
    return year_number(words) if len(re.sub(r"\D", "", words)) > 2 else 2000 + digits(words)


def _owner(sentence: str) -> tuple[int, str] | None:
    """The state whose fiscal year it is: the only one of the sentence that the table knows, else the first."""
    found = _OWNER.search(sentence)
    return _OWNERS[found[0]] if found else None


def _fiscal_quarter(found: Found, clock: Clock) -> Meaning | None:
    whole = _year(found.match["y"], found.group("y2"), clock)
    length = 3 if found.match["u"].lower().startswith("q") else 6
    index = place(found.match["nth"])
    if not (whole and whole.start) or whole.days > 366 or index * length > 12:
        return None
    index = 12 // length if index < 0 else index
    first = whole.start.month + (index - 1) * length
    return given(cal.months(whole.start.year + (first - 1) // 12, (first - 1) % 12 + 1, (first - 1) % 12 + length))


def _fiscal_end(found: Found, _: Clock) -> Meaning | None:
    """'the fiscal year ending in March 2023': the twelve months up to the end of that month."""
    words = found.match["y"]
    end = cal.month(year_number(words), month_number(found.match["m"])) if words[-1].isdecimal() else None
    start = cal.moved(cal.moved(end.end, 1, "day"), -1, "year") if end else None
    return given(cal.span(start, end.end) if end and isinstance(start, dt.date) else None)


FISCAL: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "fiscal": _fiscal,
    "fiscal_quarter": _fiscal_quarter,
    "fiscal_end": _fiscal_end,
}

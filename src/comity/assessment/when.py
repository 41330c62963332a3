"""Dates in words, as precise as they are known and no more."""

from __future__ import annotations

import datetime as dt
import re

from comity.languages import say
from comity.record import Event, Period

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def day(date: dt.date) -> str:
    """'20 August 2024'."""
    return say("{day} {month} {year}", day=date.day, month=say(MONTHS[date.month - 1]), year=date.year)


def partial(date: str) -> str:
    """A partial ISO date in words: '1997', 'May 2024', '20 December 1964'."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = say(MONTHS[int(rest[0]) - 1])
    return (
        say("{day} {month} {year}", day=int(rest[1]), month=month, year=year)
        if len(rest) == 2
        else f"{month} {year}"
    )


def written_out(text: str) -> str:
    """A text with its ISO dates in words: 'since 2270 of 2 March 2016'."""
    return _ISO.sub(lambda found: partial(found[0]), text)


def is_dated(event: Event) -> bool:
    """Whether the text itself gives the act a date; the day of publication alone is not one."""
    date = event.date
    return bool(date.start or date.end) and date.basis != "publication" and date.precision != "unknown"


def period(span: Period) -> str:
    """A dated period in words: '20 August 2024', 'May 2024', '1997', 'the 1960s', '15-18 May 2024'."""
    start, end = span.start or span.end, span.end or span.start
    if start is None or end is None:
        return say("undated")
    if span.start is None or span.end is None:
        return (
            say("since {since}", since=day(start)) if span.end is None else say("until {until}", until=day(start))
        )
    return {
        "day": lambda: day(start),
        "month": lambda: f"{say(MONTHS[start.month - 1])} {start.year}",
        "year": lambda: str(start.year),
        "decade": lambda: say("the {year}s", year=start.year // 10 * 10),
    }.get(span.precision, lambda: _span(start, end))()


def _span(start: dt.date, end: dt.date) -> str:
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"

"""A telling that goes on: '… on 3 May 2019. On 5 June …' stays in 2019."""

from __future__ import annotations

import datetime as dt

from comity.reading._date_join import Dated
from comity.reading._date_layout import fills_line
from comity.reading.layers import Parsed

_SENTENCES_ON = 3
_YEAR = 366
_MONTHS_ON = 6
"""A date without its year goes on from the one before where it comes at most so much later."""


def run_year(parsed: Parsed, start: int, month: int, published: dt.date | None, dates: list[Dated]) -> int | None:
    """The year of the last date in the sentences before, of the same paragraph, that this one follows.

    With a day of publication only the next few months are meant, and no year that was just named as a whole;
    without one, whatever year was named last.
    """
    last = next((one for one in reversed(dates) if one.meaning.kind == "date" and one.meaning.stretch), None)
    stretch = last.meaning.stretch if last else None
    if not last or not stretch or not (stretch.start and stretch.end) or last.modifies:
        return None
    if last.meaning.basis != "explicit" or not _goes_on(parsed, last, start):
        return None
    if published is None:
        return stretch.start.year if stretch.days <= _YEAR else None
    if stretch.precision not in ("day", "month", "span") or stretch.days > _YEAR // 2:
        return None
    later = (month - stretch.start.month) % 12
    ahead = later <= max(_MONTHS_ON, round(stretch.days / 30))
    return stretch.start.year + (month < stretch.start.month) if ahead else None


def section_year(text: str, published: dt.date | None, month: int, dates: list[Dated]) -> int | None:
    """Under a heading of long ago ('The nineties', '1971'): the year named last in the section."""
    head = next((one for one in reversed(dates) if fills_line(text, one.start, one.end)), None)
    whole = head.meaning.stretch if head else None
    if not (head and whole and whole.end and published) or whole.end >= published or whole.precision == "day":
        return None
    named = (_year_named(one) for one in reversed(dates) if one.start > head.start)
    last = next(filter(None, named), None)
    return None if last is None else last.year + (last.month - month > _MONTHS_ON)


def _year_named(one: Dated) -> dt.date | None:
    stretch = one.meaning.stretch
    fine = stretch and stretch.precision in ("day", "month", "year") and one.meaning.basis == "explicit"
    return stretch.start if fine and stretch else None


def _goes_on(parsed: Parsed, last: Dated, start: int) -> bool:
    """True where the date stands in one of the next sentences of the same paragraph."""
    near = parsed.sentences[last.sentence : last.sentence + _SENTENCES_ON + 1]
    own = next((one for one in near if start < one.span.end_char), None)
    return own is not None and own.paragraph == near[0].paragraph

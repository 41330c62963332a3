"""A telling that goes on: '… on 3 May 2019. On 5 June …' stays in 2019."""

from __future__ import annotations

import datetime as dt

from comity.reading._date_join import Dated
from comity.reading._date_layout import fills_line, opens_line
from comity.reading.layers import Parsed

_SENTENCES_ON = 3
_YEAR = 366
_HEADS = tuple(".:–—")
"""What stands after the year that heads an entry."""
_MONTHS_ON = 6
"""A date without its year goes on from the one before where it comes at most so much later."""
_WEEK = 7
_WEEK = 7
_NEXT = 1
"""The same across paragraphs."""


def run_year(parsed: Parsed, start: int, month: int, published: dt.date | None, dates: list[Dated]) -> int | None:
    """The year of the last date written out in the sentences before, that this one follows.

    With a day of publication only the next few months are meant, and no year that was just named as a whole;
    without one, whatever year was named last.
    """
    last = next(filter(_is_known, reversed(dates)), None)
    stretch = last.meaning.stretch if last else None
    if not last or not stretch or not stretch.start or last.modifies or not _says_year(last, published):
        return None
    near, same = _nearness(parsed, last, start)
    if not near:
        return None
    if published is None:
        return stretch.start.year if same and stretch.days <= _YEAR else None
    if stretch.precision not in ("day", "month", "span") or stretch.days > (_YEAR // 2 if same else _WEEK):
        return None
    later = (month - stretch.start.month) % 12
    months = max(_MONTHS_ON, round(stretch.days / 30)) if same else _NEXT
    return stretch.start.year + (month < stretch.start.month) if later <= months else None


def _is_known(one: Dated) -> bool:
    stretch = one.meaning.stretch
    return bool(one.meaning.kind == "date" and stretch and stretch.start and stretch.end)


def _says_year(one: Dated, published: dt.date | None) -> bool:
    """True for a year written out, and for 'the next day' and 'on 3 May' that an earlier year was carried to."""
    start = one.meaning.stretch.start if one.meaning.stretch else None
    carried = one.anchored and start and published and start.year < published.year
    return one.meaning.basis == "explicit" or bool(carried)


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


def _nearness(parsed: Parsed, last: Dated, start: int) -> tuple[bool, bool]:
    """Whether the date stands in one of the next sentences, and whether that is of the same paragraph."""
    near = parsed.sentences[last.sentence : last.sentence + _SENTENCES_ON + 1]
    own = next((one for one in near if start < one.span.end_char), None)
    return own is not None, own is not None and own.paragraph == near[0].paragraph


def line_year(text: str, start: int, dates: list[Dated]) -> int | None:
    """The year that opens the line of an entry: '2021. The premier visited Suva in November.'"""
    line = text.rfind("\n", 0, start) + 1
    head = next((one for one in dates if one.start >= line), None)
    stretch = head.meaning.stretch if head else None
    if not head or not stretch or not stretch.start or stretch.precision != "year":
        return None
    return stretch.start.year if opens_line(text, head.start) and text[head.end : head.end + 1] in _HEADS else None

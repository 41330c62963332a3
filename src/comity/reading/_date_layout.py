"""Dates that the lay-out gives: the entries of a diary or timeline, headings, datelines.

A date that opens a line and is followed by a colon or a dash is the head of an entry, one that fills its line
the head of a section. A dateline ('SEOUL, 3 March (Agency) –') dates the text, not its acts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from comity.reading._date_join import Dated
from comity.reading.layers import Parsed, TimeExpression, Times
from comity.record.types import Period

_BULLET = re.compile(
    r"[\s#*•·▪–—>|(\[-]*(?:\d{1,2}[.)]\s)?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s+)?", re.IGNORECASE
)
_AFTER_HEAD = re.compile(r"[)\]*]*\s*(?P<mark>:|[–—|]|-\s|\.\s?[–—-]\s)")
_FULL_STOP = re.compile(r"\.\s+(?=[A-Z‘“\"'])")
"""What ends the date that opens an entry: 'Monday, 5 June. The minister …'."""
_BEFORE_DATELINE = re.compile(
    r"\W*(?:[^\W\d_][\w.’' -]{1,40},\s*){1,2}(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s+)?", re.IGNORECASE
)
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/)?\s*(?:[-–—:]|$)")
_DATELINE_REACH = 400
"""Characters from the beginning within which a text is dated."""
_STALE = dt.timedelta(days=14)
"""A dateline may be so much older than publication."""
_WINTER = 6
"""Months back after which an entry without its year belongs to the next one."""


class _Head(NamedTuple):
    one: TimeExpression
    paragraph: int
    mark: str
    """':', a dash or a stop before the words of the entry; empty where the date fills its line. An entry after a
    stop lasts until the next."""


def dateline(text: str, one: Dated, published: dt.date | None) -> dt.date | None:
    """The day that the text says it was written, where the date stands in a dateline."""
    if one.start > _DATELINE_REACH or one.meaning.stretch is None or one.meaning.stretch.precision != "day":
        return None
    before, after = _line(text, one.start, one.end)
    if not _BEFORE_DATELINE.fullmatch(before) or not _AFTER_DATELINE.match(after):
        return None
    day = one.meaning.stretch.start
    return day if day and (published is None or dt.timedelta(0) <= published - day <= _STALE) else None


def is_dateline(text: str, one: TimeExpression) -> bool:
    """True for the day in a dateline: it dates the text and no act."""
    if one.start > _DATELINE_REACH or one.period.precision != "day":
        return False
    before, after = _line(text, one.start, one.end)
    return bool(_BEFORE_DATELINE.fullmatch(before) and _AFTER_DATELINE.match(after))


def opens_line(text: str, start: int) -> bool:
    """True where nothing but a bullet stands before on the line."""
    return bool(_BULLET.fullmatch(text, text.rfind("\n", 0, start) + 1, start))


def fills_line(text: str, start: int, end: int) -> bool:
    """True where the date is a heading of its own."""
    return opens_line(text, start) and not _line(text, start, end)[1].strip(" \t.:*)]|")


def entry_year(text: str, start: int, month: int, dates: list[Dated]) -> int | None:
    """The year of an entry that does not name it: that of the heading, or of the entry before."""
    if not opens_line(text, start):
        return None
    for date in reversed(dates):
        stretch = date.meaning.stretch
        if not (stretch and stretch.start and stretch.end and stretch.start.year == stretch.end.year):
            continue
        if opens_line(text, date.start) and stretch.precision in ("day", "month"):
            return stretch.start.year + (stretch.start.month - month > _WINTER)
        if stretch.precision == "year" and (
            opens_line(text, date.start) or not _line(text, date.start, date.end)[1]
        ):
            return stretch.start.year
    return None


def section_dates(times: Times, parsed: Parsed) -> dict[int, Period]:
    """By index of the sentence: the date of the entry or section that it stands in."""
    heads = {parsed.sentence_of[head.one.head]: head for head in _heads(times, parsed)}
    out: dict[int, Period] = {}
    section: _Head | None = None
    entry: _Head | None = None
    for index, sentence in enumerate(parsed.sentences) if heads else ():
        head = heads.get(index)
        if head:
            section, entry = (section, head) if head.mark else (head, None)
        if entry and entry.mark != "." and entry.paragraph != sentence.paragraph:
            entry = None
        current = entry or section
        if current:
            out[index] = current.one.period
    return out


def _heads(times: Times, parsed: Parsed) -> list[_Head]:
    heads = list(_candidates(times, parsed))
    stopped = [head for head in heads if head.mark == "."]
    heads = heads if len(stopped) > 1 else [head for head in heads if head.mark != "."]
    lone = heads[0] if len(heads) == 1 else None
    if lone and ((lone.one.period.precision == "day" and lone.mark != ":") or _is_today(lone, times)):
        return []
    return heads


def _is_today(head: _Head, times: Times) -> bool:
    """True for the date of the whole text: that of publication, or a month or year that holds it."""
    period = head.one.period
    return bool(times.published and period.start and period.end and period.start <= times.published <= period.end)


def _candidates(times: Times, parsed: Parsed) -> Iterator[_Head]:
    for one in times.expressions:
        if (
            one.kind != "date"
            or not (one.period.start and one.period.end)
            or not opens_line(parsed.text, one.start)
        ):
            continue
        after = _line(parsed.text, one.start, one.end)[1]
        mark = _AFTER_HEAD.match(after)
        stop = one.period.precision == "day" and _FULL_STOP.match(after)
        if stop:
            yield _Head(one, parsed.sentence(parsed.doc[one.head]).paragraph, ".")
        elif mark or not after.strip(" \t.:*)]|"):
            paragraph = parsed.sentence(parsed.doc[one.head]).paragraph
            yield _Head(one, paragraph, mark["mark"].strip() if mark and after[mark.end() :].strip() else "")


def _line(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after on the line."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : start], text[end : last if last >= 0 else len(text)]

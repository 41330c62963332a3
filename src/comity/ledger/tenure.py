"""From what texts tell of one person in one office to whether the person held it on a day."""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.ledger.answers import HeldBy
from comity.record.types import PartialDate

TOLERANCE = 180
"""Days before or after the nearest evidence for which an office counts as held still, or already."""
LONGEST = 366
"""Days: a longer time in the text ('the 1990s') dates nobody's office."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office. `days` are those on which texts show the person in it, `gone` those on
    which they call it given up, both in order; `start` and `end` are the dates stated.
    """

    days: tuple[dt.date, ...] = ()
    gone: tuple[dt.date, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None

    def held(self, on: dt.date, rivals: Sequence[dt.date] = ()) -> HeldBy | None:
        """How the office is known to be held on a day; `None` where it is not.

        `rivals` are the days, in order, on which others are shown in an office that only one can hold.
        Dates stated decide: inside both 'stated', outside them not held. Between two days of evidence it
        is 'evidenced', unless a rival comes between. Up to `TOLERANCE` days from the nearest evidence it
        is 'inferred', unless from the one day to the other a rival is shown or the office is given up.
        """
        start, end = first_day(self.start), last_day(self.end)
        if start and end and start <= on <= end:
            return "stated"
        before = max(self._until(on, start, end), default=None)
        after = min(self._since(on, start, end), default=None)
        if before and after and (before == on or not _between(rivals, before, after)):
            return "evidenced"
        near = any(self._reaches(day, on, rivals) for day in (before, after) if day)
        return "inferred" if near else None

    def _until(self, on: dt.date, start: dt.date | None, end: dt.date | None) -> Iterable[dt.date]:
        """The last day of evidence up to `on`, and the stated beginning; nothing from before a stated end."""
        known = [*self.days[: bisect_right(self.days, on)][-1:], *([start] if start and start <= on else [])]
        return known if end is None or on <= end else [day for day in known if day > end]

    def _since(self, on: dt.date, start: dt.date | None, end: dt.date | None) -> Iterable[dt.date]:
        """The first day of evidence from `on`, and the stated end; nothing from after a stated beginning."""
        known = [*self.days[bisect_left(self.days, on) :][:1], *([end] if end and end >= on else [])]
        return known if start is None or on >= start else [day for day in known if day < start]

    def _reaches(self, day: dt.date, on: dt.date, rivals: Sequence[dt.date]) -> bool:
        first, last = sorted((day, on))
        against = any(first <= other <= last for other in self.gone) or any_within(rivals, first, last)
        return (last - first).days <= TOLERANCE and not against


def days_of(start: dt.date | None, end: dt.date | None) -> tuple[dt.date, ...]:
    """The days that a time in the text stands for: its first and last; none of what is too long."""
    if start and end and (end - start).days > LONGEST:
        return ()
    return tuple(day for day in (start, end) if day)


def stated(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The one date of many: what most agree with, the most precise first; '2016' agrees with '2016-03'."""
    told = Counter(filter(None, dates))
    support = {date: sum(n for other, n in told.items() if date.startswith(other)) for date in told}
    return min(told, key=lambda date: (-support[date], -len(date), date), default=None)


def first_day(date: PartialDate | None) -> dt.date | None:
    """The first day of a year, month or day; `None` of what the calendar does not have."""
    return _day(date, "-01-01") if date else None


def last_day(date: PartialDate | None) -> dt.date | None:
    """The last day, likewise."""
    first = first_day(date)
    if date is None or first is None or len(date) == len("2024-05-16"):
        return first
    month = first.month if len(date) == len("2024-05") else 12
    return dt.date(first.year, month, calendar.monthrange(first.year, month)[1])


def _day(date: PartialDate, rest: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date + rest[len(date) - len("2024") :])
    except ValueError:
        return None


def _between(days: Sequence[dt.date], first: dt.date, last: dt.date) -> bool:
    return bisect_right(days, first) < bisect_left(days, last)


def any_within(days: Sequence[dt.date], first: dt.date, last: dt.date) -> bool:
    """Whether one of the days, which are in order, lies between two, both included."""
    return bisect_left(days, first) < bisect_right(days, last)

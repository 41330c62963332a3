"""When a tie began or ended: the time of the word that tells of it, as a partial date."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from comity.reading.layers import Parsed, Times
from comity.reading.times import period_of
from comity.record import Period

_PAST = {"VBD", "VBN"}


class TieDates:
    """Dates words of one text."""

    def __init__(self, parsed: Parsed, times: Times) -> None:
        self._parsed = parsed
        self._times = times

    def period(self, trigger: Token) -> Period:
        """The interval of a word's clause."""
        return period_of(trigger, self._times, self._parsed)

    def of(self, trigger: Token, lasts: bool) -> str | None:
        """The date of an effect; of a tie that `lasts` the beginning, and only where that is said ('since')."""
        period = self.period(trigger)
        today = self._times.published
        if trigger.tag_ in _PAST and today and period.start and period.start > today:
            return None
        if period.start and self._since(period):
            return opening(period.start)
        return None if lasts else partial(period)

    def _since(self, period: Period) -> bool:
        return any(one.since and one.period == period for one in self._times.expressions)


def partial(period: Period) -> str | None:
    """A period as a partial date ('1997', '2024-05'); `None` where it is vaguer than a year."""
    start, end = period.start, period.end
    if start is None or end is None:
        return _closing(end) if end else None
    if start == end:
        return start.isoformat()
    if (start.year, start.month) == (end.year, end.month):
        return start.isoformat()[:7]
    return start.isoformat()[:4] if start.year == end.year else None


def opening(day: dt.date) -> str:
    """The year that a first of January stands for, the month that a first does, else the day."""
    return day.isoformat()[: 10 if day.day > 1 else 7 if day.month > 1 else 4]


def _closing(day: dt.date) -> str:
    """The year or month that ends on a day, else the day: 'by 2020', 'by May', 'by 10 May'."""
    if (day + dt.timedelta(days=1)).day > 1:
        return day.isoformat()
    return day.isoformat()[: 4 if day.month == 12 else 7]

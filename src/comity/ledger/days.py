"""Partial dates as the days that they stand for."""

from __future__ import annotations

import calendar
import datetime as dt

from comity.record.types import PartialDate


def days_of(date: PartialDate) -> tuple[dt.date, dt.date]:
    """First and last day: of the year '1997', of the month '2024-05', of a day."""
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    last = month or 12
    end = day or calendar.monthrange(year, last)[1]
    return dt.date(year, month or 1, day or 1), dt.date(year, last, end)

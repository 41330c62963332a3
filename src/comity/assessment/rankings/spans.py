"""Windows of a source: what it covers, its last years, and what lies before them."""

from __future__ import annotations

import datetime as dt

from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.window import Window


def covered(holdings: Holdings, source: str, window: Window) -> Window:
    """The part of a window that a source has acts of; all of it where the source is texts."""
    files = [file for file in holdings.files if file.source == source]
    first = min((file.first_day for file in files if file.first_day), default=None)
    last = max((file.last_day for file in files if file.last_day), default=None)
    if source == TEXTS or first is None or last is None:
        return window
    since, until = max(window.since or first, first), min(window.until or last, last)
    return Window(since, until) if since <= until else window


def before(window: Window, years: int) -> Window:
    """The last years of a window, or all of it where it is shorter."""
    if window.until is None:
        return window
    start = _years_earlier(window.until, years) + dt.timedelta(days=1)
    return Window(max(start, window.since or start), window.until)


def rest(window: Window, recent: Window) -> Window | None:
    """What of a window lies before its recent part; none where that begins as early."""
    if recent.since is None or (window.since and window.since >= recent.since):
        return None
    return Window(window.since, recent.since - dt.timedelta(days=1))


def _years_earlier(date: dt.date, years: int) -> dt.date:
    try:
        return date.replace(year=date.year - years)
    except ValueError:  # the 29th of February
        return date.replace(year=date.year - years, day=28)

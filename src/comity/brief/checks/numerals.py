"""Numbers as they stand in a text, read back: what each says, and how exactly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from math import floor, log10
from typing import NamedTuple

from comity.assessment.when import MONTHS

_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_DAY = re.compile(
    rf"(?<![\d.,])(?:(?P<first>\d\d?)–)?(?:(?P<day>\d\d?) )?{_MONTH} (?P<year>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d\d-\d\d)\b"
    r"|(?<![\w.,/-])(?P<bare>[12]\d{3})(?P<decade>s)?(?![\w/]|[.,]\d| %)"
)
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<edge>under |over )?(?P<digits>-?\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?)"
    r"(?P<kind> %|(?= to (?:over |under )?\d+ %)|(?:st|nd|rd|th)\b)?(?![\w/]|-\d)"
)


class Numeral(NamedTuple):
    """A number that is no date; `text` as it stands, `edge` 'under' or 'over' where it is a bound."""

    text: str
    value: float
    is_percent: bool
    edge: str = ""


class Dated(NamedTuple):
    """A day, a month or a year: all of it from `first` to `last`."""

    text: str
    first: dt.date
    last: dt.date


def numerals(text: str) -> list[Numeral]:
    """The numbers of a text that are no dates and no part of a code ('A/RES/74/267')."""
    return [
        Numeral(
            found["digits"],
            float(found["digits"].replace(",", "")),
            found["kind"] in (" %", ""),
            (found["edge"] or "").strip(),
        )
        for found in _NUMBER.finditer(_DAY.sub(" ", text))
    ]


def dates(text: str) -> Iterator[Dated]:
    """The dates of a text, as it writes them out."""
    for found in _DAY.finditer(text):
        year = int(found["year"] or found["bare"] or 0)
        if found["iso"]:
            day = dt.date.fromisoformat(found["iso"])
            yield Dated(found[0], day, day)
        elif found["bare"]:
            years = 10 if found["decade"] else 1
            yield Dated(found[0], dt.date(year, 1, 1), dt.date(year + years - 1, 12, 31))
        else:
            month = MONTHS.index(found["month"]) + 1
            for part in filter(None, (found["first"], found["day"])):
                yield _on(found[0], year, month, int(part))
            if not found["day"]:
                end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
                yield Dated(found[0], dt.date(year, month, 1), end)


def _on(text: str, year: int, month: int, day: int) -> Dated:
    """A day; one that no calendar has lies in no time."""
    try:
        on = dt.date(year, month, day)
    except ValueError:
        return Dated(text, dt.date.max, dt.date.min)
    return Dated(text, on, on)


def agrees(numeral: Numeral, value: float) -> bool:
    """Whether a number says a value: whole per cent of a share, whole from 100 on, else three digits."""
    if numeral.is_percent and numeral.edge:
        return value < numeral.value / 100 if numeral.edge == "under" else value > numeral.value / 100
    if numeral.is_percent:
        return abs(numeral.value - 100 * value) <= 0.5 + 1e-9
    digits = 0 if abs(value) >= 100 or not value else 2 - floor(log10(abs(value)))
    return abs(numeral.value - value) <= 0.5 * 10.0**-digits + 1e-9

"""Dates in digits, and in which order a document writes them: 03/04/2024 is two days until something says which.

What says so, in this order: the caller, the publisher, another date of the document that can be read in one way
only, and that nothing past lies after publication. Where nothing does, the date is the span of both readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import cast

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning
from comity.reading._date_grammar import Found
from comity.reading._date_patterns import choice
from comity.reading._date_years import given
from comity.reading.layers import DateOrder, Meta
from comity.tables import rows


def order_of(meta: Meta) -> DateOrder | None:
    """How a publisher writes dates: as the caller says, else as the table of publishers and countries does."""
    if meta.date_order or not meta.publisher:
        return meta.date_order
    names, known = _publishers()
    found = known.search(meta.publisher)
    return names[found[0].lower()] if found else None


@cache
def _publishers() -> tuple[dict[str, DateOrder], re.Pattern[str]]:
    names = {row["name"].lower(): cast(DateOrder, row["order"]) for row in rows("reading", "date_publishers.csv")}
    return names, re.compile(r"(?<!\w)" + choice(map(re.escape, names)) + r"(?!\w)", re.IGNORECASE)


def order_in(found: Iterable[Found]) -> DateOrder | None:
    """The order that the document's own plain dates show ('25/12/2023'); none where they differ."""
    shown = {order for one in found if one.rule == "numeric" and (order := _shown(one))}
    return shown.pop() if len(shown) == 1 else None


def _shown(one: Found) -> DateOrder | None:
    first, second = int(one.match["a"]), int(one.match["b"])
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None


def _iso(found: Found, clock: Clock) -> Meaning | None:
    year = clock.year_of(found.match["y"])
    return given(cal.day(year, int(found.match["m"]), int(found.match["d"])) if year else None)


def _numeric(found: Found, clock: Clock) -> Meaning | None:
    first, second = int(found.match["a"]), int(found.match["b"])
    words = found.match["y"]
    if len(words) == 2 and clock.order == "ymd":
        return given(cal.day(2000 + first, second, int(words)))
    year = clock.year_of(words) if len(words) == 4 else int(words) + (2000 if int(words) < 70 else 1900)
    if year is None:
        return Meaning(None)
    return given(_chosen(cal.day(year, second, first), cal.day(year, first, second), found.match[0], clock))


def _chosen(dmy: Stretch | None, mdy: Stretch | None, words: str, clock: Clock) -> Stretch | None:
    if dmy is None or mdy is None or dmy == mdy:
        return dmy or mdy
    if clock.order in ("dmy", "dmy-be") or (clock.order is None and "." in words):
        return dmy
    if clock.order == "mdy":
        return mdy
    told = [one for one in (dmy, mdy) if clock.tense != "past" or clock.begun(one) or not clock.published]
    if len(told) == 1:
        return told[0]
    return cal.span(dmy.start, mdy.end) or cal.span(mdy.start, dmy.end)


NUMERICS: dict[str, Callable[[Found, Clock], Meaning | None]] = {"iso": _iso, "numeric": _numeric}

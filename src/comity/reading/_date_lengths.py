"""What the forms mean that tell how long, how often or for how many years: durations up to publication,
anniversaries, recurrences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import STEPS, Clock, Meaning
from comity.reading._date_grammar import Found
from comity.reading._date_words import JUBILEES, number, ordinal, unit

_VAGUE = {"hour": (1, "day"), "minute": (1, "day"), "day": (14, "day"), "week": (8, "week"),
          "month": (12, "month"), "year": (10, "year")}  # fmt: skip
WHOLE_YEARS = {"year": 1, "decade": 10, "century": 100}


def length(found: Found) -> tuple[float, str]:
    """The number and the unit of a form; one year where it names neither."""
    name = unit(found.group("u") or found.group("u2") or "year")
    count = number(found.group("n") or found.group("n2") or "1")
    return (count + 0.5 if found.group("half") else count), name


def vaguely(date: dt.date | None, name: str, way: int) -> dt.date | None:
    """How far 'some days', 'weeks', 'months' or 'years' reach from a day, forward for 1 and back for -1: no
    further than where the next unit would be used. `None` for units without such an end."""
    count, finer = _VAGUE.get(name, (0, "day"))
    return cal.moved(date, way * count, finer) if count else None


def years_in(count: float, name: str) -> int | None:
    """The whole years of a length; `None` where it was counted in smaller units."""
    return int(count * WHOLE_YEARS[name]) if name in WHOLE_YEARS else None


def _window(found: Found, clock: Clock) -> Meaning | None:
    """The time up to publication, or from it on: 'the last eight years', 'the past month'."""
    count, name = length(found)
    word = found.match["rel"].lower()
    return Meaning(_lasting(clock, count, name, word), kind="duration", years=years_in(count, name))


def _lasting(clock: Clock, count: float, name: str, word: str) -> Stretch | None:
    today = clock.published
    if today is None or word == "first":
        return None
    if word in STEPS:
        start = cal.moved(today, -count, name)
        return cal.span(start, today) if start else None
    end = cal.moved(today, count, name)
    return cal.span(today, end) if end else None


def _within(clock: Clock, end: Callable[[dt.date | None], dt.date | None]) -> Stretch | None:
    """'within a month': from publication on for what is to come, else from what was told before."""
    if clock.tense == "future" or clock.anchor is None:
        ahead = clock.tense == "future" and clock.published
        return cal.span(clock.published, end(clock.published)) if ahead else None
    return cal.span(clock.anchor.start, end(clock.anchor.end))


def _within_unit(found: Found, clock: Clock) -> Meaning | None:
    """'within the month', 'before the year is out'."""
    name = (found.group("u") or found.match["u2"]).lower()

    def last(day: dt.date | None) -> dt.date | None:
        whole = cal.unit_of(day, name)
        return whole.end if whole else None

    ahead = " is " in found.match[0].lower()
    return Meaning(_within(replace(clock, tense="future") if ahead else clock, last))


def _for(found: Found, clock: Clock) -> Meaning | None:
    """'for eight years' ends at publication only after a perfect ('has ruled'); else its place is unknown."""
    count, name = length(found)
    words = found.match[0].lower()
    stretch = _lasting(clock, count, name, "last") if clock.perfect and words.startswith("for") else None
    if words.startswith("within"):
        stretch = _within(clock, lambda day: cal.moved(day, count, name))
    return Meaning(stretch, kind="duration", years=years_in(count, name))


def _stretch(found: Found, _: Clock) -> Meaning | None:
    return Meaning(None, kind="duration", years=years_in(*length(found)))


def _vague_window(found: Found, clock: Clock) -> Meaning | None:
    today, name = clock.published, unit(found.match["u"])
    if today is None:
        return Meaning(None)
    if found.match["rel"].lower().startswith(("recent", "past", "last")):
        return Meaning(cal.span(vaguely(today, name, -1), today))
    return Meaning(cal.span(today, vaguely(today, name, 1)))


def _anniversary(found: Found, clock: Clock) -> Meaning | None:
    """Its year is that of publication, unless the clock knows another year of the sentence."""
    words = found.group("n") or ""
    count = int("".join(c for c in words if c.isdecimal()) or (ordinal(words) if words else 0))
    today = clock.published.year if clock.published else None
    year = clock.year or today
    if clock.year and today and count and abs(clock.year + count - today) <= 1:
        year = clock.year + count
    return Meaning(cal.year(year) if year else None, kind="anniversary", years=count or None)


def _jubilee(found: Found, clock: Clock) -> Meaning | None:
    word = found.match["j"].lower()
    if not (word.startswith(("cent", "bicent")) or found.match[0].lower().endswith("jubilee")):
        return None
    return Meaning(
        cal.year(clock.published.year) if clock.published else None, kind="anniversary", years=JUBILEES[word]
    )


def _marking(found: Found, clock: Clock) -> Meaning | None:
    count, name = number(found.match["n"]), found.match["u"].lower().removesuffix("s")
    return Meaning(
        cal.year(clock.published.year) if clock.published else None,
        kind="anniversary",
        years=years_in(count, name),
    )


def _frequency(_: Found, __: Clock) -> Meaning | None:
    return Meaning(None, kind="frequency")


LENGTHS: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "window": _window,
    "past_unit": _window,
    "lasting": _for,
    "within_unit": _within_unit,
    "stretch": _stretch,
    "vague_window": _vague_window,
    "anniversary": _anniversary,
    "jubilee": _jubilee,
    "marking": _marking,
    "frequency": _frequency,
}

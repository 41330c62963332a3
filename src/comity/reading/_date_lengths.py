"""What the forms mean that tell how long, how often or for how many years: durations up to publication,
anniversaries, recurrences."""

from __future__ import annotations

from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import STEPS, Clock, Meaning
from comity.reading._date_grammar import Found
from comity.reading._date_words import JUBILEES, number, ordinal, unit

WHOLE_YEARS = {"year": 1, "decade": 10, "century": 100}


def length(found: Found) -> tuple[float, str]:
    """The number and the unit of a form; one year where it names neither."""
    name = unit(found.group("u") or found.group("u2") or "year")
    count = number(found.group("n") or found.group("n2") or "1")
    return (count + 0.5 if found.group("half") else count), name


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


def _for(found: Found, clock: Clock) -> Meaning | None:
    """'for eight years' ends at publication only after a perfect ('has ruled'); else its place is unknown."""
    count, name = length(found)
    spent = clock.perfect and found.match[0].lower().startswith("for")
    stretch = _lasting(clock, count, name, "last") if spent else None
    return Meaning(stretch, kind="duration", years=years_in(count, name))


def _stretch(found: Found, _: Clock) -> Meaning | None:
    return Meaning(None, kind="duration", years=years_in(*length(found)))


def _vague_window(found: Found, clock: Clock) -> Meaning | None:
    today = clock.published
    if today is None:
        return Meaning(None)
    back = found.match["rel"].lower().startswith(("recent", "past", "last"))
    return Meaning(cal.span(None, today) if back else cal.span(today, None))


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
    "stretch": _stretch,
    "vague_window": _vague_window,
    "anniversary": _anniversary,
    "jubilee": _jubilee,
    "marking": _marking,
    "frequency": _frequency,
}

"""The year of a date: the one that is written, or the one that tense and publication give."""

from __future__ import annotations

from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning
from comity.reading._date_grammar import Found

Make = Callable[[int], Stretch | None]


def given(stretch: Stretch | None) -> Meaning | None:
    """Explicit where it is a date at all."""
    return Meaning(stretch, "explicit") if stretch else None


def in_year(found: Found, clock: Clock, make: Make) -> Meaning | None:
    """What `make` gives for the year that the form names, or for the one that tense and publication give.

    A year that is named but cannot be counted (2567 where nothing says that it is Buddhist) leaves the date
    unknown, as does a day that is none (31 February): it is not the year of publication.
    """
    words = found.group("y") or found.group("y2")
    if words is None:
        return Meaning(clock.nearest(make))
    if any(letter.isdecimal() for letter in words):
        year = clock.year_of(words)
        return (given(make(year)) if year else None) or Meaning(None)
    whole = clock.related(
        "this" if words.lower() == "the year" else words.lower().removesuffix("year").strip(), "year"
    )
    return Meaning(make(whole.start.year) if whole and whole.start else None)


def beside_now(meaning: Meaning, side: str | None, clock: Clock) -> Meaning:
    """'earlier in March' ends with the day of publication where that lies in it; else all of it."""
    stretch = meaning.stretch
    if not side or not (stretch and stretch.start and stretch.end):
        return meaning
    today = clock.published
    if not today or not stretch.start <= today <= stretch.end:
        return Meaning(stretch._replace(precision="span"), meaning.basis)
    ends = (stretch.start, today) if side.lower() == "earlier" else (today, stretch.end)
    return Meaning(cal.span(*ends), meaning.basis)

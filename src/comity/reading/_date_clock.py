"""What a date is told from: the day of publication, an earlier date of the text, the tense of the verb."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from comity.reading._calendar import Stretch, moved, unit_of
from comity.reading._date_words import year_number
from comity.reading.layers import DateOrder
from comity.record.types import Period
from comity.record.values import Basis

Kind = Literal["date", "duration", "anniversary", "frequency"]
Tense = Literal["past", "future", "open"]
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "same": 0, "that": 0}

_STALE = 270
"""Days after which a date without its year is more likely the coming one."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`anchor` is the date that 'two days later' counts from; `year` completes a date written without one.

    `order` is how the document writes dates in digits, `sentence` the words around the date.
    """

    published: dt.date | None
    tense: Tense = "past"
    perfect: bool = False
    anchor: Stretch | None = None
    year: int | None = None
    order: DateOrder | None = None
    sentence: str = ""

    def nearest(self, make: Callable[[int], Stretch | None]) -> Stretch | None:
        """A thing that comes once a year: the latest begun by publication, or the first not yet over.

        Where the tense leaves it open, the latest, unless that is most of a year ago. What was done is not put
        into a year that would place it after publication.
        `make` gives it for a year, `None` where that year has none (29 February).
        """
        told = make(self.year) if self.year else None
        if self.year and not (told and self.published and self.tense == "past" and not self.begun(told)):
            return told
        if not self.published:
            return None
        first = self.published.year
        begun = (one for year in range(first + 1, first - 9, -1) if (one := make(year)) and self.begun(one))
        ahead = (one for year in range(first - 1, first + 9) if (one := make(year)) and not self._over(one))
        latest, coming = next(begun, None), next(ahead, None)
        if self.tense == "past" or (self.tense == "open" and latest and self._near(latest)):
            return latest
        return coming

    def begun(self, one: Stretch) -> bool:
        """True where it had begun by publication."""
        return bool(self.published and one.start and one.start <= self.published)

    def _over(self, one: Stretch) -> bool:
        return bool(self.published and one.end and one.end < self.published)

    def _near(self, one: Stretch) -> bool:
        return bool(self.published and one.end and (self.published - one.end).days <= _STALE)

    def year_of(self, words: str) -> int | None:
        """The year that was written; one of the 2400s and 2500s is Buddhist where the document counts so,
        else it is none."""
        number = year_number(words)
        if number < 2400:
            return number
        return number - 543 if self.order == "dmy-be" else None

    def related(self, words: str, unit: str) -> Stretch | None:
        """The unit that 'last' or 'this' counts from publication, 'the same' or 'the following' from the
        anchor; `None` without either."""
        base, steps = self.base(words), step(words)
        return unit_of(moved(base, steps, unit), unit) if base else None

    def base(self, words: str) -> dt.date | None:
        """The day that a relating word counts from."""
        if not is_anchored(words):
            return self.published
        return None if self.anchor is None else self.anchor.start or self.anchor.end


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a form says; `stretch` is `None` where it cannot be worked out."""

    stretch: Stretch | None
    basis: Basis = "relative"
    kind: Kind = "date"
    years: int | None = None
    since: bool = False

    def period(self, text: str) -> Period:
        """The interval as the record keeps it, under its wording."""
        if self.stretch is None:
            return Period(text=text)
        start, end, precision = self.stretch
        return Period(start=start, end=end, precision=precision, basis=self.basis, text=text)


def is_anchored(words: str) -> bool:
    """True for words that point at another date of the text ('the same', 'that', 'the following')."""
    return words.lower().startswith(("the ", "that", "same"))


def step(words: str) -> int:
    """How many units on: -1 for 'last' or 'the previous', 0 for 'this' or 'that', 1 for 'next'.

    'this past' looks back and 'this coming' ahead by the tense alone, so both are 0.
    """
    parts = words.lower().split()
    return STEPS["this"] if parts[0] == "this" else STEPS.get(parts[-1], 1)

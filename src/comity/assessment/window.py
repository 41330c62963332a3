"""The days that a question is asked of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from comity.assessment.when import day
from comity.errors import UsageError
from comity.languages import say


@dataclass(frozen=True, slots=True)
class Window:
    """From one day to another, both within; `None`: without that bound. Raises `UsageError` for a backward one.

    `is_open` where no end was asked for, and `until` is the last day that acts and texts tell of.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    is_open: bool = field(default=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise UsageError(
                f"the period begins on {self.since} and ends on {self.until}: give the earlier day first"
            )

    def holds(self, on: dt.date | None) -> bool:
        """Whether a day lies in it; one that is not known lies only in the window without bounds."""
        if on is None:
            return self.since is None and self.until is None
        return (self.since or dt.date.min) <= on <= (self.until or dt.date.max)

    @property
    def of_tables(self) -> Window:
        """The same for votes and yearly tables, which run to their own end where no other was asked for."""
        return Window(self.since) if self.is_open else self

    def __str__(self) -> str:
        """'3 May 2020 to 20 August 2024', 'until 20 August 2024', 'all that is known'."""
        if self.since and self.until:
            return (
                day(self.since)
                if self.since == self.until
                else say("{since} to {until}", since=day(self.since), until=day(self.until))
            )
        if self.since:
            return say("since {since}", since=day(self.since))
        return say("until {until}", until=day(self.until)) if self.until else say("all that is known")

    @property
    def span(self) -> str:
        """Within a sentence: 'from 2011 to 2015' and 'in 2015' where it is whole years, 'from 3 May 2020 to …'."""
        if not (self.since and self.until):
            return str(self)
        if (self.since.month, self.since.day, self.until.month, self.until.day) != (1, 1, 12, 31):
            return say("on {self}", self=self) if self.since == self.until else say("from {self}", self=self)
        years = self.since.year, self.until.year
        return (
            say("in {years}", years=years[0])
            if years[0] == years[1]
            else say("from {years} to {years2}", years=years[0], years2=years[1])
        )


ALWAYS = Window()


def spanned(days: list[dt.date]) -> Window:
    """From the first of some days to the last; without bounds where there is none."""
    return Window(min(days, default=None), max(days, default=None))

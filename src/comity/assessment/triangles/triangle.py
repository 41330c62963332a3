"""One state, two others, the ledger and the window: what every finding of a triangle is asked of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from comity.assessment.acts import Act
from comity.assessment.bonds import Bond
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.proof import Passage
from comity.assessment.window import ALWAYS, Window


@dataclass(frozen=True, slots=True)
class Triangle:
    """`a` between `b` and `c`, as ISO3 codes."""

    holdings: Holdings
    a: str
    b: str
    c: str
    window: Window = ALWAYS

    @property
    def rivals(self) -> tuple[str, str]:
        """The two others, in the order of the question."""
        return self.b, self.c

    @property
    def until(self) -> dt.date | None:
        """The end of the window, else the last day that anything is known of."""
        return self.window.until or self.holdings.last_day

    def other(self, rival: str) -> str:
        """The rival of a rival."""
        return self.c if rival == self.b else self.b

    def the(self, state: str) -> str:
        """A state's name within a sentence."""
        return self.holdings.names.the(state)

    def nominal(self, state: str) -> str:
        """A state's name at the beginning of one."""
        return self.holdings.names.nominal(state)

    @property
    def both(self) -> str:
        """'North Korea and South Korea'."""
        return listed([self.the(rival) for rival in self.rivals])

    def acts(self, one: str, other: str) -> tuple[Act, ...]:
        """What texts tell was done between two states in the window, in order."""
        return tuple(act for act in self.holdings.between(one, other).dealings if self.window.holds(act.since))

    def bonds(self, one: str, other: str) -> tuple[Bond, ...]:
        """The ties of two states, without those begun after the window."""
        last = str(self.until or dt.date.max)
        return tuple(
            bond
            for bond in self.holdings.between(one, other).bonds
            if not bond.starts or min(reading.value for reading in bond.starts) <= last
        )

    def proofs(self, *acts: Act) -> tuple[Passage, ...]:
        """The passages that tell of some acts."""
        return self.holdings.of_acts(acts)


def lately(until: dt.date, days: int = 365) -> Window:
    """So many days up to one."""
    return Window(until - dt.timedelta(days - 1), until)

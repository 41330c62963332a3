"""All partners of a state by one value, with its interval, what it rests on, and why some have none."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from comity.assessment.counting import counted
from comity.assessment.numbers import number, ordinal, percentile, share
from comity.assessment.proof import Proof
from comity.assessment.window import ALWAYS, Window
from comity.languages import say

SHARE = "share"
"""The unit of values from 0 to 1 that are told in per cent."""


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one partner, or why it has none. `n`: what it rests on; `told`: more of it in words."""

    partner: str
    value: float | None = None
    interval: tuple[float, float] | None = None
    n: int = 0
    told: str = ""
    insufficient: str | None = None
    proofs: tuple[Proof, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Ranking:
    """The partners of `state` by a value, highest first; those without one apart.

    `by` names the value in a sentence ('balance of good and bad acts'), `method` the measure. `insufficient`: why
    no partner has one. `unit` is told after each value, `scale` once ('from 0 to 1'). `window`: the days looked
    at, no more than the source has.
    """

    state: str
    by: str
    method: str
    unit: str = ""
    scale: str = ""
    window: Window = ALWAYS
    scores: tuple[Score, ...] = ()
    coverage: tuple[str, ...] = ()
    would_change: str = ""
    insufficient: str | None = None

    @cached_property
    def ranked(self) -> tuple[Score, ...]:
        """Those with a value, highest first; equal ones by their code."""
        known = [score for score in self.scores if score.value is not None]
        return tuple(sorted(known, key=lambda score: (-(score.value or 0.0), score.partner)))

    @cached_property
    def unknown(self) -> tuple[Score, ...]:
        """Those without a value, by their code."""
        return tuple(sorted((one for one in self.scores if one.value is None), key=lambda one: one.partner))

    def score(self, partner: str) -> Score | None:
        """What is known of one partner; none where it was not looked at."""
        return next((score for score in self.scores if score.partner == partner), None)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """By partner its rank from 1; equal values share the better one."""
        values = [score.value for score in self.ranked]
        return {score.partner: 1 + values.index(score.value) for score in self.ranked}

    @cached_property
    def percentiles(self) -> dict[str, float]:
        """By partner the standing among all with a value, above 0 and below 100; empty with fewer than five."""
        if not self.ranked:
            return {}
        import polars as pl

        from comity.measures import standing

        rows = [(self.state, score.partner, score.value) for score in self.ranked]
        table = pl.DataFrame(rows, ["state", "partner", "value"], orient="row")
        found = standing(table, "value", ("state", "partner"), within=()).drop_nulls("standing")
        return dict(zip(found["partner"], found["standing"], strict=True))

    def value(self, score: Score) -> str:
        """The value of one that has one, in words with its interval: '7 days a year', '20 % (3 to 56 %)'."""
        value = score.value or 0.0
        if self.unit == SHARE:
            return share(value, score.interval)
        return " ".join(filter(None, (number(value, score.interval), self.unit)))

    def place(self, partner: str, of: str = "") -> str | None:
        """'3rd of 41 partners of Cambodia by number of acts (94th percentile)', with `of` the state's name.

        None where fewer than five partners have a value, or this one has none.
        """
        if partner not in self.percentiles:
            return None
        rank = self.ranks[partner]
        others = sum(one == rank for one in self.ranks.values()) - 1
        gaps = {
            "rank": ordinal(rank),
            "shared": say(" with {others},", others=counted(others, "other")) if others else "",
            "ranked": len(self.ranked),
            "by": self.by,
            "percentile": percentile(self.percentiles[partner]),
        }
        if of:
            return say("{rank}{shared} of {ranked} partners of {state} by {by} ({percentile})", **gaps, state=of)
        return say("{rank}{shared} of {ranked} partners by {by} ({percentile})", **gaps)

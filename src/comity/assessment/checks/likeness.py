"""How alike states vote in the Assembly: alike or apart, more often with one than with another, in what share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity.assessment.checks.ballots import SETTLE
from comity.assessment.checks.case import Case
from comity.assessment.checks.meant import Register, register
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.counting import counted
from comity.assessment.dyads.common_votes import counts, looked, span
from comity.assessment.numbers import number, share
from comity.assessment.rankings.votes import proof
from comity.assessment.window import Window
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

    from comity.assessment.rankings.votes import Ballots

SESSIONS = 5
"""Sessions up to the claim that tell how states vote 'now'."""
HALF = 1 / 2
CLOSE, FAR = 0.02, 0.1
"""Shares of roll calls that are called the same, and that differ however roll calls are chosen."""
_NOW = "how alike they vote is read off contested roll calls of the last {sessions} sessions up to the claim"


def likeness(case: Case) -> Verdict | None:
    """'They vote alike', 'often votes with China', 'more often with one than with another'."""
    if case.value.get("of") != "vote" or case.value.keys() & {"resolution", "date", "matter"}:
        return None
    than, pair = [str(one) for one in case.value.get("than", ())], _pair(case)
    if pair is None:
        return None
    return _compared(case, pair, than[0]) if than else _alone(case, pair)


def shares(case: Case) -> Verdict | None:
    """'Voted together in 90 per cent of roll calls'."""
    value, votes = case.value.get("value"), "vote" in case.sentence.lower()
    if case.value.get("unit") != "percent" or not isinstance(value, int | float) or not votes or not case.pair:
        return None
    return _by_share(case, case.pair, float(value) / 100)


def _pair(case: Case) -> tuple[str, str] | None:
    every = [str(one) for key in ("who", "with") for one in case.value.get(key, ())]
    return (every[0], every[1]) if len(set(every)) > 1 else None


class _Seen:
    """The contested roll calls in which two states both voted, up to the day of a claim."""

    def __init__(self, case: Case, pair: tuple[str, str], both: pl.DataFrame, cast: Ballots) -> None:
        recent = sorted(both["session"].drop_nulls().unique())[-SESSIONS:]
        self.case, self.pair, self.cast, self.every = case, pair, cast, both
        self.recent = both.filter(both["session"].is_in(recent))

    def share(self, both: pl.DataFrame) -> float:
        return float((both["one"] == both["other"]).sum() / len(both))

    def told(self, both: pl.DataFrame) -> str:
        """'in sessions of 2015 to 2020 the two voted the same in 62 % of 402 contested roll calls'."""
        seen = span(both)
        years = sorted({day.year for day in (seen.since, seen.until) if day})
        told = say(
            "{two} voted the same in {share} of {calls}",
            two=self.case.the(*self.pair),
            share=share(self.share(both)),
            calls=counted(len(both), "contested roll call"),
        )
        if not years:
            return told
        if len(years) == 1:
            return say("in {year} {told}", year=years[0], told=told)
        return say("from {first} to {last} {told}", first=years[0], last=years[-1], told=told)

    def proof(self, both: pl.DataFrame) -> Any:
        return (proof(self.case.holdings, self.cast, *self.pair, span(both)),)


def _seen(case: Case, pair: tuple[str, str]) -> _Seen | str:
    found = looked(case.holdings, pair, Window(None, case.on))
    return found if isinstance(found, str) else _Seen(case, pair, found[1], found[0])


def _alone(case: Case, pair: tuple[str, str]) -> Verdict:
    seen, known = _seen(case, pair), register(case)
    if isinstance(seen, str) or isinstance(known, str):
        return Verdict((), seen if isinstance(seen, str) else str(known), say(SETTLE))
    pi = _pi(seen.recent)
    beyond = say("; beyond chance their likeness is {pi}", pi=number(pi[0], pi[1:])) if pi else ""
    text = seen.told(seen.recent) + beyond
    side = _alike(case, seen.share(seen.recent), pi) if known.is_fresh(case.on) else "aside"
    why = say("{text_}, which leaves open what is meant", text_=text) if known.is_fresh(case.on) else _old(text)
    witness = Witness(side, text, seen.proof(seen.recent))
    return Verdict((witness,), why, say(SETTLE), _coverage(known), open=side == "aside")


def _alike(case: Case, same: float, pi: tuple[float, float, float] | None) -> Side:
    """More than half and beyond chance is alike; less than half, or as chance would have it, is not."""
    if pi is None:
        return "aside"
    apart = case.value.get("alike") is False or case.value.get("often") in ("rarely", "seldom")
    denied = (case.claim.kind == "absence") != apart
    if case.value.get("often") == "always":
        return "for" if (same == 1) != denied else "against"
    if case.value.get("often") == "never":
        return "for" if same == 0 else "against"
    if same > HALF and pi[1] > 0:
        return "against" if denied else "for"
    return "aside" if same > HALF and pi[2] > 0 else "for" if denied else "against"


def _pi(both: pl.DataFrame) -> tuple[float, float, float] | None:
    import polars as pl

    from comity.measures import vote_pi

    row = vote_pi(counts(both.with_columns(at=pl.lit(0)), "at")).to_dicts()[0]
    return None if row["pi"] is None else (row["pi"], row["pi_low"], row["pi_high"])


def _compared(case: Case, pair: tuple[str, str], third: str) -> Verdict:
    """Over the roll calls in which all three voted, so that the same ones are set side by side."""
    one, other, known = _seen(case, pair), _seen(case, (pair[0], third)), register(case)
    reasons = [found for found in (one, other, known) if isinstance(found, str)]
    if reasons or isinstance(one, str) or isinstance(other, str) or isinstance(known, str):
        return Verdict((), reasons[0], say(SETTLE))
    mine = one.recent.filter(one.recent["roll_call"].is_in(other.recent["roll_call"].implode()))
    others = other.recent.filter(other.recent["roll_call"].is_in(mine["roll_call"].implode()))
    if mine.is_empty():
        return Verdict(
            (),
            say("no contested roll call of {three} is known", three=case.the(*pair, third)),
            say(SETTLE),
            _coverage(known),
        )
    text = say(
        "{told}, {others} in {share} of the same",
        told=one.told(mine),
        others=case.the(pair[0], third),
        share=share(other.share(others)),
    )
    more, less = one.share(mine), other.share(others)
    fits = more > less if case.value.get("comparative") == "more" else more < less
    side: Side = "aside" if not known.is_fresh(case.on) else "for" if fits else "against"
    witness = Witness(side, text, (*one.proof(mine), *other.proof(others)))
    return Verdict((witness,), _old(text), say(SETTLE), _coverage(known), open=side == "aside")


def _by_share(case: Case, pair: tuple[str, str], wanted: float) -> Verdict:
    seen, known = _seen(case, pair), register(case)
    if isinstance(seen, str) or isinstance(known, str):
        return Verdict((), seen if isinstance(seen, str) else str(known), say(SETTLE))
    off = [abs(seen.share(both) - wanted) for both in (seen.recent, seen.every)]
    side: Side = "for" if min(off) <= CLOSE else "against" if min(off) > FAR else "aside"
    both = seen.recent if off[0] <= off[1] else seen.every
    why = say("{told}; which roll calls and years are meant is not said", told=seen.told(both))
    witness = Witness(side, seen.told(both), seen.proof(both))
    return Verdict((witness,), why, say(SETTLE), _coverage(known), open=side == "aside")


def _old(text: str) -> str:
    return say("the tables end long before the claim (till then, {text_})", text_=text)


def _coverage(known: Register) -> tuple[str, ...]:
    return known.coverage, say(_NOW, sessions=SESSIONS)

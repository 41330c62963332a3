"""The votes in which two states stood apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from comity.assessment.counting import counted
from comity.assessment.dyads.common_votes import coverage, looked, span
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import quoted
from comity.assessment.rankings import votes
from comity.assessment.when import day, partial
from comity.assessment.window import Window
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

    from comity.assessment.rankings.votes import Ballots

Pair = tuple[str, str]
SHOWN = 10
"""Votes that are listed, the latest."""
_ADOPTED = " : resolution / adopted"
_CALLED = {"yes": "{name} for", "no": "{name} against", "abstain": "{name} abstained"}


def apart(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The votes in which one was for and the other against; without any, those a step apart. The latest first."""
    key, question = "votes.apart", say("In which votes did they stand apart?")
    found = looked(holdings, pair, window)
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=say(votes.IMPORT), method=votes.METHOD)
    cast, both = found
    opposed, stepped = _differing(both)
    listed = opposed if len(opposed) else stepped
    seen = span(both)
    return Finding(
        key=key,
        question=question,
        answer=_apart(both.height, opposed.height, stepped.height),
        value=opposed.height,
        unit=say("votes of one for and the other against"),
        n=both.height,
        window=seen,
        proofs=(votes.proof(holdings, cast, *pair, seen),),
        coverage=(*coverage(both), say("the latest {shown} are listed", shown=SHOWN)),
        would_change=say(votes.IMPORT),
        parts=tuple(_vote(holdings, pair, cast, row) for row in listed.head(SHOWN).to_dicts()),
    )


def _differing(both: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    import polars as pl

    differ = both.filter(pl.col("one") != pl.col("other"))
    is_step = (pl.col("one") == "abstain") | (pl.col("other") == "abstain")
    return differ.filter(~is_step), differ.filter(is_step)


def _apart(both: int, opposed: int, stepped: int) -> str:
    calls = counted(both, "contested roll call")
    if not opposed and not stepped:
        return say("In none of {calls}: they always voted the same.", calls=calls)
    if not opposed:
        step = say("; in {n:,} one of them alone abstained", n=stepped) if stepped else ""
        return say("In none of {calls} was one for and the other against{step}.", calls=calls, step=step)
    step = say("; in {n:,} others one of them alone abstained", n=stepped) if stepped else ""
    return say("In {n:,} of {calls} one was for and the other against{step}.", n=opposed, calls=calls, step=step)


def _vote(holdings: Holdings, pair: Pair, cast: Ballots, row: dict[str, Any]) -> Part:
    a, b = (holdings.names.the(state) for state in pair)
    subject = _shortened((row["title"] or row["text"] or "").partition(_ADOPTED)[0])
    when = _when(row["date"], row["date_precision"])
    label = ", ".join(filter(None, (when, row["resolution"])))
    called = quoted(subject) if subject else say("no title is given")
    text = say("; ").join([called, f"{_side(a, row['one'])}, {_side(b, row['other'])}"])
    codes = "', '".join(pair)
    condition = (
        f"source = '{cast.source}' AND series = '{cast.series}' AND roll_call = '{row['roll_call']}'"
        f" AND country IN ('{codes}')"
    )
    shown = tuple(f"{state} {row[name]}" for state, name in zip(pair, ("one", "other"), strict=True))
    window = Window(row["date"], row["date"]) if row["date_precision"] == "day" else Window()
    return Part(label, text, proofs=(holdings.looked("votes", cast.source, condition, 2, window, shown),))


def _side(name: str, vote: str) -> str:
    """'Cambodia for', 'South Korea abstained'."""
    return say(_CALLED[vote], name=name)


def _when(date: dt.date | None, precision: str | None) -> str:
    if date is None:
        return say("date unknown")
    return day(date) if precision == "day" else partial(f"{date:%Y-%m}")


def _shortened(subject: str, most: int = 140) -> str:
    words = " ".join(subject.split())
    return words if len(words) <= most else words[: most - 2].rsplit(" ", 1)[0] + " …"

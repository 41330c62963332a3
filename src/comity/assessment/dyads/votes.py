"""How alike two states vote in the General Assembly, and on what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from comity.assessment.counting import counted
from comity.assessment.dyads.common_votes import counts, coverage, looked, span
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number, share
from comity.assessment.rankings import votes
from comity.assessment.window import Window
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl


Pair = tuple[str, str]
SESSIONS = 5
"""Sessions at the end of a window that are set beside those before."""
_MEASURES = (
    ("agreement", "agreement, half for a step apart", "vote-agreement-v1"),
    ("s_absolute", "S, absolute distances", "vote-s-absolute-v1"),
    ("s_squared", "S, squared distances", "vote-s-squared-v1"),
    ("pi", "Scott's pi, beyond chance", "vote-pi-v1"),
    ("kappa", "Cohen's kappa, beyond chance", "vote-kappa-v1"),
)


def alike(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How alike the two vote in the last sessions, beside the sessions before and the first's other partners."""
    from comity.measures import vote_agreement, vote_kappa, vote_pi, vote_s_absolute, vote_s_squared

    key, question = "votes.alike", say("How alike do they vote in the United Nations?")
    found = looked(holdings, pair, window)
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=votes.IMPORT, method=votes.METHOD)
    cast, both = found
    by_time = _by_sessions(both, SESSIONS)
    recent, earlier = (by_time.filter(is_recent=one) for one in (True, False))
    every = (vote_agreement, vote_s_absolute, vote_s_squared, vote_pi, vote_kappa)
    likeness = _likeness(by_time, "is_recent", *every)
    told, before = likeness.get(True), likeness.get(False)
    seen = span(recent)
    proofs = (votes.proof(holdings, cast, *pair, span(both)),)
    if told is None or told["pi"] is None:
        why = told["pi_insufficient"] if told else say("no common vote of the two")
        return insufficient(key, question, f"{why} {_sessions(recent)}", window=seen, proofs=proofs,
                            would_change=votes.IMPORT, method=votes.METHOD)  # fmt: skip
    return Finding(
        key=key,
        question=question,
        answer=_alike(holdings, pair, told, recent),
        value=told["pi"],
        unit=say("Scott's pi, 1 at most"),
        interval=(told["pi_low"], told["pi_high"]),
        n=told["n"],
        window=seen,
        comparison=(*_standing(holdings, pair, seen), *_past(earlier, before, told)),
        proofs=proofs,
        coverage=(
            *coverage(recent),
            say("roll calls are taken for independent of each other, which repeated ones are not"),
        ),
        would_change=votes.IMPORT,
        method=votes.METHOD,
        parts=tuple(
            Part(label, value=told[name], interval=(told[f"{name}_low"], told[f"{name}_high"]), n=told["n"])
            for name, label, _ in _MEASURES
            if told[name] is not None
        ),
    )


def issues(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How alike the two vote on each topic, over the whole window."""
    from comity.measures import vote_agreement, vote_pi

    key, question = "votes.issues", say("On what do they vote alike, and on what apart?")
    found = looked(holdings, pair, window)
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=votes.IMPORT, method=votes.METHOD)
    cast, both = found
    every = _likeness(both.join(cast.issues, on="roll_call"), "issue", vote_agreement, vote_pi)
    known = [(topic, told) for topic, told in every.items() if told["agreement"] is not None]
    seen = span(both)
    if not known:
        has_topics = len(cast.issues) > 0
        why = (
            say("no topic has enough common votes of the two")
            if has_topics
            else say("no topics of roll calls are imported")
        )
        return insufficient(key, question, why, window=seen, would_change=votes.IMPORT, method=votes.METHOD)
    known.sort(key=lambda row: (-row[1]["agreement"], row[0]))
    first, last = known[0], known[-1]
    most = say("most alike on “{first}” ({agreement})", first=first[0], agreement=share(first[1]["agreement"]))
    least = (
        say(", least on “{last}” ({agreement})", last=last[0], agreement=share(last[1]["agreement"]))
        if len(known) > 1
        else ""
    )
    return Finding(
        key=key,
        question=question,
        answer=say("By agreement in votes they are {most}{least}.", most=most, least=least),
        n=len(both),
        window=seen,
        proofs=(votes.proof(holdings, cast, *pair, seen),),
        coverage=(*coverage(both), say("a roll call may be on several topics, or on none of these")),
        would_change=votes.IMPORT,
        method="vote-agreement-v1",
        parts=tuple(_issue(topic, told) for topic, told in known),
    )


def _likeness(both: pl.DataFrame, by: str, *measures: Callable[[Any], Any]) -> dict[Any, dict[str, Any]]:
    """Measures of likeness for each value of a column; in one pass, for each pass costs time."""
    if both.is_empty():
        return {}
    told = counts(both, by).lazy()
    for measure in measures:
        told = measure(told)
    return {row[by]: row for row in told.sort(by).collect().to_dicts()}


def _alike(holdings: Holdings, pair: Pair, told: dict[str, Any], calls: pl.DataFrame) -> str:
    a, b = (holdings.names.the(state) for state in pair)
    same = sum(told[f"{one}_{one}"] for one in ("yes", "abstain", "no"))
    pi = number(told["pi"], (told["pi_low"], told["pi_high"]))
    return say(
        "{capitalize} {a} and {b} voted the same in {same} of {calls}; beyond chance their"
        " likeness is {pi}, where 1 is all alike, 0 no more than chance, and below 0 less"
        " than that.",
        capitalize=_sessions(calls).capitalize(),
        a=a,
        b=b,
        same=share(same / told["n"]),
        calls=counted(told["n"], "contested roll call"),
        pi=pi,
    )


def _standing(holdings: Holdings, pair: Pair, seen: Window) -> tuple[str, ...]:
    names = holdings.names
    place = votes.pi(holdings, pair[0], seen).place(pair[1], names.the(pair[0]))
    return (say("{b} is {place}.", b=names.nominal(pair[1]), place=place),) if place else ()


def _past(earlier: pl.DataFrame, told: dict[str, Any] | None, now: dict[str, Any]) -> tuple[str, ...]:
    """The sessions before; nothing where there are none, or too few votes in them."""
    if told is None or told["pi"] is None:
        return ()
    word = say("with no difference beyond what chance leaves open")
    if now["pi_low"] > told["pi_high"]:
        word = say("so that they vote more alike now")
    elif now["pi_high"] < told["pi_low"]:
        word = say("so that they vote less alike now")
    pi = number(told["pi"], (told["pi_low"], told["pi_high"]))
    return (
        say(
            "{capitalize} it was {pi} over {calls}, {word}.",
            capitalize=_sessions(earlier).capitalize(),
            pi=pi,
            calls=counted(told["n"], "roll call"),
            word=word,
        ),
    )


def _by_sessions(both: pl.DataFrame, most: int) -> pl.DataFrame:
    """The votes of a known session, with `is_recent`: whether it is among the last."""
    numbered = both.filter(both["session"].is_not_null())
    last = numbered["session"].unique().sort()[-most:]
    return numbered.with_columns(is_recent=numbered["session"].is_in(last.implode()))


def _sessions(calls: pl.DataFrame) -> str:
    """'in sessions 70 to 74 (2015 to 2020)'."""
    known = calls["session"].drop_nulls()
    numbers = sorted({known.min(), known.max()})  # type: ignore[type-var]
    years = sorted({one.year for one in calls["date"].drop_nulls()})
    spans = [
        f"{first}" if first == last else say("{first} to {last}", first=first, last=last)
        for first, last in _ends(numbers, years)
    ]
    return say("in session{s} {spans}", s="s" if len(numbers) > 1 else "", spans=spans[0]) + (
        f" ({spans[1]})" if len(spans) > 1 else ""
    )


def _ends(*given: list[Any]) -> list[tuple[Any, Any]]:
    return [(one[0], one[-1]) for one in given if one]


def _issue(topic: str, told: dict[str, Any]) -> Part:
    agreement = share(told["agreement"], (told["agreement_low"], told["agreement_high"]))
    pi = (
        ""
        if told["pi"] is None
        else say("; beyond chance {pi}", pi=number(told["pi"], (told["pi_low"], told["pi_high"])))
    )
    return Part(topic, say("agreement {agreement}{pi}", agreement=agreement, pi=pi), told["agreement"], "share",
                (told["agreement_low"], told["agreement_high"]), told["n"])  # fmt: skip

"""How alike two states vote in the General Assembly, and on what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from comity.assessment.counting import counted
from comity.assessment.dyads.common import capital
from comity.assessment.dyads.common_votes import counts, coverage, looked, span
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number, share
from comity.assessment.rankings import votes
from comity.assessment.reasons import reason
from comity.assessment.window import Window
from comity.languages import say, say_of

if TYPE_CHECKING:
    import polars as pl


Pair = tuple[str, str]
SESSIONS = 5
"""Sessions at the end of a window that are set beside those before."""


def alike(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How alike the two vote in the last sessions, beside the sessions before and the first's other partners."""
    from comity.measures import vote_agreement, vote_kappa, vote_pi, vote_s_absolute, vote_s_squared

    key, question = "votes.alike", say("How alike do they vote in the United Nations?")
    found = looked(holdings, pair, window)
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=say(votes.IMPORT), method=votes.METHOD)
    cast, both = found
    by_time = _by_sessions(both, SESSIONS)
    recent, earlier = (by_time.filter(is_recent=one) for one in (True, False))
    every = (vote_agreement, vote_s_absolute, vote_s_squared, vote_pi, vote_kappa)
    likeness = _likeness(by_time, "is_recent", *every)
    told, before = likeness.get(True), likeness.get(False)
    seen = span(recent)
    proofs = (votes.proof(holdings, cast, *pair, span(both)),)
    if told is None or told["pi"] is None:
        why = reason(told["pi_insufficient"]) if told else say("no common vote of the two")
        return insufficient(key, question, f"{why} {_sessions(recent)}", window=seen, proofs=proofs,
                            would_change=say(votes.IMPORT), method=votes.METHOD)  # fmt: skip
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
        would_change=say(votes.IMPORT),
        method=votes.METHOD,
        parts=tuple(
            Part(label, value=told[name], interval=(told[f"{name}_low"], told[f"{name}_high"]), n=told["n"])
            for name, label in _labels().items()
            if told[name] is not None
        ),
    )


def _labels() -> dict[str, str]:
    """The measures of likeness by the column of each."""
    return {
        "agreement": say("agreement, half for a step apart"),
        "s_absolute": say("S, absolute distances"),
        "s_squared": say("S, squared distances"),
        "pi": say("Scott's pi, beyond chance"),
        "kappa": say("Cohen's kappa, beyond chance"),
    }


def issues(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How alike the two vote on each topic, over the whole window."""
    from comity.measures import vote_agreement, vote_pi

    key, question = "votes.issues", say("On what do they vote alike, and on what apart?")
    found = looked(holdings, pair, window)
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=say(votes.IMPORT), method=votes.METHOD)
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
        return insufficient(key, question, why, window=seen, would_change=say(votes.IMPORT), method=votes.METHOD)
    known.sort(key=lambda row: (-row[1]["agreement"], row[0]))
    return Finding(
        key=key,
        question=question,
        answer=_ends_of([(say(topic), share(told["agreement"])) for topic, told in known]),
        n=len(both),
        window=seen,
        proofs=(votes.proof(holdings, cast, *pair, seen),),
        coverage=(*coverage(both), say("a roll call may be on several topics, or on none of these")),
        would_change=say(votes.IMPORT),
        method="vote-agreement-v1",
        parts=tuple(_issue(topic, told) for topic, told in known),
    )


def _ends_of(known: list[tuple[str, str]]) -> str:
    """The first of some topics and the last, each with the agreement on it."""
    (most, agreement), (least, lowest) = known[0], known[-1]
    if len(known) == 1:
        return say("By agreement in votes they are most alike on “{most}” ({agreement}).", most=most,
                   agreement=agreement)  # fmt: skip
    return say(
        "By agreement in votes they are most alike on “{most}” ({agreement}), least on “{least}” ({lowest}).",
        most=most,
        agreement=agreement,
        least=least,
        lowest=lowest,
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
        "{sessions} {a} and {b} voted the same in {same} of {calls}; beyond chance their likeness is {pi}, where 1"
        " is all alike, 0 no more than chance, and below 0 less than that.",
        sessions=capital(_sessions(calls)),
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
            "{sessions} it was {pi} over {calls}, {word}.",
            sessions=capital(_sessions(earlier)),
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
    said = say_of(len(numbers), "in session {span}", "in sessions {span}", span=spans[0])
    return said + (f" ({spans[1]})" if len(spans) > 1 else "")


def _ends(*given: list[Any]) -> list[tuple[Any, Any]]:
    return [(one[0], one[-1]) for one in given if one]


def _issue(topic: str, told: dict[str, Any]) -> Part:
    interval = told["agreement_low"], told["agreement_high"]
    agreement = share(told["agreement"], interval)
    pi = (
        ""
        if told["pi"] is None
        else say("; beyond chance {pi}", pi=number(told["pi"], (told["pi_low"], told["pi_high"])))
    )
    text = say("agreement {agreement}{pi}", agreement=agreement, pi=pi)
    return Part(say(topic), text, told["agreement"], say("share"), interval, told["n"])

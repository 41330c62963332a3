"""Contact: when the two last met or spoke, and who travels to whom."""

from __future__ import annotations

from comity.assessment import words
from comity.assessment.acts import Act, in_order
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.statement import counted
from comity.assessment.when import day
from comity.assessment.window import Window

Pair = tuple[str, str]


def last_contact(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The latest dated meeting or talks that a text tells of, with how long before the last known day it was."""
    key, question = "contact.last", "When were they last in contact?"
    talks = [act for act in _acts(holdings, pair, window) if act.event.event_type == "CONSULT" and act.is_dated]
    if not talks:
        why = f"no dated meeting or talks of {_both(holdings, pair)} are told of, {window}"
        return insufficient(key, question, why, would_change="a text that tells of one, with its day")
    last = in_order(talks)[-1]
    until = window.until or holdings.last_day
    gap = f", {counted((until - last.since).days, 'day')} before {day(until)}" if until and last.since else ""
    return Finding(
        key=key,
        question=question,
        answer=f"The last contact told of: {words.telling(last, holdings.names)}{gap}.",
        value=str(last.since),
        n=len(talks),
        window=Window(window.since, until),
        proofs=holdings.of_acts([last]),
        coverage=("meetings and talks that texts in the ledger tell of; others may have been",),
        would_change="a text that tells of a later meeting or talks",
    )


def visits(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Who travelled to whom, by visits that texts tell of."""
    key, question = "contact.visits", "Who visits whom?"
    made = [act for act in _acts(holdings, pair, window) if act.event.mode == "visit"]
    if not made:
        return insufficient(key, question, f"no visit between {_both(holdings, pair)} is told of, {window}")
    names = holdings.names
    there, back = ([act for act in made if act.by == side] for side in ("a", "b"))
    a, b = (names.the(state) for state in pair)
    return Finding(
        key=key,
        question=question,
        answer=f"{counted(len(there), 'visit')} from {a} to {b} and {len(back)} from {b} to {a} are told of.",
        n=len(made),
        window=window,
        coverage=("visits that texts in the ledger tell of; others may have been",),
        would_change="texts that tell of further visits",
        parts=tuple(Part(words.telling(act, names), proofs=holdings.of_acts([act])) for act in in_order(made)),
    )


def _acts(holdings: Holdings, pair: Pair, window: Window) -> list[Act]:
    return [act for act in holdings.between(*pair).dealings if window.holds(act.since)]


def _both(holdings: Holdings, pair: Pair) -> str:
    return " and ".join(holdings.names.the(state) for state in pair)

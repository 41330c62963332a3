"""What a tie is worth to two states, and how much of it is memory: two axes with their parts, never a sum."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number, share
from comity.assessment.proof import Proof
from comity.assessment.rankings import axes, depends
from comity.assessment.window import Window
from comity.languages import say

if TYPE_CHECKING:
    from comity.measures import Axis
    from comity.measures import Part as OnAxis

Pair = tuple[str, str]
_QUESTIONS = {
    "interest": "What is the tie worth to the two?",
    "tradition": "How much of the tie is memory?",
}


def interest(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Dependence of each on the other, and the practical share of their cooperation."""
    return _finding(holdings, pair, window, "interest")


def tradition(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The age of unbroken relations, and the traditional share of acts."""
    return _finding(holdings, pair, window, "tradition")


def _finding(holdings: Holdings, pair: Pair, window: Window, name: axes.Name) -> Finding:
    key, question = f"axes.{name}", _QUESTIONS[name]
    found = axes.axes(holdings, pair, window)
    if found is None:
        return insufficient(
            key, question, say("nothing of the two is dated"), method=axes.METHOD, would_change=axes.WOULD
        )
    own, days = (found.interest if name == "interest" else found.tradition), axes.lately(holdings, window)
    shown = axes.proofs(holdings, pair, window)
    parts = tuple(_part(holdings, pair, own, part, shown) for part in own.parts)
    if own.value is None:
        why = say(
            "too little of what makes up {name} is known: {n100:.0f} % of the weight",
            name=name,
            n100=100 * own.weight,
        )
        return insufficient(key, question, why, window=days, parts=parts, method=axes.METHOD,
                            would_change=axes.WOULD)  # fmt: skip
    known = [part for part in own.parts if part.value is not None]
    return Finding(
        key=key,
        question=question,
        answer=_answer(name, own),
        value=own.value,
        unit="from 0 to 1",
        interval=(own.low, own.high),
        n=sum(part.n for part in known),
        window=days,
        comparison=_standing(holdings, pair, window, name),
        proofs=tuple(dict.fromkeys(proof for part in known for proof in shown[part.name])),
        coverage=(
            say("weights of version {weights}; interest and tradition are never added up", weights=found.weights),
            say(axes.COVERED, days=days),
        ),
        would_change=axes.WOULD,
        method=axes.METHOD,
        parts=parts,
    )


def _standing(holdings: Holdings, pair: Pair, window: Window, name: axes.Name) -> tuple[str, ...]:
    names = holdings.names
    place = axes.axis(holdings, pair[0], window, name).place(pair[1], names.the(pair[0]))
    return (say("{b} is {place}.", b=names.nominal(pair[1]), place=place),) if place else ()


def _answer(name: str, own: Axis) -> str:
    """'On the axis of interest the tie stands at 0.6, from 0 to 1; of 3 parts 1 is known, ...'"""
    known = len(own.parts) - len(own.missing)
    said = say(
        "On the axis of {name}, from 0 to 1, the tie stands at {value}", name=name, value=number(own.value or 0.0)
    )
    if not own.missing:
        return say("{said} ({low} to {high}).", said=said, low=number(own.low), high=number(own.high))
    is_are = "is" if known == 1 else "are"
    return say(
        "{said} by {known} of {parts} parts, which {is_are} all that is known and has"
        " {n100:.0f} % of the weight; with the others it may be anything from {low} to"
        " {high}.",
        said=said,
        known=known,
        parts=len(own.parts),
        is_are=is_are,
        n100=100 * own.weight,
        low=number(own.low),
        high=number(own.high),
    )


def _part(holdings: Holdings, pair: Pair, own: Axis, part: OnAxis, shown: Mapping[str, tuple[Proof, ...]]) -> Part:
    label, weight = _label(holdings, pair, part.name), own.weights[part.name]
    if part.value is None:
        return Part(label, weight=weight, insufficient=_why(holdings, pair, part))
    return Part(
        label=label,
        text=_told(part),
        value=part.value,
        interval=(part.low, part.high),
        n=part.n,
        weight=weight,
        proofs=shown[part.name],
    )


def _label(holdings: Holdings, pair: Pair, name: str) -> str:
    a, b = (holdings.names.the(state) for state in pair)
    return {
        "first_on_second": say("dependence of {a} on {b}", a=a, b=b),
        "second_on_first": say("dependence of {b} on {a}", b=b, a=a),
        "practical_share": "practical share of acts of cooperation, by weight",
        "unbroken": "age of unbroken diplomatic relations",
        "traditional_share": "traditional share of acts",
    }[name]


def _told(part: OnAxis) -> str:
    if part.name == "unbroken":
        if not part.told:
            return say("0, for the last that texts tell of have ended")
        counted = number(part.value or 0.0, (part.low, part.high))
        return say("{told} years, which count as {counted}", told=number(round(part.told, 1)), counted=counted)
    if part.name in ("practical_share", "traditional_share"):
        return share(part.value or 0.0, (part.low, part.high))
    return f"{number(part.value or 0.0, (part.low, part.high))}, {part.unit}"


def _why(holdings: Holdings, pair: Pair, part: OnAxis) -> str:
    """The measure's reason, said of what the ledger lacks."""
    if part.insufficient != "no table is given":
        return part.insufficient or say("not known")
    if part.name in ("first_on_second", "second_on_first"):
        return depends.MISSING
    return (
        str(axes.relations(holdings, pair)) if part.name == "unbroken" else say("no text tells of acts of the two")
    )

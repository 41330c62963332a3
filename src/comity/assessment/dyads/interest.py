"""What a tie is worth to two states, and how much of it is memory: two axes with their parts, never a sum."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number, share
from comity.assessment.proof import Proof
from comity.assessment.rankings import axes, depends
from comity.assessment.reasons import reason
from comity.assessment.window import Window
from comity.languages import say, say_of

if TYPE_CHECKING:
    from comity.measures import Axis
    from comity.measures import Part as OnAxis

Pair = tuple[str, str]


def interest(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Dependence of each on the other, and the practical share of their cooperation."""
    return _finding(holdings, pair, window, "interest")


def tradition(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The age of unbroken relations, and the traditional share of acts."""
    return _finding(holdings, pair, window, "tradition")


def _finding(holdings: Holdings, pair: Pair, window: Window, name: axes.Name) -> Finding:
    key, question, would = f"axes.{name}", _question(name), say(axes.WOULD)
    found = axes.axes(holdings, pair, window)
    if found is None:
        why = say("nothing of the two is dated")
        return insufficient(key, question, why, method=axes.METHOD, would_change=would)
    own, days = (found.interest if name == "interest" else found.tradition), axes.lately(holdings, window)
    shown = axes.proofs(holdings, pair, window)
    parts = tuple(_part(holdings, pair, own, part, shown) for part in own.parts)
    if own.value is None:
        why = say(
            "too little of what makes up {name} is known: {weight:.0f} % of the weight",
            name=_called(name),
            weight=100 * own.weight,
        )
        return insufficient(key, question, why, window=days, parts=parts, method=axes.METHOD, would_change=would)
    known = [part for part in own.parts if part.value is not None]
    return Finding(
        key=key,
        question=question,
        answer=_answer(name, own),
        value=own.value,
        unit=say("from 0 to 1"),
        interval=(own.low, own.high),
        n=sum(part.n for part in known),
        window=days,
        comparison=_standing(holdings, pair, window, name),
        proofs=tuple(dict.fromkeys(proof for part in known for proof in shown[part.name])),
        coverage=(
            say("weights of version {weights}; interest and tradition are never added up", weights=found.weights),
            say(axes.COVERED, days=days),
        ),
        would_change=would,
        method=axes.METHOD,
        parts=parts,
    )


def _standing(holdings: Holdings, pair: Pair, window: Window, name: axes.Name) -> tuple[str, ...]:
    names = holdings.names
    place = axes.axis(holdings, pair[0], window, name).place(pair[1], names.the(pair[0]))
    return (say("{b} is {place}.", b=names.nominal(pair[1]), place=place),) if place else ()


def _question(name: axes.Name) -> str:
    return (
        say("What is the tie worth to the two?") if name == "interest" else say("How much of the tie is memory?")
    )


def _called(name: axes.Name) -> str:
    return say("interest") if name == "interest" else say("tradition")


def _answer(name: axes.Name, own: Axis) -> str:
    """'On the axis of interest, from 0 to 1, the tie stands at 0.6 by 1 of 3 parts, which is all that ...'"""
    gaps = {
        "name": _called(name),
        "value": number(own.value or 0.0),
        "low": number(own.low),
        "high": number(own.high),
    }
    if not own.missing:
        return say("On the axis of {name}, from 0 to 1, the tie stands at {value} ({low} to {high}).", **gaps)
    return say_of(
        len(own.parts) - len(own.missing),
        "On the axis of {name}, from 0 to 1, the tie stands at {value} by {n} of {parts} parts, which is all that"
        " is known and has {weight:.0f} % of the weight; with the others it may be anything from {low} to {high}.",
        "On the axis of {name}, from 0 to 1, the tie stands at {value} by {n} of {parts} parts, which are all that"
        " is known and has {weight:.0f} % of the weight; with the others it may be anything from {low} to {high}.",
        parts=len(own.parts),
        weight=100 * own.weight,
        **gaps,
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
    if name in ("first_on_second", "second_on_first"):
        a, b = (holdings.names.the(state) for state in (pair if name == "first_on_second" else pair[::-1]))
        return say("dependence of {a} on {b}", a=a, b=b)
    return {
        "practical_share": say("practical share of acts of cooperation, by weight"),
        "unbroken": say("age of unbroken diplomatic relations"),
        "traditional_share": say("traditional share of acts"),
    }[name]


def _told(part: OnAxis) -> str:
    if part.name == "unbroken":
        if not part.told:
            return say("0, for the last that texts tell of have ended")
        counted = number(part.value or 0.0, (part.low, part.high))
        return say("{told} years, which count as {counted}", told=number(round(part.told, 1)), counted=counted)
    if part.name in ("practical_share", "traditional_share"):
        return share(part.value or 0.0, (part.low, part.high))
    return f"{number(part.value or 0.0, (part.low, part.high))}, {reason(part.unit)}"


def _why(holdings: Holdings, pair: Pair, part: OnAxis) -> str:
    """The measure's reason, said of what the ledger lacks."""
    if part.insufficient != "no table is given":
        return reason(part.insufficient) if part.insufficient else say("not known")
    if part.name in ("first_on_second", "second_on_first"):
        return say(depends.MISSING)
    return (
        str(axes.relations(holdings, pair)) if part.name == "unbroken" else say("no text tells of acts of the two")
    )

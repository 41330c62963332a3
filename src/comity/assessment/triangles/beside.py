"""One question answered for both ties: two values, which is higher, and whether their intervals part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from comity.assessment.dyads.common import capital
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.numbers import number
from comity.assessment.triangles.triangle import Triangle
from comity.languages import say


@dataclass(frozen=True, slots=True)
class Side:
    """The answer for one tie: in a few words, and as a part of the finding.

    `said` are the words with the tie, where the one does not simply stand after the other.
    """

    short: str
    part: Part
    said: str = ""


Of = Callable[[Triangle, str], Side]


def missing(triangle: Triangle, rival: str, why: str) -> Side:
    """The side that has no answer."""
    return Side("", Part(label(triangle, rival), insufficient=why))


def label(triangle: Triangle, rival: str) -> str:
    """'with South Korea'."""
    return say("with {rival}", rival=triangle.the(rival))


def beside(triangle: Triangle, key: str, question: str, of: Of, coverage: str = "", method: str = "") -> Finding:
    """A finding of two parts, in the order of the rivals; insufficient where neither has an answer."""
    sides = tuple(of(triangle, rival) for rival in triangle.rivals)
    parts = tuple(side.part for side in sides)
    if all(part.insufficient is not None for part in parts):
        reasons = list(dict.fromkeys(str(part.insufficient) for part in parts))
        why = (
            say("with neither: {reasons}", reasons=reasons[0])
            if len(reasons) == 1
            else say("; ").join(_why(part) for part in parts)
        )
        return insufficient(key, question, why, window=triangle.window)
    one, other = (side.said or say("{tie} {short}", tie=side.part.label, short=_short(side)) for side in sides)
    return Finding(
        key=key,
        question=question,
        answer=say("{one}; {other}{higher}.", one=capital(one), other=other, higher=_higher(triangle, sides)),
        window=triangle.window,
        coverage=(coverage,) if coverage else (),
        would_change=say("a source that tells of later acts or ties with either"),
        method=method,
        parts=parts,
    )


def _short(side: Side) -> str:
    return side.short or say("not known")


def _why(part: Part) -> str:
    return f"{part.label}, {part.insufficient}"


def _higher(triangle: Triangle, sides: tuple[Side, ...]) -> str:
    """Which number is higher, and whether the intervals lie apart; empty where there are no two of a unit."""
    (one, other), units = (side.part.value for side in sides), {side.part.unit for side in sides}
    if not (_is_number(one) and _is_number(other)) or len(units) > 1 or one == other:
        return ""
    assert isinstance(one, int | float)
    assert isinstance(other, int | float)
    top = triangle.rivals[0] if one > other else triangle.rivals[1]
    said = say(
        "; higher with {top}, {more} against {less}",
        top=triangle.the(top),
        more=number(max(one, other)),
        less=number(min(one, other)),
    )
    first, second = (side.part.interval for side in sides)
    if first is None or second is None:
        return said
    apart = first[0] > second[1] or second[0] > first[1]
    if apart:
        return say("{said}; the intervals do not overlap", said=said)
    return say("{said}; the intervals overlap, so the order is not certain", said=said)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

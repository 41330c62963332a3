"""The same said elsewhere: claims of other texts on the same thing, in agreement or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.standing import same_pair
from comity.assessment.checks.verdict import Side, Witness, once
from comity.languages import say

YEAR = 366
_DECISIVE = ("rank", "window", "since", "years", "count", "after", "superlative", "direction", "only")


def echoes(case: Case) -> tuple[Witness, ...]:
    """Claims of the same kind on the same states and subject, of about the same time, by other texts."""
    return once(_echoes(case))


def _echoes(case: Case) -> Iterable[Witness]:
    subject = case.own_subject
    for held in same_pair(case):
        other = Case(case.holdings, held)
        same = subject and other.own_subject and subject.name == other.own_subject.name
        if held.item.kind != case.claim.kind or not same or not case.near(held.document, YEAR):
            continue
        side = _side(case.value, other.value)
        if side:
            heard = say(", as it heard elsewhere") if held.item.attribution.manner == "reported" else ""
            yield case.witness(
                side,
                say(
                    "{teller} says{heard}: “{text_}”",
                    teller=teller(held.document),
                    heard=heard,
                    text_=held.item.text,
                ),
                held,
            )


def _side(one: dict[str, Any], other: dict[str, Any]) -> Side | None:
    """For, where all that decides is alike; against, where the same thing is given another number."""
    said = {key: one.get(key) for key in _DECISIVE}
    told = {key: other.get(key) for key in _DECISIVE}
    if said == told:
        return "for"
    differ = {key for key in _DECISIVE if said[key] != told[key]}
    return "aside" if differ <= {"window", "since"} else None

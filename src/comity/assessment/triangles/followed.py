"""Named cases to read: what texts tell of one tie in the year after the other was begun, raised or signed."""

from __future__ import annotations

import datetime as dt

from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.bonds import Bond
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.names import listed
from comity.assessment.triangles import ties
from comity.assessment.triangles.choices import first_day
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import partial
from comity.languages import say, say_of

DAYS = 365
STEPS = ("diplomatic_relations", "partnership", "alliance", "treaty", "economic_zone")
SHOWN = 8


def followed(triangle: Triangle, toward: str, watched: str) -> Finding:
    """For each tie begun with one, known to the month: the acts with the other within a year, by texts."""
    a, one, other = (triangle.the(state) for state in (triangle.a, toward, watched))
    key, question = (
        f"spillover.ties.{toward}",
        say("After {a} and {one} tied themselves closer, what is told of {other}?", a=a, one=one, other=other),
    )
    steps = _steps(triangle, toward)
    if not steps:
        why = say("no tie of {a} and {one} is told of whose beginning is known to the month", a=a, one=one)
        return insufficient(key, question, why)
    parts = tuple(_case(triangle, when, bonds, watched) for when, bonds in steps[-SHOWN:])
    quiet = sum(not part.n for part in parts)
    return Finding(
        key=key,
        question=question,
        answer=_answer(len(parts), len(parts) - quiet, a, other),
        n=len(parts),
        window=triangle.window,
        coverage=(
            say("acts with a date that texts in the ledger tell of; that one came after the other is no cause"),
        ),
        parts=parts,
    )


def _answer(cases: int, told: int, a: str, other: str) -> str:
    if not told:
        return say_of(
            cases,
            "{n} case to read, not to count: within {days} days texts tell of something between {a} and {other} in"
            " none of them.",
            "{n:,} cases to read, not to count: within {days} days texts tell of something between {a} and {other}"
            " in none of them.",
            days=DAYS,
            a=a,
            other=other,
        )
    return say_of(
        cases,
        "{n} case to read, not to count: within {days} days texts tell of something between {a} and {other} in"
        " {told} of them.",
        "{n:,} cases to read, not to count: within {days} days texts tell of something between {a} and {other}"
        " in {told} of them.",
        days=DAYS,
        a=a,
        other=other,
        told=told,
    )


def _steps(triangle: Triangle, toward: str) -> list[tuple[str, list[Bond]]]:
    """By the day or month of their beginning, the ties begun then."""
    found: dict[str, list[Bond]] = {}
    for bond in triangle.bonds(triangle.a, toward):
        start = bond.starts[0].value if bond.starts and bond.kind in STEPS else ""
        if len(start) >= len("2024-05") and triangle.window.holds(first_day(start)):
            found.setdefault(start, []).append(bond)
    return sorted(found.items())


def _case(triangle: Triangle, when: str, bonds: list[Bond], watched: str) -> Part:
    holdings = triangle.holdings
    since = first_day(when)
    acts = [act for act in triangle.acts(triangle.a, watched) if _within(act, since)]
    said = listed([ties.named(bond) for bond in bonds])
    then = say("; ").join(words.telling(act, holdings.names) for act in acts) or say(
        "nothing is told of {watched}", watched=triangle.the(watched)
    )
    begun = holdings.passages(held for bond in bonds for held in bond.items)
    return Part(f"{partial(when)}, {said}", then, n=len(acts), proofs=(*begun, *holdings.of_acts(acts)))


def _within(act: Act, since: dt.date) -> bool:
    return act.is_dated and act.since is not None and 0 < (act.since - since).days <= DAYS

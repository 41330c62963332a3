"""A state between two others: are they rivals, what is each tie worth, what binds, what followed, what it cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import combinations

from comity.assessment.finding import Assessment, Finding, Section
from comity.assessment.holdings import Holdings
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.assessment.questions.compare import side_by_side
from comity.assessment.triangles import bound, choices, costs, regime, rivalry, sides, votes
from comity.assessment.triangles.contacts import contacts
from comity.assessment.triangles.followed import followed
from comity.assessment.triangles.headline import headline
from comity.assessment.triangles.spillover import spillover
from comity.assessment.triangles.terms import terms
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.triangles.worth import worth
from comity.assessment.window import Window
from comity.languages import say


def triangle(
    holdings: Holdings, a: str, b: str, c: str, since: dt.date | None = None, until: dt.date | None = None
) -> Assessment:
    """`a` between `b` and `c`. Raises `UsageError` for an unknown state, or one given twice."""
    one, left, right = states((a, b, c), 3)
    window = asked_of(holdings, since, until)
    asked = Triangle(holdings, one, left, right, window)
    holdings.look_at(combinations((one, left, right), 2))
    question = say("Where does {one} stand between {both}?", one=asked.the(one), both=asked.both)
    top, own = core(asked)
    every = (Section(say("In short"), top), *own, *_each(holdings, asked, window))
    keys = tuple(finding.key for finding in top)
    return assessment(holdings, "triangle", question, (one, left, right), window, every, keys)


def core(asked: Triangle) -> tuple[tuple[Finding, ...], tuple[Section, ...]]:
    """What is to be read first, and the findings of the triangle itself, without those on each tie."""
    own = sections(asked)
    found = {finding.key: finding for section in own for finding in section.findings}
    return headline(asked, found), own


def sections(asked: Triangle) -> tuple[Section, ...]:
    """All findings of the triangle itself, under their headings."""
    b, c = asked.rivals
    rivals = rivalry.rivalry(asked)
    return (
        Section(say("Is it a rivalry?"), (rivals, terms(asked))),
        Section(
            say("The two ties side by side"), (worth(asked), contacts(asked), *(of(asked) for of in sides.AXES))
        ),
        Section(say("What binds it"), (*_bound(asked), bound.treaties(asked))),
        Section(
            say("What followed"),
            (spillover(asked, b, c), spillover(asked, c, b), followed(asked, b, c), followed(asked, c, b)),
        ),
        Section(
            say("What it cost"),
            tuple(of(asked, rival) for rival in (b, c) for of in (costs.costs, costs.opinions)),
        ),
        Section(say("Who else has chosen"), (choices.choices(asked, rivals), choices.allies(asked))),
    )


def _bound(asked: Triangle) -> tuple[Finding, ...]:
    of: tuple[Callable[[Triangle, str], Finding | None], ...] = (
        regime.regime,
        bound.compliance,
        votes.votes,
        votes.positions,
    )
    found = (one(asked, rival) for rival in asked.rivals for one in of)
    return tuple(finding for finding in found if finding is not None)


def _each(holdings: Holdings, asked: Triangle, window: Window) -> tuple[Section, ...]:
    """The questions on two states, answered for both ties."""
    pairs = [(asked.a, rival) for rival in asked.rivals]
    found = side_by_side(holdings, pairs, window, _OF_ONE_TIE)
    return tuple(
        Section(say("Each tie: {lower}", lower=section.title.lower()), section.findings) for section in found
    )


_OF_ONE_TIE = ("Voices", "Coverage")
"""Sections of `dyad` that tell of sources and speakers, which do not compare."""

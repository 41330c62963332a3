"""'Nothing was signed', 'no mention of cooperation': what came of a meeting, by texts of the same days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.standing import same_pair
from comity.assessment.checks.verdict import Verdict, Witness
from comity.languages import say

DAYS = 30
"""Days within which texts tell of the same occasion."""


def outcomes(case: Case) -> Verdict | None:
    """Agreements, projects and aid of the days before the claim; and other texts that say there were none."""
    subject = case.own_subject
    if (
        subject is None
        or subject.name != "outcome"
        or case.claim.kind != "absence"
        or not case.pair
        or not case.on
    ):
        return None
    return Verdict(
        witnesses=(*_said(case), *_done(case, case.on)),
        why=say("no other text of those days says what came of it"),
        settle=say("the statements of both sides on the occasion"),
        coverage=(
            say(
                "texts of {days} days before and after, and acts that any text dates to the {days} days before",
                days=DAYS,
            ),
        ),
    )


def _said(case: Case) -> Iterable[Witness]:
    for held in same_pair(case):
        other = Case(case.holdings, held).own_subject
        alike = other and (other.name == "outcome" or set(other.ties) & {"project", "treaty"})
        if held.item.kind == "absence" and alike and case.near(held.document, DAYS):
            yield case.witness(
                "for", say("{teller} says: “{text_}”", teller=teller(held.document), text_=held.item.text), held
            )


def _done(case: Case, on: dt.date) -> Iterable[Witness]:
    if case.pair is None or case.own_subject is None:
        return
    for act in case.holdings.between(*case.pair).dealings:
        reports = case.others(act.reports)
        if reports and act.event.event_type in case.own_subject.acts and _is_of_those_days(act, on):
            yield case.witness("against", words.telling(act, case.holdings.names), *reports)


def _is_of_those_days(act: Act, on: dt.date) -> bool:
    exact = act.event.date.precision in ("day", "month")
    return bool(act.is_dated and exact and act.since and 0 <= (on - act.since).days <= DAYS)

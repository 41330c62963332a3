"""Claims of how alike states vote, on roll calls whose shares are worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.tables import voted
from brief.factory import Draft
from comity.assess import Finding, check
from comity.assessment.checks.verdict import verdict_of
from comity.ledger import Ledger

_TEXT = "Cambodia and South Korea vote so in the General Assembly."


def _checked(ledger: Ledger, kind: str = "comparison", on: str = "2016-01-10", **value: Any) -> Finding:
    draft = Draft(_TEXT, on, publisher="Paper")
    draft.claim(_TEXT, _TEXT[:-1], kind, "KHM", "KOR", value=value)
    ledger.add(draft.record())
    (found,) = (one for one in check(ledger).findings if one.key.startswith("claim"))
    return found


def _years(own: str, other: str, thai: str) -> list[tuple[str, str, str, str, str]]:
    """Roll calls of 2015, one a letter: votes of Cambodia, South Korea and Thailand; Viet Nam contests each."""
    contrary = {"y": "n", "n": "y", "a": "y"}
    return [
        (f"2015-{1 + at // 28:02}-{1 + at % 28:02}", "day", one, two, three + contrary[one])
        for at, (one, two, three) in enumerate(zip(own, other, thai, strict=True))
    ]


_OWN = "ynynynynynynynynynyn"
_LIKE = "ynynynynynynynynyyyy"
"""18 of 20 as Cambodia's."""
_UNLIKE = "nynynynynynynynynnyn"
"""3 of 20: the 18th, 19th and 20th."""


def _import(ledger: Ledger, korean: str, thai: str) -> None:
    voted(ledger, *_years(_OWN, korean, thai))


@pytest.mark.parametrize(("alike", "verdict"), [(True, "supported"), (False, "contradicted")])
def test_more_than_half_the_same_and_beyond_chance_is_alike(ledger: Ledger, alike: bool, verdict: str) -> None:
    _import(ledger, _LIKE, _UNLIKE)
    found = _checked(ledger, of="vote", who=["KHM", "KOR"], alike=alike)
    assert verdict_of(found) == verdict
    assert "voted the same in 90 % of 20 contested roll calls" in found.answer


def test_less_than_half_is_not_alike(ledger: Ledger) -> None:
    _import(ledger, _UNLIKE, _LIKE)
    assert verdict_of(_checked(ledger, of="vote", who=["KHM", "KOR"], alike=True)) == "contradicted"


@pytest.mark.parametrize(("than", "verdict"), [("more", "supported"), ("less", "contradicted")])
def test_two_likenesses_are_set_side_by_side_over_the_same_roll_calls(
    ledger: Ledger, than: str, verdict: str
) -> None:
    _import(ledger, _LIKE, _UNLIKE)
    found = _checked(ledger, of="vote", who=["KHM"], comparative=than, than=["THA"], **{"with": ["KOR"]})
    assert verdict_of(found) == verdict
    assert "90 % of 20" in found.answer
    assert "Cambodia and Thailand in 15 % of the same" in found.answer


@pytest.mark.parametrize(
    ("percent", "verdict"), [(90.0, "supported"), (95.0, "not checkable"), (50.0, "contradicted")]
)
def test_a_share_is_borne_out_when_near_and_denied_when_far(ledger: Ledger, percent: float, verdict: str) -> None:
    _import(ledger, _LIKE, _UNLIKE)
    assert verdict_of(_checked(ledger, "quantity", value=percent, unit="percent")) == verdict


def test_tables_that_end_long_before_the_claim_do_not_tell_of_its_time(ledger: Ledger) -> None:
    _import(ledger, _LIKE, _UNLIKE)
    found = _checked(ledger, on="2024-09-13", of="vote", who=["KHM", "KOR"], alike=True)
    assert verdict_of(found) == "not checkable"
    assert "end long before the claim" in found.answer


def test_without_votes_there_is_a_reason(ledger: Ledger) -> None:
    found = _checked(ledger, of="vote", who=["KHM", "KOR"], alike=True)
    assert (verdict_of(found), "no votes" in found.answer) == ("not checkable", True)

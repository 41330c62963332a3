"""The checkers in order: the first that knows what a claim is about judges it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.assessment.checks.allies import allies
from comity.assessment.checks.ballots import ballots
from comity.assessment.checks.case import Case
from comity.assessment.checks.contacts import contacts
from comity.assessment.checks.echoes import echoes
from comity.assessment.checks.figures import amounts, numbers
from comity.assessment.checks.flows import trends
from comity.assessment.checks.interests import interests
from comity.assessment.checks.latest import last
from comity.assessment.checks.likeness import likeness, shares
from comity.assessment.checks.outcomes import outcomes
from comity.assessment.checks.partnership import largest, more, portions
from comity.assessment.checks.presence import presence
from comity.assessment.checks.ranks import nth
from comity.assessment.checks.spans import anniversaries, first_made, lengths
from comity.assessment.checks.verdict import Verdict
from comity.assessment.counting import counted
from comity.languages import say

Checker = Callable[[Case], Verdict | None]
_BY_KIND: Mapping[str, tuple[Checker, ...]] = {
    "ordinal": (largest, contacts, nth, last, first_made),
    "count": (allies, numbers),
    "duration": (first_made, lengths),
    "anniversary": (anniversaries,),
    "existence": (ballots, likeness, presence),
    "absence": (ballots, likeness, interests, outcomes, contacts, presence),
    "comparison": (likeness, more),
    "trend": (trends,),
    "quantity": (shares, portions, amounts),
}
_NEEDED = {
    "ordinal": "a full list of them with their dates",
    "count": "a list of what is counted",
    "duration": "texts that tell the first and the last day",
    "anniversary": "a text of the time that tells when it began",
    "existence": "a list of all that it speaks of",
    "absence": "a source that is complete for what is said to be missing",
    "comparison": "the two figures that are compared",
}


def judged(case: Case) -> Verdict:
    """What other texts and the public record make of a claim."""
    for checker in _BY_KIND.get(case.claim.kind, ()):
        verdict = checker(case)
        if verdict is not None:
            return verdict
    return _told_elsewhere(case)


def _told_elsewhere(case: Case) -> Verdict:
    """A claim that no checker knows the subject of: does another text claim the same?"""
    return Verdict(
        witnesses=echoes(case),
        why=say("no other text makes the same claim, and nothing that is imported is complete for it"),
        settle=say(_NEEDED.get(case.claim.kind, "a source that is complete for it")),
        coverage=(say("claims of {texts} of the ledger", texts=counted(case.holdings.state.documents, "text")),),
    )

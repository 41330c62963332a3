"""The last project of two states: none that began later."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import token_set_ratio

from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.echoes import echoes
from comity.assessment.checks.standing import same_pair
from comity.assessment.checks.verdict import Verdict, Witness, once
from comity.assessment.counting import counted
from comity.assessment.when import partial
from comity.languages import say
from comity.record import Tie

ALIKE = 80
"""Names at least this alike (0 to 100) name one thing."""


def last(case: Case) -> Verdict | None:
    """'The last project between the two': none that began later, and what other texts say of new ones."""
    subject = case.own_subject
    if subject is None or not subject.ties or case.value.get("rank") != -1 or case.on is None:
        return None
    own = [tie for tie in case.holdings.record(case.held.document.id).ties if tie.kind in subject.ties]
    begun = [
        held.item.start for held in case.ties(*subject.ties) if held.item.start and _is_one_of(held.item, own)
    ]
    later = [
        held for held in case.ties(*subject.ties)
        if begun and held.item.status == "active" and min(begun) < (held.item.start or "") <= str(case.on)
        and not _is_one_of(held.item, own)
    ]  # fmt: skip
    against = (
        case.witness(
            "against",
            say(
                "{teller} tells of a later one, since {start}",
                teller=teller(held.document),
                start=partial(held.item.start or ""),
            ),
            held,
        )
        for held in later
    )
    return Verdict(
        witnesses=once([*_no_new(case), *echoes(case), *against]),
        why=say(
            "no other text says that there was no later {word}, and none tells of one", word=say(subject.word)
        ),
        settle=say("a list of the {word}s of the two with their dates", word=say(subject.word)),
        coverage=(
            say(
                "{texts} of the ledger; no register is imported",
                texts=counted(case.holdings.state.documents, "text"),
            ),
        ),
    )


def _no_new(case: Case) -> Iterable[Witness]:
    """Other texts that say that there is no new one."""
    for held in same_pair(case):
        other = Case(case.holdings, held)
        same = other.own_subject and case.own_subject and other.own_subject.name == case.own_subject.name
        published = held.document.published
        is_by_then = case.on is None or published is None or published <= case.on
        if held.item.kind == "absence" and same and is_by_then:
            yield case.witness(
                "for", say("{teller} says: “{text_}”", teller=teller(held.document), text_=held.item.text), held
            )


def _is_one_of(tie: Tie, own: list[Tie]) -> bool:
    names = [one.name for one in own if one.name]
    return any(token_set_ratio((tie.name or "").lower(), name.lower()) >= ALIKE for name in names)

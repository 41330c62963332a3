"""Where two states stand with each other, and how they got there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

from comity.assessment.dyads import (
    apart,
    bound,
    conflicts,
    contact,
    course,
    coverage,
    covered,
    dependence,
    disputes,
    flows,
    goods,
    ideal,
    interest,
    missions,
    money,
    obligations,
    practical,
    promised,
    reciprocity,
    retracted,
    ties,
    voices,
    votes,
)
from comity.assessment.finding import Assessment, Finding, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.assessment.window import Window
from comity.languages import say

Answer = Callable[[Holdings, tuple[str, str], Window], Finding | None]
"""What answers one question; none where the question does not arise."""
_SECTIONS: dict[str, tuple[Answer, ...]] = {
    "Ties": (
        ties.standing, ties.level, ties.ended, ties.proposed, ties.absent, obligations.binding, obligations.pacts,
    ),
    "Course": (course.told, course.level),
    "Contact": (contact.last_contact, contact.in_datasets, contact.visits),
    "Flow both ways": (flows.there, flows.back),
    "Reciprocity": (reciprocity.good, reciprocity.bad, reciprocity.answers),
    "Interest and tradition": (interest.interest, interest.tradition),
    "Practical or symbolic": (practical.practical, practical.symbolic),
    "Promises": (promised.kept, promised.planned, promised.conditional),
    "Money": (money.stated,),
    "Votes": (votes.alike, votes.issues, apart.apart, ideal.ideal),
    "Dependence both ways": (
        dependence.there, dependence.back, goods.trade, goods.aid, goods.arms, missions.missions,
        bound.memberships,
        bound.alliances,
    ),
    "Voices": (voices.of_a, voices.of_b, voices.of_others),
    "Disputes": (disputes.open_ones, conflicts.record, disputes.denied, disputes.differing),
    "Coverage": (
        coverage.press, coverage.last, coverage.gaps, covered.datasets, coverage.languages, retracted.texts,
    ),
}  # fmt: skip


_OF_TABLES: frozenset[Answer] = frozenset({
    obligations.pacts, votes.alike, votes.issues, apart.apart, ideal.ideal, dependence.there, dependence.back,
    goods.trade, goods.aid, goods.arms, bound.memberships, bound.alliances, conflicts.record,
})  # fmt: skip
"""What rests on votes, registers and yearly tables alone, which reach further than acts may."""
NO_TEXT = "no text is held that speaks of both"
_OF_TEXTS = frozenset({
    "ties.standing", "course.phases", "contact.last", "contact.visits", "practical.share", "promises.kept",
    "money.stated", "voices.a", "voices.b", "disputes.open", "coverage.press",
})  # fmt: skip
"""The findings that rest on texts alone."""


def dyad(
    holdings: Holdings, a: str, b: str, since: dt.date | None = None, until: dt.date | None = None
) -> Assessment:
    """Everything that is known of `a` and `b`, from the side of `a`. Raises `UsageError` for an unknown state."""
    one, other = states((a, b), 2)
    window = asked_of(holdings, since, until)
    names = holdings.names
    question = say("Where does {one} stand with {other}?", one=names.the(one), other=names.the(other))
    return assessment(holdings, "dyad", question, (one, other), window, sections(holdings, (one, other), window))


def sections(
    holdings: Holdings, pair: tuple[str, str], window: Window, without: Collection[str] = ()
) -> tuple[Section, ...]:
    """All findings on two states, under their headings; those `without` are not asked for."""
    windows = dict.fromkeys(_OF_TABLES, window.of_tables)
    is_told = coverage.is_told(holdings, pair)
    return tuple(
        Section(
            say(title),
            tuple(
                found if is_told else _untold(found)
                for one in answers
                if (found := one(holdings, pair, windows.get(one, window)))
            ),
        )
        for title, answers in _SECTIONS.items()
        if title not in without
    )


def _untold(found: Finding) -> Finding:
    """The same reason for all that only texts could tell, where no text speaks of the two."""
    if found.key not in _OF_TEXTS or found.insufficient is None:
        return found
    more = {"window": found.window, "coverage": found.coverage, "would_change": say("a text on the two")}
    return insufficient(found.key, found.question, say(NO_TEXT), **more)


def findings(holdings: Holdings, pair: tuple[str, str], window: Window) -> dict[str, Finding]:
    """All findings on two states, by key."""
    return {one.key: one for section in sections(holdings, pair, window) for one in section.findings}

"""Which other states made the same kind of move, and what followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from comity.assessment import words
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.dyads.common import capital
from comity.assessment.finding import Assessment, Finding, Part, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number
from comity.assessment.precedents.aftermath import QUADS, YEAR, Course, Followed, follow, interval
from comity.assessment.precedents.cases import QUIET, Case, condition_of, recorded, told
from comity.assessment.precedents.move import Move
from comity.assessment.proof import Proof
from comity.assessment.questions.asked import asked_of, assessment
from comity.assessment.when import day

FEWEST = 5
"""Below this many cases with both years there is no mean: our threshold."""
LISTED = 30
"""Cases of a dataset that are listed, the latest; all are counted."""
_METHOD = "mean change of the net score from the year before to the year after, less that of three like pairs"
_WORDS = dict(
    zip(
        QUADS,
        ("words of cooperation", "deeds of cooperation", "words of conflict", "deeds of conflict"),
        strict=True,
    )
)


def precedents(holdings: Holdings, move: Move) -> Assessment:
    """All cases of a move that are known, and what passed between the two in the year after each."""
    names = holdings.names
    texts = told(holdings, move)
    source, rows = _of_datasets(holdings, move)
    followed = follow(holdings, rows, source) if source else ()
    sections = (
        Section("Cases", (_told(holdings, move, texts), _recorded(holdings, move, source, rows))),
        Section("What followed", (*_after_texts(holdings, texts), *_after(holdings, source, followed))),
    )
    states = (move.target,) if move.target else ()
    question = f"Who has made this move before: {move.told(names)}?"
    return assessment(holdings, "precedents", question, states, asked_of(holdings, None, None), sections)


def _of_datasets(holdings: Holdings, move: Move) -> tuple[str | None, tuple[Case, ...]]:
    """The event dataset with most cases, and its cases: counts of two never add."""
    found = {source: recorded(holdings, move, source) for source in holdings.datasets("events")}
    best = max(sorted(found), key=lambda source: len(found[source]), default=None)
    return best, found[best] if best else ()


def _told(holdings: Holdings, move: Move, cases: Sequence[Case]) -> Finding:
    key, question = "precedents.texts", "Which cases do texts tell of?"
    if not cases:
        why = f"no text in the ledger tells, with a date, of {move.told(holdings.names)}"
        return insufficient(key, question, why, would_change="texts about states that have made the move")
    return Finding(
        key=key,
        question=question,
        answer=f"{counted(len(cases), 'case')}, from {cases[0].when} to {cases[-1].when}."
        if len(cases) > 1
        else f"One case, {cases[0].when}.",
        value=len(cases),
        unit="cases",
        n=len(cases),
        parts=tuple(Part(case.text, proofs=case.proofs) for case in cases),
        coverage=("cases that texts in the ledger tell of; others will have been",),
        would_change="texts that tell of further cases",
    )


def _recorded(holdings: Holdings, move: Move, source: str | None, cases: Sequence[Case]) -> Finding:
    key, question = "precedents.dataset", "Which cases does an event dataset have?"
    if source is None:
        return insufficient(key, question, "no event dataset is imported", would_change="comity import icews")
    if not cases:
        why = f"{sources.title(source)} has no act that is {move.told(holdings.names)}"
        return insufficient(key, question, why)
    condition = condition_of(move) or "false"
    proof = holdings.rows(
        "events", source, condition, ("date", "actor_country", "recipient_country", "code", "actor_name", "id")
    )
    shown = [Part(case.text, day(case.on)) for case in cases[-LISTED:]]
    more = f"; the latest {LISTED} are listed" if len(cases) > LISTED else ""
    return Finding(
        key=key,
        question=question,
        answer=f"{capital(sources.title(source))} has {counted(len(cases), 'case')},"
        f"{' each' if len(cases) > 1 else ''} after {QUIET} days without such an act between the two{more}.",
        value=len(cases),
        unit="cases",
        n=len(cases),
        proofs=(proof,),
        parts=tuple(shown),
        coverage=coverage(source),
        would_change="another dataset, or texts that show that an act was coded wrongly",
    )


def _after_texts(holdings: Holdings, cases: Sequence[Case]) -> tuple[Finding, ...]:
    """For each case of texts, what they tell of the two in the year after."""
    return tuple(_year_after(holdings, at, case) for at, case in enumerate(cases, 1))


def _year_after(holdings: Holdings, at: int, case: Case) -> Finding:
    names = holdings.names
    key = f"precedents.after.{at}.{case.mover}"
    question = (
        f"What passed between {names.the(case.mover)} and {names.the(case.target)} in the year after {case.when}?"
    )
    end = case.on + dt.timedelta(days=YEAR)
    acts = [
        act
        for act in holdings.between(case.mover, case.target).dealings
        if act.is_dated and act.since and case.on < act.since <= end
    ]
    if not acts:
        return insufficient(key, question, f"no text tells of an act of the two in the year after {case.when}")
    parts = tuple(Part(words.telling(act, names), proofs=holdings.of_acts([act])) for act in acts)
    answer = f"{counted(len(acts), 'act')} of the two in the year after {case.when}."
    return Finding(key, question, answer, len(acts), "acts", n=len(acts), parts=parts)


def _after(holdings: Holdings, source: str | None, followed: Sequence[Followed]) -> tuple[Finding, ...]:
    if source is None or not followed:
        why = "no case of a dataset has both the year before and the year after within it"
        return (insufficient("precedents.answer", "How did the other side act in the year after?", why),)
    proofs = (looked(holdings, source, followed),)
    return (
        _change("precedents.answer", "How did the other side act in the year after?", followed, proofs, source,
                lambda one: one.answer),
        _change("precedents.own", "How did the state that moved act in the year after?", followed, proofs, source,
                lambda one: one.own),
        _matched(followed, proofs, source),
        _named(holdings, followed, proofs),
    )  # fmt: skip


def looked(holdings: Holdings, source: str, followed: Sequence[Followed]) -> Proof:
    """The rows that the years are made of."""
    margin = dt.timedelta(days=YEAR)
    first, last = followed[0].case.on - margin, max(one.case.on for one in followed) + margin
    targets = ", ".join(sorted({f"'{one.case.target}'" for one in followed}))
    condition = (
        f"date BETWEEN DATE '{first}' AND DATE '{last}' AND actor_country <> recipient_country"
        f" AND (actor_country IN ({targets}) OR recipient_country IN ({targets}))"
    )
    return holdings.rows("events", source, condition, ("date", "actor_country", "recipient_country", "code", "id"))


def _change(
    key: str, question: str, followed: Sequence[Followed], proofs: tuple[Proof, ...], source: str,
    of: Callable[[Followed], Course],
) -> Finding:  # fmt: skip
    courses = [of(one) for one in followed]
    parts = tuple(
        Part(_WORDS[quad], f"{sum(one.before.counts[at] for one in courses)} before, "
             f"{sum(one.after.counts[at] for one in courses)} after")
        for at, quad in enumerate(QUADS)
    )  # fmt: skip
    if len(courses) < FEWEST:
        why = f"{counted(len(courses), 'case')} with both years, wanted are {FEWEST}"
        return insufficient(key, question, why, parts=parts, proofs=proofs)
    changes = [one.change for one in courses]
    mean, bounds = sum(changes) / len(changes), interval(changes)
    return Finding(
        key=key,
        question=question,
        answer=f"{_direction(mean, bounds)}: a year's net score changed by {number(mean, bounds)} in the mean.",
        value=mean,
        unit="points of net score a year",
        interval=bounds,
        n=len(courses),
        proofs=proofs,
        parts=parts,
        method="mean change of the net score from the year before to the year after; bootstrap over cases",
        coverage=coverage(source),
        would_change="further cases, or another dataset",
    )


def _matched(followed: Sequence[Followed], proofs: tuple[Proof, ...], source: str) -> Finding:
    key, question = "precedents.matched", "And beside like pairs that did not move?"
    known = [one.difference for one in followed if one.difference is not None]
    if len(known) < FEWEST:
        why = f"{counted(len(known), 'case')} with like pairs, wanted are {FEWEST}"
        return insufficient(key, question, why, proofs=proofs)
    mean, bounds = sum(known) / len(known), interval(known)
    return Finding(
        key=key,
        question=question,
        answer=f"{_direction(mean, bounds)} than for pairs with the same state that were alike in the year before,"
        f" by {number(mean, bounds)} points of net score a year.",
        value=mean,
        unit="points of net score a year",
        interval=bounds,
        n=len(known),
        proofs=proofs,
        method=_METHOD,
        coverage=(
            *coverage(source),
            "likeness in one year before is a weak control: what drove the move may drive both",
        ),
        would_change="further cases, or pairs that are more alike",
    )


def _direction(mean: float, bounds: tuple[float, float] | None) -> str:
    """'Better', 'Worse', or that it is not clear as the interval holds 0."""
    if bounds is None or bounds[0] <= 0 <= bounds[1]:
        return "Not clearly better or worse"
    return "Better" if mean > 0 else "Worse"


def _named(holdings: Holdings, followed: Sequence[Followed], proofs: tuple[Proof, ...]) -> Finding:
    """The cases to read: those whose answer changed most either way."""
    names = holdings.names
    ranked = sorted(followed, key=lambda one: (-abs(one.answer.change), one.case.on, one.case.mover))[:5]
    parts = tuple(
        Part(
            f"{names.nominal(one.case.mover)} towards {names.the(one.case.target)}, {day(one.case.on)}",
            f"{counted(one.answer.before.n, 'act')} of the other side in the year before, {one.answer.after.n} in"
            f" the year after; net score {number(one.answer.before.net)}, then {number(one.answer.after.net)}",
        )
        for one in ranked
    )
    return Finding(
        key="precedents.named",
        question="Which cases are worth reading?",
        answer=f"The {counted(len(parts), 'case')} after which the other side's acts changed most."
        if len(parts) > 1
        else "The one case whose years before and after are known.",
        n=len(followed),
        proofs=proofs,
        parts=parts,
    )


def coverage(source: str) -> tuple[str, ...]:
    """What an event dataset is good for."""
    return (
        f"{sources.title(source)} as imported: acts coded from press reports, those of small states less often",
    )

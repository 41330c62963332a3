"""What the record says would be touched by a move, and what followed when others made it. No forecast."""

from __future__ import annotations

from dataclasses import replace

from comity.assessment.finding import Assessment, Finding, Section, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.likelihood import likelihood
from comity.assessment.numbers import share
from comity.assessment.precedents import stakes
from comity.assessment.precedents.aftermath import Followed, follow
from comity.assessment.precedents.cases import recorded
from comity.assessment.precedents.move import Move
from comity.assessment.questions import precedents
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.measures.intervals import share_interval

FEWEST = 10
"""Below this many cases there is no base rate: our threshold."""
_REACTIONS = {
    "reaction.conflict": ("more acts of conflict by {b} than in the year before", (2, 3), 1),
    "reaction.deeds": ("fewer deeds of cooperation by {b} than in the year before", (1,), -1),
    "reaction.cooperation": ("more acts of cooperation by {b} than in the year before", (0, 1), 1),
}


def whatif(holdings: Holdings, a: str, b: str, move: Move) -> Assessment:
    """What would be touched if `a` made the move towards `b`; a state that the move itself names is not looked at.

    Base rates are of the move towards `b`; where too few states have made that, of the move towards any state.
    """
    pair = states((a, b), 2)
    one, other = pair
    towards = replace(move, target=other)
    names = holdings.names
    question = f"What if {names.the(one)} made this move: {towards.told(names)}?"
    before = precedents.precedents(holdings, towards)
    sections = (
        Section("What would be touched", (
            stakes.ties(holdings, (one, other), towards), stakes.promises(holdings, (one, other)),
            stakes.sums(holdings, (one, other)),
        )),
        Section("Obligations", (
            stakes.sanctions(holdings, (one, other), towards), stakes.alliances(holdings, (one, other)),
        )),
        *before.sections,
        Section("Likely reactions", _reactions(holdings, towards)),
    )  # fmt: skip
    return assessment(holdings, "whatif", question, (one, other), asked_of(holdings, None, None), sections)


def _reactions(holdings: Holdings, move: Move) -> tuple[Finding, ...]:
    followed, scope, source = _followed(holdings, move)
    return tuple(_rate(holdings, key, move, followed, scope, source) for key in _REACTIONS)


def _followed(holdings: Holdings, move: Move) -> tuple[tuple[Followed, ...], str, str | None]:
    """The cases towards the state itself where they are enough, else those towards any."""
    found: tuple[tuple[Followed, ...], str, str | None] = ((), "towards any state", None)
    for wanted, scope in ((move, "towards it"), (replace(move, target=None), "towards any state")):
        for source in holdings.datasets("events"):
            cases = follow(holdings, recorded(holdings, wanted, source), source)
            if len(cases) > len(found[0]):
                found = cases, scope, source
        if len(found[0]) >= FEWEST:
            break
    return found


def _rate(
    holdings: Holdings, key: str, move: Move, followed: tuple[Followed, ...], scope: str, source: str | None
) -> Finding:
    told, quads, sign = _REACTIONS[key]
    question = f"How often did the year after bring {told.format(b='the other side')}?"
    told = told.format(b=holdings.names.the(move.target or ""))
    if source is None or len(followed) < FEWEST:
        why = f"{len(followed)} such cases can be followed in an event dataset, wanted are {FEWEST}"
        return insufficient(key, question, why, would_change="comity import icews, polecat or gdelt")
    moved = [one for one in followed if sign * (_acts(one, quads, True) - _acts(one, quads, False)) > 0]
    rate, bounds = len(moved) / len(followed), share_interval(len(moved), len(followed))
    return Finding(
        key=key,
        question=question,
        answer=f"By the base rate it is {_word(rate)} that the year after brings {told}: so it was after"
        f" {share(rate, bounds)} of {len(followed)} such moves {scope}; a count of past cases, no forecast.",
        value=rate,
        unit="share of cases",
        interval=bounds,
        n=len(followed),
        proofs=(precedents.looked(holdings, source, followed),),
        method="share of cases; exact interval after Clopper and Pearson; words after ICD 203",
        coverage=precedents.coverage(source),
        would_change="further cases, or a reason why these two differ from them",
    )


def _acts(one: Followed, quads: tuple[int, ...], after: bool) -> int:
    year = one.answer.after if after else one.answer.before
    return sum(year.counts[at] for at in quads)


def _word(rate: float) -> str:
    word = likelihood(rate)
    return f"a matter of {word}" if word in ("almost no chance", "roughly even odds") else word

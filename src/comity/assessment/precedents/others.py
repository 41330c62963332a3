"""What other states did with a partner: the ties begun or ended of the kinds that a state has with it."""

from __future__ import annotations

from typing import get_args

from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.precedents.cases import Case, told
from comity.assessment.precedents.move import Change, Move
from comity.languages import say, say_of
from comity.record.values import TieKind

Pair = tuple[str, str]


def others(holdings: Holdings, pair: Pair) -> Finding | None:
    """Cases of third states with the second of a pair; none where texts tell of no tie of the two."""
    kinds = sorted({bond.kind for bond in holdings.between(*pair).bonds})
    if not kinds:
        return None
    a, b = (holdings.names.the(state) for state in pair)
    key, question = "precedents.others", say("What ties have other states begun or ended with {b}?", b=b)
    cases = [
        case for kind in kinds for change in get_args(Change) for case in _cases(holdings, pair, kind, change)
    ]
    would = say("texts about other states and {b}", b=b)
    if not cases:
        why = say(
            "no text tells, with a date, that another state began or ended with {b} a tie of a kind that {a} has"
            " with it",
            a=a,
            b=b,
        )
        return insufficient(key, question, why, would_change=would)
    cases.sort(key=lambda case: (case.on, case.mover, case.text))
    return Finding(
        key=key,
        question=question,
        answer=say_of(
            len(cases),
            "Texts tell of one case: {case}.",
            "Texts tell of {n:,} cases; the latest: {case}.",
            case=cases[-1].text,
        ),
        value=len(cases),
        unit="cases",
        n=len(cases),
        parts=tuple(Part("", case.text, proofs=case.proofs) for case in cases),
        coverage=(say("ties of the kinds that {a} has with {b}, as texts in the ledger tell of them", a=a, b=b),),
        would_change=would,
    )


def _cases(holdings: Holdings, pair: Pair, kind: TieKind, change: Change) -> list[Case]:
    found = told(holdings, Move(tie=kind, change=change, target=pair[1]))
    return [case for case in found if case.mover not in pair]

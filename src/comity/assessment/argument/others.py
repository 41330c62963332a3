"""What authors of other texts think of the same states: laid out as a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.assessment.argument.counsel import METHOD, OPINION
from comity.assessment.argument.premises import Stated, statements
from comity.assessment.argument.stance import Stance
from comity.assessment.checks.case import teller
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.ledger import Held
from comity.record import Document, Opinion

SHOWN = 8
LONGEST = 10 * 365
"""Days after which an opinion is of other times."""
FEWEST = 5
"""Words of an opinion that can be understood by itself."""


def others(holdings: Holdings, stated: Sequence[Stated], leans: Stance | None) -> Iterable[Finding]:
    """Opinions of other authors on the same pairs of states, those nearest in time first."""
    if leans is None or not stated:
        return
    document, origin = stated[0].document, stated[0].origin
    pairs = [(leans.subject, partner) for partner, *_ in leans.leanings]
    about = [held for pair in pairs for held in holdings.between(*pair).opinions if held.origin != origin]
    about = [held for held in about if abs(_days(document, held)) <= LONGEST]
    beside = [held for one in sorted({held.document.id for held in about}) for held in statements(holdings, one)]
    every = {
        held.item.id: held
        for held in (*beside, *about)
        if isinstance(held.item, Opinion) and (held.item.kind == "recommendation" or _is_clear(held, about))
    }
    if not every:
        yield insufficient("argue.others", "What do others think?", "no other text has an opinion on these states")
        return
    near = sorted(
        every.values(),
        key=lambda held: (
            held.item.kind != "recommendation",
            abs(_days(document, held)),
            held.item.id,
        ),
    )
    yield Finding(
        key="argue.others",
        question="What do others think?",
        answer=f"{counted(len(every), 'opinion')} of other texts on the same states, counsel first.",
        n=len(every),
        method=METHOD,
        coverage=(OPINION,),
        parts=tuple(_of_another(holdings, held) for held in near[:SHOWN]),
    )


def _days(document: Document, held: Stated) -> int:
    """From one publication to the other; far, where a day is not known."""
    if document.published is None or held.document.published is None:
        return LONGEST
    return (held.document.published - document.published).days


def _is_clear(held: Stated, about: Sequence[Stated]) -> bool:
    return held in about and len(held.item.text.split()) >= FEWEST


def _of_another(holdings: Holdings, held: Held[Opinion]) -> Part:
    whose = holdings.names.entity(held.document, held.item.holder)
    text = f"“{held.item.text}” ({whose}, {teller(held.document)})"
    return Part(held.item.kind, text, proofs=holdings.passages([held]), is_graded=False)

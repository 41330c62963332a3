"""What the record holds for and against an argument, and what the text leaves out of it: laid out as findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.assessment.argument.counsel import METHOD
from comity.assessment.argument.premises import Stated
from comity.assessment.argument.sides import Item, items
from comity.assessment.argument.stance import Stance
from comity.assessment.checks.verdict import AGAINST
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.languages import say
from comity.record import Document, Opinion

SHOWN = 6
"""Acts and ties shown for a side: the strongest."""


def sides(
    holdings: Holdings, document: Document, stated: Sequence[Stated], checked: Sequence[tuple[Stated, Finding]],
    leans: Stance | None,
) -> Iterable[Finding]:  # fmt: skip
    """The stance, both sides, and what is left out of the other one: contrary words on its claims first."""
    if leans is None:
        why = "it has no opinions of its author, or tells of no dealings between two states"
        yield insufficient("argue.stance", "Whom does it weigh?", why)
        return
    yield _stance(holdings, document, stated, leans)
    every = {
        partner: items(holdings, document, stated[0].origin, leans.subject, partner)
        for partner, *_ in leans.leanings
    }
    chosen = [item for found in every.values() for item in found]
    names = holdings.names
    if not (leans.towards(1) or leans.towards(-1)):
        for partner, found in every.items():
            yield _listed(
                holdings, f"argue.record.{partner}", f"What is told of {names.the(partner)}?", list(found)
            )
        return
    speaks = [item for item in chosen if _is_for(item, leans) is True]
    against = [item for item in chosen if _is_for(item, leans) is False]
    yield _listed(holdings, "argue.for", "What in the record speaks for it?", speaks)
    yield _listed(holdings, "argue.against", "What in the record speaks against it?", against)
    left = [item for item in against if not item.is_mentioned]
    question = "What speaks against it, and is not mentioned in the text?"
    yield _listed(holdings, "argue.left_out", question, left, tuple(_denials(checked)))


def _denials(checked: Sequence[tuple[Stated, Finding]]) -> Iterable[Part]:
    """What other texts say against the claims of the text."""
    for held, finding in checked:
        for part in finding.parts if finding.insufficient is None else ():
            if part.label == say(AGAINST):
                yield Part(f"on “{held.item.text}”", part.text, proofs=part.proofs)


def _is_for(item: Item, leans: Stance) -> bool | None:
    """What binds to a state that the text leans to, or divides from another, speaks for it."""
    if item.partner in leans.towards(1):
        return item.binds
    return not item.binds if item.partner in leans.towards(-1) else None


def _stance(holdings: Holdings, document: Document, stated: Sequence[Stated], leans: Stance) -> Finding:
    names = holdings.names
    told = [_leaning(names.the(state), leaning) for state, leaning, _ in leans.leanings if leaning]
    author, subject = names.entity(document, "author"), names.the(leans.subject)
    goes = f"By its words, {author} would have {subject} {listed(told)}."
    stays = f"No words of {author} say plainly whom {subject} should be closer to, or further from."
    own = [held for held in stated if isinstance(held.item, Opinion) and held.item.holder == "author"]
    return Finding(
        key="argue.stance",
        question="Where would it have the state go?",
        answer=goes if told else stays,
        n=len(own),
        method=METHOD,
        proofs=holdings.passages(own),
        coverage=("read from words of nearness and distance in the author's opinions; irony is not seen",),
        would_change="a reader who takes the words otherwise: the two lists below then change sides",
        parts=tuple(
            Part(names.state(state), f"“{'”, “'.join(shown)}”" if shown else "no word of leaning", leaning)
            for state, leaning, shown in leans.leanings
        ),
    )


def _leaning(name: str, leaning: int) -> str:
    return f"closer to {name}" if leaning > 0 else f"further from {name}"


def _listed(
    holdings: Holdings, key: str, question: str, found: Sequence[Item], first: tuple[Part, ...] = ()
) -> Finding:
    shown = sorted(found, key=lambda item: (-item.strength, item.text))[:SHOWN]
    if not shown and not first:
        return insufficient(key, question, "other texts up to its day tell of nothing of the kind")
    names = holdings.names
    return Finding(
        key=key,
        question=question,
        answer=f"{_counted(len(found), len(first))}, the strongest first.",
        n=len(found) + len(first),
        method=METHOD,
        coverage=(
            "acts and ties that other texts tell up to the day of the text; strong is what is practical, material,"
            " recent, told by several; an act is mentioned where the text tells of one alike within a year",
        ),
        would_change="further texts on the same states",
        parts=first + tuple(Part(f"with {names.the(one.partner)}", one.text, proofs=one.proofs) for one in shown),
    )


def _counted(found: int, denials: int) -> str:
    """'2 contrary statements, 35 acts and ties'."""
    told = [counted(denials, "contrary statement")] if denials else []
    told += [f"{found:,} acts and ties" if found > 1 else "1 act or tie"] if found else []
    return ", ".join(told)

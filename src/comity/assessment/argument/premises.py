"""What a recommendation rests on: other statements of its text, by states they share, nearness and connectives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from comity.assessment.argument.stance import Stance, leanings
from comity.assessment.counting import counted
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.stated import claims_of, opinions_of
from comity.ledger import Held
from comity.record import Claim, Opinion
from comity.tables import rows

Stated = Held[Claim] | Held[Opinion]
MOST = 8
"""Claims, and opinions, shown for one recommendation: those with most weight."""
_STOP = re.compile(r"[.!?][”’\"')]*\s")
_REACH = 10
"""Sentences after which nearness counts half."""
_NEAR, _LINKED, _LEANS = 0.5, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Premise:
    """A statement with its weight for the recommendation, from 0 to 2.5, and why it is taken to bear on it."""

    held: Stated
    weight: float
    reason: str


def statements(holdings: Holdings, document: str) -> tuple[Stated, ...]:
    """All claims and opinions of a text, in text order."""
    every: list[Stated] = [*claims_of(holdings, document), *opinions_of(holdings, document)]
    return tuple(sorted(every, key=place))


def place(held: Stated) -> tuple[int, str]:
    """Where a statement stands in its text."""
    text, shown = held.document.text, held.item.evidence
    return shown.start + max(text[shown.start : shown.end].find(held.item.text), 0), held.item.id


def premises(
    names: Names, counsel: Held[Opinion], stated: Sequence[Stated], leans: Stance | None
) -> tuple[Premise, ...]:
    """What the author states that bears on a recommendation, in text order; his other counsel is not among it."""
    found = [one for held in stated if _is_ground(held) and (one := _premise(names, counsel, held, leans))]
    heaviest = sorted(found, key=lambda one: (-one.weight, place(one.held)))
    claims = [one for one in heaviest if isinstance(one.held.item, Claim)][:MOST]
    opinions = [one for one in heaviest if isinstance(one.held.item, Opinion)][:MOST]
    return tuple(sorted([*claims, *opinions], key=lambda one: place(one.held)))


def _is_ground(held: Stated) -> bool:
    item = held.item
    return isinstance(item, Claim) or (item.kind != "recommendation" and item.holder == "author")


def connective(held: Stated) -> str | None:
    """The word that ties a sentence to what stands before it: 'For this reason', 'Overall'."""
    shown = held.item.evidence
    begins = held.document.text[shown.start : shown.end].lower()
    return next((word for word in _connectives() if re.match(rf"{word}\b", begins)), None)


def _premise(names: Names, counsel: Held[Opinion], held: Stated, leans: Stance | None) -> Premise | None:
    meant = _meant(counsel, leans)
    shared = [state for state in meant if state in held.item.about]
    if not shared:
        return None
    apart = _sentences_apart(counsel, held)
    reasons = [f"on {listed([names.the(state) for state in shared])}"]
    weight = len(shared) / len(meant) + _NEAR * _REACH / (_REACH + apart)
    reasons.append("in the same sentence" if not apart else _away(apart, place(held) < place(counsel)))
    linked = connective(counsel)
    if linked and place(held) < place(counsel):
        weight += _LINKED
        reasons.append(f"before “{linked.capitalize()}”")
    if leans and isinstance(held.item, Opinion) and leanings(held.item, leans.partners):
        weight += _LEANS
    own = connective(held)
    if own:
        reasons.append(f"drawn from what stands before it (“{own.capitalize()}”)")
    return Premise(held, round(weight, 2), ", ".join(reasons))


def _meant(counsel: Held[Opinion], leans: Stance | None) -> tuple[str, ...]:
    """The states of a recommendation; of one that names its addressee alone also those that the text weighs."""
    about = counsel.item.about
    if leans and set(about) <= {leans.subject}:
        return (leans.subject, *(state for state, *_ in leans.leanings))
    return about


def _away(apart: int, before: bool) -> str:
    return f"{counted(apart, 'sentence')} {'before' if before else 'after'}"


def _sentences_apart(one: Stated, other: Stated) -> int:
    first, second = sorted((one.item.evidence.start, other.item.evidence.start))
    return len(_STOP.findall(one.document.text[first:second]))


@cache
def _connectives() -> tuple[str, ...]:
    return tuple(row["word"] for row in rows("assessment", "connectives.csv"))

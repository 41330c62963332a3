"""What was found on a claim: witnesses for it, against it and beside it, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from comity.assessment.finding import Finding, Part
from comity.assessment.proof import Proof, graded, origins
from comity.languages import say, say_of

Side = Literal["for", "against", "aside"]
METHOD = "claim check"
UNSETTLED = "not checkable"
VERDICTS = ("supported", "contradicted", "partly", UNSETTLED)
AGAINST = "Against"
_LABELS: dict[Side, str] = {"for": "For", "against": AGAINST, "aside": "Beside it"}
_TOLD = 3
"""Witnesses of a side that the answer names; the parts have all."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What one source says on a claim, as a clause without its stop, with the proof."""

    side: Side
    text: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the witnesses amount to. `why` says, as a clause, what keeps the claim open.

    `coverage` are sentences on how complete the sources are for the question, `settle` what would settle it.
    With `open` the witnesses do not decide, whatever they say; where they speak of one thing (`is_one_thing`)
    those of the two sides contradict each other.
    """

    witnesses: tuple[Witness, ...]
    why: str
    settle: str
    coverage: tuple[str, ...] = ()
    open: bool = False
    is_one_thing: bool = True
    proofs: tuple[Proof, ...] = field(init=False, repr=False)
    against: tuple[Proof, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "proofs", _proofs(self.of("for")))
        object.__setattr__(self, "against", _proofs(self.of("against")))

    def of(self, side: Side) -> tuple[Witness, ...]:
        """The witnesses of one side."""
        return tuple(witness for witness in self.witnesses if witness.side == side)

    @property
    def value(self) -> str:
        """One of `VERDICTS`: 'partly' where the sources speak on both sides."""
        if self.open or not (self.proofs or self.against):
            return UNSETTLED
        if self.proofs and self.against:
            return "partly"
        return "supported" if self.proofs else "contradicted"

    def finding(self, key: str, question: str, shown: Sequence[Witness] = ()) -> Finding:
        """The verdict as a finding; `shown` are further passages, which do not count."""
        is_settled = self.value != UNSETTLED
        contradicted = self.value == "contradicted"
        return Finding(
            key=key,
            question=question,
            answer=self._answer(),
            value=self.value if is_settled else None,
            insufficient=None if is_settled else self.why,
            n=origins([*self.proofs, *self.against]) if is_settled else None,
            proofs=self.against if contradicted else self.proofs,
            against=() if contradicted else self.against,
            coverage=self.coverage,
            would_change=self.settle,
            method=METHOD,
            parts=tuple(_part(witness) for witness in (*self.witnesses, *shown)),
        )

    def _answer(self) -> str:
        sides = {"supported": ("for",), "contradicted": ("against",), "partly": ("for", "against")}
        if self.value == UNSETTLED:
            return say("Not checkable: {why}.", why=self.why)
        graded_ = self.value == "partly" and self.is_one_thing
        told = [self._told(side, graded_) for side in sides[self.value]]  # type: ignore[arg-type]
        said = say("; but ").join(told)
        if self.value == "partly":
            return say("Partly: {said}.", said=said)
        if self.value == "supported":
            return say("Supported: {said}.", said=said)
        return say("Contradicted: {said}.", said=said)

    def _told(self, side: Side, with_grade: bool) -> str:
        texts = [witness.text for witness in self.of(side)]
        left = len(texts) - _TOLD
        more = say_of(left, "; and {n} more", "; and {n} more") if left > 0 else ""
        own, other = (self.proofs, self.against) if side == "for" else (self.against, self.proofs)
        grade = f" [{graded([own], other)}]" if with_grade else ""
        return say("; ").join(texts[:_TOLD]) + more + grade


def verdict_of(finding: Finding) -> str:
    """One of `VERDICTS`, of the finding on a claim."""
    return str(finding.value) if finding.insufficient is None else UNSETTLED


def _part(witness: Witness) -> Part:
    return Part(say(_LABELS[witness.side]), witness.text, proofs=witness.proofs, is_graded=False)


def _proofs(witnesses: Iterable[Witness]) -> tuple[Proof, ...]:
    return tuple(dict.fromkeys(proof for witness in witnesses for proof in witness.proofs))


def once(witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    """Each source once a side, by its first witness: a text that says a thing twice says it once."""
    kept: dict[tuple[Side, frozenset[str]], Witness] = {}
    for witness in witnesses:
        kept.setdefault((witness.side, frozenset(map(_origin, witness.proofs))), witness)
    return tuple(kept.values())


def _origin(proof: Proof) -> str:
    return getattr(proof, "origin", None) or f"{getattr(proof, 'source', '')} {getattr(proof, 'table', '')}"

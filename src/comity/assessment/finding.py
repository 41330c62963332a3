"""A finding: the answer to one question about states, with all that a reader needs to judge it."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.assessment.grades import Grade
from comity.assessment.proof import Passage, Proof, graded
from comity.assessment.window import ALWAYS, Window
from comity.languages import say
from comity.ledger import LedgerState

Value = str | float | int | bool | None


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a finding: a row of a list, an act, a part of a composite with its `weight` there.

    What is shown beside the answer, and does not make it, is not `is_graded`.
    """

    label: str
    text: str = ""
    value: Value = None
    unit: str = ""
    interval: tuple[float, float] | None = None
    n: int | None = None
    weight: float | None = None
    insufficient: str | None = None
    proofs: tuple[Proof, ...] = field(default=(), repr=False)
    is_graded: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question. Without proofs there is none: then `insufficient` says why not, and no value.

    `key` names the question for programs ('contact.last'); `answer` is one sentence, or the reason in one. `n` is
    what the value rests on (acts, votes, rows), `window` from when to when. `comparison` are sentences: where it
    stands among the partners of the first state, and against its own past. `coverage` are sentences on what the
    sources do and do not cover; `would_change` is what evidence would alter the answer. `method` names the measure
    with its version, `against` are proofs of the contrary.
    """

    key: str
    question: str
    answer: str
    value: Value = None
    unit: str = ""
    interval: tuple[float, float] | None = None
    n: int | None = None
    window: Window = ALWAYS
    comparison: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = field(default=(), repr=False)
    against: tuple[Proof, ...] = field(default=(), repr=False)
    coverage: tuple[str, ...] = ()
    would_change: str = ""
    method: str = ""
    insufficient: str | None = None
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.insufficient is None and not self.evidence:
            raise ValueError(f"{self.key}: an answer without evidence: {self.answer}")
        if self.insufficient is not None and self.value is not None:
            raise ValueError(f"{self.key}: a value although the data are insufficient: {self.insufficient}")

    @property
    def evidence(self) -> tuple[Proof, ...]:
        """All proofs, those of the parts among them, each once."""
        every = (*self.proofs, *self.against, *(proof for part in self.parts for proof in part.proofs))
        return tuple(dict.fromkeys(every))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of texts among the evidence, each once."""
        return tuple(proof for proof in self.evidence if isinstance(proof, Passage))

    @property
    def grade(self) -> Grade | None:
        """How far the sources are to be trusted; none where there is no answer, or nothing to be graded."""
        stated = (self.proofs, *(part.proofs for part in self.parts if part.is_graded))
        if self.insufficient is not None or not any(stated):
            return None
        return graded([proofs for proofs in stated if proofs], self.against)


def insufficient(key: str, question: str, why: str, **more: object) -> Finding:
    """The finding that there is no answer: `why` is a sentence without its stop ('no act is known')."""
    answer = say("Not enough data: {why}.", why=why)
    return Finding(key, question, answer, insufficient=why, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under one heading."""

    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A question about some states, answered: the same ledger state and question give the same one.

    `states` are ISO3 codes in the order of the question; `headline` are the answers to be read first, by key.
    `public` are the imported files that were there to look at, as 'dataset: file (rows, period)'.
    """

    name: str
    question: str
    states: tuple[str, ...]
    window: Window
    sections: tuple[Section, ...]
    ledger: LedgerState
    public: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order."""
        return tuple(finding for section in self.sections for finding in section.findings)

    def finding(self, key: str) -> Finding:
        """The finding of that key; `KeyError` where there is none."""
        for finding in self.findings:
            if finding.key == key:
                return finding
        raise KeyError(key)

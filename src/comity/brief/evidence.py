"""Numbers for evidence, handed out while a brief is composed, in the order of first citation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.assessment.output import proof_id, proof_lines
from comity.assessment.proof import Passage, Proof
from comity.brief.document import Note, Source
from comity.languages import say
from comity.ledger import Ledger
from comity.sources import descriptor, names

_ADDRESS = re.compile(r"https?://[^\s;,]+")


class Evidence:
    """The notes and sources of one brief in the making."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._numbers: dict[str, int] = {}
        self._sources: dict[str, Source] = {}
        self.notes: list[Note] = []

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source cited so far, by number."""
        return tuple(self._sources.values())

    def cite(self, proofs: Iterable[Proof]) -> tuple[int, ...]:
        """The numbers of some proofs, in rising order; what was not cited before gets the next."""
        return tuple(sorted({self._number(proof) for proof in proofs}))

    def _number(self, proof: Proof) -> int:
        item = proof_id(proof)
        if item not in self._numbers:
            number = len(self.notes) + 1
            self._numbers[item] = number
            self.notes.append(self._note(number, item, proof))
        return self._numbers[item]

    def _note(self, number: int, item: str, proof: Proof) -> Note:
        if isinstance(proof, Passage):
            return Note(number, self._document(proof), item, quotation=proof.quotation)
        return Note(number, self._dataset(proof.source, proof.reliability), item, lines=tuple(proof_lines(proof)))

    def _document(self, proof: Passage) -> int:
        if proof.document not in self._sources:
            document = self._ledger.record(proof.document).document
            self._sources[proof.document] = Source(
                number=len(self._sources) + 1,
                kind="document",
                title=proof.title or say("Untitled document {document}", document=proof.document[:8]),
                publisher=proof.publisher,
                author=document.author,
                published=proof.published,
                urls=(document.url,) if document.url else (),
                grade=proof.reliability,
                id=proof.document,
            )
        return self._sources[proof.document].number

    def _dataset(self, name: str, grade: str) -> int:
        if name not in self._sources:
            about = descriptor(name) if name in names() else None
            self._sources[name] = Source(
                number=len(self._sources) + 1,
                kind="dataset",
                title=about.title if about else name,
                publisher=about.publisher if about else None,
                urls=addresses(about.address) if about else (),
                grade=grade,
                id=name,
            )
        return self._sources[name].number


def addresses(text: str) -> tuple[str, ...]:
    """The web addresses in what a descriptor says of where its data come from; the text where there is none."""
    return tuple(_ADDRESS.findall(text)) or (text,)

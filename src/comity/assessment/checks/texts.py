"""Sentences of other texts that name the thing and the states of a claim, also where no item was read in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.assessment.checks.case import Case, states_in, teller
from comity.assessment.checks.subjects import stems, subjects_of
from comity.assessment.checks.verdict import Witness
from comity.assessment.proof import Passage, sentence
from comity.languages import say
from comity.ledger import Found

DOCUMENTS = 30
"""Documents that are looked through for a word, those first that name it most."""
SHOWN = 3
FEWEST = 5
"""Words of a sentence that is worth showing."""
DAYS = 5 * 366
"""Days from the claim beyond which a sentence speaks of other times."""
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”’\"')]*(?=\s+[A-Z“\"‘(]|\s*$)|$)", re.DOTALL)


def sentences(case: Case, word: str, anywhere: bool = False) -> Iterator[Passage]:
    """Sentences of other origin with the word, in paragraphs that with the title name the states of the claim.

    With `anywhere` all sentences of texts that have the word and name one of the states.
    """
    wanted = set(case.pair or case.claim.about[:2])
    for told in _documents(case, word):
        title, text, at = told.document.title or "", told.document.text, 0
        for paragraph in text.split("\n\n"):
            named = set(states_in(f"{title}. {paragraph}"))
            is_near = wanted <= named or (anywhere and bool(wanted & set(states_in(f"{title}. {text}"))))
            for found in _SENTENCE.finditer(paragraph) if is_near else ():
                if anywhere or word in stems(found.group()):
                    reliability = case.holdings.grades.of_source(told.sources[0])
                    yield sentence(told, at + found.start(), at + found.end(), reliability)
            at += len(paragraph) + 2


def speak_of(case: Case) -> tuple[Witness, ...]:
    """The sentences nearest in time that speak of the thing, to be read: by themselves they prove nothing."""
    found = {one.id: one for word in _words(case) for one in sentences(case, word)}
    near = sorted((_distance(case, one), one.id) for one in found.values() if len(one.quotation.split()) >= FEWEST)
    return tuple(_read(case, found[id_]) for days, id_ in near[:SHOWN] if days <= DAYS)


def _read(case: Case, passage: Passage) -> Witness:
    who = teller(case.holdings.record(passage.document).document)
    return Witness("aside", say("{teller}: “{text_}”", teller=who, text_=_line(passage)), (passage,))


def _words(case: Case) -> list[str]:
    """The words for the thing; a sum or a length of time has none that would find more than the states do."""
    if case.claim.kind in ("quantity", "duration"):
        return []
    of = str(case.value.get("of") or "")
    named = [subject.word for subject in subjects_of(case.claim.text)]
    return named if named and case.claim.kind != "count" else [of] if of else []


def _documents(case: Case, word: str) -> Iterator[Found]:
    for hit in case.holdings.ledger.search(word, DOCUMENTS):
        told = case.holdings.found(hit.document_id)
        origin = min((told.document.id, *told.copies))
        if origin != case.held.origin and case.holdings.is_known(told.document):
            yield told


def _distance(case: Case, passage: Passage) -> int:
    return abs((passage.published - case.on).days) if passage.published and case.on else 10**6


def _line(passage: Passage) -> str:
    return " ".join(passage.quotation.split())

"""Claims: what a text states that the record could bear out or not.

Rules are set off by single words and decide over the dependency parse; each sentence is walked once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from spacy.tokens import Token

from comity.reading import (
    claim_absence,
    claim_amounts,
    claim_changes,
    claim_contrasts,
    claim_lacks,
    claim_lengths,
    claim_numbers,
    claim_presence,
    claim_ranks,
    claim_superlatives,
    claim_votes,
)
from comity.reading.clauses import asks
from comity.reading.layers import Parsed, Referents, Sentence, Times, Voice
from comity.reading.recent import text_of
from comity.reading.statements import Concerned, Found, Rule, Setting, apply
from comity.record import Attribution, Claim, Evidence, item_id
from comity.record.values import ClaimKind

_MODULES = (
    claim_votes,
    claim_ranks,
    claim_superlatives,
    claim_numbers,
    claim_lengths,
    claim_amounts,
    claim_absence,
    claim_lacks,
    claim_presence,
    claim_changes,
    claim_contrasts,
)


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """By the word, form or tag that sets them off."""
    table: dict[str, tuple[Rule, ...]] = {}
    for module in _MODULES:
        for word, rules in module.rules().items():
            table[word] = (*table.get(word, ()), *rules)
    return table


def find_claims(
    parsed: Parsed,
    referents: Referents,
    times: Times,
    voice: Callable[[Token], Voice],
    document_id: str,
) -> tuple[Claim, ...]:
    """The claims of a text in text order: of body sentences that mention a state or body, questions aside."""
    setting, concerned = Setting(parsed, referents, times), Concerned(referents)
    return tuple(
        _claim(found, sentence, voice(found.head), concerned.about(found), document_id)
        for sentence in parsed.sentences
        if sentence.kind == "body" and concerned.near(sentence)
        for found in _once(_in_sentence(sentence, setting))
    )


def _in_sentence(sentence: Sentence, setting: Setting) -> Iterator[Found]:
    if asks(sentence.span[0]):
        return
    for token in sentence.span:
        yield from apply(token, rules(), setting)


def _once(found: Iterator[Found]) -> list[Found]:
    """One claim of a kind for each phrase: of two that overlap the first stays."""
    kept: list[Found] = []
    for item in found:
        alike = (other for other in kept if other.kind == item.kind)
        if not any(item.start < other.end and other.start < item.end for other in alike):
            kept.append(item)
    return kept


def _claim(found: Found, sentence: Sentence, said: Voice, about: tuple[str, ...], document_id: str) -> Claim:
    span = sentence.span
    start, end = max(found.start, span.start_char), min(found.end, span.end_char)  # a clause may run past a break
    return Claim(
        id=item_id(document_id, "claim", found.kind, start, end),
        kind=cast(ClaimKind, found.kind),
        text=text_of(span.doc)[start:end],
        about=about,
        value=found.value,
        attribution=Attribution(speaker=said.speaker, manner=said.manner),
        evidence=Evidence(start=span.start_char, end=span.end_char),
    )

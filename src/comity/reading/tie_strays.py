"""Clauses that tell of a thing though the parser hung them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_NEAR = 8
_HIGH = 6


def strays(thing: Token) -> Iterator[Token]:
    """The verbs of such clauses."""
    yield from _detached(thing)
    yield from _participles(thing)
    yield from _unjoined(thing)


def _detached(thing: Token) -> Iterator[Token]:
    """Behind a comma it tells of the whole phrase: 'the base beside the airport, which opened in 2011'."""
    at = thing
    for _ in range(2):
        nouns = (one for child in at.children if child.dep_ == "prep" for one in child.children)
        inner = [one for one in nouns if one.dep_ == "pobj"]
        if not inner:
            return
        at = inner[-1]
        for clause in at.children:
            first = clause.left_edge
            told = clause.dep_ == "relcl" and first.lower_ == "which"
            if (told or (clause.dep_ == "acl" and clause.tag_ == "VBN")) and thing.doc[first.i - 1].text == ",":
                yield clause


def _participles(thing: Token) -> Iterator[Token]:
    """'Thanked it for a loan, paid out in March': taken to tell of who thanked."""
    last = thing.right_edge.i
    for above in list(thing.ancestors)[:_HIGH]:
        for clause in above.children:
            follows = clause.i == clause.left_edge.i == last + 2 and thing.doc[last + 1].text == ","
            if follows and clause.dep_ in {"advcl", "conj", "acl"} and clause.tag_ in {"VBN", "VBD"}:
                yield clause


def _unjoined(thing: Token) -> Iterator[Token]:
    """'The treaty that the two signed in 2000', where the clause is not joined to the treaty."""
    words = thing.doc[thing.i + 1 : thing.i + _NEAR]
    joined = any(child.dep_ == "relcl" and child.pos_ in {"VERB", "AUX"} for child in thing.children)
    if joined or not len(words) or words[0].lower_ not in {"that", "which"}:
        return
    verbs = (word for word in words if word.pos_ == "VERB" and word.tag_ in {"VBD", "VBN"})
    yield from list(verbs)[:1]


def cut_off(thing: Token) -> Token | None:
    """'The lifting, on 4 May, of the sanctions': the noun before the commas, from which 'of' was cut off."""
    of = thing.head
    if thing.dep_ != "pobj" or of.lower_ != "of" or of.head.pos_ not in {"VERB", "AUX"}:
        return None
    before = thing.doc[max(thing.sent.start, of.i - _NEAR) : of.i]
    opening = next((word for word in before if word.text == ","), None)
    if opening is None or before[-1].text != "," or opening == before[-1] or opening.i <= thing.sent.start:
        return None
    noun = thing.doc[opening.i - 1]
    return noun if noun.pos_ == "NOUN" else None

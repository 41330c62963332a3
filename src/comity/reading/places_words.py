"""What the search for places asks of single words; its closed sets stand in `data/place_words.csv`."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from comity.tables import rows

_SUBJECTS = {"nsubj", "nsubjpass"}


@cache
def place_words(name: str) -> frozenset[str]:
    """The set of that name, lower case. Raises `KeyError` for a name that is not in the file."""
    return _sets()[name]


def lemma_in(token: Token, *names: str) -> bool:
    """Whether the lemma of a word is in one of the sets."""
    lemma = token.lemma_.lower()
    return any(lemma in place_words(name) for name in names)


def is_noun(token: Token) -> bool:
    """Whether a word heads a noun phrase."""
    return token.pos_ in {"NOUN", "PROPN"}


def objects(preposition: Token) -> tuple[Token, ...]:
    """The nouns behind a preposition, without those joined to them."""
    return tuple(child for child in preposition.children if child.dep_ == "pobj")


def has_subject(verb: Token) -> bool:
    """Whether a clause names a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def shares_subject(verb: Token) -> bool:
    """Whether the subject of a clause is left out or but points back: 'they', 'the two'."""
    return all(child.lower_ in place_words("pointing") for child in verb.children if child.dep_ in _SUBJECTS)


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for row in rows("reading", "place_words.csv")}

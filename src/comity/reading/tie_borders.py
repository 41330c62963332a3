"""Borders that are no settled matter: 'their sea border has never been fixed', 'the unmarked frontier'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.tie_words import tie_words


def is_open(border: Token) -> bool:
    """Whether the words around a border say that it is disputed or not drawn."""
    if border.lemma_.lower() not in tie_words("borders"):
        return False
    said = [child for child in border.children if child.dep_ == "amod"]
    said += [one for clause in _clauses(border) for one in (clause, *clause.children) if _says(one, clause)]
    return any(_is_unsettled(one) for one in said)


def is_settled(noun: Token) -> bool:
    """Whether a noun is a border of which nothing of the kind is said."""
    return noun.lemma_.lower() in tie_words("borders") and not is_open(noun)


def _clauses(border: Token) -> list[Token]:
    own = [child for child in border.children if child.dep_ in {"relcl", "acl"}]
    above = [border.head] if border.dep_ in {"nsubj", "nsubjpass"} else []
    after = [one for clause in (*own, *above) for one in clause.children if one.dep_ == "xcomp"]
    return [*own, *above, *after]


def _says(word: Token, clause: Token) -> bool:
    return word == clause or word.dep_ in {"acomp", "oprd"}


def _is_unsettled(word: Token) -> bool:
    if word.lemma_.lower() in tie_words("unsettled") or word.lower_ in tie_words("unsettled"):
        return True
    drawn = word.lemma_.lower() in tie_words("drawing")
    negated = any(child.dep_ == "neg" or child.lower_ == "never" for child in word.children)
    yet = word.dep_ == "xcomp" and any(child.lower_ == "yet" for child in word.head.children)
    return drawn and (negated or yet)

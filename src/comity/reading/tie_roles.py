"""Ties by what one is to another: 'China is its largest market', 'Peru, a candidate for the bloc'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_telling import Pair
from comity.reading.tie_things import modifiers
from comity.reading.tie_words import TieRole, tie_roles

_TO_WHOM = ("of", "to", "for", "in")


class TieRoles:
    """Finds the roles that the nouns of a text name, with who has the role and to whom."""

    def __init__(self, parties: TieParties) -> None:
        self._parties = parties

    def of(self, noun: Token) -> Iterator[tuple[TieRole, Pair]]:
        """The first row of the lexicon that fits the noun, with its pairs."""
        for role in tie_roles().get(noun.lemma_.lower(), ()):
            if noun.pos_ != "NOUN" or (role.beside and not role.beside & modifiers(noun)):
                continue
            pairs = [(a, b) for a in self._who(noun)[:2] for b in self._whom(noun)[:2] if a != b]
            fitting = [pair for pair in pairs if self._parties.is_body(pair[1]) == (role.body == "igo")]
            if fitting:
                yield from ((role, pair) for pair in fitting)
                return

    def _who(self, noun: Token) -> Sides:
        """The subject of 'is', or whom an apposition stands beside."""
        if noun.dep_ in {"attr", "oprd"}:
            return self._parties.doers(noun.head)
        if noun.dep_ == "appos":
            return self._parties.at([noun.head])
        with_noun = [child for child in noun.children if child.dep_ == "appos"]
        return self._parties.at(with_noun)

    def _whom(self, noun: Token) -> Sides:
        return self._parties.holders(noun) or self._parties.own_after(noun, *_TO_WHOM)

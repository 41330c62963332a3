"""The things that ties are told of: an embassy, a treaty, sanctions, troops, each by its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from comity.ontology import Level
from comity.reading.layers import Sentence
from comity.reading.tie_levels import rung_at
from comity.reading.tie_words import Effect, TieNoun, tie_nouns, tie_turns, tie_words
from comity.record.values import TieKind

_PLURAL = {"NNS", "NNPS"}
_MODIFIERS = {"compound", "amod", "nmod", "poss", "npadvmod"}


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun that names a tie; `named` is what naming it alone says of one, if anything."""

    token: Token
    kind: TieKind
    named: Effect | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A thing where it is told of; `trigger` is the word that tells, `None` where the thing is only named."""

    thing: Thing
    trigger: Token | None
    sentence: Sentence

    @property
    def noun(self) -> Token:
        """The word for the thing."""
        return self.thing.token

    @property
    def lemma(self) -> str:
        """Its lemma in lower case."""
        return self.thing.token.lemma_.lower()


def is_definite(noun: Token) -> bool:
    """'The embassy', 'its embassy', 'both embassies': one that the text has named or takes as known."""
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that", "both"} for child in noun.children)


def things_in(tokens: Iterable[Token]) -> Iterator[Thing]:
    """The things that the words of a sentence name, in text order."""
    for token in tokens:
        if token.pos_ in {"NOUN", "PROPN"}:
            rung = rung_at(token)
            named = (_thing(token, noun) for noun in tie_nouns().get(token.lemma_.lower(), ()))
            found = _bond(token, *rung) if rung else next((one for one in named if one), None)
            if found:
                yield found


def _bond(token: Token, level: Level, plain: bool) -> Thing | None:
    """A rung of the ladder; a bare 'partnership' says nothing by itself, the 'National Alliance' is a party."""
    if level.level == "alliance" and token.pos_ == "PROPN" and modifiers(token) & tie_words("of parties"):
        return None
    if level.level == "alliance":
        return Thing(token, "alliance", "lasts")
    return Thing(token, "partnership", None if plain else "lasts", level.level)


def _thing(token: Token, noun: TieNoun) -> Thing | None:
    beside = modifiers(token)
    if token.lower_ == "force" and token.head.lower_ in {"in", "into"} and not any(token.lefts):
        return None
    if noun.beside and not noun.beside & beside and not _is_of_nation(token, noun):
        return None
    if noun.without & beside or noun.number not in {"", "plural" if token.tag_ in _PLURAL else "singular"}:
        return None
    if token.dep_ == "compound" and not _may_modify(token, noun.kind):
        return None
    says = (not noun.named_beside or noun.named_beside in beside) and not beside & tie_words("unlike")
    return Thing(token, noun.kind, noun.named if says else None)


def _is_of_nation(token: Token, noun: TieNoun) -> bool:
    """'A Norwegian credit', of a noun that needs to be somebody's."""
    return "*nationality" in noun.beside and any(child.ent_type_ == "NORP" for child in token.lefts)


def _may_modify(token: Token, kind: TieKind) -> bool:
    """'Embassy staff' show an embassy, 'the troop withdrawal' tells of troops; 'a trade agreement' of none."""
    return kind == "mission" or (kind, "noun", token.head.lemma_.lower()) in tie_turns()


def modifiers(token: Token) -> set[str]:
    """The lemmas of the words that stand before a noun in its phrase."""
    return {word.lemma_.lower() for child in token.lefts if child.dep_ in _MODIFIERS for word in child.subtree}

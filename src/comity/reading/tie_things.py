"""The things that ties are told of: an embassy, a treaty, sanctions, troops, each by its noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from comity.ontology import ladder_names, level_of
from comity.reading.layers import Sentence
from comity.reading.tie_words import Effect, TieNoun, tie_nouns, tie_turns, tie_words
from comity.record.values import TieKind

_MODIFIERS = {"compound", "amod", "nmod", "poss", "npadvmod"}
_LOOSE = 3
"""Levels of partnership from this rank on are bonds of their own; below are plain relations."""


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


def things_in(span: Span) -> Iterator[Thing]:
    """The things that a sentence names, in text order."""
    levels = dict(_levels(span))
    for token in span:
        if token.i in levels:
            yield levels[token.i]
        elif token.pos_ in {"NOUN", "PROPN"}:
            found = next((one for noun in _nouns(token) if (one := _thing(token, noun))), None)
            if found:
                yield found


def _nouns(token: Token) -> tuple[TieNoun, ...]:
    return tie_nouns().get(token.lemma_.lower(), ())


def _thing(token: Token, noun: TieNoun) -> Thing | None:
    beside = modifiers(token)
    if noun.beside and not noun.beside & beside:
        return None
    if noun.without & beside or (noun.plural and token.tag_ not in {"NNS", "NNPS"}):
        return None
    if token.dep_ == "compound" and not _may_modify(token, noun.kind):
        return None
    says = (not noun.named_beside or noun.named_beside in beside) and not beside & tie_words("unlike")
    return Thing(token, noun.kind, noun.named if says else None)


def _may_modify(token: Token, kind: TieKind) -> bool:
    """'Embassy staff' show an embassy, 'the troop withdrawal' tells of troops; 'a trade agreement' of none."""
    return kind == "mission" or (kind, "noun", token.head.lemma_.lower()) in tie_turns()


def modifiers(token: Token) -> set[str]:
    """The lemmas of the words that stand before a noun in its phrase."""
    return {word.lemma_.lower() for child in token.lefts if child.dep_ in _MODIFIERS for word in child.subtree}


def _levels(span: Span) -> Iterator[tuple[int, Thing]]:
    """Rungs of the ladder by the index of their last word; the longest wording counts."""
    if "partner" not in span.text.lower() and "alliance" not in span.text.lower():
        return
    for found in _pattern().finditer(span.text):
        level = level_of(re.sub(r"partners?$", "partnership", found.group(1).lower()))
        last = next((t for t in span if t.idx <= span.start_char + found.end(1) - 1 < t.idx + len(t)), None)
        if level is None or last is None or level.rank < _LOOSE:
            continue
        kind: TieKind = "alliance" if level.level == "alliance" else "partnership"
        plain = " " not in found.group(1)
        yield last.i, Thing(last, kind, None if plain else "lasts", None if kind == "alliance" else level.level)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((name for name in ladder_names() if "treaty" not in name), key=len, reverse=True)
    wordings = [re.sub("partnership$", "partner(?:ship|s)?", re.escape(name)) for name in names]
    return re.compile(r"\b(" + "|".join(wordings) + r")\b", re.IGNORECASE)

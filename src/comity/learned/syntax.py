"""Where the marked parties stand in the parse: their heads, the words above them, the path between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from comity.learned.marked import Marked, Span
from comity.reading.frames import Governor, frames
from comity.reading.governed import governor_of
from comity.reading.recent import RECENT
from comity.reading.subjects import VERBAL

_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_FAR = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """The tokens of the two parties, in text order, and their heads; empty and None where one is not named."""

    doc: Doc
    actor: tuple[Token, ...]
    recipient: tuple[Token, ...]
    heads: tuple[Token | None, Token | None]
    """The head word of the actor and of the recipient."""
    inside: frozenset[int]
    """The indices of all tokens of both."""


def placed(doc: Doc, marked: Marked) -> Placed:
    """The marked spans as tokens of the parse of the sentence."""
    actor, recipient = _tokens(doc, marked.actor), _tokens(doc, marked.recipient)
    inside = frozenset(token.i for token in (*actor, *recipient))
    return Placed(doc, actor, recipient, (head_of(actor), head_of(recipient)), inside)


def head_of(tokens: tuple[Token, ...]) -> Token | None:
    """The token that the others hang on; the last one where they do not hang together."""
    own = {token.i for token in tokens}
    tops = (token for token in tokens if token.head.i == token.i or token.head.i not in own)
    return next(tops, tokens[-1] if tokens else None)


def above(token: Token, number: int = _FAR) -> Iterator[Token]:
    """The words above a token, the nearest first."""
    while number and token.head.i != token.i:
        token, number = token.head, number - 1
        yield token


def predicate(head: Token | None) -> tuple[Token, str] | None:
    """The verb or noun that a party depends on, and by which dependency."""
    before = head
    for token in above(head) if head is not None else ():
        if token.pos_ in VERBAL or token.pos_ == "NOUN":
            return token, before.dep_ if before is not None else ""
        before = token
    return None


def path(one: Token, other: Token) -> tuple[list[Token], list[Token]]:
    """From one up to the word that both hang under, that word included, and from there down to the other."""
    up, down = [one, *above(one)], [other, *above(other)]
    at = {token.i: number for number, token in enumerate(down)}
    for number, token in enumerate(up):
        if token.i in at:
            return up[: number + 1], down[: at[token.i]][::-1]
    return [], []


@lru_cache(RECENT)
def types_of(token: Token) -> tuple[str, ...]:
    """The event types that the lexicon of frames gives a word in any of its uses, and its kind of governor."""
    named = frames().get((token.lemma_.lower(), _KINDS.get(token.pos_, "")), ())
    governor: Governor | None = governor_of(token)
    types = dict.fromkeys(frame.event_type for frame in named)
    return (*types, *([f"g{governor.kind}"] if governor else []))


def _tokens(doc: Doc, span: Span | None) -> tuple[Token, ...]:
    if span is None:
        return ()
    return tuple(token for token in doc if token.idx < span[1] and token.idx + len(token) > span[0])

"""What the reader's own rules make of a sentence whose two parties are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from comity.learned.syntax import Placed, head_of
from comity.reading.acts import find_acts
from comity.reading.corefer import corefer
from comity.reading.layers import Act, Mention, Meta, Parsed, Referents, Sentence
from comity.reading.mentions import find_mentions
from comity.reading.voice import Voices
from comity.record.values import EventType, Status

_ACTOR, _RECIPIENT = "actor:1", "recipient:2"
_IN_ORDER = ("ar", "ar+", "aa", "a", "_r", "ra", "r", "_a", "o")
"""Which sides the two hold in an act, from what was asked to what was not."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """An act that the rules found; `sides` tells where the two parties stand in it ('ar': as asked)."""

    sides: str
    event_type: EventType
    mode: str | None
    promised: EventType | None
    status: Status


def ruled(sentence: Placed) -> tuple[Ruled, ...]:
    """The acts of the sentence, those between the two first; costs about a tenth of the parse."""
    parsed = _parsed(sentence.doc)
    referents = _referents(parsed, sentence)
    voices = Voices(parsed, referents)
    found = [
        Ruled(_sides(act), act.event_type, act.mode, act.promised, voices.of(act.trigger).status)
        for act in find_acts(parsed, referents)
    ]
    return tuple(sorted(found, key=lambda one: _IN_ORDER.index(one.sides)))


def rule_features(acts: tuple[Ruled, ...]) -> set[str]:
    """Names of the features that hold; binary."""
    return {*_features(acts)}


def _features(acts: tuple[Ruled, ...]) -> Iterator[str]:
    best = next((act for act in acts if act.sides != "o"), None)
    yield f"best={best.event_type if best else 'none'}"
    for act in acts:
        yield f"{act.sides}={act.event_type}"
        yield f"{act.sides}={act.event_type}:{act.status}"
        if act.promised:
            yield f"{act.sides}={act.event_type}/{act.promised}"


def _parsed(doc: Doc) -> Parsed:
    sentences = tuple(Sentence(span, "body", 0) for span in doc.sents)
    numbers = tuple(number for number, one in enumerate(sentences) for _ in one.span)
    return Parsed(doc.text, doc, sentences, numbers)


def _referents(parsed: Parsed, sentence: Placed) -> Referents:
    """The parties as two strangers, whatever their words are, among the others of the sentence."""
    told = find_mentions(parsed)
    marked = [
        _marked(name, tokens, told)
        for name, tokens in ((_ACTOR, sentence.actor), (_RECIPIENT, sentence.recipient))
        if tokens
    ]
    kept = [one for one in told if one.head not in sentence.inside]
    heads = {one.head for one in (*kept, *marked)}
    kept = [replace(one, same_as=one.same_as if one.same_as in heads else None) for one in kept]
    found = corefer(parsed, tuple(sorted((*kept, *marked), key=lambda one: one.head)), Meta())
    own = {at: mention for mention in marked for at in range(mention.first, _end(mention, sentence))}
    at = {**found.at, **{index: (str(mention.entity),) for index, mention in own.items()}}
    return replace(found, at=at, mentions={**found.mentions, **own}, home=None)


def _end(mention: Mention, sentence: Placed) -> int:
    tokens = sentence.actor if mention.entity == _ACTOR else sentence.recipient
    return tokens[-1].i + 1


def _marked(name: str, tokens: tuple[Token, ...], told: tuple[Mention, ...]) -> Mention:
    head = head_of(tokens) or tokens[-1]
    own = next((one for one in told if one.head == head.i), None)
    kind = own.kind if own is not None and own.kind not in {"place", "igo"} else "state"
    sector = own.sector if own is not None else None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return Mention(start, end, tokens[0].i, head.i, "name", kind, name, name, name, sector)


def _sides(act: Act) -> str:
    actors = {one.referent.country for one in act.actors}
    recipients = {one.referent.country for one in act.recipients}
    if _ACTOR in actors and _RECIPIENT in recipients:
        return "ar" if len(actors) == len(recipients) == 1 else "ar+"
    if _RECIPIENT in actors and _ACTOR in recipients:
        return "ra"
    if {_ACTOR, _RECIPIENT} <= actors:
        return "aa"
    told = (("a", _ACTOR in actors), ("_r", _RECIPIENT in recipients), ("r", _RECIPIENT in actors))
    return next((name for name, holds in told if holds), "_a" if _ACTOR in recipients else "o")

"""Whether an act is symbolic or practical: what the words around it say, over what the lexicon has.

Talks and visits about a matter, or in whose course something was settled, are practical; those told as ceremony
or courtesy are symbolic, and so are talks about relations in general and, where nothing else is told, meetings
with a resident ambassador. Of several tellings the ground that goes furthest decides, in the order of `Ground`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.layers import Act, Parsed, Participant, Referents, Times
from comity.reading.matters import Matters, substance_words, word
from comity.record.values import Substance


class Ground(IntEnum):
    """Why an act is held to be symbolic or practical; what stands first goes before what follows."""

    SAID = 0
    MATTER = 1
    OCCASION = 2
    OFFICIAL = 3
    COURTESY = 4
    VAGUE = 5
    LEXICON = 6
    GOODWILL = 7


class Ruling(NamedTuple):
    """What an act is held to be, on what ground, and the word that decided it."""

    ground: Ground
    substance: Substance
    word: str = ""


def settled(rulings: Iterable[Ruling]) -> Ruling:
    """The ruling of several tellings that goes before the others; practical on equal grounds."""
    return min(rulings, key=lambda one: (one.ground, one.substance))


class Substances:
    """Rules on the acts of a text."""

    def __init__(self, parsed: Parsed, referents: Referents, times: Times) -> None:
        self._matters = Matters(parsed, referents, times)
        self._text = parsed.text
        self._referents = referents

    def of(self, act: Act) -> Ruling:
        """The ruling on one telling of an act; a user's own ontology is never overruled."""
        if act.own:
            return _by_lexicon(act)
        if act.event_type == "CONSULT" and act.cameo not in _SETTLING:
            return self._meeting(act)
        if act.event_type == "AGREE":
            return self._promise(act)
        return _of_gift(act) if act.event_type == "AID" else _of_memory(act)

    def _meeting(self, act: Act) -> Ruling:
        clause, told = self._matters.clause(act), [*self._matters.clauses(act), *self._matters.sequel(act)]
        if said := _first(clause, "said"):
            return Ruling(Ground.SAID, "symbolic", said)
        if matter := self._matters.matter(told):
            return Ruling(Ground.MATTER, "practical", matter.text)
        if occasion := next(filter(None, map(_occasion, clause)), None):
            return Ruling(Ground.OCCASION, "symbolic", occasion)
        if act.mode == "visit" and (official := _call_that_is(clause, "official")):
            return Ruling(Ground.OFFICIAL, "practical", official)
        return self._courtesy(act, clause, told) or _by_lexicon(act)

    def _courtesy(self, act: Act, clause: list[Token], told: list[Token]) -> Ruling | None:
        """A visit is a courtesy by its name or purpose alone, a meeting by anything courteous in it."""
        envoy = next(filter(None, map(self._envoy, (*act.actors, *act.recipients))), None)
        found = _call_that_is(clause, "courtesy adjective") or _purpose(act.trigger)
        if found is None and (act.mode != "visit" or envoy):
            found = _first(told if envoy else self._matters.clauses(act), "courtesy")
        if found:
            return Ruling(Ground.COURTESY, "symbolic", found)
        if light := _light(act.trigger):
            return Ruling(Ground.GOODWILL, "symbolic", light)
        topics = self._matters.topics(told) if act.mode != "visit" else []
        vague = envoy or (topics[0].text if topics else None)
        return Ruling(Ground.VAGUE, "symbolic", vague) if vague else None

    def _envoy(self, one: Participant) -> str | None:
        """The title of somebody who resides as an envoy where he is met."""
        mention = self._referents.mentions.get(one.token.i)
        told = self._text[mention.start : mention.end].lower().split() if mention else []
        held = [word for office in one.referent.offices for word in office.title.lower().split()]
        return next((word for word in (*told, *held) if word in substance_words("envoy")), None)

    def _promise(self, act: Act) -> Ruling:
        words = list(act.trigger.subtree)
        if matter := self._matters.matter(words):
            return Ruling(Ground.MATTER, "practical", matter.text)
        if invitation := _first([act.trigger, *act.trigger.children], "invitation"):
            return Ruling(Ground.GOODWILL, "symbolic", invitation)
        vague = [one for one in words if word(one, "strengthening") and not self._matters.is_specific(one)]
        return Ruling(Ground.GOODWILL, "symbolic", vague[0].text) if vague else _by_lexicon(act)


_SETTLING = frozenset({"045", "046"})
"""To mediate and to negotiate, which are about a matter by themselves."""


def _by_lexicon(act: Act) -> Ruling:
    return Ruling(Ground.LEXICON, act.substance)


def _of_memory(act: Act) -> Ruling:
    """'The anniversary of the opening of relations' tells of no opening."""
    above = list(act.trigger.ancestors) if act.event_type == "SUPPORT" and act.trigger.pos_ == "NOUN" else []
    until = next((at for at, one in enumerate(above) if one.pos_ == "VERB"), len(above))
    found = _first(above[:until], "occasion")
    return Ruling(Ground.OCCASION, "symbolic", found) if found else _by_lexicon(act)


def _of_gift(act: Act) -> Ruling:
    """'A state gift', 'a gift of state'."""
    gifts = [one for one in act.trigger.subtree if word(one, "gift")]
    found = next((one for one in gifts if any(below.lower_ == "state" for below in one.subtree)), None)
    return Ruling(Ground.COURTESY, "symbolic", found.text) if found else _by_lexicon(act)


def _first(words: Iterable[Token], name: str) -> str | None:
    return next((token.text for token in words if word(token, name)), None)


def _occasion(token: Token) -> str | None:
    """A word of an occasion; an opening is one of people and games, not of works."""
    if not word(token, "occasion"):
        return None
    works = word(token, "opening") and any(one.lemma_.lower() in act_words("works") for one in token.subtree)
    return None if works else token.text


def _call_that_is(clause: Iterable[Token], name: str) -> str | None:
    """The adjective of that set beside a visit or a call."""
    calls = (token for token in clause if word(token, "call"))
    return next((one.text for call in calls for one in call.lefts if word(one, name)), None)


def _light(trigger: Token) -> str | None:
    """The meal or show that the act is, or takes place at."""
    goals = [
        one
        for child in trigger.children
        if child.dep_ == "prep" and child.lower_ != "over"
        for one in child.children
    ]
    objects = [child for child in trigger.children if child.dep_ in {"dobj", "nsubjpass"}]
    found = next((one for one in (trigger, *objects, *goals) if word(one, "light occasion")), None)
    working = found is not None and any(word(one, "official") for one in found.lefts)
    return found.text if found is not None and not working else None


def _purpose(trigger: Token) -> str | None:
    """The courtesy for which somebody comes or calls: 'to congratulate', 'to offer condolences'."""
    aims = (one for one in trigger.children if one.dep_ in {"advcl", "xcomp"} and one.tag_ == "VB")
    return next(filter(None, (_first([one, *one.children], "courtesy purpose") for one in aims)), None)

"""What the nature of an act tells of its place: a visit is at the host's, an embassy is in the other state."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from comity.reading.clauses import subject
from comity.reading.layers import Act, Participant, Referents
from comity.reading.places_words import lemma_in
from comity.record import Place

_AT_HOME = {"expel", "convict"}
"""Modes of what a state does on its own soil."""
_OBJECTS = {"dobj", "nsubjpass"}


class Hosts:
    """Finds the state in which an act must have taken place."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents

    def country(self, act: Act) -> str | None:
        """That state; `None` where the nature of the act leaves it open."""
        mission = self._mission(act)
        if mission is not None:
            return self._abroad(act, mission)
        if lemma_in(act.trigger, "travel") or (act.mode == "visit" and act.event_type == "CONSULT"):
            return _sole(act.recipients)
        if act.mode in _AT_HOME or (act.event_type == "ACCUSE" and _summons(act.trigger)):
            return _sole(act.actors)
        if act.mode == "withdraw" and lemma_in(act.trigger, "quit"):
            return _sole(act.recipients)
        if act.event_type == "CONSULT" and lemma_in(act.trigger, "host"):
            return self._of_subject(act.trigger)
        return None

    def struck(self, act: Act, place: Place) -> str | None:
        """The state of the place, in no list, that an attack hits: that of the attacked."""
        return _sole(act.recipients) if act.event_type == "ASSAULT" and not place.country else None

    def is_mistaken(self, act: Act, place: Place) -> bool:
        """True for 'the country' or 'its capital' read as the visitor's, the opener's or the attacker's own."""
        common = place.name[:1].islower() and place.country == _sole(act.actors)
        away = act.mode == "visit" or act.event_type == "ASSAULT" or self._mission(act) is not None
        other = _sole(act.recipients)
        return common and away and other not in {None, place.country}

    def _mission(self, act: Act) -> Token | None:
        """The embassy that is opened or closed."""
        if not lemma_in(act.trigger, "found"):
            return None
        things = (one for one in act.trigger.children if one.dep_ in _OBJECTS)
        return next((one for one in things if lemma_in(one, "mission")), None)

    def _abroad(self, act: Act, mission: Token) -> str | None:
        """'Its embassy' and 'an embassy' is at the other's; 'the embassy of the other' at one's own."""
        actor, other = _sole(act.actors), _sole(act.recipients)
        holders = (one for one in mission.children if one.dep_ in {"poss", "amod", "compound", "nmod"})
        owners = {entity.country for one in holders for entity in self._referents.of(one)}
        if other is not None and owners == {other}:
            return actor
        plain = any(one.lower_ in {"a", "an", "its", "their", "his"} for one in mission.children)
        return other if plain or owners == {actor} else None

    def _of_subject(self, verb: Token) -> str | None:
        who = subject(verb)
        countries = {one.country for one in self._referents.of(who)} if who is not None else set()
        return countries.pop() if len(countries) == 1 else None


def _summons(verb: Token) -> bool:
    """True for 'summoned' and 'called in', not for 'called it a lie'."""
    inwards = any(one.lower_ == "in" and one.i == verb.i + 1 for one in verb.children)
    return lemma_in(verb, "summons") and (verb.lemma_ != "call" or inwards)


def _sole(parties: Iterable[Participant]) -> str | None:
    countries = {one.referent.country for one in parties}
    return countries.pop() if len(countries) == 1 else None

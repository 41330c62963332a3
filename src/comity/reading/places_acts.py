"""Where acts take place: as their own words say, as their nature says, or where the telling has been set.

A visit is where the host is, an ambassador is summoned or expelled by those who do it at home. Talks and
signings between the same sides, told on in the same days or the same paragraph, are where the ones before were.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from comity import gazetteer
from comity.reading.clauses import subject
from comity.reading.layers import Act, Parsed, Referents, Times
from comity.reading.places import place_of, told_place
from comity.reading.places_dateline import reported_from
from comity.reading.places_hosts import Hosts
from comity.reading.places_names import Names
from comity.reading.places_scenes import Scenes
from comity.reading.places_words import lemma_in, objects, place_words
from comity.record import Place
from comity.record.values import Genre

_SPOKEN = {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"}


def place_acts(
    acts: Iterable[Act], parsed: Parsed, referents: Referents, times: Times, genre: Genre = "unknown"
) -> dict[int, Place]:
    """By index of an act's trigger token: its place, where the text tells one. `country` is None where a name is
    told and its state stays open. Linear in the text."""
    acts = sorted(acts, key=lambda act: act.trigger.i)
    finder = _Finder(parsed, referents)
    scenes = Scenes(parsed, times, genre)
    found = {act.trigger.i: finder.told(act) for act in acts}
    scenes.add((act, place) for act in acts if (place := found[act.trigger.i]))
    places = {act.trigger.i: _settled(act, found[act.trigger.i], scenes) for act in acts}
    dated = {act.trigger.i: places[act.trigger.i] or finder.at_dateline(act) for act in acts}
    return {index: place for index, place in dated.items() if place}


def _settled(act: Act, told: Place | None, scenes: Scenes) -> Place | None:
    """What is told, with the state of the scene that the act belongs to where it tells none."""
    if told is not None and told.country:
        return told
    set_in = scenes.of(act)
    if set_in is None:
        return told
    return Place(name=told.name, country=set_in.country) if told else set_in


class _Finder:
    """Reads the place of each act for itself."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._parsed = parsed
        self._referents = referents
        self._hosts = Hosts(referents)
        self._names = Names(parsed, referents)

    def told(self, act: Act) -> Place | None:
        """The place that the words or the nature of an act tell."""
        place = self._in_words(act)
        if place is not None and place.country and not self._hosts.is_mistaken(act, place):
            return place
        country = self._hosts.country(act) or (self._hosts.struck(act, place) if place else None)
        if country is None:
            return place
        named = place if place and not place.country else None
        return Place(name=named.name if named else gazetteer.load().name(country), country=country)

    def _in_words(self, act: Act) -> Place | None:
        words = (act.trigger, _planned(act), self._speech(act))
        places = [told_place(word, self._parsed, self._referents) for word in words if word is not None]
        places.append(self._destination(act))
        known = (one for one in places if one and one.country)
        return next(known, None) or next(filter(None, places), None)

    def _speech(self, act: Act) -> Token | None:
        """'In Bern a spokesman said that Norway deplored …': one's own spokesman is where one speaks."""
        verb = act.trigger.head if act.trigger.dep_ == "conj" else act.trigger
        said = verb.head
        if act.event_type not in _SPOKEN or verb.dep_ != "ccomp" or said.lemma_ not in place_words("say"):
            return None
        speaker = subject(said)
        sides = {one.country or one.id for one in self._referents.of(speaker)} if speaker is not None else set()
        own = not sides and _has_spokesman(said)
        return said if own or (sides and sides <= {one.side for one in act.actors}) else None

    def _destination(self, act: Act) -> Place | None:
        """The city of 'sent forty engineers to Suva': where help and troops go, they are used."""
        sent = [one for one in act.trigger.children if one.dep_ == "dobj"]
        if not lemma_in(act.trigger, "deliver") or any(lemma_in(one, "message") for one in sent):
            return None
        links = [one for verb in (act.trigger, *sent) for one in verb.children if one.lower_ == "to"]
        cities = (one for link in links for one in objects(link) if self._is_city(one))
        return next(filter(None, (self._names.of(one) for one in cities)), None)

    def _is_city(self, noun: Token) -> bool:
        mention = self._referents.mentions.get(noun.i)
        return noun.pos_ == "PROPN" and (mention is None or mention.kind == "place" or mention.form == "metonym")

    def at_dateline(self, act: Act) -> Place | None:
        """Where the report was written, if the act is most likely there."""
        near = place_of(act.trigger, self._parsed, self._referents)
        in_person = any(one.referent.kind in {"person", "igo"} for one in act.actors)
        if near is not None or act.event_type not in _SPOKEN or not in_person:
            return near
        return reported_from(act.trigger, self._parsed)


def _has_spokesman(said: Token) -> bool:
    """Whether somebody who speaks for others is told before the verb, wherever the parse puts him."""
    before = said.doc[max(said.sent.start, said.i - 12) : said.i]
    return any(lemma_in(one, "spokesman") for one in before)


def _planned(act: Act) -> Token | None:
    """The meeting of 'agreed to meet in X', 'readiness to host talks in X', 'agreed that talks be held in X'."""
    if act.event_type != "AGREE":
        return None
    plans = (one for one in act.trigger.children if one.dep_ in {"xcomp", "ccomp", "acl", "relcl"})
    return next((one for one in plans if one.i > act.trigger.i and lemma_in(one, "gather")), None)

"""Pairs of ties between equals: relations, treaties, trade, whoever is named first."""

from __future__ import annotations

from itertools import combinations

from spacy.tokens import Token

from comity.reading.tie_elision import Earlier
from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_predicates import predicates
from comity.reading.tie_telling import Pair
from comity.reading.tie_things import Site, is_definite
from comity.reading.tie_words import tie_words

_WITH = ("with", "to")
_MANY = 3
_OF_TOPIC = {"treaty", "trade", "diplomatic_relations"}
_OF_SENTENCE = {"treaty", "partnership", "diplomatic_relations"}


class MutualPairs:
    """Finds the two of a thing, or one with each of several; none where there are more than fit."""

    def __init__(self, parties: TieParties, earlier: Earlier) -> None:
        self._parties = parties
        self._earlier = earlier

    def of(self, site: Site) -> tuple[Pair, ...]:
        """In the order of the text: out of the phrase, then the clause, then what was told before."""
        pairs = () if site.thing.kind == "treaty" and self._is_with_firm(site) else self._pairs(site)
        if site.thing.kind != "dispute":
            return pairs
        return tuple(pair for pair in pairs if not any(self._is_forum(side) for side in pair))

    def _is_forum(self, side: str) -> bool:
        """Bodies hear disputes; only the European Union has its own."""
        return self._parties.is_body(side) and side != "EU"

    def _pairs(self, site: Site) -> tuple[Pair, ...]:
        between = self._parties.own_after(site.noun, "between", "among")
        if len(between) >= 2:
            return tuple(combinations(between[:_MANY], 2))
        own = self._parties.holders(site.noun) or self._parties.own_after(site.noun, "of")
        others = self._parties.own_after(site.noun, *_WITH, *(("from",) if site.thing.kind == "trade" else ()))
        if site.thing.kind == "trade" and not own:
            own = tuple(side for side in self._parties.own_after(site.noun, "from") if side not in others)
        if site.trigger is not None:
            own, others = self._in_clause(site, site.trigger, own, others)
        elif not own and others:
            own = self._parties.subject_over(site.noun)
        return self._matched(site, own, others)

    def _in_clause(self, site: Site, trigger: Token, own: Sides, others: Sides) -> tuple[Sides, Sides]:
        between = self._parties.after(trigger, "between")
        if len(between) >= 2 and not own:
            return between, ()
        others = others or self._reached(site, trigger)
        if site.thing.kind == "partnership" and not others:
            own, others = self._raised(trigger, own)
        doers = self._parties.doers(trigger, site.noun) or self._parties.bound(site.noun, trigger)
        theirs = len(doers) == 2 and any(child.tag_ == "PRP$" for child in site.noun.children)
        if theirs or (len(own) == 1 and not others and own[0] in doers):
            own = ()
        return own or doers, others

    def _reached(self, site: Site, trigger: Token) -> Sides:
        """With whom, or to whom where the thing can be given: 'granted Russia an industrial zone'."""
        towards = ("to", "from") if site.thing.kind == "trade" else ("alongside",)
        found = self._parties.after(trigger, "with", *towards)
        if found or site.thing.kind != "economic_zone":
            return found
        given = self._parties.at(child for child in trigger.children if child.dep_ == "dative")
        return given or self._parties.after(trigger, "to", "for")

    def _raised(self, trigger: Token, own: Sides) -> tuple[Sides, Sides]:
        """'Raised its relations with Japan to a partnership': the two of what is raised."""
        moved = [child for child in trigger.children if child.dep_ in {"dobj", "nsubjpass"}]
        others = tuple(side for one in moved for side in self._parties.own_after(one, *_WITH))
        return own or tuple(side for one in moved for side in self._parties.holders(one)), others

    def _matched(self, site: Site, own: Sides, others: Sides) -> tuple[Pair, ...]:
        pairs = tuple((one, other) for one in own[:2] for other in others[:_MANY] if one != other)
        known = tuple(dict.fromkeys((*own, *others)))
        if pairs or len(known) >= 2:
            return pairs or (((known[0], known[1]),) if len(known) == 2 else ())
        return self._completed(site, known)

    def _completed(self, site: Site, known: Sides) -> tuple[Pair, ...]:
        """With one side or none: who else acts on the thing, what was told before, whom the sentence names."""
        if site.trigger is not None:
            acting = (side for word, _ in predicates(site.noun) for side in self._parties.doers(word, site.noun))
            both = tuple(dict.fromkeys((*known, *acting)))
            if len(both) == 2:
                return ((both[0], both[1]),)
        if self._is_with_somebody(site):
            return ()
        told = self._earlier.pairs(site, known) if site.lemma in tie_words("elided") else ()
        named = set(self._parties.in_sentence(site.sentence)) - {self._parties.home}
        if told and site.thing.kind == "treaty" and site.trigger is not None and not named <= set(told[0]):
            told = ()
        found = self._with_home(site, known) or told or self._named_around(site, known)
        return found or self._of_text(site, known)

    def _is_with_firm(self, site: Site) -> bool:
        """'A contract with a bank in Dubai' binds no state."""
        named = [one for one in _behind_with(site) if one.pos_ == "NOUN"]
        return any(one.lemma_.lower() in tie_words("some firm") for one in named)

    def _is_with_somebody(self, site: Site) -> bool:
        """'A pact with the very government that he blamed', 'with another state': with whom is said, if not who
        that is; 'with its neighbour' is the one that the text is about."""
        other = [one for one in _behind_with(site) if one.lemma_.lower() in tie_words("some state")]
        new = [
            one
            for one in other
            if any(c.dep_ == "relcl" or c.lower_ in {"a", "an", "another"} for c in one.children)
        ]
        return bool(new) and not self._parties.within(new)

    def _of_text(self, site: Site, known: Sides) -> tuple[Pair, ...]:
        """The two that the whole text is about, where the sentence names no third ('the dispute dragged on'), or
        its one state and the one that the sentence names ('the treaty signed with India')."""
        two, topic = self._parties.setting.two, self._parties.setting.topic
        named = set(self._parties.anywhere_in(site.sentence)) | set(known)
        if site.trigger is None and not is_definite(site.noun):
            return ()
        if len(named) == 1 and _is_peace(site):
            return ()
        if len(two) == 2 and named <= set(two):
            return ((two[0], two[1]),)
        others = [side for side in known if side != topic] or [side for side in named if side != topic]
        told = site.trigger is not None or bool(known)
        if topic and told and len(others) == 1 and site.thing.kind in _OF_TOPIC:
            return ((topic, others[0]),)
        if site.thing.kind != "dispute" or not is_definite(site.noun):
            return ()
        near = self._earlier.near(site.sentence) or self._parties.setting.before(site.sentence)
        return ((near[0], near[1]),) if near and named <= set(near) else ()

    def _named_around(self, site: Site, known: Sides) -> tuple[Pair, ...]:
        """The two that the sentence names anywhere: those who sign a treaty, for whom a zone is set up."""
        kind = site.thing.kind
        zone = kind == "economic_zone" and not known and not is_definite(site.noun)
        if kind != "dispute" and (site.trigger is None or not (zone or kind in _OF_SENTENCE)):
            return ()
        both = self._parties.in_sentence(site.sentence)
        return ((both[0], both[1]),) if len(both) == 2 and set(known) <= set(both) else ()

    def _with_home(self, site: Site, known: Sides) -> tuple[Pair, ...]:
        home = self._parties.home
        if len(known) != 1:
            return ()
        there = self._parties.places_in(site.sentence) if site.thing.kind == "diplomatic_relations" else ()
        if len(there) == 1 and there[0] != known[0]:
            return ((known[0], there[0]),)
        if home is None or home == known[0]:
            return ()
        return ((home, known[0]),) if site.thing.kind in {"trade", "diplomatic_relations"} else ()


def _behind_with(site: Site) -> list[Token]:
    """With whom, behind the thing or what is said of it."""
    words = [site.noun, *([site.trigger] if site.trigger is not None else [])]
    return [one for word in words for child in word.children if child.lower_ == "with" for one in child.children]


def _is_peace(site: Site) -> bool:
    """A peace agreement; of the factions of one state where only that one is named."""
    return any(child.lemma_.lower() == "peace" for child in site.noun.lefts)

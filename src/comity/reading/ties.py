"""What stands between two parties: ties that an act makes, changes or ends, and ties that the words presuppose.

A tie is told of by the noun for it ('embassy') with what is said to happen to that, by a verb ('joined'), or
by an anniversary. All tellings of one tie are joined into its latest state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from comity.ontology import tie_types
from comity.reading.layers import Parsed, Referents, Sentence, Times
from comity.reading.tie_acts import TieActs
from comity.reading.tie_aid import aid_pairs
from comity.reading.tie_allies import allied
from comity.reading.tie_anniversaries import anniversaries
from comity.reading.tie_borders import is_open, is_settled
from comity.reading.tie_dates import TieDates
from comity.reading.tie_directed import DirectedPairs
from comity.reading.tie_echoes import Echoes
from comity.reading.tie_elision import Earlier
from comity.reading.tie_envoys import Envoys
from comity.reading.tie_join import joined, tie_of
from comity.reading.tie_mutual import MutualPairs
from comity.reading.tie_names import name_of
from comity.reading.tie_parties import TieParties
from comity.reading.tie_predicates import predicates, top_of
from comity.reading.tie_roles import TieRoles
from comity.reading.tie_telling import Pair, Telling, same_owner
from comity.reading.tie_thanks import thanked_aid
from comity.reading.tie_things import Site, Thing, is_definite, things_in
from comity.reading.tie_turns import turns_of
from comity.reading.tie_voice import TieVoice, until
from comity.reading.tie_words import Effect, tie_turns, tie_words
from comity.reading.voice import Voices
from comity.record import Tie

_DIRECTED = frozenset(kind for kind, one in tie_types().items() if one.directed)
_OF_SOIL = {"military_presence", "mission"}
_OF_YEARS = {"treaty", "alliance"}
_PRONOUNS = {"it", "they", "them", "both"}
_OF_PLACE = {"project", "military_presence"}
_ROLES = {"dobj", "nsubj", "nsubjpass", "pobj"}
_LASTING = {"lasts", "stands", "absent"}
_NAMED_ONLY = 0.6
"""Confidence in a tie of which nothing is told but its name."""


def find_ties(parsed: Parsed, referents: Referents, times: Times, document_id: str) -> tuple[Tie, ...]:
    """The ties that a text states or presupposes, one for each kind, pair and name, with all its evidence."""
    return tuple(tie_of(told, document_id) for told in told_ties(parsed, referents, times))


def told_ties(parsed: Parsed, referents: Referents, times: Times) -> tuple[list[Telling], ...]:
    """For each of these ties its tellings."""
    return joined(_TieFinder(parsed, referents, times).run(), _DIRECTED)


class _TieFinder:
    def __init__(self, parsed: Parsed, referents: Referents, times: Times) -> None:
        self._parsed = parsed
        self._times = times
        self._voice = TieVoice(Voices(parsed, referents), times)
        self._dates = TieDates(parsed, times)
        self._found: list[Telling] = []
        self._earlier = Earlier(self._found)
        self._parties = TieParties(parsed, referents)
        self._directed = DirectedPairs(self._parties, self._earlier)
        self._mutual = MutualPairs(self._parties, self._earlier)
        self._acts = TieActs(self._parties, self._earlier, parsed.sentence)
        self._roles = TieRoles(self._parties)
        self._echoes = Echoes(self._parties, self._earlier)
        self._envoys = Envoys(self._parties, self._voice)

    def run(self) -> list[Telling]:
        """Every telling, in text order."""
        for sentence in self._parsed.sentences:
            if sentence.kind != "bio":
                for telling in self._in(sentence):
                    self._found.append(telling)
        return self._found

    def _in(self, sentence: Sentence) -> Iterator[Telling]:
        tokens = list(sentence.span)
        things = {one.token.i: one for one in things_in(tokens) if not is_settled(one.token) or one.named}
        things |= {thing.token.i: thing for thing in self._again(tokens) if thing.token.i not in things}
        yield from self._anniversaries(sentence, things)
        for token in tokens:
            yield from self._envoys.of(token, sentence)
            yield from self._of_role(token, sentence)
            yield from self._echoed(token, sentence)
            if token.i in things:
                yield from self._of_thing(things[token.i], sentence)
            elif token.lower_ == "none":
                yield from self._of_none(token, sentence)
            elif token.lower_ in _PRONOUNS:
                yield from self._of_pronoun(token, sentence)
            elif token.pos_ == "VERB":
                yield from self._of_verb(token, sentence)

    def _again(self, tokens: list[Token]) -> Iterator[Thing]:
        """'The station', where the text has told of a tracking station."""
        for token in tokens:
            if token.tag_ == "NN" and token.dep_ in _ROLES and is_definite(token):
                told = self._earlier.thing(token.lemma_.lower())
                if told is not None and told.kind in _OF_PLACE:
                    yield Thing(token, told.kind)

    def _anniversaries(self, sentence: Sentence, things: dict[int, Thing]) -> Iterator[Telling]:
        """What an anniversary counts from is used up: the day it is kept on dates nothing else."""
        for word, start in anniversaries(sentence, self._times):
            for token in word.subtree:
                thing = things.pop(token.i, None)
                if thing is None:
                    continue
                for pair in self._pairs_of(Site(thing, _marking(word), sentence)):
                    yield replace(_telling(thing, pair, "begins", sentence, word), date=start, counted=True)

    def _of_thing(self, thing: Thing, sentence: Sentence) -> Iterator[Telling]:
        turns = list(turns_of(thing))
        told = [(self._told(thing, effect, word), word) for word, effect in turns]
        pairs = {word.i: self._pairs_of(Site(thing, word, sentence)) for said, word in told if said}
        known = next(filter(None, pairs.values()), ())
        if thing.kind in _OF_SOIL:
            pairs = {at: known if same_owner(found, known) else found for at, found in pairs.items()}
        for said, word in told:
            if not said:
                continue
            for pair in pairs[word.i] or known:
                yield from self._with_others(self._dated(_telling(thing, pair, said, sentence, word)), thing)
        taken = thing.kind == "trade" and is_definite(thing.token) and not any(said for said, _ in told)
        if (not turns or taken) and self._is_shown(thing):
            known = self._pairs_of(Site(thing, None, sentence))
            for pair in known:
                effect = thing.named or "lasts"
                yield self._dated(_telling(thing, pair, effect, sentence, thing.token, _NAMED_ONLY))
        year = self._dates.in_name(thing.token) if thing.kind in _OF_YEARS else None
        for pair in known if year and self._voice.stands(thing.token) else ():
            yield replace(_telling(thing, pair, "begins", sentence, thing.token), date=year)

    def _is_shown(self, thing: Thing) -> bool:
        return (thing.named is not None and self._voice.stands(thing.token)) or is_open(thing.token)

    def _with_others(self, one: Telling, thing: Thing) -> Iterator[Telling]:
        """Several of a kind that have a year each: 'signed agreements in 1974 and 1976'."""
        yield one
        if one.effect == "begins" and one.date and thing.token.tag_ == "NNS":
            for date in self._dates.others(one.trigger):
                yield replace(one, date=date, noun_at=-1)

    def _told(self, thing: Thing, effect: Effect, word: Token) -> Effect | None:
        """That somebody may close a school or port does not make it his project; a bare 'mission' is one of
        diplomats where it is opened or shut."""
        said = self._voice.told(effect, word, self._dates.period(word))
        loose = thing.kind == "project" or (thing.kind == "mission" and thing.named is None)
        return None if loose and said == "lasts" and (thing.kind == "mission" or effect != "lasts") else said

    def _pairs_of(self, site: Site) -> tuple[Pair, ...]:
        if site.thing.kind == "aid":
            return aid_pairs(site, self._parties, self._earlier)
        return (self._directed if site.thing.kind in _DIRECTED else self._mutual).of(site)

    def _of_pronoun(self, token: Token, sentence: Sentence) -> Iterator[Telling]:
        """'It was reopened in 2004': the thing told of last, in this sentence or the one before."""
        last = self._earlier.last(sentence)
        if last is None:
            return
        for trigger, role in predicates(token):
            effect = tie_turns().get((last.kind, role, trigger.lemma_.lower()))
            of_thing = role == "done" or top_of(token) != token or trigger.lemma_ in tie_words("of things")
            if effect and of_thing:
                said = self._voice.told(effect, trigger, self._dates.period(trigger))
                if said:
                    yield self._dated(replace(last, effect=said, trigger=trigger, sentence=sentence))

    def _of_none(self, token: Token, sentence: Sentence) -> Iterator[Telling]:
        """'Peru has an embassy there and Chile has none': no such thing as was told of last."""
        last = self._earlier.last(sentence)
        verb = token.head
        if last is None or token.dep_ != "dobj" or verb.lemma_ not in tie_words("existing"):
            return
        for one in self._parties.doers(verb)[:1]:
            pair = (one, last.parties[1]) if one not in last.parties else last.parties
            none = replace(last, parties=pair, effect="absent", date=None, since=False)
            yield replace(none, trigger=verb, sentence=sentence)

    def _returned(self, verb: Token, sentence: Sentence) -> Iterator[Telling]:
        """'Peru opened an embassy; Chile did not reciprocate until 1981.'"""
        last = self._earlier.last(sentence)
        if verb.lemma_ != "reciprocate" or last is None or last.kind != "mission":
            return
        said = self._voice.told("begins", verb, self._dates.period(verb))
        if said:
            other = replace(last, parties=(last.parties[1], last.parties[0]), effect=said, trigger=verb)
            yield self._dated(replace(other, sentence=sentence, noun_at=verb.i))

    def _of_verb(self, verb: Token, sentence: Sentence) -> Iterator[Telling]:
        for act, pair in self._acts.of(verb):
            said = self._voice.told(act.effect, verb, self._dates.period(verb))
            if said in {"begins", "lasts"} and act.kind == "diplomatic_relations" and until(verb):
                said = "ends"
            if said:
                yield self._dated(Telling(act.kind, pair, said, None, sentence, verb))

        yield from self._returned(verb, sentence)

    def _of_role(self, noun: Token, sentence: Sentence) -> Iterator[Telling]:
        for giving, pair in thanked_aid(noun, self._parties):
            yield self._dated(Telling("aid", pair, "begins", None, sentence, giving))
        for role, pair in self._roles.of(noun):
            word = noun.head if noun.dep_ in {"attr", "oprd"} else noun
            said = self._voice.told(role.effect, word, self._dates.period(word))
            if said:
                yield self._dated(Telling(role.kind, pair, said, None, sentence, word))

        for pair in allied(noun, self._parties):
            if self._voice.stands(noun):
                yield Telling("alliance", pair, "lasts", None, sentence, noun, confidence=_NAMED_ONLY)

    def _echoed(self, token: Token, sentence: Sentence) -> Iterator[Telling]:
        for one in self._echoes.of(token, sentence):
            said = self._voice.told(one.effect, token, self._dates.period(token))
            if said:
                yield self._dated(replace(one, effect=said))

    def _dated(self, one: Telling) -> Telling:
        lasts = one.effect in _LASTING
        undated = lasts and one.trigger.lemma_ not in tie_words("standing")
        date = None if undated else self._dates.of(one.trigger, lasts)
        if lasts and one.trigger.i == one.noun_at:
            date = self._dates.since(one.trigger)
        return replace(one, date=date, since=lasts and date is not None)


def _marking(anniversary: Token) -> Token:
    """The verb of those who keep the anniversary, or the word itself."""
    return anniversary.head if anniversary.dep_ == "dobj" else anniversary


def _telling(
    thing: Thing, pair: Pair, effect: Effect, sentence: Sentence, trigger: Token, confidence: float = 0.85
) -> Telling:
    token = thing.token
    return Telling(
        thing.kind, pair, effect, None, sentence, trigger, token.lemma_.lower(), token.i,
        name_of(thing), thing.level, confidence=confidence,
    )  # fmt: skip

"""Ties that a verb tells of without a noun for them: joining a body, lending, recognising, buying, suing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from comity.reading.layers import Sentence
from comity.reading.syntax import Slots, is_passive, surface_subjects
from comity.reading.tie_elision import Earlier
from comity.reading.tie_parties import Sides, TieParties
from comity.reading.tie_subjects import slots_of
from comity.reading.tie_telling import Pair
from comity.reading.tie_words import Effect, TieAct, tie_acts, tie_words
from comity.record.values import TieKind

_COMPLEMENTS = {"prt", "dobj", "nsubjpass", "prep", "dative", "oprd", "xcomp"}
_SIGNS = set("$€£¥")
_CHINAS = {"CHN", "TWN"}
"""Of whom a state recognises one: 'went over to Beijing'."""


class TieActs:
    """Finds the acts of a verb with the two sides of each."""

    def __init__(self, parties: TieParties, earlier: Earlier, sentence_of: Callable[[Token], Sentence]) -> None:
        self._sentence_of = sentence_of
        self._parties = parties
        self._earlier = earlier

    def of(self, verb: Token) -> Iterator[tuple[TieAct, Pair]]:
        """The first row of the lexicon that fits the clause, and the first of another effect on the same kind of
        tie ('switched recognition from one to another'); usually one pair, several for several sides."""
        if verb.pos_ != "VERB":
            return
        told: set[tuple[TieKind, Effect]] = set()
        for act in tie_acts().get(verb.lemma_.lower(), ()):
            slots = slots_of(verb)
            if not _fits_objects(verb, act.objects) or not _is_new(act, told):
                continue
            pairs = tuple(self._pairs(verb, slots, act))
            if pairs:
                yield from ((act, pair) for pair in pairs)
                told.add((act.kind, act.effect))

    def _pairs(self, verb: Token, slots: Slots, act: TieAct) -> Iterator[Pair]:
        firsts = self._sides(verb, slots, act.first)
        if act.first == act.second:
            yield from [(firsts[0], firsts[1])] if len(firsts) == 2 else []
            return
        seconds = self._sides(verb, slots, act.second)
        if act.kind == "aid" and not seconds and firsts:
            seconds = self._earlier.posted(firsts[0], verb) or self._other_of_two(firsts[0], verb)
        if act.body == "igo" and not seconds:
            seconds = self._earlier.joined_by(firsts, verb)
        for one in firsts:
            for other in seconds[:3]:
                if one != other and self._fits(one, other, act):
                    yield one, other

    def _other_of_two(self, giver: str, verb: Token) -> Sides:
        """In a text about two, who gets what the one gives, where the sentence names no third."""
        other = self._parties.setting.other(giver)
        named = self._parties.anywhere_in(self._sentence_of(verb))
        given = any(child.dep_ == "dobj" and _is_given(child) for child in verb.children)
        return (other,) if other and given and set(named) <= {giver, other} else ()

    def _fits(self, one: str, other: str, act: TieAct) -> bool:
        if act.body == "igo":
            return self._parties.is_body(other) and not self._parties.is_body(one)
        if act.body == "chinas":
            return other in _CHINAS and one not in _CHINAS
        return act.body != "state" or not self._parties.is_body(other)

    def _sides(self, verb: Token, slots: Slots, names: tuple[str, ...]) -> Sides:
        for name in names:
            found = self._slot(verb, slots, name)
            if found:
                return found
        return ()

    def _slot(self, verb: Token, slots: Slots, name: str) -> Sides:
        if name == "subject":
            return self._parties.doers(verb)
        if name == "object@":
            return self._parties.at(slots.object)
        if name == "dative":
            return self._parties.within(_datives(verb))
        if name == "around":
            both = self._parties.in_sentence(self._sentence_of(verb))
            mine = self._parties.doers(verb)
            return tuple(side for side in both if side not in mine) if len({*both, *mine}) == 2 else ()
        if name == "there":
            there = any(child.lower_ == "there" for child in verb.children)
            others = (self._parties.setting.other(side) for side in self._parties.doers(verb)[:1] if there)
            return tuple(other for other in others if other)
        if name == "money":
            return self._parties.at(x for t in slots.object for x in t.children if x.dep_ == "nmod")
        tokens = _objects(verb, slots) if name == "object" else _behind(verb, slots, name)
        return self._parties.within(token for token in tokens if token.pos_ != "PRON" or token.lower_ == "which")


def _is_given(noun: Token) -> bool:
    of = [one for child in noun.children if child.lower_ == "of" for one in child.children]
    return any(one.lemma_.lower() in tie_words("goods") for one in (noun, *of))


def _is_new(act: TieAct, told: set[tuple[TieKind, Effect]]) -> bool:
    return not told or (act.kind in {kind for kind, _ in told} and (act.kind, act.effect) not in told)


def _behind(verb: Token, slots: Slots, name: str) -> tuple[Token, ...]:
    """Behind a preposition of the clause, or one inside its object: 'shipped goods worth a million to Iran'."""
    objects = slots.object if name == "to" else ()
    inner = (word for one in objects for word in one.subtree if word.dep_ == "prep" and word.lower_ == name)
    inside = tuple(one for word in inner for one in word.children if one.dep_ == "pobj")
    return slots.after(name) or _relative(verb, name) or inside


def _relative(verb: Token, name: str) -> tuple[Token, ...]:
    """'The body to which it belongs'."""
    if verb.dep_ != "relcl":
        return ()
    which = (one for child in verb.children if child.lower_ == name for one in child.children)
    return (verb.head,) if any(one.lower_ in {"which", "whom"} for one in which) else ()


def _objects(verb: Token, slots: Slots) -> tuple[Token, ...]:
    """Also in 'was suspended and readmitted', where the second verb looks like an active one."""
    shared = verb.dep_ == "conj" and is_passive(verb.head)
    return slots.object or (surface_subjects(verb) if shared else ())


def _datives(verb: Token) -> tuple[Token, ...]:
    bare = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    behind = [one for c in verb.children if c.dep_ == "dative" for one in c.children if one.dep_ == "pobj"]
    return (*bare, *behind)


def _fits_objects(verb: Token, wanted: frozenset[str]) -> bool:
    if wanted == {"-"}:
        return not any(child.dep_ == "dobj" for child in verb.children)
    return not wanted or _names(verb, wanted)


def _names(verb: Token, wanted: frozenset[str]) -> bool:
    """Whether a complement of the verb is one of the words, a sum of money, or a quantity ('tonnes of food')."""
    heads = [one for child in verb.children if child.dep_ in _COMPLEMENTS for one in _heads(child)]
    measured = [child for head in heads if _measures(head) for child in head.children if child.lower_ == "of"]
    measured += [child for head in heads if head.pos_ == "NUM" for child in head.children if child.lower_ == "of"]
    of = [one for preposition in measured for one in preposition.children]
    money = any(_counts_money(word) for head in heads for word in head.children)
    if "island" in wanted and any(_is_named_place(head) for head in heads):
        return True
    return money or any(word.lemma_.lower() in wanted for word in (*heads, *of))


def _is_named_place(noun: Token) -> bool:
    """'Isla Conejo, which Peru claims', whatever the word for an island is there."""
    claimed = any(child.dep_ == "relcl" and child.lemma_ == "claim" for child in noun.children)
    return claimed and noun.pos_ == "PROPN"


def _counts_money(word: Token) -> bool:
    return word.text in _SIGNS or (word.dep_ == "nummod" and word.lemma_.lower() in tie_words("magnitudes"))


def _heads(complement: Token) -> list[Token]:
    if complement.lower_ in {"which", "that"} and complement.head.dep_ == "relcl":
        complement = complement.head.head
    return [complement, *(one for one in complement.children if one.dep_ in {"pobj", "conj"})]


def _measures(noun: Token) -> bool:
    return noun.lemma_.lower() in tie_words("measures")

"""The sides that stand around a thing and its predicate, each as the state's code or the body's name."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from comity.reading.layers import Parsed, Participant, Referents, Sentence
from comity.reading.parties import Parties
from comity.reading.syntax import conjuncts
from comity.reading.tie_setting import Setting
from comity.reading.tie_subjects import slots_of, subjects_of
from comity.reading.tie_words import tie_words

Sides = tuple[str, ...]
_OWNING = {"poss", "compound", "amod", "nmod"}
_HIGH = 4


class TieParties:
    """Sides by place in the sentence, each once, in text order."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._referents = referents
        self._parties = Parties(referents)
        self._parties.note_titles(parsed.doc)
        self.setting = Setting(parsed, referents, self._parties)
        self.home = referents.home

    def is_body(self, side: str) -> bool:
        """Whether a side is a body of states."""
        return side in self._referents.entities and self._referents.entities[side].kind == "igo"

    def holders(self, noun: Token) -> Sides:
        """'The Kenyan embassy', 'their relations', 'a Chinese-built bridge', 'its schools and museum'."""
        found = _sides(one for child in noun.children for one in self._holding(child))
        joined = noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} and not any(noun.lefts)
        return self.holders(noun.head) if joined and not found else found

    def _holding(self, child: Token) -> Iterable[Participant]:
        if child.dep_ in _OWNING:
            for phrase in conjuncts(child):
                yield from self._parties.at(phrase)
        if child.dep_ == "amod" and child.tag_ == "VBN":
            for inner in child.children:
                if inner.dep_ in {"npadvmod", "compound", "nmod", "amod"}:
                    yield from self._parties.at(inner)

    def after(self, word: Token, *prepositions: str) -> Sides:
        """Behind the first of the prepositions at a noun or verb that has any party."""
        return _sides(self._parties.in_slots(slots_of(word), prepositions))

    def in_sentence(self, sentence: Sentence) -> Sides:
        """Every side that a sentence names, but for where things took place."""
        return _sides(one for token in sentence.span if not _is_where(token) for one in self._parties.at(token))

    def places_in(self, sentence: Sentence) -> Sides:
        """The states where a sentence sets something: 'has had no envoy in Lima since it broke off relations'."""
        return self.within(token for token in sentence.span if _is_where(token) and token.pos_ == "PROPN")

    def anywhere_in(self, sentence: Sentence) -> Sides:
        """Every side that a sentence names."""
        return _sides(one for token in sentence.span for one in self._parties.at(token))

    def own_after(self, noun: Token, *prepositions: str) -> Sides:
        """As `after`, of a noun alone: not what belongs to the verb whose object it is."""
        for name in prepositions:
            found = self._behind(noun, name)
            if found:
                return found
        return ()

    def _behind(self, noun: Token, name: str) -> Sides:
        """Also behind what the noun is a quantity of: 'a loan of 30 million euros from France'."""
        of = [one for child in noun.children if child.lower_ == "of" for one in child.children]
        tokens = [
            one
            for holder in (noun, *of)
            for child in holder.children
            if child.dep_ == "prep" and child.lower_ == name
            for one in child.children
            if one.dep_ == "pobj" and one.lemma_ not in tie_words("edge")
        ]
        return _sides(self._parties.of(tokens))

    def doers(self, trigger: Token, thing: Token | None = None) -> Sides:
        """Who does it: the subject of a verb, the agent of a passive, the possessor of a noun of action.

        A thing that is itself the subject does nothing: 'the railway to Laos opened'.
        """
        return _sides(self._parties.of(token for token in subjects_of(trigger) if token != thing))

    def bound(self, thing: Token, trigger: Token) -> Sides:
        """'Are bound by a treaty': whom a thing is said to act on."""
        return self.within(slots_of(trigger).object) if thing.head.dep_ == "agent" else ()

    def at(self, tokens: Iterable[Token]) -> Sides:
        """The parties that tokens themselves stand for."""
        return _sides([one for token in tokens for phrase in conjuncts(token) for one in self._parties.at(phrase)])

    def within(self, tokens: Iterable[Token]) -> Sides:
        """The parties of noun phrases, also those that a phrase belongs to."""
        return _sides(self._parties.of(tokens))

    def has_place(self, noun: Token) -> bool:
        """Whether the phrase or its clause names a place that nothing is known of: 'its office in Foo'."""
        return any(
            inner.pos_ == "PROPN" and inner.ent_type_ not in {"DATE", "TIME"} and not self._parties.of([inner])
            for holder in (noun, noun.head)
            for child in holder.children
            if child.dep_ == "prep" and child.lower_ in {"in", "at"}
            for inner in child.children
        )

    def around(self, word: Token) -> Sides:
        """Where the clauses over a word take place: 'In Vilnius some demonstrated outside the embassy'."""
        for above in list(word.ancestors)[:_HIGH]:
            found = self._behind(above, "in") or self._behind(above, "at")
            if found:
                return found
        return ()

    def asked(self, word: Token) -> Sides:
        """Who is asked to do something about a thing: 'a call on Peru to lift the ban', 'urged Peru to end it'."""
        for above in list(word.ancestors)[:_HIGH]:
            if above.pos_ == "VERB" and any(child.tag_ == "TO" for child in above.children):
                return self._asked_by(above.head) or self.within(c for c in above.children if c.dep_ == "nsubj")
        return ()

    def _asked_by(self, asking: Token) -> Sides:
        named = [child for child in asking.children if child.dep_ == "dobj"]
        to = (side for word in (asking, *named) for name in ("on", "upon") for side in self._behind(word, name))
        return tuple(to) or self.within(named)

    def subject_over(self, word: Token) -> Sides:
        """The subject of the clause that a word stands in."""
        for above in list(word.ancestors)[:_HIGH]:
            if above.pos_ in {"VERB", "AUX"}:
                return self.doers(above)
        return ()


def _is_where(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "over"}


def _sides(found: Iterable[Participant]) -> Sides:
    return tuple(dict.fromkeys(one.side for one in found))

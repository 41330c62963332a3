"""The places told beside one verb or noun, by what stands around it in the parse."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.gazetteer import load
from comity.reading.layers import Parsed, Referents
from comity.reading.places_dateline import dateline
from comity.reading.places_names import Names
from comity.reading.places_words import has_subject, is_noun, lemma_in, objects, place_words, shares_subject
from comity.reading.recent import text_of
from comity.record import Place

_FAR = 80
"""Tokens that 'there' may lie behind the place it means."""
_SIDES = {"with", "by", "between", "against"}
_OBJECTS = {"dobj", "attr", "nsubjpass", "dative"}


class Clauses:
    """Reads the places around the words of one parsed text."""

    def __init__(self, parsed: Parsed, referents: Referents) -> None:
        self._names = Names(parsed, referents)
        self._referents = referents
        self._doc = parsed.doc

    def places(self, word: Token, trigger: Token) -> Iterator[Place]:
        """The places told beside a word, the surest first; `trigger` names the act that they are asked for."""
        yield from filter(None, self._of_noun(word) if is_noun(word) else self._of_verb(word, trigger))

    def _of_noun(self, noun: Token) -> Iterator[Place | None]:
        yield self._names.inside(noun)
        if lemma_in(noun, "assault_noun"):
            for child in noun.children:
                if child.dep_ == "prep" and child.lower_ in {"on", "of", "against"}:
                    yield from map(self._names.of, objects(child))
        if lemma_in(noun, "event_noun", "visit_noun", "assault_noun"):
            yield self._names.before(noun)
        for child in noun.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and lemma_in(child, "light"):
                yield from self._of_verb(child, noun)
        yield from self._pointed(noun)

    def _of_verb(self, verb: Token, trigger: Token) -> Iterator[Place | None]:
        prepositions = [child for child in verb.children if child.dep_ in {"prep", "advmod", "agent", "prt"}]
        nearest = sorted(prepositions, key=lambda one: abs(one.i - verb.i))
        occasions = [one for one in nearest if any(lemma_in(noun, "visit_noun") for noun in objects(one))]
        for child in nearest:
            if child not in occasions:
                yield from self._behind(child, verb)
        for child in verb.children:
            if child.dep_ in _OBJECTS:
                yield from self._object(child, verb)
        for child in occasions:
            yield from self._behind(child, verb)
        yield from self._pointed(verb)
        yield from self._circumstances(verb, trigger)
        yield from self._subject(verb)

    def _behind(self, preposition: Token, verb: Token) -> Iterator[Place | None]:
        """The places behind a preposition of a verb, and behind one that goes on from it ('on to Astana')."""
        for noun in objects(preposition):
            if self._is_where(preposition, noun, verb):
                yield self._names.of(noun) or self._names.unlisted(noun)
            elif _is_about(preposition, verb):
                yield self._names.inside(noun)
        for child in preposition.children:
            if child.dep_ == "prep":
                yield from self._behind(child, verb)

    def _is_where(self, preposition: Token, noun: Token, verb: Token) -> bool:
        word = preposition.lower_
        if word == "on":
            return self._names.on_land(noun)
        if word in place_words("at"):
            return not (lemma_in(noun, "topic") and (word == "at" or lemma_in(verb, "statement")))
        if word in place_words("to"):
            return lemma_in(verb, "leave" if word == "for" else "move")
        if word in {"from", "out"}:
            return lemma_in(verb, "out_of")
        return word in place_words("occasion_prep") and lemma_in(noun, "occasion", "event_noun")

    def _object(self, noun: Token, verb: Token) -> Iterator[Place | None]:
        """'Visited Malé', 'bombed Kharkiv', 'closed its embassy in Bamako', 'met the minister in Putrajaya'."""
        if noun.dep_ != "attr" and lemma_in(verb, "visit_verb", "assault_verb"):
            yield self._names.of(noun)
        if self._is_person(noun) or not (lemma_in(verb, "statement") or lemma_in(noun, "topic")):
            yield self._names.inside(noun)
            yield from self._pointed(noun)
        if lemma_in(verb, "build"):
            yield from self._works(noun)
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                yield from map(self._names.inside, (one for one in objects(child) if lemma_in(one, "event_noun")))
            elif child.dep_ == "prep" and child.lower_ == "at":
                yield from (self._names.of(one) for one in objects(child) if lemma_in(one, "event_noun"))
            elif child.dep_ == "prep" and child.lower_ == "from" and lemma_in(verb, "out_of"):
                yield from map(self._names.of, objects(child))

    def _works(self, noun: Token) -> Iterator[Place | None]:
        """'The road to Mombasa', 'the extension of the Lobito railway': what is built is where it is named for."""
        parts = (one for child in noun.children if child.lower_ == "of" for one in objects(child))
        for thing in (noun, *parts):
            if lemma_in(thing, "works"):
                yield self._names.before(thing)
                leading = (child for child in thing.children if child.lower_ in {"to", "at", "of"})
                yield from (self._names.of(one) for child in leading for one in objects(child))

    def _is_person(self, noun: Token) -> bool:
        mention = self._referents.mentions.get(noun.i)
        return mention is not None and mention.kind == "person"

    def _pointed(self, word: Token) -> Iterator[Place | None]:
        """'There' is the place told last; 'where' and 'that' mean what their clause hangs on."""
        for child in word.children:
            if child.dep_ == "advmod" and child.lower_ == "there":
                yield self._told_before(child)
            elif child.dep_ == "advmod" and child.lower_ == "here" and child.i > word.i:
                yield self._here()
            elif child.dep_ == "advmod" and child.lower_ == "where" and word.dep_ == "relcl":
                yield self._names.of(word.head)
            elif child.dep_ in {"dobj", "mark"} and child.lower_ in {"that", "which"} and word.dep_ == "relcl":
                yield self._names.inside(word.head)

    def _here(self) -> Place | None:
        """Where the text was written: its dateline, else the state whose affairs it is about."""
        home = self._referents.home
        return dateline(text_of(self._doc)) or (Place(name=load().name(home), country=home) if home else None)

    def _told_before(self, adverb: Token) -> Place | None:
        for token in reversed(self._doc[max(0, adverb.i - _FAR) : adverb.i]):
            behind = token.dep_ == "pobj" and token.head.lower_ in place_words("at") | place_words("to")
            if behind or (token.pos_ == "PROPN" and lemma_in(token.head, "visit_verb")):
                found = self._names.named(token)
                if found:
                    return found
        return None

    def _circumstances(self, verb: Token, trigger: Token) -> Iterator[Place | None]:
        """'Speaking in Berlin, he …', 'when X came to Lusaka, he …', 'was due in Sirte'."""
        for child in verb.children:
            aside = child.dep_ == "advcl" and child != trigger and _is_meanwhile(child, verb)
            if aside or child.dep_ == "acomp":
                yield from self._of_verb(child, trigger)

    def _subject(self, verb: Token) -> Iterator[Place | None]:
        """'Deputies in Bishkek demanded': where somebody acts is where he is said to be."""
        for child in verb.children:
            if child.dep_ == "nsubj":
                yield self._names.inside(child)
                speaking = (one for one in child.children if one.dep_ == "acl" and one.tag_ == "VBG")
                for clause in (one for one in speaking if lemma_in(one, "gather", "speak")):
                    yield from self._of_verb(clause, clause)


def _is_about(preposition: Token, verb: Token) -> bool:
    """Whether a phrase names a side or goal of the act, which may tell where it is: 'met with X in Y'."""
    word = preposition.lower_
    if word == "to":
        return lemma_in(verb, "give")
    if word in {"on", "at"}:
        return lemma_in(verb, "shoot") or (word == "on" and verb.lemma_ == "call")
    return word in _SIDES and not lemma_in(verb, "statement")


def _is_meanwhile(clause: Token, verb: Token) -> bool:
    if clause.tag_ == "VBG" and not has_subject(clause):
        return True
    joined = any(child.lower_ in {"when", "while"} for child in clause.children)
    return joined and shares_subject(verb)

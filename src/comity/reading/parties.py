"""Which parties stand in a slot: the noun phrase itself, or those inside it that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from comity.reading.frames import frames
from comity.reading.layers import Participant, Referents
from comity.reading.syntax import Slots, conjuncts

_INSIDE = ("poss", "compound", "amod", "nmod")
_BELONGS = {"of", "from", "between", "by", "with", "on", "against", "in"}


class Parties:
    """Finds the participants of slots; a participant is an entity that acts for a state, or a body."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents

    def at(self, token: Token) -> tuple[Participant, ...]:
        """The entities that a token itself stands for."""
        return tuple(
            Participant(token, one)
            for one in self._referents.of(token)
            if (one.country and one.kind != "place") or one.kind == "igo"
        )

    def _hosts(self, token: Token) -> tuple[Participant, ...]:
        """The states in which a named place lies."""
        return tuple(
            Participant(token, self._referents.entities[one.country])
            for one in self._referents.of(token)
            if one.kind == "place" and one.country
        )

    def of(self, tokens: Iterable[Token]) -> tuple[Participant, ...]:
        """The parties of noun phrases with their conjuncts, each side once, in text order."""
        found: dict[str, Participant] = {}
        for token in tokens:
            for phrase in conjuncts(token):
                if phrase.dep_ == "conj" and (phrase.lemma_.lower(), "noun") in frames():
                    continue
                for one in self.at(phrase) or self._hosts(phrase) or self._inside(phrase):
                    found.setdefault(one.side, one)
        return tuple(found.values())

    def in_slots(self, slots: Slots, names: Iterable[str]) -> tuple[Participant, ...]:
        """The parties of the first of the named slots that has any: 'object', 'subject' or a preposition."""
        for name in names:
            tokens = {"object": slots.object, "subject": slots.subject}.get(name, slots.after(name))
            found = self.of(tokens)
            if found:
                return found
        return ()

    def owners(self, token: Token) -> tuple[Participant, ...]:
        """Whose the thing is: a possessor, a demonym, a state named in the phrase."""
        return tuple(self._inside(token))

    def _inside(self, token: Token) -> tuple[Participant, ...]:
        for child in reversed([child for child in token.children if child.dep_ in _INSIDE]):
            found = tuple(one for phrase in conjuncts(child) for one in self.at(phrase) or self._inside(phrase))
            if found:
                return found
        return tuple(self._below(token))

    def _below(self, token: Token) -> Iterator[Participant]:
        for child in token.children:
            if child.dep_ in {"prep", "agent"} and child.lower_ in _BELONGS:
                inner = [p for t in child.children if t.dep_ == "pobj" for p in self.of([t])]
                if inner:
                    yield from inner
                    return

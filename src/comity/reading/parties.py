"""Which parties stand in a slot: the noun phrase itself, or those inside it that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from comity.reading.frames import act_words, frames
from comity.reading.layers import Participant, Referent, Referents
from comity.reading.subjects import children, conjuncts, each, objects_of, owner_of_relative
from comity.reading.syntax import Slots

_BOTH = {"the", "two", "both"}
_SAID_OF_BOTH = _BOTH | {"foreign", "prime", "respective", "defence", "trade"}
_SEVERAL = {"group", "organisation"}
_INSIDE = ("poss", "compound", "amod", "nmod")
_BELONGS = {"of", "from", "between", "by", "with", "on", "against", "in"}


DEEPEST = 25
"""Phrases within phrases ('the door of the house of the mayor of ...') that are looked through for an owner."""


class Parties:
    """Finds the participants of slots; a participant is an entity that acts for a state, or a body."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._bodies: dict[str, Referent] = {}
        self._deep = 0
        self.two: tuple[Referent, ...] = ()
        """The two states whom 'the two sides' means where nothing nearer does."""

    def at(self, token: Token) -> tuple[Participant, ...]:
        """The entities that a token itself stands for."""
        acting = (self.acting(one) for one in self._referents.of(token))
        return tuple(
            Participant(token, one) for one in acting if (one.country and one.kind != "place") or one.kind == "igo"
        )

    def acting(self, one: Referent) -> Referent:
        """Whom an entity acts for: the body that a person serves, else the entity itself."""
        return self._bodies.get(one.id, one)

    def note_titles(self, doc: Doc) -> None:
        """Learn who acts for a body: 'UN Secretary-General X', 'X, the EU envoy', wherever X is named later."""
        for one in self._referents.entities.values():
            body = self._referents.entities.get(one.body or "")
            if body is not None:
                self._bodies.setdefault(one.id, body)
        for index, names in self._referents.at.items():
            people = [name for name in names if self._referents.entities[name].kind == "person"]
            body = self._body_before(doc[index]) if len(names) == 1 and people else None
            if body is not None:
                self._bodies.setdefault(names[0], body)

    def _body_before(self, token: Token) -> Referent | None:
        if any(child.dep_ == "poss" for child in token.children):
            return None
        titles = (child for child in token.children if child.dep_ in {"compound", "nmod", "amod"})
        found = (one for title in titles for one in self._referents.of(title) if title.i < token.i)
        return next((one for one in found if one.kind == "igo"), None)

    def _hosts(self, token: Token) -> tuple[Participant, ...]:
        """The states in which a named place lies."""
        entities = self._referents.entities
        hosts = (entities.get(one.country or "") for one in self._referents.of(token) if one.kind == "place")
        return tuple(Participant(token, host) for host in hosts if host is not None)

    def of(self, tokens: Iterable[Token], known: frozenset[str] = frozenset()) -> tuple[Participant, ...]:
        """The parties of noun phrases with their conjuncts, each side once, in text order.

        Inside a phrase whoever is not `known` already counts before whoever is: 'its blockade of Yemen'.
        """
        found: dict[str, Participant] = {}
        for token in tokens:
            for phrase in conjuncts(token):
                if phrase.dep_ == "conj" and (phrase.lemma_.lower(), "noun") in frames():
                    continue
                for one in (
                    self._of_whose(phrase)
                    or self._of_several(phrase)
                    or self._of_state(phrase)
                    or self.at(phrase)
                    or self._hosts(phrase)
                    or self._named(phrase)
                    or self._inside(phrase, known)
                    or self._both(phrase)
                ):
                    found.setdefault(one.side, one)
        return tuple(found.values())

    def _named(self, token: Token) -> tuple[Participant, ...]:
        """'His Majesty the King': what stands in apposition, where the word before it tells nothing."""
        return tuple(one for child in token.children if child.dep_ == "appos" for one in self.at(child))

    def in_slots(
        self, slots: Slots, names: Iterable[str], other_than: Iterable[Participant] = ()
    ) -> tuple[Participant, ...]:
        """The parties of the first named slot ('object', 'subject', a preposition) that has one of a new side."""
        sides = frozenset(one.side for one in other_than)
        for name in names:
            found = tuple(one for one in self.of(tokens_in(slots, name), sides) if one.side not in sides)
            if found:
                return found
        return ()

    def owners(self, token: Token) -> tuple[Participant, ...]:
        """Whose the thing is: a possessor, a demonym, a state named in the phrase."""
        return tuple(self._inside(token))

    def _of_whose(self, token: Token) -> tuple[Participant, ...]:
        """'Belize and Guatemala, whose ministers': theirs, whatever ministers the text spoke of before."""
        owners = (
            owner for child in token.children if child.lower_ == "whose" for owner in owner_of_relative(child)
        )
        return tuple(one for owner in owners for one in self.at(owner))

    def _of_several(self, token: Token) -> tuple[Participant, ...]:
        """'The ministers of Belgium and Luxembourg', 'the French and German ministers': one of each."""
        if token.tag_ not in {"NNS", "NNPS"} or not any(one.referent.kind in _SEVERAL for one in self.at(token)):
            return ()
        holders = [*children(token, {"amod", "compound"}), *(one for of in _ofs(token) for one in objects_of(of))]
        found = [one for holder in each(holders) for one in self.at(holder)]
        return tuple(found) if len({one.side for one in found}) > 1 else ()

    def _of_state(self, token: Token) -> tuple[Participant, ...]:
        """'The Government of Nicaragua' is Nicaragua's, whatever government the text spoke of before."""
        if token.lemma_.lower() not in act_words("governing"):
            return ()
        states = (one for of in _ofs(token) for inner in objects_of(of) for one in self.at(inner))
        return tuple(one for one in states if one.referent.kind == "state")

    def _both(self, token: Token) -> tuple[Participant, ...]:
        """'The two leaders', 'both sides' of whom nothing is known but that the text is about two states."""
        if token.lower_ == "they" and not self._referents.of(token):
            return tuple(Participant(token, one) for one in self.two)
        plural = token.tag_ in {"NNS", "NNPS"} and not self._referents.of(token)
        if not plural or act_words("leaders").isdisjoint({token.lemma_.lower(), token.lower_}):
            return ()
        beside = {child.lower_ for child in token.children if child.dep_ not in {"relcl", "prep", "acl", "appos"}}
        return (
            tuple(Participant(token, one) for one in self.two)
            if beside & _BOTH and beside <= _SAID_OF_BOTH
            else ()
        )

    def _inside(self, token: Token, known: frozenset[str] = frozenset()) -> tuple[Participant, ...]:
        others = token.lemma_.lower() in act_words("other than its owner")
        for child in reversed([child for child in token.children if child.dep_ in _INSIDE]):
            if others and child.dep_ == "poss":
                continue
            holders = owner_of_relative(child) if child.lower_ == "whose" else conjuncts(child)
            found = tuple(one for phrase in holders for one in self.at(phrase) or self._inside(phrase))
            if found and not {one.side for one in found} <= known:
                return found
        if others or self._deep >= DEEPEST:
            return ()
        self._deep += 1
        try:
            return tuple(self._below(token))
        finally:
            self._deep -= 1

    def _below(self, token: Token) -> Iterator[Participant]:
        for child in token.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in act_words("authored"):
                # 'A resolution drafted by France' is France's.
                agents = children(child, {"agent"})
                yield from (p for agent in agents for t in objects_of(agent) for p in self.of([t]))
            if child.lower_ == "in" and token.lemma_.lower() in act_words("mission"):
                continue  # 'The embassy in Rome' is not Italy's.
            if child.dep_ in {"prep", "agent"} and child.lower_ in _BELONGS:
                inner = [p for t in child.children if t.dep_ == "pobj" for p in self.of([t])]
                if inner:
                    yield from inner
                    return


def _ofs(token: Token) -> tuple[Token, ...]:
    return tuple(child for child in children(token, {"prep"}) if child.lower_ == "of")


def tokens_in(slots: Slots, name: str) -> tuple[Token, ...]:
    """The head tokens of a slot by its name in the lexicon."""
    if name in {"object", "subject", "around"}:
        return {"object": slots.object, "subject": slots.subject, "around": slots.around}[name]
    return slots.after(name)

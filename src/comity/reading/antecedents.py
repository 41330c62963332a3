"""Whom words without a name stand for, out of what the text has told so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from comity.reading.layers import Mention, Parsed, Referent
from comity.reading.people import People
from comity.reading.words import words
from comity.record.values import EntityKind

_FAR = 3
"""A pronoun reaches back this many sentences."""
_SUBJECTS = {"nsubj", "nsubjpass"}
_MODIFIERS = {"compound", "amod", "nmod"}
Told = tuple[Mention, tuple[str, ...]]


class Antecedents:
    """The mentions told so far with their entities; `tell` adds to them in text order."""

    def __init__(self, parsed: Parsed, entities: Mapping[str, Referent], people: People) -> None:
        self._parsed = parsed
        self._entities = entities
        self._people = people
        self._told: list[Told] = []
        self._first: dict[int, Mention] = {}

    def tell(self, mention: Mention, names: tuple[str, ...]) -> None:
        """Note what a mention stands for."""
        self._told.append((mention, names))
        self._first[mention.first] = mention

    def names(self) -> list[str]:
        """Every entity id told, in text order, as often as it was told."""
        return [name for _, names in self._told for name in names]

    def subjects(self, sentence: int) -> list[str]:
        """Who stood as subject in a sentence."""
        return [
            name
            for mention, names in self._told
            if self._sentence(mention) == sentence and self._is_subject(mention)
            for name in names
        ]

    def thing(self, word: str, kind: EntityKind) -> tuple[str, ...]:
        """'The museum', 'the Community': the last named thing or body with that word in its name."""
        for name in reversed(self.names()):
            entity = self._entities[name]
            if entity.kind == kind and word in entity.name.lower().split():
                return (name,)
        return ()

    def last_thing(self, mention: Mention) -> tuple[str, ...]:
        """'Cambodia shut it down': a named thing, for nobody shuts himself down."""
        for earlier, names in self._near(mention):
            if earlier.kind == "organisation" and earlier.form == "name":
                return names
        return ()

    def states(self, number: int, before: Mention | None = None) -> tuple[str, ...]:
        """The states last spoken of, by themselves or by their people, in text order."""
        found: list[str] = []
        for earlier, names in reversed(self._told):
            if earlier.form == "demonym" and self._is_part(earlier):
                continue
            if before is not None and self._sentence(before) - self._sentence(earlier) > 2 * _FAR:
                break
            for name in names:
                country = self._entities[name].country
                if country and country not in found and self._entities[name].kind != "place":
                    found.append(country)
            if len(found) >= number:
                break
        return tuple(reversed(found[:number]))

    def persons(self, mention: Mention) -> tuple[str, ...]:
        """The two persons of different states last named, where both were within reach."""
        found: dict[str | None, str] = {}
        for _, names in self._near(mention):
            for name in names:
                if self._entities[name].kind == "person":
                    found.setdefault(self._entities[name].country, name)
        return tuple(reversed(list(found.values())[:2])) if len(found) >= 2 and None not in found else ()

    def other_state(self, mention: Mention) -> tuple[str, ...]:
        """'Its neighbour': the other of the two states last spoken of than the possessor's."""
        owners = {
            self._entities[name].country
            for earlier, names in self._told
            if mention.head - 3 <= earlier.head < mention.head
            for name in names
        }
        others = [state for state in self.states(2, mention) if state not in owners]
        return (others[0],) if owners - {None} and len(others) == 1 else ()

    def of_pronoun(self, mention: Mention) -> tuple[str, ...]:
        """The nearest subject that fits in this sentence or the ones before; failing that, the only one."""
        word = mention.name.lower()
        near = [t for t in self._near(mention) if self._fits(t, word) and not self._is_bound(t[0], mention)]
        sentence = self._sentence(mention)
        for distance in range(_FAR):
            here = [told for told in near if sentence - self._sentence(told[0]) == distance]
            subjects = [told for told in here if self._is_subject(told[0])]
            if subjects:
                return self._subject(subjects, mention)
            if len({names for _, names in here}) == 1:
                return here[0][1]
            if here:
                return ()
        return ()

    def _is_bound(self, earlier: Mention, pronoun: Mention) -> bool:
        """Nobody does to 'it' what it does itself: an object and the subject of its verb are two."""
        token = self._parsed.doc[pronoun.head]
        if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_.endswith(("self", "selves")):
            return False
        verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
        subject = self._parsed.doc[earlier.head]
        while verb is not None and verb.dep_ in {"xcomp", "advcl", "conj"} and not _has_subject(verb):
            verb = verb.head
        return verb is not None and subject.head == verb and subject.dep_ in _SUBJECTS

    def _subject(self, subjects: list[Told], mention: Mention) -> tuple[str, ...]:
        """In the pronoun's own sentence the nearest subject, in an earlier one the first."""
        own = self._sentence(subjects[0][0]) == self._sentence(mention)
        return subjects[0][1] if own else subjects[-1][1]

    def pair(self, mention: Mention) -> tuple[str, ...]:
        """'They': the pair of states just spoken of, where exactly two were, in this sentence or the last."""
        sentence = self._sentence(mention)
        for reach in (0, 1):
            states = {
                self._entities[name].country
                for earlier, names in self._told
                if 0 <= sentence - self._sentence(earlier) <= reach
                for name in names
            } - {None}
            if len(states) == 2:
                return self.states(2)
        return ()

    def _fits(self, told: Told, word: str) -> bool:
        mention, names = told
        if len(names) != 1 or self._parsed.doc[mention.head].dep_ in _MODIFIERS:
            return False
        entity = self._entities[names[0]]
        if word in words("male pronoun") | words("female pronoun"):
            person = self._people.by_id.get(entity.id)
            return person.may_be(word) if person else mention.kind == "person" and mention.form != "pronoun"
        return entity.kind in {"state", "igo", "organisation"} or (entity.kind == "group" and mention.kind != "person")

    def _near(self, mention: Mention) -> Iterator[Told]:
        """What was told within reach, the latest first."""
        sentence = self._sentence(mention)
        return (told for told in reversed(self._told) if sentence - self._sentence(told[0]) < _FAR)

    def _sentence(self, mention: Mention) -> int:
        return self._parsed.sentence_of[mention.head]

    def _is_subject(self, mention: Mention) -> bool:
        token = self._parsed.doc[mention.head]
        return token.dep_ in _SUBJECTS or (token.dep_ == "poss" and token.head.dep_ == "nsubj")

    def _is_part(self, mention: Mention) -> bool:
        """A demonym inside a phrase that counts for itself: 'the North Korean ambassador'."""
        return mention.head + 1 in self._first


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)

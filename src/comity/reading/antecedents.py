"""Whom words without a name stand for, out of what the text has told so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from spacy.tokens import Token

from comity.reading.layers import Mention, Parsed, Referent
from comity.reading.people import People
from comity.reading.words import words
from comity.record.values import EntityKind

_FAR = 3
"""A pronoun reaches back this many sentences."""
_SUBJECT, _DOER, _OTHER = 1.0, 0.7, 0.4
"""What a mention as subject, as the doer otherwise ('by X, who ...') and one elsewhere add to its weight."""
_FADING, _CLEAR = 0.5, 1.25
"""What is left of that a sentence later; how far the first must be ahead of the second."""
_SUBJECTS = {"nsubj", "nsubjpass"}
_MODIFIERS = {"compound", "amod", "nmod"}
Told = tuple[Mention, tuple[str, ...]]


class Antecedents:
    """The mentions told so far with their entities; `tell` adds to them in text order."""

    def __init__(
        self, parsed: Parsed, entities: Mapping[str, Referent], people: People, about: tuple[str, ...]
    ) -> None:
        self._parsed = parsed
        self._entities = entities
        self._people = people
        self._about = about
        self._told: list[Told] = []
        self._first: dict[int, Mention] = {}
        self._latest: dict[str, None] = {}
        self._counts: Counter[str] = Counter()

    def tell(self, mention: Mention, names: tuple[str, ...]) -> None:
        """Note what a mention stands for."""
        self._told.append((mention, names))
        self._first[mention.first] = mention
        for name in names:
            self._latest.pop(name, None)
            self._latest[name] = None
        self._counts.update(self._countries(names))

    def latest(self) -> tuple[str, ...]:
        """Every entity told so far, the latest first."""
        return tuple(reversed(self._latest))

    def states_told(self) -> list[str]:
        """Every state told so far, the most told of first."""
        return [state for state, _ in self._counts.most_common()]

    def subjects(self, sentence: int) -> list[str]:
        """Who stood as subject in a sentence."""
        here = takewhile(lambda told: self._sentence(told[0]) >= sentence, reversed(self._told))
        found = [
            names for mention, names in here if self._sentence(mention) == sentence and self._is_subject(mention)
        ]
        return [name for names in reversed(found) for name in names]

    def thing(self, word: str, kind: EntityKind) -> tuple[str, ...]:
        """'The museum', 'the Community': the last named thing or body with that word in its name."""
        for name in self.latest():
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

    def two_states(self, mention: Mention) -> tuple[str, ...]:
        """'Both', 'the two sides': the two of the same sentence, two joined by 'and' just before, the two that
        the text is about, else the last two."""
        sentence = self._sentence(mention)
        near = list(reversed(list(self._near(mention))))
        here = [told for told in near if self._sentence(told[0]) == sentence]
        own = list(dict.fromkeys(state for _, names in here for state in self._countries(names)))
        if len(own) == 2:
            return own[0], own[1]
        near = [told for told in near if sentence - self._sentence(told[0]) <= 1]
        for (one, names), (other, others) in reversed(list(pairwise(near))):
            pair = self._countries(names) + self._countries(others)
            if len(set(pair)) == 2 and self._are_joined(one, other):
                return pair
        close = list(dict.fromkeys(state for _, names in near for state in self._countries(names)))
        if self._about:
            return self._about
        return (close[0], close[1]) if len(close) == 2 else self.states(2)

    def _countries(self, names: tuple[str, ...]) -> tuple[str, ...]:
        countries = (self._entities[name].country for name in names if self._entities[name].kind != "place")
        return tuple(country for country in countries if country)

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        between = self._parsed.doc[one.head + 1 : other.first]
        return one.head < other.first and " ".join(token.lower_ for token in between) in {"and", "and the", "with"}

    def persons(self, title: str) -> tuple[str, ...]:
        """The two persons of different states last named who hold a title ('the two presidents')."""
        found: dict[str, str] = {}
        for name in self.latest():
            entity = self._entities[name]
            person = self._people.by_id.get(name)
            if person and entity.country and person.holds(title):
                found.setdefault(entity.country, name)
        return tuple(reversed(list(found.values())[:2])) if len(found) >= 2 else ()

    def other_state(self, mention: Mention) -> tuple[str, ...]:
        """'Its neighbour': the other of the two states last spoken of than the possessor's."""
        owners = {
            self._entities[name].country
            for earlier, names in self._near(mention)
            if mention.head - 3 <= earlier.head < mention.head
            for name in names
        }
        pair = self._about or self.states(2, mention)
        others = [state for state in pair if state not in owners]
        return (others[0],) if owners - {None} and len(others) == 1 else ()

    def of_pronoun(self, mention: Mention) -> tuple[str, ...]:
        """The nearest subject of the same sentence that fits; failing that, who stands out in the last ones."""
        word = mention.name.lower()
        near = [t for t in self._near(mention) if self._fits(t, word) and not self._is_bound(t[0], mention)]
        sentence = self._sentence(mention)
        for earlier, names in near:
            if self._sentence(earlier) == sentence and self._is_subject(earlier):
                return names
        return self._most_salient(near, sentence)

    def salient_state(self, mention: Mention) -> tuple[str, ...]:
        """'The country': the state that stands out in the last sentences."""
        near: list[Told] = [
            (earlier, (country,))
            for earlier, names in self._near(mention)
            for country in self._countries(names)
            if not (earlier.form == "demonym" and self._is_part(earlier))
        ]
        return self._most_salient(near, self._sentence(mention))

    def _most_salient(self, near: Sequence[Told], sentence: int) -> tuple[str, ...]:
        """The one told of most, subjects first and later sentences more; nobody where two come close."""
        scores: Counter[tuple[str, ...]] = Counter()
        for earlier, names in near:
            weight = _SUBJECT if self._is_subject(earlier) else _DOER if self._does(earlier) else _OTHER
            scores[names] += weight * _FADING ** (sentence - self._sentence(earlier))  # type: ignore[assignment]
        ranked = scores.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < _CLEAR * ranked[1][1]):
            return ()
        return ranked[0][0]

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

    def pair(self, mention: Mention) -> tuple[str, ...]:
        """'They': the pair of states just spoken of, where exactly two were, in this sentence or the last."""
        sentence = self._sentence(mention)
        for reach in (0, 1):
            states = {
                self._entities[name].country
                for earlier, names in self._near(mention)
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
            single = self._parsed.doc[mention.head].tag_ not in {"NNS", "NNPS"}
            return (
                person.may_be(word) if person else mention.kind == "person" and mention.form == "title" and single
            )
        return entity.kind in {"state", "igo", "organisation"} or (
            entity.kind == "group" and mention.kind != "person"
        )

    def _near(self, mention: Mention) -> Iterator[Told]:
        """What was told within reach, the latest first."""
        sentence = self._sentence(mention)
        return takewhile(lambda told: sentence - self._sentence(told[0]) < _FAR, reversed(self._told))

    def _sentence(self, mention: Mention) -> int:
        return self._parsed.sentence_of[mention.head]

    def _is_subject(self, mention: Mention) -> bool:
        token = self._parsed.doc[mention.head]
        return token.dep_ in _SUBJECTS or (token.dep_ == "poss" and token.head.dep_ == "nsubj")

    def _does(self, mention: Mention) -> bool:
        token = self._parsed.doc[mention.head]
        return token.head.dep_ == "agent" or any(child.dep_ == "relcl" for child in token.children)

    def _is_part(self, mention: Mention) -> bool:
        """A demonym inside a phrase that counts for itself: 'the North Korean ambassador'."""
        return mention.head + 1 in self._first


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)

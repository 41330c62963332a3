"""Whom a pronoun stands for: the subject of its own sentence, else who stands out in the last ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from comity.reading.groups import is_definite
from comity.reading.identity.pairs import Pairs
from comity.reading.identity.story import SUBJECTS, Story, Told
from comity.reading.layers import Mention
from comity.reading.quoted import quotation_at
from comity.reading.words import words

_SUBJECT, _DOER, _OTHER = 1.0, 0.7, 0.4
"""What a mention as subject, as the doer otherwise ('by X, who ...') and one elsewhere add to its weight."""
_SURE = 3.0
"""How much more somebody known to be a man stands out for 'he', a woman for 'she'."""
_FADING, _CLEAR = 0.5, 1.25
"""What is left of that a sentence later; how far the first must be ahead of the second."""
_MODIFIERS = {"compound", "amod", "nmod"}


class Pronouns:
    """Answers out of a story; every answer may be nobody. `speaker` tells whose words a quoted mention is in."""

    def __init__(
        self, story: Story, pairs: Pairs, we: tuple[str, ...], speaker: Callable[[Mention], tuple[str, ...]]
    ) -> None:
        self._story = story
        self._pairs = pairs
        self._we = we
        self._speaker = speaker

    def meant(self, mention: Mention) -> tuple[str, ...]:
        """'He', 'its', 'they'."""
        word = mention.name.lower()
        if word in words("speaker pronoun"):
            return self._first_person(mention)
        if word in words("plural pronoun"):
            return (
                self._pairs.persons_together(mention) or self._people_named(mention) or self._pairs.they(mention)
            )
        if word == "it" and self._story.doc[mention.head].dep_ == "dobj":
            return self._last_thing(mention) or self._single(mention, word)
        return self._single(mention, word)

    def country(self, mention: Mention) -> tuple[str, ...]:
        """'The country': the state that stands out in the last sentences."""
        near: list[Told] = [
            (earlier, (country,))
            for earlier, names in self._story.near(mention)
            for country in self._story.countries(names)
            if not self._story.is_part(earlier)
        ]
        if mention.name.lower().split()[-1] in words("rule"):
            return self._most_salient(near, mention)  # A subject may speak for his government.
        doers = set(self._story.countries(self._story.doers(self._story.doc[mention.head])))
        near = [told for told in near if told[1][0] not in doers]
        here = {names for earlier, names in near if self._story.sentence(earlier) == self._story.sentence(mention)}
        return next(iter(here)) if len(here) == 1 else self._most_salient(near, mention)

    def _first_person(self, mention: Mention) -> tuple[str, ...]:
        """'Our dams': the author's state; between quotation marks the state of whoever speaks."""
        if quotation_at(self._story.text, mention.start) is None:
            return tuple(self._story.known(one) for one in self._we)
        speaker = self._speaker(mention)
        states = self._story.countries(speaker) if len(speaker) == 1 else ()
        return tuple(self._story.state(state) for state in states)

    def _people_named(self, mention: Mention) -> tuple[str, ...]:
        """'The Filipinos asked for time. They paid': the only people named so just before, as subject."""
        at = self._story.sentence(mention)
        near = [told for told in self._story.near(mention) if at - self._story.sentence(told[0]) <= 1]
        near = [told for told in near if self._is_people(told[0])]
        acting = [told for told in near if self._story.is_subject(told[0])]
        return acting[0][1] if acting and len({names for _, names in near}) == 1 else ()

    def _is_people(self, mention: Mention) -> bool:
        """'The Filipinos', 'the Taiwanese'."""
        token = self._story.doc[mention.head]
        return mention.form == "demonym" and token.dep_ not in _MODIFIERS and is_definite(token)

    def _last_thing(self, mention: Mention) -> tuple[str, ...]:
        """'Cambodia shut it down': a named thing, for nobody shuts himself down."""
        for earlier, names in self._story.near(mention):
            if earlier.kind == "organisation" and earlier.form == "name":
                return names
        return ()

    def _single(self, mention: Mention, word: str) -> tuple[str, ...]:
        fitting = [told for told in self._story.near(mention) if self._fits(told, word)]
        bound = {names for earlier, names in fitting if self._is_bound(earlier, mention)}
        if word in words("male pronoun") | words("female pronoun"):
            near = [told for told in fitting if told[1] not in bound]
        else:
            near = [told for told in fitting if not self._is_bound(told[0], mention)]
        answering = self._answering(mention) or self._also_met(mention)
        for earlier, names in near:
            if answering is not None and earlier.first <= answering.i <= earlier.head:
                return names
        for earlier, names in near:
            own = self._story.sentence(earlier) == self._story.sentence(mention)
            if own and self._story.is_subject(earlier):
                return names
        return self._most_salient(near, mention)

    def _answering(self, pronoun: Mention) -> Token | None:
        """Who is thanked, blamed or urged: what follows is about him ('thanked Peru for what it sent')."""
        token = self._story.doc[pronoun.head]
        for above in token.ancestors:
            if above.dep_ == "conj" and above.pos_ == "VERB" and above.lemma_ not in words("answering"):
                return None  # 'accused Chad and recalled its envoy' goes on from the subject
            if above.lemma_ in words("answering"):
                told = [child for child in above.children if child.dep_ == "dobj" and child.i < token.i]
                inside = told and not any(one.is_ancestor(token) for one in told if token.dep_ == "poss")
                return told[0] if told and inside else None
        return None

    def _also_met(self, pronoun: Mention) -> Token | None:
        """'Met the minister and asked him': whom the verb before has for its object."""
        token = self._story.doc[pronoun.head]
        if token.lower_ not in {"him", "her"} or token.tag_ != "PRP":
            return None
        verbs = (above for above in token.ancestors if above.dep_ == "conj" and above.head.pos_ == "VERB")
        told = (child for verb in verbs for child in verb.head.children if child.i < token.i)
        return next((_object(child) for child in told if _object(child) is not None), None)

    def _fits(self, told: Told, word: str) -> bool:
        mention, names = told
        if len(names) != 1 or self._story.doc[mention.head].dep_ in _MODIFIERS:
            return False
        entity = self._story.entities[names[0]]
        if word in words("male pronoun") | words("female pronoun"):
            return self._may_be(mention, entity.id, word)
        return entity.kind in {"state", "igo", "organisation"} or (entity.kind, mention.kind) == ("group", "group")

    def _may_be(self, mention: Mention, name: str, word: str) -> bool:
        person = self._story.people.by_id.get(name)
        if person:
            return person.may_be(word)
        single = self._story.doc[mention.head].tag_ not in {"NNS", "NNPS"}
        return mention.kind == "person" and mention.form == "title" and single

    def _is_bound(self, earlier: Mention, pronoun: Mention) -> bool:
        """Nobody does to 'it' what it does itself: an object and the subject of its verb are two."""
        token = self._story.doc[pronoun.head]
        if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_.endswith(("self", "selves")):
            return False
        verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
        while verb is not None and verb.dep_ in {"xcomp", "acomp", "advcl", "conj"} and not _has_subject(verb):
            verb = verb.head
        subject = self._story.doc[earlier.head]
        return verb is not None and subject.head == verb and subject.dep_ in SUBJECTS

    def _most_salient(self, near: Sequence[Told], mention: Mention) -> tuple[str, ...]:
        """The one told of most, subjects first and later sentences more; nobody where two come close."""
        scores: dict[tuple[str, ...], float] = Counter()  # type: ignore[assignment]
        for earlier, names in near:
            far = self._story.sentence(mention) - self._story.sentence(earlier)
            scores[names] += self._weight(earlier) * self._sure(names[0], mention.name.lower()) * _FADING**far
        ranked = sorted(scores.items(), key=lambda one: -one[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
            return ()
        return ranked[0][0]

    def _weight(self, mention: Mention) -> float:
        token = self._story.doc[mention.head]
        if self._story.is_subject(mention):
            return _SUBJECT
        does = token.head.dep_ == "agent" or any(child.dep_ == "relcl" for child in token.children)
        return _DOER if does else _OTHER

    def _sure(self, name: str, pronoun: str) -> float:
        """More for a person whom a title makes a man or a woman."""
        person = self._story.people.by_id.get(name)
        return _SURE if person and person.must_be(pronoun) else 1.0


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _object(child: Token) -> Token | None:
    """What a verb is done to, or done with."""
    if child.dep_ == "prep" and child.lower_ == "with":
        return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return child if child.dep_ in {"dobj", "dative"} else None

"""What a text takes as known of the sides of a tie: whom it is about, and where a paragraph is set."""

from __future__ import annotations

from collections import Counter

from comity.reading.layers import Parsed, Participant, Referents, Sentence
from comity.reading.parties import Parties
from comity.reading.sight import Sight

_OFTEN = 5
_AHEAD = 1.5
"""How many times oftener than the next a state is spoken of that the text is about."""
_OPENING = 4
"""Words within which 'In Lima' opens a sentence."""


class Setting:
    """Built once a text."""

    def __init__(self, parsed: Parsed, referents: Referents, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties
        self.home = referents.home
        sight = Sight(parsed, referents, parties)
        parties.two = sight.two
        self.two = tuple(one.country or one.id for one in sight.two)
        """The two that the text is plainly about, or none."""
        self.topic = self.home or self._headed(referents) or self._most_told(referents)
        """The one state that the text is about, where it is plain."""

    def _headed(self, referents: Referents) -> str | None:
        """The only state that the title names, where the text goes on to speak of it."""
        title = self._parsed.text.find("\n")
        ids = referents.entities
        at = {index: {ids[name].country for name in names} for index, names in referents.at.items()}
        early = (found for index, found in at.items() if self._parsed.doc[index].idx < title)
        headed = {one for found in early for one in found if one}
        only = headed.pop() if len(headed) == 1 else None
        return only if sum(only in found for found in at.values()) >= _OFTEN else None

    def _most_told(self, referents: Referents) -> str | None:
        sides = (referents.entities[one].country for names in referents.at.values() for one in names)
        ranked = Counter(side for side in sides if side).most_common(2)
        if not ranked or ranked[0][1] < _OFTEN:
            return None
        return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= _AHEAD * ranked[1][1] else None

    def other(self, side: str) -> str | None:
        """The other one of the two, where the side is one of them."""
        return next((one for one in self.two if one != side), None) if side in self.two else None

    def whom(self, owner: str, sentence: Sentence) -> str | None:
        """Whom an owner's sanctions are on, where it is not said: the other of two, the state that stands beside
        the text's own in the paragraph, the one that the text is about, the one other of the sentence."""
        if self.other(owner):
            return self.other(owner)
        states = self._named(sentence) - {owner}
        beside = set(self.before(sentence)) - {owner, self.home or owner}
        if self.home in self.before(sentence) and len(beside) == 1 and states <= beside | {self.home}:
            return beside.pop()
        if self.topic and self.topic != owner and states <= {self.topic}:
            return self.topic
        return states.pop() if len(states) == 1 else None

    def _named(self, sentence: Sentence) -> set[str]:
        found = (one for word in sentence.span for one in self._parties.at(word))
        return {one.side for one in found if one.referent.kind != "igo"}

    def here(self, sentence: Sentence) -> str | None:
        """The state in which a paragraph is set up to a sentence: 'In Kigali on Tuesday …'."""
        found: tuple[Participant, ...] = ()
        for one in self._parsed.sentences:
            if one.paragraph == sentence.paragraph and one.span.start <= sentence.span.start:
                own = (
                    one is sentence
                    or "\n" in self._parsed.text[max(one.span.start_char - 2, 0) : one.span.start_char]
                )
                found = (self._opening(one) if own or not one.span.start else ()) or found
        return found[0].side if found else None

    def before(self, sentence: Sentence) -> tuple[str, ...]:
        """The two states that a paragraph has named up to a sentence, where they are two."""
        named: dict[str, None] = {}
        for one in self._parsed.sentences:
            if one.paragraph == sentence.paragraph and one.span.start < sentence.span.start:
                named |= dict.fromkeys(each.side for word in one.span for each in self._parties.at(word))
        return tuple(named) if len(named) == 2 else ()

    def _opening(self, sentence: Sentence) -> tuple[Participant, ...]:
        first = sentence.span[0]
        if first.lower_ != "in" or first.dep_ != "prep":
            return ()
        inner = [one for one in first.children if one.dep_ == "pobj" and one.i - first.i <= _OPENING]
        return self._parties.of(inner) if inner and inner[0].pos_ == "PROPN" else ()

"""What the sentences around a mention tell, as the words for two and for one of two need it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Token

from comity.reading.home import Home
from comity.reading.identity.story import SUBJECTS, Story, Told
from comity.reading.layers import Mention
from comity.reading.words import words

_JOINS = {"and", "and the", "with"}


class Vicinity:
    """Looks back in a story; `speaker` tells whose words a quoted mention is in."""

    def __init__(self, story: Story, home: Home, speaker: Callable[[Mention], tuple[str, ...]]) -> None:
        self._story = story
        self._about = home.about
        self._speaker = speaker

    def _is_owner(self, mention: Mention) -> bool:
        """Told of as whose somebody is: 'Iraq's minister', 'the Iraqi minister'."""
        token = self._story.doc[mention.head]
        if token.head.lower_ in words("relation"):
            return False  # 'His guest' tells of both.
        owner = token.dep_ in {"poss", "amod", "compound", "nmod"}
        return owner and (token.tag_ == "PRP$" or token.head.i in self._story.at)

    def _close(self, mention: Mention) -> list[Told]:
        """What this sentence and the last told, in text order."""
        near = reversed(list(self._story.near(mention)))
        return [told for told in near if self._distance(told, mention) <= 1]

    def _tellers(self, token: Token) -> tuple[str, ...]:
        """Who says what the token is told in: 'the Omani minister said both sides had agreed'."""
        telling = (above.head for above in token.ancestors if above.dep_ == "ccomp" and above.head.pos_ == "VERB")
        return next((names for verb in telling if (names := self._subjects(verb))), ())

    def _subjects(self, verb: Token) -> tuple[str, ...]:
        while verb.dep_ in {"conj", "xcomp"} and not any(child.dep_ in SUBJECTS for child in verb.children):
            verb = verb.head
        subjects = (child for child in verb.children if child.dep_ in SUBJECTS)
        return tuple(name for child in subjects for name in self._story.at.get(child.i, ()))

    def _joined(self, told: list[Told]) -> list[tuple[str, ...]]:
        """Two states told as 'X and Y', in text order."""
        found = []
        for (one, names), (other, others) in pairwise(told):
            pair = self._story.countries(names) + self._story.countries(others)
            if len(set(pair)) == 2 and self._are_joined(one, other):
                found.append(pair)
        return found

    def _countries(self, told: list[Told]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(state for _, names in told for state in self._story.countries(names)))

    def _distance(self, told: Told, mention: Mention) -> int:
        return self._story.sentence(mention) - self._story.sentence(told[0])

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        between = self._story.doc[one.head + 1 : other.first]
        return one.head < other.first and " ".join(token.lower_ for token in between) in _JOINS

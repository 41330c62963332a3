"""States by their part in what the text told: 'the mediator', 'the lender', 'the recipient government'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.identity.story import SUBJECTS, Story
from comity.reading.words import words


class Parts:
    """Answers out of a story; where the words before tell of two with the part the answer is none."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def meant(self, word: str) -> tuple[str, ...]:
        """The only state told of so far that mediates, lends or is lent to."""
        part = next((part for part in ("mediator", "giver", "taker") if word.lower() in words(part)), None)
        if part is None:
            return ()
        found = {state for token, state in self._story.states_by_token() if part in _parts(token)}
        return tuple(self._story.state(state) for state in found) if len(found) == 1 else ()


def _parts(token: Token) -> Iterator[str]:
    """What the words around the name of a state, or of somebody who acts for it, tell of it."""
    above = token.head
    agent = above.dep_ == "agent"
    verb = above.head if agent else above
    does = verb.pos_ == "VERB" and (agent or token.dep_ in SUBJECTS - {"nsubjpass"})
    if (does and verb.lemma_ in words("mediates")) or (above.lemma_.lower() in words("mediation") and not agent):
        yield "mediator"
    if does and verb.lemma_ in words("lends"):
        yield "giver"
    if verb.lemma_ in words("lends") and verb.pos_ == "VERB" and token.dep_ in {"dative", "dobj", "nsubjpass"}:
        yield "taker"
    if token.dep_ == "pobj" and above.lower_ in {"to", "for"} and above.head.lemma_.lower() in words("loan"):
        yield "taker"

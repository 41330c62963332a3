"""The one of two: 'its neighbour', 'its ally', 'the other side', 'the latter'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.gazetteer.bearings import is_direction, lies
from comity.reading.identity.vicinity import Vicinity
from comity.reading.layers import Mention
from comity.reading.words import words


class OneOfTwo(Vicinity):
    """Answers out of a story; nobody where more than one is left."""

    def other(self, mention: Mention) -> tuple[str, ...]:
        """'Its neighbour': the other of the two states last spoken of than the possessor's."""
        token = self._story.doc[mention.head]
        owners = set(self._story.countries(self._story.possessors(token)))
        side = next((child.lower_ for child in token.lefts if is_direction(child.lower_)), None)
        if side and len(owners) == 1:
            lying = [state for state in self._story.states_told() if lies(state, side, next(iter(owners)))]
            if lying:
                return (self._story.state(lying[0]),) if len(lying) == 1 else ()
        pair = self._about or self._story.states(2, mention)
        if token.lower_ in words("state relation"):
            pair = self._about if owners & set(self._about) else self._placed(mention)
            pair = pair if set(pair) - owners <= set(self._about or pair) else ()
        others = [state for state in pair if state not in owners]
        return (self._story.state(others[0]),) if owners and len(others) == 1 else ()

    def other_side(self, mention: Mention) -> tuple[str, ...]:
        """'The other side', 'the other government': of the two spoken of, not the one that says or does it."""
        token = self._story.doc[mention.head]
        told = self._tellers(token) or self._speaker(mention) or tuple(self._story.subjects(mention))
        own = set(self._story.countries(told))
        pair = self._about if own & set(self._about) else self._countries(self._close(mention))
        others = [state for state in pair if state not in own | self._done_to(token)]
        return (self._story.state(others[0]),) if len(pair) == 2 and len(others) == 1 else ()

    def _placed(self, mention: Mention) -> tuple[str, ...]:
        """The states told of in this sentence and the last, by themselves or by a place in them."""
        told = (self._story.entities[name].country for _, names in self._close(mention) for name in names)
        return tuple(dict.fromkeys(state for state in told if state))

    def _done_to(self, token: Token) -> set[str]:
        """'X thanked Brazil, but had no word for the other side': Brazil is not the other side."""
        objects = (one for one in token.sent if one.dep_ == "dobj" and one.i < token.i)
        return {state for one in objects for state in self._story.countries(self._story.at.get(one.i, ()))}

    def one_of(self, mention: Mention) -> tuple[str, ...]:
        """'The former', 'the latter': of the last two persons, or the last two states, whichever end later."""
        last: dict[str, list[str]] = {"person": [], "state": []}
        for told, names in reversed(self._close(mention)):
            kind = self._story.entities[names[0]].kind
            if len(names) > 1 or kind not in last or self._is_owner(told) or names[0] in last[kind]:
                continue
            last[kind].append(names[0])
            if len(last[kind]) == 2:
                return (last[kind][mention.name.lower() == "former"],)
        return ()

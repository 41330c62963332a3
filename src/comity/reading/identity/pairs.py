"""Two at once: 'both countries', 'the two presidents', 'the pair', 'they', 'neither'."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Token

from comity import gazetteer
from comity.gazetteer.epithets import members
from comity.reading.home import Home
from comity.reading.identity.story import SUBJECTS, Story, Told
from comity.reading.identity.vicinity import Vicinity
from comity.reading.layers import Mention
from comity.reading.words import words

_FIXED = {"koreas": ("KOR", "PRK"), "congos": ("COD", "COG")}


class Pairs(Vicinity):
    """Answers out of a story; `home` tells the two states of a text about two, and a columnist's suitors."""

    def __init__(self, story: Story, home: Home, speaker: Callable[[Mention], tuple[str, ...]]) -> None:
        super().__init__(story, home, speaker)
        self._sides = home.sides
        self._suitors = home.suitors
        self._home = home.state

    def meant(self, mention: Mention) -> tuple[str, ...]:
        """Two persons for 'the two presidents', else two states."""
        word = mention.name.lower()
        if group := members(word):
            return tuple(self._story.state(code) for code in group)
        if word == "three":
            return self._three(mention)
        if word in words("each of two") and (two := self.persons_together(mention) or self._both_named(mention)):
            return two
        owned = self._story.countries(self._story.possessors(self._story.doc[mention.head]))
        if len(set(owned)) == 2:
            return tuple(self._story.state(name) for name in owned)
        if word in words("side word") and self._sides:
            return tuple(self._story.known(name) for name in self._sides)
        if word in words("two persons") and (two := self.persons_together(mention)):
            return two
        if word in words("people"):
            return self.persons_together(mention) or self._last_two()
        before = self._story.doc[mention.head - 1].text if mention.head else ""
        role = gazetteer.load().role(f"{before} {mention.name}") or gazetteer.load().role(mention.name)
        if word not in _FIXED and role is not None and (people := self._holders(role.title)):
            return people
        pair = _FIXED.get(word) or self._states(mention)
        return tuple(self._story.state(name) for name in pair) if len(pair) == 2 else ()

    def _three(self, mention: Mention) -> tuple[str, ...]:
        """'The three': where the last sentences tell of just three states."""
        found = self._countries([told for told in self._story.near(mention) if self._distance(told, mention) <= 1])
        return tuple(reversed(found)) if len(found) == 3 else ()

    def they(self, mention: Mention) -> tuple[str, ...]:
        """The states just spoken of, where exactly two were, in this sentence or the last."""
        for reach in (0, 1):
            near = [t for t in self._story.near(mention) if self._distance(t, mention) <= reach]
            if len({state for _, names in near for state in self._story.countries(names)}) == 2:
                return self._story.states(2)
        return ()

    def _both_named(self, mention: Mention) -> tuple[str, ...]:
        """'The EU and Russia object; neither has gone to court': two joined just before."""
        found: tuple[str, ...] = ()
        for (one, names), (other, others) in pairwise(self._close(mention)):
            alike = {self._story.entities[name].kind for name in (*names, *others)} <= {"state", "igo"}
            if alike and len({*names, *others}) == 2 and self._are_joined(one, other):
                found = (*names, *others)
        return found

    def persons_together(self, mention: Mention) -> tuple[str, ...]:
        """The two persons of the last sentence, where they did something together and nothing else was many."""
        last = [told for told in self._story.near(mention) if self._distance(told, mention) == 1]
        people = self._story.people.by_id
        last = [told for told in last if not self._is_owner(told[0])]
        found = tuple(dict.fromkeys(n for _, names in reversed(last) for n in names if n in people))
        many = any(self._story.doc[m.head].tag_ in {"NNS", "NNPS"} and m.kind != "state" for m, _ in last[-1:])
        return found if len(found) == 2 and not many and self._share_a_verb(found, last) else ()

    def _share_a_verb(self, names: tuple[str, ...], last: list[Told]) -> bool:
        """Both hang on one subject: 'X and Y flew', 'X, and Kenya's president, Y, flew'."""
        heads = [self._story.doc[m.head] for m, told in last if set(told) & set(names)]
        return len({_verb(token) for token in heads} - {None}) == 1

    def _last_two(self) -> tuple[str, ...]:
        """The two persons of different states told of last."""
        told = (self._story.people.by_id.get(name) for name in self._story.latest())
        people = [one for one in told if one and not self._is_own(self._story.people.country(one))]
        found = {self._story.people.country(person): person.id for person in people if person}
        return tuple(found.values()) if len(found) == 2 and None not in found else ()

    def _holders(self, title: str) -> tuple[str, ...]:
        """The two persons of different states last named who hold a title."""
        found: dict[str, str] = {}
        for name in self._story.latest():
            person = self._story.people.by_id.get(name)
            country = self._story.entities[name].country
            if person and country and person.holds(title) and not self._is_own(country):
                found.setdefault(country, name)
        return tuple(reversed(list(found.values())[:2])) if len(found) >= 2 else ()

    def _is_own(self, country: str | None) -> bool:
        """Of the columnist's own state, where it stands between two others."""
        return bool(self._suitors) and country == self._home

    def _states(self, mention: Mention) -> tuple[str, ...]:
        """The two of the same sentence, two joined by 'and' just before, those the text is about, the last two."""
        outsiders = set(self._outsiders(mention))
        if self._suitors and not outsiders & set(self._suitors) and (pair := self._of_column(mention)):
            return pair
        if outsiders:
            return self._others_than(outsiders, mention)
        close = self._close(mention)
        own = self._countries([told for told in close if self._distance(told, mention) == 0])
        acting = self._countries(
            [t for t in close if self._distance(t, mention) == 0 and not self._is_owner(t[0])]
        )
        each = any(child.lower_ in words("each of two") for child in self._story.doc[mention.head].lefts)
        if self._about and each and not set(own) & set(self._about):
            return self._about
        if len(own) == 2 and (len(acting) == 2 or not self._about):
            return own
        if joined := self._joined(close):
            return joined[-1]
        last = self._countries(close)
        return self._about or (last if len(last) == 2 else self._story.states(2))

    def _of_column(self, mention: Mention) -> tuple[str, ...]:
        """In a column about two suitors: those, but the own state with the one of them that alone is near."""
        parties = {self._home, *self._suitors}
        joined = [pair for pair in self._joined(self._close(mention)) if set(pair) <= parties]
        if joined:
            return joined[-1]
        near = self._countries(list(self._story.near(mention)))
        told = [one for one in near if one in self._suitors]
        told = told or [one for one in self._story.states(4, mention) if one in self._suitors]
        word = self._story.doc[mention.head].lemma_.lower()
        if len(told) == 1 and self._home and word in words("formal two"):
            return self._home, told[0]
        return self._suitors if word in words("wooers") or len(told) == 2 else ()

    def _outsiders(self, mention: Mention) -> tuple[str, ...]:
        """'X urged both governments', 'its two neighbours': X is neither; nor who tells of others' quarrel."""
        token = self._story.doc[mention.head]
        if (owners := self._story.possessors(token)) and len(owners) == 1 and not _is_shared(token):
            return self._story.countries(owners)
        link = token.head if token.dep_ == "pobj" else token
        heard = link.dep_ in {"dobj", "dative", "prep"} and link.head.lemma_ in words("speaks to")
        speakers = self._subjects(link.head) if heard else self._tellers(token) or self._speaker(mention)
        states = self._story.countries(speakers)
        return states if heard or (self._about and not set(states) & set(self._about)) else ()

    def _others_than(self, outsiders: set[str], mention: Mention) -> tuple[str, ...]:
        """The two that the text is about, else the two alone that the last sentences tell of."""
        if self._about and not outsiders & set(self._about):
            return self._about
        near = list(reversed(list(self._story.near(mention))))
        told = [state for state in self._countries(near) if state not in outsiders]
        if len(told) < 2:
            told = [state for state in self._story.states(4, mention) if state not in outsiders]
        return tuple(told) if len(told) == 2 else ()


def _is_shared(token: Token) -> bool:
    """'Our two states', 'their two countries': those who own are the two."""
    return any(child.lower_ in words("shared") for child in token.lefts)


def _verb(token: Token) -> int | None:
    """The verb whose subject the token is or belongs to; of a meeting, also whom it is with."""
    while token.dep_ in {"conj", "appos", "poss", "compound"}:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "between":
        return token.head.i
    met = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"with", "by"} else token.head
    if token.dep_ in {"dobj", "pobj"} and met.lemma_ in words("meets") and met.pos_ == "VERB":
        return met.i
    return token.head.i if token.dep_ in SUBJECTS else None

"""Who has come and who has received, so that 'the visitor', 'her guest' and 'his host' find them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.identity.story import Story, left_alone
from comity.reading.layers import Mention
from comity.reading.words import words

_CHAIN = {"conj", "xcomp", "acomp", "advcl"}
_PEOPLE = {"person", "group"}


class Journeys:
    """Grows with the story by `note`; every answer is one of those told of so far, or nobody."""

    def __init__(self, story: Story, home: str | None) -> None:
        self._story = story
        self._home = home
        self._came: dict[str, Token] = {}
        """By person or delegation: the word that tells of the journey last told."""
        self._received: set[str] = set()

    def note(self, mention: Mention, names: tuple[str, ...]) -> None:
        """Learn from the words around a mention whether those meant travel or receive."""
        doc = self._story.doc
        if len(names) != 1 or self._story.entities[names[0]].kind not in _PEOPLE:
            return
        words_of = [self._phrase(doc[at], names) for at in range(mention.head, mention.first - 1, -1)]
        journey = next((found for token in words_of if (found := _journey(token)) is not None), None)
        if journey is not None:
            self._came[names[0]] = journey
        if any(_receives(token) for token in words_of):
            self._received.add(names[0])

    def has_come(self, name: str) -> bool:
        """Whether somebody was told of as a visitor."""
        return name in self._came

    def travels(self, token: Token) -> bool:
        """Whether the words around a title tell of its holder as a visitor."""
        return _journey(token) is not None

    def meant(self, mention: Mention) -> str | None:
        """'The visitor', 'his guest', 'her host': the last told of whose part it is, not of the owner's state."""
        token = self._story.doc[mention.head]
        owners = self._story.possessors(token)
        barred = set(owners) or set(self._beside(token))
        states = set(self._story.countries(tuple(barred)))
        wanted = self._received if mention.name.lower() in words("hosts") else self._came.keys()
        fitting = [name for name in self._story.latest() if name in wanted and name in self._story.people.by_id]
        fitting = [one for one in fitting if one not in barred and self._side(one) not in states]
        fitting = [one for one in fitting if mention.country in (None, self._side(one))]
        if any(child.dep_ == "poss" for child in token.lefts) and not owners and len(fitting) > 1:
            return None
        return next(iter(fitting), None) or self._at_the_end(mention, owners) or self._only_other(mention, owners)

    def destination(self, names: tuple[str, ...]) -> str | None:
        """The state to which the first of these went last."""
        journey = next((self._came[name] for name in names if name in self._came), None)
        ends = _ends(journey) if journey is not None else ()
        places = (self._story.entities[name].country for end in ends for name in self._story.at.get(end.i, ()))
        return next((place for place in places if place), None)

    def _at_the_end(self, mention: Mention, owners: tuple[str, ...]) -> str | None:
        """The host of somebody who went to a state: its only official told of."""
        state = self.destination(owners) if mention.name.lower() in words("hosts") else None
        people = self._story.people.by_id
        state = None if state in self._story.countries(owners) else state
        officials = [
            n for n in self._story.latest() if n in people and people[n].offices and self._side(n) == state
        ]
        return officials[0] if state and len(officials) == 1 else None

    def _only_other(self, mention: Mention, owners: tuple[str, ...]) -> str | None:
        """'Srisai thanked his host': the only official of another state within reach.

        Without an owner the visitor is from abroad, and the host of the state where they are.
        """
        people = self._story.people.by_id
        near = [name for _, names in self._story.near(mention) for name in names]
        officials = {name: self._side(name) for name in near if name in people and people[name].offices}
        states = set(self._story.countries(owners))
        if states:
            wanted = (mention.country,) if mention.country else officials.values()
            others = [name for name, side in officials.items() if side not in {None, *states} and side in wanted]
            return others[0] if len(others) == 1 else None
        places = [
            self._story.entities[name].country for name in near if self._story.entities[name].kind == "place"
        ]
        here = next((place for place in (*places, self._home) if place in officials.values()), None)
        if here is None or any(child.dep_ == "poss" for child in self._story.doc[mention.head].lefts):
            return None
        host = mention.name.lower() in words("hosts")
        found = [name for name, side in officials.items() if side and (side == here) == host]
        return found[0] if len(found) == 1 else None

    def _phrase(self, token: Token, names: tuple[str, ...]) -> Token:
        """The head of the phrase, but for one that stands for somebody else: 'invited by X, Y, her guest'."""
        while token.dep_ in {"appos", "conj"} and token.head.i < token.i:
            if token.dep_ == "appos" and self._story.at.get(token.head.i, names) != names:
                break
            token = token.head
        return token

    def _side(self, name: str) -> str | None:
        person = self._story.people.by_id.get(name)
        return self._story.people.country(person) if person else self._story.entities[name].country

    def _beside(self, token: Token) -> Iterator[str]:
        """Whoever else takes part in the same clause: nobody spends an hour with himself."""
        verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
        if verb is not None:
            for child in verb.children:
                if child.dep_ in {"nsubj", "nsubjpass", "dobj", "agent"}:
                    yield from self._story.at.get(child.i, ())


def _doings(token: Token) -> Iterator[Token]:
    """The verbs whose subject somebody is: 'X, who flew', 'X is due to visit', 'X landed and met'."""
    found = [token.head] if token.dep_ == "nsubj" else left_alone(token)
    for child in token.children:
        if child.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ == "who" for c in child.children):
            found.append(child)
    for verb in found:
        yield verb
        found += [c for c in verb.children if c.dep_ in _CHAIN and not any(s.dep_ == "nsubj" for s in c.children)]


def _journey(token: Token) -> Token | None:
    """The verb or noun of a journey that somebody makes, or of a reception that he is given."""
    for verb in _doings(token):
        if verb.lemma_ in words("journeys") or _goes_on(verb) is not None or _is_away(verb):
            return verb
    above = token.head
    if token.dep_ in {"nsubjpass", "dobj"} and above.lemma_ in words("receives"):
        return above
    if token.dep_ == "pobj" and above.lower_ in {"of", "by"} and above.head.lemma_.lower() in words("journey"):
        return above.head
    if above.dep_ == "agent" and above.head.dep_ == "acl" and above.head.lemma_ in words("leads"):
        return _journey(above.head.head)
    return above if token.dep_ == "poss" and above.lemma_.lower() in words("journey") else None


def _goes_on(verb: Token) -> Token | None:
    """'Paid an official visit', 'ended a four-day trip', 'returned from a tour'."""
    if verb.lemma_ not in words("makes"):
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    objects += [p for c in verb.children if c.lower_ in {"from", "on"} for p in c.children if p.dep_ == "pobj"]
    return next((one for one in objects if one.lemma_.lower() in words("journey")), None)


def _is_away(verb: Token) -> bool:
    """'Was in New Delhi'."""
    inner = (one for c in verb.children if c.lower_ == "in" for one in c.children if c.head.lemma_ == "be")
    return any(one.ent_type_ == "GPE" and one.dep_ == "pobj" for one in inner)


def _receives(token: Token) -> bool:
    if token.dep_ == "pobj":
        agent = token.head.dep_ == "agent" and token.head.head.lemma_ in words("receives")
        return agent or (token.head.lower_ == "of" and token.head.head.lemma_ in {"invitation", "guest"})
    return any(verb.lemma_ in words("receives") for verb in _doings(token) if not _is_passive(verb))


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def _ends(journey: Token) -> Iterator[Token]:
    """The words that tell where a journey goes."""
    noun = _goes_on(journey)
    for head in (journey, *([noun] if noun is not None else [])):
        for child in head.children:
            if child.dep_ == "dobj":
                yield child
            if child.lower_ in {"to", "in", "at", "for"}:
                yield from (inner for inner in child.children if inner.dep_ == "pobj")

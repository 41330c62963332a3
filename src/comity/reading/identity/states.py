"""States by other words than their names: 'the Kingdom', 'the island state', 'the North', 'Brussels'."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from comity import gazetteer
from comity.gazetteer.epithets import is_called
from comity.gazetteer.places import country_of, sites
from comity.reading.groups import is_national
from comity.reading.home import Home
from comity.reading.identity.one_of_two import OneOfTwo
from comity.reading.identity.parts import Parts
from comity.reading.identity.pronouns import Pronouns
from comity.reading.identity.story import Story
from comity.reading.layers import Mention, Parsed, Referent
from comity.reading.slugs import slug
from comity.reading.words import words

_CLEAR = 1.25
"""How many times oftener than the next a state must be told of to be meant by what both may be called."""
_HALVES = {"north": "PRK", "south": "KOR"}
"""What they stand for in a text that names a Korea."""
_SEATS = {"place:brussels": "EU"}
"""A city that stands for a body, as capitals do for governments."""


class States:
    """Answers out of a story; `home` is what the text is about, `ahead` holds all its mentions by head token."""

    def __init__(
        self, story: Story, of_two: OneOfTwo, pronouns: Pronouns, home: Home, ahead: Mapping[int, Mention]
    ) -> None:
        self._story = story
        self._parts = Parts(story)
        self._ahead = ahead
        self._of_two = of_two
        self._pronouns = pronouns
        self._home = home.state
        self._host = home.host

    def named(self, mention: Mention, parsed: Parsed, states: set[str | None]) -> tuple[str, ...]:
        """What a known name stands for where it stands; `states` are those that the text names otherwise."""
        country = mention.country
        if mention.entity in _SEATS and self._acts(mention):
            return (self._story.state(country),) if country and country in states else (self._seat(mention),)
        name = parsed.text[mention.start : mention.end]
        if mention.form == "metonym" and country not in states:
            country = country_of(sites(name), {state for state in states if state}) or country
        if mention.form == "metonym" and country and (self._is_where(mention) or country != mention.country):
            return (self._story.add(Referent(f"place:{slug(name)}", "place", name, country)),)
        if mention.form == "demonym" and country and is_national(self._story.doc[mention.head]):
            return (self._nationals(country),)
        if mention.form == "demonym" and country and (person := self._the_one(mention, country)):
            return (person,)
        return (self._known(mention),)

    def _the_one(self, mention: Mention, country: str) -> str | None:
        """'The Belizean': the person of that state told of last."""
        token = self._story.doc[mention.head]
        alone = token.tag_ in {"NN", "NNP"} and token.dep_ in words("acts") and token.dep_ != "poss"
        if not alone or token.n_lefts != 1 or next(token.lefts).lower_ != "the":
            return None
        entities = self._story.entities
        people = self._story.people.by_id
        return next((n for n in self._story.latest() if n in people and entities[n].country == country), None)

    def described(self, mention: Mention) -> tuple[str, ...]:
        """'The Kingdom': the text's own, else the kingdom it speaks of most; 'the country': who stands out.

        Nobody is told of by what he himself does to it: 'the government that the Egyptians blame'.
        """
        clauses = (child for child in self._story.doc[mention.head].rights if child.dep_ == "relcl")
        subjects = [one.i for clause in clauses for one in clause.children if one.dep_ == "nsubj"]
        doers = {state for at in subjects for state in self._story.countries(self._story.at.get(at, ()))}
        doers |= {one.country for at in subjects if (one := self._ahead.get(at)) and one.entity and one.country}
        found = self._described(mention)
        return () if doers & set(found) else found

    def _described(self, mention: Mention) -> tuple[str, ...]:
        token = self._story.doc[mention.head]
        word = mention.name.lower()
        if word in words("neighbour") | words("state relation"):
            return self._beside(token) or self._of_two.other(mention)
        if word in words("any state") and any(child.tag_ == "PRP$" for child in token.lefts):
            return tuple(self._story.state(code) for code in self._story.countries(self._story.possessors(token)))
        if word == "other":
            return self._of_two.other_side(mention)
        if word in {"former", "latter"}:
            return self._of_two.one_of(mention)
        if word in words("mediator"):
            return self._parts.meant(word)
        return self._half(word) if word in words("half") else self._called(mention)

    def _half(self, word: str) -> tuple[str, ...]:
        """'The North', 'the South', 'the mainland' in a text that tells of the other half."""
        told = set(self._story.states_told())
        if word == "mainland":
            return (self._story.state("CHN"),) if "TWN" in told else ()
        return (self._story.state(_HALVES[word]),) if {"KOR", "PRK"} & told else ()

    def _called(self, mention: Mention) -> tuple[str, ...]:
        """By what the state is, or what its part is in the story: 'the kingdom', 'the recipient government'."""
        parts = mention.name.lower().split()
        plain = words("any state") | words("plain adjective") | {"republic"}
        telling = [part for part in parts if part not in plain] or parts[-1:]
        if len(parts) > 1 and (part := self._parts.meant(parts[-2])):
            return part
        if "host" in parts:
            return (self._story.state(self._host),) if self._host else ()
        if "that" in {child.lower_ for child in self._story.doc[mention.head].lefts}:
            return self._last(mention)
        if telling[-1] in words("any state"):
            return tuple(self._story.state(name) for name in self._pronouns.country(mention))
        fitting = [name for name in self._story.states_told() if is_called(name, *telling)]
        return (self._home,) if self._home and self._home in fitting else self._foremost(fitting, mention)

    def _beside(self, token: Token) -> tuple[str, ...]:
        """'Mauritius, our neighbour', 'its neighbour, Nigeria': the state that the words stand beside."""
        named = self._story.at.get(token.head.i, ()) if token.dep_ == "appos" else ()
        behind = next((child for child in token.rights if child.dep_ == "appos"), token)
        ahead = self._ahead.get(behind.i) if behind != token else None
        if ahead is not None and ahead.kind == "state" and ahead.entity:
            return (self._story.state(ahead.entity),)
        states = [name for name in named if self._story.entities[name].kind == "state"]
        return tuple(states) if len(states) == 1 and len(named) == 1 else ()

    def _last(self, mention: Mention) -> tuple[str, ...]:
        """'That country': the state named last, by itself or by a place in it, but for the subject's own."""
        own = set(self._story.countries(tuple(self._story.subjects(mention))))
        named = (self._story.entities[name].country for _, names in self._story.near(mention) for name in names)
        last = next((country for country in named if country and country not in own), None)
        return (self._story.state(last),) if last else ()

    def _foremost(self, states: list[str], mention: Mention) -> tuple[str, ...]:
        """The only one, the one told of clearly oftener than the next, or the only one told of just before."""
        counts = [self._story.times(state) for state in states]
        if len(states) < 2 or counts[0] >= _CLEAR * counts[1]:
            return tuple(states[:1])
        near = {one for _, names in self._story.near(mention) for one in self._story.countries(names)}
        close = [state for state in states if state in near]
        return tuple(close) if len(close) == 1 else ()

    def _known(self, mention: Mention) -> str:
        entity = str(mention.entity)
        if mention.kind == "state":
            return self._story.state(entity)
        name = gazetteer.load().name(entity)
        return self._story.add(Referent(entity, mention.kind, name, mention.country, mention.sector))

    def _seat(self, mention: Mention) -> str:
        body = _SEATS[str(mention.entity)]
        return self._story.add(Referent(body, "igo", gazetteer.load().name(body), None, "IGO"))

    def _nationals(self, country: str) -> str:
        """'An Austrian', 'twelve Koreans': people of the state, not the state."""
        name = f"{gazetteer.load().name(country)}: nationals"
        return self._story.add(Referent(f"group:{country.lower()}-nationals", "group", name, country, "CVL"))

    def _is_where(self, mention: Mention) -> bool:
        """A capital in which or near which something is, not one that acts."""
        token = self._story.doc[mention.head]
        return token.dep_ == "pobj" and token.head.lower_ in words("place preposition")

    def _acts(self, mention: Mention) -> bool:
        token = self._story.doc[mention.head]
        return token.dep_ in {"nsubj", "nsubjpass"} or token.head.dep_ == "agent"

"""Who is meant: one entity for all the ways in which a text names the same party.

Names are joined by their words ('Hun Manet', then 'Manet'), titles and pronouns go to the party last spoken of
that fits, and group words ('both countries') to the two states last spoken of. What fits nothing stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter

from comity import gazetteer
from comity.gazetteer.epithets import is_called
from comity.reading.antecedents import Antecedents
from comity.reading.layers import Mention, Parsed, Referent, Referents
from comity.reading.owners import find_owners
from comity.reading.people import People
from comity.reading.slugs import slug
from comity.reading.titles import is_of_home
from comity.reading.words import words

_FIXED = {"koreas": ("KOR", "PRK"), "congos": ("COD", "COG")}
_YEAR = re.compile(r"(1[89]|20)\d\d")
_AHEAD = 1.2
"""How many times oftener than the next the state that a text is about is named."""


def corefer(parsed: Parsed, mentions: tuple[Mention, ...], publisher: str | None = None) -> Referents:
    """Join the mentions to entities, in text order; costs one pass over the mentions.

    A publisher that is a state's own office ('Ministry of Foreign Affairs of Japan') tells whose 'the
    Minister' is.
    """
    return _Corefer(parsed, mentions, _home(mentions, publisher)).run()


class _Corefer:
    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...], home: str | None) -> None:
        self._parsed = parsed
        self._mentions = mentions
        self._home = home
        self._people = People(mentions, home)
        self._owners = find_owners(parsed, mentions)
        self._entities: dict[str, Referent] = {}
        self._at: dict[int, tuple[str, ...]] = {}
        self._by_token: dict[int, Mention] = {}
        self._earlier = Antecedents(parsed, self._entities, self._people)

    def run(self) -> Referents:
        for mention in self._mentions:
            names = self._resolve(mention)
            if names:
                self._keep(mention, names)
        return Referents(self._entities, self._at, self._by_token, self._home)

    def _keep(self, mention: Mention, names: tuple[str, ...]) -> None:
        self._earlier.tell(mention, names)
        for country in {self._entities[name].country for name in names} - {None}:
            self._state(str(country))
        for token in range(mention.first, mention.head + 1):
            self._at[token] = names
            self._by_token[token] = mention

    def _resolve(self, mention: Mention) -> tuple[str, ...]:
        if mention.entity:
            return (self._state(mention.entity, mention),)
        if mention.form == "name":
            return self._named(mention)
        if mention.form == "plural":
            return self._pair(mention)
        if mention.form == "pronoun":
            return self._pronoun(mention)
        if mention.form == "title":
            return self._titled(mention)
        return self._organ(mention)

    def _named(self, mention: Mention) -> tuple[str, ...]:
        if mention.kind == "person":
            person = self._people.of(mention, self._earlier.names())
            return (self._add(person),) if person else ()
        # Whose a museum, a company or a forum is, the verbs around it may tell.
        own = f"organisation:{slug(mention.name)}"
        country = self._owners.get(mention.name)
        return (self._add(Referent(own, "organisation", mention.name, country)),)

    def _titled(self, mention: Mention) -> tuple[str, ...]:
        if mention.kind == "state":
            return self._bare_state(mention)
        if mention.kind in {"organisation", "igo"}:
            return self._earlier.thing(mention.name.lower(), mention.kind)
        return self._title(mention)

    def _add(self, referent: Referent) -> str:
        self._entities.setdefault(referent.id, referent)
        return referent.id

    def _state(self, entity: str, mention: Mention | None = None) -> str:
        if entity not in self._entities:
            kind = mention.kind if mention and mention.entity == entity else "state"
            country = entity if kind == "state" else mention.country if mention else None
            sector = mention.sector if mention else None
            self._add(Referent(entity, kind, gazetteer.load().name(entity), country, sector))
        return entity

    def _organ(self, mention: Mention) -> tuple[str, ...]:
        """'Cambodia's foreign ministry'; one without its state belongs to the state the text is about."""
        country = mention.country or self._owner(mention)
        if country is None and is_of_home(mention.name):
            country = self._home
        if country is None:
            return ()
        self._state(country)
        name = f"{gazetteer.load().name(country)}: {mention.name.lower()}"
        # An office without a name is nobody in particular: two tellings of it may be two people.
        kind = "group" if mention.kind == "person" else mention.kind
        own = f"{kind}:{country.lower()}-{slug(mention.name)}"
        return (self._add(Referent(own, kind, name, country, mention.sector)),)

    def _owner(self, mention: Mention) -> str | None:
        """The state of a possessor: 'its ambassador', 'his government', 'the Kingdom's navy'."""
        for token in self._parsed.doc[mention.head].lefts:
            names = self._at.get(token.i, ()) if token.dep_ == "poss" else ()
            if len(names) == 1:
                return self._entities[names[0]].country
        return None

    def _title(self, mention: Mention) -> tuple[str, ...]:
        """'The North Korean diplomat', 'the minister', 'his counterpart': the person who fits, if any does."""
        title = mention.office.title if mention.office else mention.name
        if "counterpart" in title.lower():
            return self._counterpart(mention)
        if title.lower() in words("neighbour"):
            return self._bare_state(mention)
        country = mention.country or self._owner(mention)
        if self._is_plural(mention) or self._tells_of_the_past(mention):
            return self._organ(mention)
        person = self._people.titled(title, country, self._earlier.names())
        if person is None and country:
            person = self._people.known(title, country)
        return (self._add(self._people.referent(self._people.by_id[person])),) if person else self._organ(mention)

    def _is_plural(self, mention: Mention) -> bool:
        return self._parsed.doc[mention.head].tag_ in {"NNS", "NNPS"}

    def _counterpart(self, mention: Mention) -> tuple[str, ...]:
        """The one of another state who holds the office of whoever was spoken of last as subject."""
        sentence = self._parsed.sentence_of[mention.head]
        subjects = [name for name in self._earlier.subjects(sentence) if name in self._people.by_id]
        for name in reversed(subjects):
            person = self._people.by_id[name]
            for office in person.offices:
                other = self._people.titled(
                    office.title, mention.country, self._earlier.names(), self._people.country(person)
                )
                if other:
                    return (other,)
        return self._organ(mention) if mention.country else ()

    def _tells_of_the_past(self, mention: Mention) -> bool:
        """'In 1996 the king opposed', 'the then president': whoever holds it in the text need not have then."""
        if mention.office and mention.office.former:
            return True
        sentence = self._parsed.sentence(self._parsed.doc[mention.head]).span
        return any(_YEAR.fullmatch(token.text) for token in sentence)

    def _bare_state(self, mention: Mention) -> tuple[str, ...]:
        """'The Kingdom': the kingdom that the text speaks of most; 'the country': the state last spoken of."""
        word = mention.name.lower()
        if word in words("neighbour"):
            return tuple(self._state(name) for name in self._earlier.other_state(mention))
        counts = Counter(name for name in self._earlier.names() if len(name) == 3)
        fitting = [name for name, _ in counts.most_common() if is_called(name, word)]
        if fitting:
            return (fitting[0],)
        if word in {"country", "nation", "regime", "government", "state"}:
            return tuple(self._state(name) for name in self._earlier.states(1))
        return ()

    def _pair(self, mention: Mention) -> tuple[str, ...]:
        fixed = _FIXED.get(mention.name.lower())
        if fixed is None and gazetteer.load().role(mention.name) is not None:
            people = self._earlier.persons(mention)
            if people:
                return people
        pair = fixed or self._earlier.states(2)
        return tuple(self._state(name) for name in pair) if len(pair) == 2 else ()

    def _pronoun(self, mention: Mention) -> tuple[str, ...]:
        word = mention.name.lower()
        if word in words("plural pronoun"):
            return self._earlier.pair(mention)
        if word == "it" and self._parsed.doc[mention.head].dep_ == "dobj":
            thing = self._earlier.last_thing(mention)
            if thing:
                return thing
        return self._earlier.of_pronoun(mention)


def _home(mentions: tuple[Mention, ...], publisher: str | None) -> str | None:
    """The state whose office publishes the text, else the one named most and clearly more often than the next."""
    if publisher:
        said = gazetteer.load().resolve(publisher)
        if said.country and said.sector == "GOV":
            return said.country
    counts = Counter(mention.country for mention in mentions if mention.country and len(mention.country) == 3)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < ranked[1][1] * _AHEAD):
        return None
    return ranked[0][0]

"""Who is meant: one entity for all the ways in which a text names the same party.

Names are joined by their words ('Hun Manet', then 'Manet'), titles and pronouns go to the party last spoken of
that fits, and group words ('both countries') to the two states last spoken of. What fits nothing stays unknown.
"""

from __future__ import annotations

import re

from comity import gazetteer
from comity.gazetteer.epithets import is_called
from comity.reading.antecedents import Antecedents
from comity.reading.home import Home, dyad_of, home_of
from comity.reading.layers import Mention, Meta, Parsed, Referent, Referents
from comity.reading.owners import find_owners
from comity.reading.people import People, Person
from comity.reading.slugs import slug
from comity.reading.titles import is_of_home
from comity.reading.words import words

_FIXED = {"koreas": ("KOR", "PRK"), "congos": ("COD", "COG")}
_HALVES = {"north": "PRK", "south": "KOR"}
"""What they stand for in a text that names a Korea."""
_SEATS = {"place:brussels": "EU"}
"""A city that stands for a body, as capitals do for governments."""
_YEAR = re.compile(r"(1[89]|20)\d\d")


def corefer(parsed: Parsed, mentions: tuple[Mention, ...], meta: Meta) -> Referents:
    """Join the mentions to entities, in text order; costs one pass over the mentions."""
    return _Corefer(parsed, mentions, home_of(parsed, mentions, meta)).run()


class _Corefer:
    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...], home: Home) -> None:
        self._parsed = parsed
        self._mentions = mentions
        self._home = home.state
        self._issued = home.issued
        self._people = People(mentions, home.state, home.issued)
        self._owners = find_owners(parsed, mentions)
        self._entities: dict[str, Referent] = {}
        self._at: dict[int, tuple[str, ...]] = {}
        self._by_token: dict[int, Mention] = {}
        self._earlier = Antecedents(parsed, self._entities, self._people, dyad_of(mentions))

    def run(self) -> Referents:
        for mention in self._mentions:
            names = self._resolve(mention)
            if names:
                self._keep(mention, names)
        # What the text tells late ('the Zambian leader') holds for what it told before.
        for person in self._people.by_id.values():
            if person.id in self._entities:
                self._entities[person.id] = self._people.referent(person)
                if state := self._entities[person.id].country:
                    self._state(state)
        return Referents(self._entities, self._at, self._by_token, self._home)

    def _keep(self, mention: Mention, names: tuple[str, ...]) -> None:
        self._earlier.tell(mention, names)
        for country in {self._entities[name].country for name in names} - {None}:
            self._state(str(country))
        for token in range(mention.first, mention.head + 1):
            self._at[token] = names
            self._by_token[token] = mention

    def _resolve(self, mention: Mention) -> tuple[str, ...]:
        if mention.entity in _SEATS and self._acts(mention):
            body = _SEATS[mention.entity]
            return (self._add(Referent(body, "igo", gazetteer.load().name(body), None, "IGO")),)
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

    def _acts(self, mention: Mention) -> bool:
        token = self._parsed.doc[mention.head]
        return token.dep_ in {"nsubj", "nsubjpass"} or token.head.dep_ == "agent"

    def _named(self, mention: Mention) -> tuple[str, ...]:
        if mention.kind == "person":
            person = self._people.of(mention, self._earlier.latest())
            return (self._person(self._with_country(person, mention)),) if person else ()
        # Whose a museum, a company or a forum is, the verbs around it may tell.
        own = f"{mention.kind}:{slug(mention.name)}"
        country = mention.country or self._owners.get(mention.name)
        return (self._add(Referent(own, mention.kind, mention.name, country, mention.sector)),)

    def _person(self, person: Person) -> str:
        if person.id not in self._entities:
            self._add(self._people.referent(person))
        return person.id

    def _with_country(self, person: Person, mention: Mention) -> Person:
        """'Its ambassador, Mara Ozola', 'recalled Ambassador Reis': of the possessor's state or the sender's."""
        if self._people.country(person) is None:
            person.country = self._possessor(mention) or self._sender(mention)
            if person.country and person.id in self._entities:
                self._entities[person.id] = self._people.referent(person)
        return person

    def _possessor(self, mention: Mention) -> str | None:
        doc, at = self._parsed.doc, mention.first - 1
        if at > 0 and doc[at].text == ",":
            noun = doc[at - 1]
            if noun.lower_ in words("opposes"):
                return None
            at = noun.left_edge.i if noun.left_edge.dep_ == "poss" else at - 1
            while at > 0 and self._at.get(at) is None and doc[at].pos_ in {"NOUN", "ADJ", "PROPN"}:
                at -= 1
        if doc[at].dep_ != "poss" and doc[at].tag_ != "PRP$" and doc[at].text not in {"'s", "’s"}:
            return None
        names = self._at.get(at) or self._at.get(at - 1, ())
        return self._entities[names[0]].country if len(names) == 1 else None

    def _sender(self, mention: Mention) -> str | None:
        token = self._parsed.doc[mention.head]
        if token.dep_ not in {"dobj", "nsubjpass"} or token.head.lemma_ not in words("sends"):
            return None
        found = [
            name
            for child in token.head.children
            if child.dep_ in {"nsubj", "agent"}
            for name in self._at.get(child.i, ())
        ]
        return self._entities[found[0]].country if len(found) == 1 else None

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
        if country is None and (self._issued or is_of_home(mention.name)):
            country = self._home
        if country is None:
            return self._earlier.thing(mention.name.lower(), "igo") if mention.name[0].isupper() else ()
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
        if mention.same_as is not None:
            return self._at_name(mention.same_as)
        title = mention.office.title if mention.office else mention.name
        if title.lower() in words("relation"):
            return self._other_person(mention) if title.lower() not in words("in turn") else ()
        if title.lower() in words("neighbour"):
            return self._bare_state(mention)
        country = mention.country or self._owner(mention)
        if mention.office and mention.office.former and (held := self._people.formerly(title, country)):
            return (self._person(self._people.by_id[held]),)
        if self._is_plural(mention) or self._tells_of_the_past(mention):
            return self._organ(mention)
        person = self._people.titled(title, country, self._earlier.latest())
        if person is None and country:
            person = self._people.known(title, country)
        if person is None:
            return self._organ(mention)
        known = self._people.by_id[person]
        if self._people.country(known) is None and mention.country:
            known.country = mention.country
            self._entities.pop(known.id, None)
        return (self._person(known),)

    def _is_plural(self, mention: Mention) -> bool:
        return self._parsed.doc[mention.head].tag_ in {"NNS", "NNPS"}

    def _at_name(self, head: int) -> tuple[str, ...]:
        """Whoever the name beside stands for; it may come later in the text."""
        name = next(one for one in self._mentions if one.head == head)
        return self._named(name)

    def _other_person(self, mention: Mention) -> tuple[str, ...]:
        """'His counterpart', 'his host': somebody of another state than the one who is spoken of.

        A counterpart or colleague holds the same office; a host or guest is whoever was named last.
        """
        for name in self._possessors(mention):
            person = self._people.by_id[name]
            barred = self._people.country(person)
            titles = (
                [office.title for office in person.offices.values()]
                if mention.name.lower() in words("peer")
                else [""]
            )
            for title in titles:
                other = self._people.titled(title, mention.country, self._earlier.latest(), barred)
                if other:
                    return (other,)
        only = self._people.of_state(mention.country) if mention.country else None
        if only:
            return (self._person(self._people.by_id[only]),)
        return self._organ(mention) if mention.country else ()

    def _possessors(self, mention: Mention) -> list[str]:
        """Whose counterpart it is: whom the possessive stands for, else the subjects of the sentence."""
        own = [
            name
            for t in self._parsed.doc[mention.head].lefts
            if t.dep_ == "poss"
            for name in self._at.get(t.i, ())
        ]
        subjects = self._earlier.subjects(self._parsed.sentence_of[mention.head])
        return [name for name in (*own, *reversed(subjects)) if name in self._people.by_id]

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
        told = self._earlier.states_told()
        telling = [part for part in word.split() if part not in words("any state")]
        fitting = [name for name in told if telling and is_called(name, *telling)]
        if self._home in fitting:
            return (str(self._home),)
        if fitting:
            return (fitting[0],)
        if word in _HALVES:
            other = {"KOR", "PRK"} & set(told)
            return (self._state(_HALVES[word]),) if other else ()
        if not telling:
            return tuple(self._state(name) for name in self._earlier.salient_state(mention))
        return ()

    def _pair(self, mention: Mention) -> tuple[str, ...]:
        fixed = _FIXED.get(mention.name.lower())
        role = gazetteer.load().role(mention.name)
        if fixed is None and role is not None and (people := self._earlier.persons(role.title)):
            return people
        pair = fixed or self._earlier.two_states(mention)
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

"""Who holds a title that stands without a name: 'the minister', 'the Thai envoy', 'his counterpart'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from comity import gazetteer
from comity.gazetteer.epithets import words_of_body
from comity.reading.groups import is_definite, is_stretch
from comity.reading.home import Home
from comity.reading.identity.bodies import Bodies
from comity.reading.identity.journeys import Journeys
from comity.reading.identity.parts import Parts
from comity.reading.identity.relations import Relations
from comity.reading.identity.story import Story
from comity.reading.layers import Mention, Referent
from comity.reading.people import People
from comity.reading.slugs import slug
from comity.reading.titles import crowned, is_of_home
from comity.reading.words import words

_ANY = {"a", "an", "another", "some", "one"}
_INNER = {"ccomp", "relcl", "acl", "advcl", "pcomp"}
"""Clauses inside a sentence that have a time of their own."""
_YEAR = re.compile(r"(1[89]|20)\d\d")


class Holders:
    """Answers out of a story and of the persons of the whole text."""

    def __init__(self, story: Story, people: People, home: Home) -> None:
        self._story = story
        self._people = people
        self._home = home
        self.journeys = Journeys(story, home.state)
        self.bodies = Bodies(story)
        self.parts = Parts(story)
        self.relations = Relations(story, people, home, self.journeys)

    def meant(self, mention: Mention) -> tuple[str, ...]:
        """The person who fits; else somebody unnamed of the state, where there is one."""
        title = mention.office.title if mention.office else mention.name
        if title.lower() in words("relation"):
            known = self.relations.meant(mention)
            return known or (self.organ(mention) if mention.country else ())
        if mention.body:
            return self._of_body(mention, title, mention.body)
        country = self._country(mention)
        held = mention.office and mention.office.former and self._people.formerly(title, country)
        if held:
            return (self._story.person(self._people.by_id[held]),)
        token = self._story.doc[mention.head]
        if mention.kind == "person" and any(child.lower_ in _ANY for child in token.lefts):
            return self._served(token) if token.dep_ == "attr" else self.organ(mention)
        if token.dep_ == "pobj" and token.head.lower_ == "as" and (named := self._served(token)):
            return named
        if self._is_plural(mention):
            return self._all_sides(mention) or self.organ(mention)
        return self._then(mention, title) if self._is_past(mention) else self._now(mention, title, country)

    def _of_body(self, mention: Mention, title: str, body: str) -> tuple[str, ...]:
        """'The UN envoy': the person told of with such an office of it, else the body that he speaks for."""
        told = self._people.all_titled(title, None, self._story.latest())
        known = [name for name in told if self._people.by_id[name].body == body]
        plain = mention.form == "title" and not self._is_plural(mention)
        return (
            (self._story.person(self._people.by_id[known[0]]),) if known and plain else (self._story.known(body),)
        )

    def organ(self, mention: Mention) -> tuple[str, ...]:
        """'Cambodia's foreign ministry'; one without its state belongs to the state the text is about."""
        if mention.body and mention.country is None:
            return (self._story.known(mention.body),)
        country = self._country(mention)
        if mention.name.lower() == "side" and country and not is_stretch(self._story.doc[mention.head]):
            return (self._story.state(country),)
        if mention.kind == "organisation" and country is None and (body := self.bodies.meant(mention)):
            return body
        some = self._is_plural(mention) and mention.kind == "person" and not self._home.issued
        if country is None and not mention.owned and not some and self._home.owns(mention.name, mention.sector):
            country = self._home.at(mention)
        if country is None and not some:
            country = crowned(mention.name, self._story.states_told())
        if country:
            return (self._unnamed(mention, country),)
        if not mention.owned and (part := self.parts.meant(mention.name)):
            return part
        if self._is_plural(mention) and (same := self._same_group(mention)):
            return same
        return self.thing(mention, "igo") if mention.name[0].isupper() else ()

    def union(self, mention: Mention) -> tuple[str, ...]:
        """'The union' that is no state."""
        return self.bodies.described(mention) if mention.name in words("body word") else ()

    def thing(self, mention: Mention, kind: str) -> tuple[str, ...]:
        """'The museum', 'the Community': the last named thing or body with that word in its name."""
        word = mention.name.lower()
        if kind == "igo" and word in words("body word") and mention.name.islower():
            return self.bodies.described(mention)
        for name in self._story.latest():
            entity = self._story.entities[name]
            if entity.kind == kind and (word in entity.name.lower().split() or word in words_of_body(name)):
                return (name,)
        return ()

    def _now(self, mention: Mention, title: str, country: str | None) -> tuple[str, ...]:
        person = self._one_of(mention, self._people.all_titled(title, country, self._story.latest()))
        if person is None and country:
            person = self._people.known(title, country)
        if person is None and country and mention.kind == "person":
            person = self._people.untitled(country)
        if person is None:
            return self.organ(mention)
        self._story.give_country(self._people.by_id[person], mention.country)
        return (self._story.person(self._people.by_id[person]),)

    def _served(self, token: Token) -> tuple[str, ...]:
        """'X, who as ambassador had opened it', 'he is an envoy': the subject of the verb."""
        verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
        if subject is None or verb is None:
            return ()
        subject = verb.head if subject.tag_ == "WP" and verb.dep_ == "relcl" else subject
        names = self._story.at.get(subject.i, ())
        return names if len(names) == 1 and names[0] in self._people.by_id else ()

    def _one_of(self, mention: Mention, holders: Sequence[str]) -> str | None:
        """Of several the namesake, where the words deny kinship; the traveller; the subject told of last."""
        if len(holders) < 2 or mention.country:
            return next(iter(holders), None)
        token = self._story.doc[mention.head]
        doers = self._story.doers(token)
        holders = [name for name in holders if name not in doers] or holders
        if (named := self._namesake(token, holders)) is not None:
            return named
        if self.journeys.travels(token):
            come = [name for name in holders if self.journeys.has_come(name)]
            if come:
                return come[0]
        first = self._people.country(self._people.by_id[holders[0]])
        equals = [name for name in holders if self._people.country(self._people.by_id[name]) == first]
        pool = holders if not is_of_home(mention.name) else equals
        return next((name for name in self._story.subjects_before(mention) if name in pool), holders[0])

    def _namesake(self, token: Token, holders: Sequence[str]) -> str | None:
        """'Sonam Lhaden, no kin of the minister': the minister of that surname."""
        if token.dep_ != "pobj" or token.head.head.lower_ not in words("kin"):
            return None
        last = next((name for name in self._story.latest() if name in self._people.by_id), None)
        parts = self._people.by_id[last].parts if last else frozenset()
        alike = [name for name in holders if name != last and self._people.by_id[name].parts & parts]
        return alike[0] if len(alike) == 1 else None

    def _then(self, mention: Mention, title: str) -> tuple[str, ...]:
        """One told of in the same sentence, else somebody else of the state of today's holder."""
        person = self._people.titled(title, mention.country, self._story.in_sentence(mention))
        if person:
            return (self._story.person(self._people.by_id[person]),)
        today = self._people.titled(title, mention.country, self._story.latest())
        country = mention.country or (self._people.country(self._people.by_id[today]) if today else None)
        return self.organ(replace(mention, country=country))

    def _is_past(self, mention: Mention) -> bool:
        """'In 1996 the king opposed', 'the then president': whoever holds it in the text need not have then.

        A year that follows in what he says or in a relative clause is of that clause alone.
        """
        if mention.office and mention.office.former:
            return True
        title = self._story.doc[mention.head]
        if any(child.tag_ == "MD" for child in title.head.children):
            return False  # 'The minister should sign before 2026'
        own = {None, title, *title.ancestors}
        years = (token for token in title.sent if _YEAR.fullmatch(token.text))
        return any(year.i < title.i or _clause(year) in own for year in years)

    def _all_sides(self, mention: Mention) -> tuple[str, ...]:
        """'The Leaders', 'the Ministers' of a communique: those of both sides."""
        token = self._story.doc[mention.head]
        bare = mention.country is None and token.text[0].isupper() and is_definite(token)
        return tuple(self._story.known(one) for one in self._home.sides) if bare else ()

    def _same_group(self, mention: Mention) -> tuple[str, ...]:
        """'The insurgents', 'the fishermen': the group of that sector told of last, within reach."""
        token = self._story.doc[mention.head]
        if token.n_lefts != 1 or not is_definite(token):
            return ()
        for _, names in self._story.near(mention):
            entity = self._story.entities[names[0]]
            if mention.sector and entity.kind == "group" and entity.sector == mention.sector:
                return names
        return ()

    def _unnamed(self, mention: Mention, country: str) -> str:
        """An office without a name is nobody in particular: two tellings of it may be two people."""
        self._story.state(country)
        name = f"{gazetteer.load().name(country)}: {mention.name.lower()}"
        kind = "group" if mention.kind == "person" else mention.kind
        own = f"{kind}:{country.lower()}-{slug(mention.name)}"
        return self._story.add(Referent(own, kind, name, country, mention.sector))

    def _country(self, mention: Mention) -> str | None:
        """The state named with the title, but for 'its envoy from Rome', which is the possessor's."""
        owner = self._owner(mention)
        if mention.owned and mention.name.lower() not in words("opposes"):
            return owner or mention.country
        return mention.country or owner

    def _owner(self, mention: Mention) -> str | None:
        """The state of a possessor: 'its ambassador', 'his government', 'the Kingdom's navy'."""
        names = self._story.possessors(self._story.doc[mention.head])
        return self._story.entities[names[0]].country if len(names) == 1 else None

    def _is_plural(self, mention: Mention) -> bool:
        return self._story.doc[mention.head].tag_ in {"NNS", "NNPS"}


def _clause(year: Token) -> Token | None:
    """The verb of the clause inside the sentence that a year stands in; none for the sentence's own."""
    path = [year, *year.ancestors]
    return next((token for token in path if token.dep_ in _INNER), None)

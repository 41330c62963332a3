"""Who is meant: one entity for all the ways in which a text names the same party.

Names are joined by their words ('Hun Manet', then 'Manet'), titles and pronouns go to the party last spoken of
that fits, and group words ('both countries') to the two states last spoken of. What fits nothing stays unknown.
"""

from __future__ import annotations

from dataclasses import replace

from comity.reading.home import Home, home_of
from comity.reading.identity.belonging import country_of
from comity.reading.identity.holders import Holders
from comity.reading.identity.one_of_two import OneOfTwo
from comity.reading.identity.pairs import Pairs
from comity.reading.identity.pronouns import Pronouns
from comity.reading.identity.states import States
from comity.reading.identity.story import SUBJECTS, Story
from comity.reading.layers import Mention, Meta, Parsed, Referent, Referents
from comity.reading.owners import find_owners
from comity.reading.people import People
from comity.reading.person import sex_of_pronoun
from comity.reading.quoted import sayer
from comity.reading.slugs import slug
from comity.reading.words import words


def corefer(parsed: Parsed, mentions: tuple[Mention, ...], meta: Meta) -> Referents:
    """Join the mentions to entities, in text order; costs one pass over the mentions."""
    return _Corefer(parsed, mentions, home_of(parsed, mentions, meta)).run()


class _Corefer:
    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...], home: Home) -> None:
        self._parsed = parsed
        self._mentions = {mention.head: mention for mention in mentions}
        self._home = home
        self._people = People(mentions, home)
        self._story = Story(parsed, self._people)
        self._owners = find_owners(parsed, mentions)
        self._otherwise = {
            one.country for one in mentions if one.form in {"name", "demonym"} and one.kind != "place"
        }
        self._pairs = Pairs(self._story, home, self._speaker)
        self._pronouns = Pronouns(self._story, self._pairs, home.we, self._speaker)
        of_two = OneOfTwo(self._story, home, self._speaker)
        self._states = States(self._story, of_two, self._pronouns, home, self._mentions)
        self._holders = Holders(self._story, self._people, home)

    def run(self) -> Referents:
        by_token: dict[int, Mention] = {}
        for mention in self._mentions.values():
            names = self._resolve(mention)
            if names:
                self._story.tell(mention, names)
                self._holders.journeys.note(mention, names)
                self._note_sex(mention, names)
                by_token |= dict.fromkeys(range(mention.first, mention.head + 1), mention)
        self._finish_people()
        return Referents(self._story.entities, self._story.at, by_token, self._home.state)

    def _note_sex(self, mention: Mention, names: tuple[str, ...]) -> None:
        """Who was 'she' once is not 'him' later."""
        person = self._people.by_id.get(names[0])
        subject = self._parsed.doc[mention.head].dep_ in SUBJECTS
        if person is not None and mention.form == "pronoun" and subject and person.pronoun is None:
            person.pronoun = sex_of_pronoun(mention.name)

    def _finish_people(self) -> None:
        """What the text tells late ('the Zambian leader') holds for what it told before."""
        for person in self._people.by_id.values():
            if self._story.entities.pop(person.id, None):
                self._story.person(person)
                if country := self._people.country(person):
                    self._story.state(country)

    def _resolve(self, mention: Mention) -> tuple[str, ...]:
        if mention.entity:
            return self._states.named(mention, self._parsed, self._otherwise)
        if mention.form == "name":
            return self._named(mention)
        if mention.form == "plural":
            return self._pairs.meant(mention)
        if mention.form == "pronoun":
            return self._pronouns.meant(mention)
        if mention.kind != "person" and mention.country is None and (country := self._of_whom(mention)):
            own = self._story.state(country)
            return (own,) if mention.kind == "state" else self._holders.organ(replace(mention, country=country))
        if mention.form == "title":
            return self._titled(mention)
        return self._holders.organ(mention)

    def _speaker(self, mention: Mention) -> tuple[str, ...]:
        """Whose words a quotation is, who may be named behind it."""
        token = sayer(self._parsed, mention.start)
        if token is None:
            return ()
        known = self._story.at.get(token.i)
        return known or (self._resolve(self._mentions[token.i]) if token.i in self._mentions else ())

    def _of_whom(self, mention: Mention) -> str | None:
        """'The government of President Nguesso': of the state of the person behind it."""
        links = (child for child in self._parsed.doc[mention.head].rights if child.lower_ == "of")
        heads = (child.i for link in links for child in link.children if child.dep_ == "pobj")
        named = next((self._mentions[at] for at in heads if at in self._mentions), None)
        if named is None or named.kind != "person" or named.form != "name":
            return None
        person = self._people.of(named, self._story.latest())
        return self._people.country(person) if person else None

    def _named(self, mention: Mention) -> tuple[str, ...]:
        if mention.kind == "person":
            person = self._people.of(mention, self._story.latest())
            if person is None:
                return ()
            if self._people.country(person) is None:
                self._story.give_country(person, country_of(mention, self._story))
            return (self._story.person(person),)
        # Whose a museum, a company or a forum is, the verbs around it may tell.
        own = f"{mention.kind}:{slug(mention.name)}"
        country = mention.country or self._owners.get(mention.name)
        return (self._story.add(Referent(own, mention.kind, mention.name, country, mention.sector)),)

    def _titled(self, mention: Mention) -> tuple[str, ...]:
        if mention.same_as is not None:
            # Whoever the name beside stands for; it may come later in the text.
            found = self._named(self._mentions[mention.same_as])
            if found and mention.name.lower() in words("relation") and found[0] in self._people.by_id:
                self._holders.relations.tell(mention, self._people.by_id[found[0]])
            return found
        neighbour = mention.kind == "person" and mention.name.lower() in {"neighbour", "neighbor", "rival"}
        if mention.kind == "state" or neighbour:
            return self._states.described(mention) or self._holders.union(mention)
        if mention.kind in {"organisation", "igo"}:
            return self._holders.thing(mention, mention.kind)
        return self._holders.meant(mention)

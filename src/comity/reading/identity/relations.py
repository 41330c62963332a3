"""Persons told by what they are to another: 'his counterpart', 'her guest', 'its host', 'Tong's successor, X'."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.home import Home
from comity.reading.identity.journeys import Journeys
from comity.reading.identity.story import Story
from comity.reading.layers import Mention
from comity.reading.people import People
from comity.reading.person import Person
from comity.reading.words import words
from comity.record.types import Office


class Relations:
    """Answers out of a story and of the persons of the whole text."""

    def __init__(self, story: Story, people: People, home: Home, journeys: Journeys) -> None:
        self._story = story
        self._people = people
        self._home = home
        self._journeys = journeys

    def meant(self, mention: Mention) -> tuple[str, ...]:
        """Whom the words fit among those told of; nobody for 'a colleague' and for a successor without a name."""
        token = self._story.doc[mention.head]
        word = mention.name.lower()
        if word in words("in turn") or any(child.lower_ in {"a", "an", "some"} for child in token.lefts):
            return ()
        if token.dep_ == "attr":
            return tuple(name for c in token.head.children if c.dep_ == "nsubj" for name in self._told(c.i))
        if token.tag_ in {"NNS", "NNPS"}:
            return self._hosts(mention) if word in words("hosts") else ()
        found = self._peer(mention) if word in words("peer") else self._journeys.meant(mention)
        if found is None and mention.country and word not in words("peer"):
            found = self._people.of_state(mention.country)
        return (self._story.person(self._people.by_id[found]),) if found else ()

    def tell(self, mention: Mention, person: Person) -> None:
        """Note what a relation tells of the person named beside it: state, sector and office."""
        word = mention.name.lower()
        names = [name for name in self._spoken_of(mention) if name in self._people.by_id]
        owners = [self._people.by_id[name] for name in names if name != person.id]
        if word in words("opposes"):
            self._tell_side(mention, person, owners)
        elif self._people.country(person) is None and owners:
            self._story.give_country(person, self._people.country(owners[0]))
        if word in words("peer") | words("in turn"):
            self._tell_office(person, owners, former=word == "predecessor")

    def _tell_side(self, mention: Mention, person: Person, owners: list[Person]) -> None:
        """'His Thai counterpart': is Thai, and the first is none; without it he is not of the first's state."""
        if mention.country and person.country is None:
            self._story.give_country(person, mention.country)
            person.country = mention.country
        if not owners and person.country is None:
            person.owned = True  # of another state than somebody unknown
        for owner in owners[:1]:
            if mention.country and owner.country is None and self._people.country(owner) == mention.country:
                owner.country = self._home.other()
                owner.owned = owner.country is None
            own = self._people.country(owner)
            if person.country is None and own is not None and self._people.country(person) in {None, own}:
                other = [state for state in self._home.about if state != own]
                person.country = other[0] if len(other) == 1 and own in self._home.about else None
                person.owned = person.country is None

    def _tell_office(self, person: Person, owners: list[Person], former: bool) -> None:
        for owner in owners[:1]:
            person.sector = person.sector or owner.sector
            if not person.offices:
                for office in tuple(owner.offices.values()):
                    told = {"of": self._people.country(person), "host": None, "former": former or office.former}
                    person.tell(office.model_copy(update=told))

    def _hosts(self, mention: Mention) -> tuple[str, ...]:
        """'His hosts': the state to which somebody went, or in which he is posted."""
        owners = self._story.possessors(self._story.doc[mention.head])
        state = self._journeys.destination(owners)
        return (self._story.state(state),) if state and len(state) == len("ISO") else ()

    def _peer(self, mention: Mention) -> str | None:
        """Who holds the same office of another state than the one who is spoken of."""
        names = [name for name in self._spoken_of(mention) if name in self._people.by_id]
        if not names:
            return self._people.of_state(mention.country) if mention.country else None
        owner = self._people.by_id[names[0]]
        barred = self._people.country(owner)
        if self._is_elsewhere(mention) and any(_is_posted(office) for office in owner.offices.values()):
            return None
        for office in owner.offices.values():
            if mention.country and (one := self._people.known(office.title, mention.country)):
                return one
            told = [name for name in self._story.latest() if name != names[0]]
            for other in self._people.all_titled(office.title, mention.country, told, barred):
                if mention.country in (None, self._people.country(self._people.by_id[other])):
                    return other
        return self._people.untitled(mention.country, barred)

    def _is_elsewhere(self, mention: Mention) -> bool:
        """'Her colleague in Ankara': somebody else's post."""
        rights = self._story.doc[mention.head].rights
        return any(child.lower_ in words("place preposition") | {"at", "there"} for child in rights)

    def _spoken_of(self, mention: Mention) -> Iterator[str]:
        """Whose counterpart it may be: the possessor, else the subjects of the sentence."""
        token = self._story.doc[mention.head]
        yield from self._story.possessors(token)
        if not any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in token.lefts):
            yield from self._story.subjects(mention)

    def _told(self, token: int) -> tuple[str, ...]:
        return self._story.at.get(token, ())


def _is_posted(office: Office) -> bool:
    return office.title.lower().rsplit(maxsplit=1)[-1] in words("posted")

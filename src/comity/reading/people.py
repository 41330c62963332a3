"""Persons of one text: the full name stands for the shorter ones, the misspelt ones and the bare titles."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from comity.reading.home import Home
from comity.reading.layers import Mention, Referent
from comity.reading.names import similar
from comity.reading.person import Person, name_parts, told_country
from comity.reading.titles import bare, is_of_home, may_stand_for
from comity.reading.words import words


class People:
    """The persons of a text, gathered from all its mentions before any is resolved."""

    def __init__(self, mentions: Sequence[Mention], home: Home) -> None:
        self._home = home
        self._short: dict[frozenset[str], str] = {}
        self._persons: list[Person] = []
        self._of: dict[int, Person | None] = {}
        named = [mention for mention in mentions if mention.form == "name" and mention.kind == "person"]
        for mention in sorted(named, key=lambda m: (-len(name_parts(m.name)), m.start)):
            self._of[mention.head] = self._join(mention)
        self.by_id = {person.id: person for person in self._persons}

    def of(self, mention: Mention, told: Sequence[str]) -> Person | None:
        """The person that a name stands for; `told` are those met so far, the latest first."""
        return self._of[mention.head] or self._one_of_several(mention, told)

    def _one_of_several(self, mention: Mention, told: Sequence[str]) -> Person | None:
        """Who was called so before the second came in, else the one with such a title, else the latest."""
        parts = name_parts(mention.name)
        wanted = self._bearers(mention)
        met = [name for name in told if name in wanted]
        own = self._short.get(parts)
        if own is None and len(met) == 1 and mention.office is None:
            self._short[parts] = met[0]
        if mention.office is None and mention.honorific is None and own not in wanted and len(met) > 1:
            return None
        chosen = own if own in wanted and mention.office is None else next(iter(met), None)
        return self.by_id[chosen] if chosen else None

    def _bearers(self, mention: Mention) -> set[str]:
        """Those with such a name, and with such a title where the mention has one that anybody holds."""
        bearers = self._fitting(name_parts(mention.name), mention.country)
        if mention.office:
            bearers = [p for p in bearers if p.holds(mention.office.title)] or bearers
        if mention.age and any(p.age for p in bearers):
            bearers = [p for p in bearers if p.age == mention.age] or [p for p in bearers if p.age is None]
        return {person.id for person in bearers}

    def titled(
        self, title: str, country: str | None, told: Sequence[str], barred: str | None = None
    ) -> str | None:
        """The last person told of who holds a title like this, of that country and not of the barred one."""
        return next(iter(self.all_titled(title, country, told, barred)), None)

    def all_titled(
        self, title: str, country: str | None, told: Sequence[str], barred: str | None = None
    ) -> list[str]:
        """Those told of who hold a title like this, the latest first.

        A bare 'the President' is first of all the text's own, where it has named one; an empty title is any.
        """
        fitting = [
            person.id
            for name in told
            if (person := self.by_id.get(name))
            and (not title or person.holds(title))
            and self._is_of(person, country)
            and (barred is None or self.country(person) != barred)
        ]
        own = is_of_home(title) or (self._home.columnist and title.lower() in words("bare at home"))
        wanted = country or (self._home.state if own else None)
        if wanted:
            fitting.sort(key=lambda name: self.country(self.by_id[name]) != wanted)
        return fitting

    def formerly(self, title: str, country: str | None) -> str | None:
        """The only person in the text who is said to have held such an office before."""
        holders = [
            person.id
            for person in self._persons
            if any(o.former and may_stand_for(bare(title), bare(o.title)) for o in person.offices.values())
            and _same_side(country, self.country(person))
        ]
        return holders[0] if len(holders) == 1 else None

    def untitled(self, country: str | None, barred: str | None = None) -> str | None:
        """The only person in the text without an office, of a state or of another than the barred one."""
        found = [
            p.id
            for p in self._persons
            if not p.offices
            and (own := self.country(p)) is not None
            and own in (country, own if country is None else None)
            and own != barred
        ]
        return found[0] if len(found) == 1 else None

    def of_state(self, country: str) -> str | None:
        """The only person of a state in the whole text who speaks for it."""
        own = [p.id for p in self._persons if self.country(p) == country and p.sector == "GOV"]
        return own[0] if len(own) == 1 else None

    def known(self, title: str, country: str) -> str | None:
        """The only person in the whole text who holds this very office of a state."""
        holders = [
            person.id
            for person in self._persons
            if any(o.title.lower() == title.lower() and not o.former for o in person.offices.values())
            and self.country(person) == country
        ]
        return holders[0] if len(holders) == 1 else None

    def _is_of(self, person: Person, country: str | None) -> bool:
        return _same_side(country, self.country(person))

    def _join(self, mention: Mention) -> Person | None:
        parts = name_parts(mention.name)
        fitting = self._fitting(parts, mention.country)
        person = self._chosen(fitting, parts, mention)
        if len(fitting) > 1 and (person is None or mention.age):
            return None
        if person is None:
            person = Person(mention.name, parts)
            self._persons.append(person)
        person.country = person.country or mention.country or self._local(mention)
        person.sector = person.sector or mention.sector
        person.body = person.body or mention.body
        person.age = person.age or mention.age
        if mention.visited:
            person.visited.add(mention.visited)
            person.origin |= mention.origin
        if mention.faced:
            person.faced.add(mention.faced)
        if mention.office:
            person.tell(mention.office)
            person.met, person.owned = person.met or mention.met, person.owned or mention.owned
        if mention.honorific:
            person.honorifics.add(mention.honorific)
        return person

    def _local(self, mention: Mention) -> str | None:
        """A bare office in a paragraph that begins 'In Bangkok, ...'."""
        bare = (
            mention.office is not None
            and not mention.owned
            and mention.body is None
            and self._home.owns(mention.office.title, mention.sector)
        )
        here = self._home.at(mention)
        if bare and mention.answers and here == self._home.state and not self._home.issued:
            return mention.answers
        return here if bare and here != self._home.state else None

    def _chosen(self, fitting: list[Person], parts: frozenset[str], mention: Mention) -> Person | None:
        """One of several bearers of a name: the one with all of it, else the one with such an office."""
        if len(fitting) == 1 or (fitting and parts == fitting[0].parts):
            return fitting[0]
        titled = [p for p in fitting if mention.office and p.holds(mention.office.title)]
        if mention.office and not titled:
            titled = [p for p in fitting if not p.offices]
        return titled[0] if len(titled) == 1 else None

    def _fitting(self, parts: frozenset[str], country: str | None) -> list[Person]:
        """Longer names that hold these words, in any order; failing that, with one of the words misspelt."""
        near = [person for person in self._persons if _same_side(told_country(person), country)]
        return [p for p in near if parts <= p.parts] or [
            p for p in near if _is_misspelt(parts, p.parts) or _is_run_together(parts, p.parts)
        ]

    def country(self, person: Person) -> str | None:
        """A head of government or the like without a country belongs to the state the text is about."""
        known = told_country(person)
        if known is None and (person.owned or person.body):
            return None
        if known is None and person.met and self._home.issued:
            return self._home.other()
        if known is None and person.met and self._home.columnist:
            return None
        if known is None and any(
            self._home.owns(office.title, person.sector) for office in person.offices.values()
        ):
            return self._from_abroad(person) if self._home.state in person.visited else self._home.state
        return known or self._opposed(person)

    def _opposed(self, person: Person) -> str | None:
        """Of somebody in office who accuses, asks or goes to one of the two states of a text: the other."""
        public = any(is_of_home(o.title) or o.title.lower().endswith("minister") for o in person.offices.values())
        met = person.faced | person.visited
        others = [state for state in self._home.about if state not in met]
        return others[0] if public and len(others) == 1 and not person.met else None

    def _from_abroad(self, person: Person) -> str | None:
        """Of a visitor to the text's own state: the other state of his paragraph, else of the text."""
        if person.origin:
            return next(iter(person.origin)) if len(person.origin) == 1 else None
        return self._home.other()

    def referent(self, person: Person) -> Referent:
        """The person as an entity of the document; an office told twice is one with both tellings."""
        country = self.country(person)
        whole = Person(person.name, person.parts)
        for key, office in person.offices.items():
            told = {"of": office.of or country, "evidence": tuple(person.shown[key])}
            whole.tell(office.model_copy(update=told))
        offices = tuple(
            office.model_copy(update={"evidence": tuple(whole.shown[key])})
            for key, office in whole.offices.items()
        )
        body = person.body if country is None else None
        return Referent(person.id, "person", person.name, country, person.sector, offices, body)


def _is_misspelt(parts: frozenset[str], longer: frozenset[str]) -> bool:
    """All but one of the words are there, and that one nearly is."""
    strange = parts - longer
    return len(strange) == 1 and any(similar(next(iter(strange)), part) for part in longer - parts)


def _is_run_together(parts: frozenset[str], longer: frozenset[str]) -> bool:
    """'Abdel Rahman' and 'Abdulrahman': the same letters but for a slip, otherwise parted."""
    one, other = "".join(sorted(parts)), "".join(sorted(longer))
    parted = len(parts) > 1 and len(longer) > 1 and len(parts) != len(longer) and parts & longer
    return bool(parted) and DamerauLevenshtein.distance("".join(sorted(one)), "".join(sorted(other))) <= 2


def _same_side(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other

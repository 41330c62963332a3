"""Persons of one text: the full name stands for the shorter ones, the misspelt ones and the bare titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.gazetteer.leaders import leaders
from comity.reading.layers import Mention, Referent
from comity.reading.names import similar
from comity.reading.slugs import slug
from comity.record.types import Office

_DOMESTIC = {
    "prime minister",
    "president",
    "king",
    "queen",
    "premier",
    "chancellor",
    "senate president",
    "minister",
    "king father",
    "speaker",
    "vice president",
    "deputy prime minister",
    "crown prince",
    "emperor",
    "head of state",
}
_HYPERNYMS = {
    "diplomat": {"ambassador", "envoy", "minister", "consul", "attache"},
    "envoy": {"ambassador", "special envoy", "representative"},
    "leader": {"prime minister", "president", "king", "premier", "chancellor", "chairman"},
    "official": {"minister", "secretary", "spokesperson", "director"},
}


@dataclass(slots=True)
class _Person:
    name: str
    words: frozenset[str]
    country: str | None = None
    sector: str | None = None
    offices: list[Office] = field(default_factory=list)


class People:
    """The persons of a text, gathered from all its mentions before any is resolved."""

    def __init__(self, mentions: Sequence[Mention], home: str | None) -> None:
        self._home = home
        self._persons: list[_Person] = []
        self._of: dict[int, _Person] = {}
        named = [mention for mention in mentions if mention.form == "name" and mention.kind == "person"]
        for mention in sorted(named, key=lambda m: (-len(_words(m.name)), m.start)):
            self._of[mention.head] = self._join(mention)
        self._ids = {f"person:{slug(person.name)}": person for person in self._persons}

    def of(self, mention: Mention) -> Referent:
        """The person that a name stands for."""
        return self._referent(self._of[mention.head])

    def titled(self, mention: Mention, told: Sequence[str]) -> str | None:
        """The last of the persons told of who holds a title like this, of the same country; or `None`."""
        title = (mention.office.title if mention.office else mention.name).lower()
        for name in reversed(told):
            person = self._ids.get(name)
            if person and self._fits(person, title, mention.country):
                return name
        return None

    def _fits(self, person: _Person, title: str, country: str | None) -> bool:
        if country and self._country(person) != country:
            return False
        held = {office.title.lower() for office in person.offices}
        wanted = {title} | _HYPERNYMS.get(title, set())
        return bool(held & wanted) or any(one.endswith(f" {title}") for one in held)

    def _join(self, mention: Mention) -> _Person:
        words = frozenset(_words(mention.name))
        person = self._known(words, mention.country)
        if person is None:
            person = _Person(mention.name, words)
            self._persons.append(person)
        person.country = person.country or mention.country
        person.sector = person.sector or mention.sector
        if mention.office and mention.office not in person.offices:
            person.offices.append(mention.office)
        return person

    def _known(self, words: frozenset[str], country: str | None) -> _Person | None:
        """The one longer name that holds these words; two candidates are none."""
        fitting = [p for p in self._persons if words <= p.words and _same_side(p.country, country)]
        if not fitting and len(words) == 1:
            fitting = [p for p in self._persons if any(similar(next(iter(words)), word) for word in p.words)]
        return fitting[0] if len(fitting) == 1 or (fitting and words == fitting[0].words) else None

    def _country(self, person: _Person) -> str | None:
        """A head of government or the like without a country belongs to the state the text is about."""
        known = person.country or leaders().get(person.name.lower())
        if known is None and any(office.title.lower() in _DOMESTIC for office in person.offices):
            return self._home
        return known

    def _referent(self, person: _Person) -> Referent:
        country = self._country(person)
        offices = tuple(office.model_copy(update={"of": office.of or country}) for office in person.offices)
        own = f"person:{slug(person.name)}"
        return Referent(own, "person", person.name, country, person.sector, tuple(dict.fromkeys(offices)))


def _words(name: str) -> list[str]:
    return name.lower().split()


def _same_side(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other

"""One person of a text: the names, offices and forms of address that tell of him."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from comity import gazetteer
from comity.gazetteer.leaders import leaders
from comity.reading.sexes import Sex, sex_of
from comity.reading.slugs import plain_letters, slug
from comity.reading.titles import may_stand_for
from comity.reading.words import words
from comity.record.types import Evidence, Office


@dataclass(slots=True)
class Person:
    """One person as far as the text has told; `parts` are the words of the name, folded, without particles."""

    name: str
    parts: frozenset[str]
    country: str | None = None
    sector: str | None = None
    offices: dict[tuple[str, str | None, bool], Office] = field(default_factory=dict)
    shown: dict[tuple[str, str | None, bool], list[Evidence]] = field(default_factory=dict)
    honorifics: set[str] = field(default_factory=set)
    met: bool = False
    owned: bool = False
    body: str | None = None
    age: str | None = None
    visited: set[str] = field(default_factory=set)
    origin: set[str] = field(default_factory=set)
    faced: set[str] = field(default_factory=set)
    pronoun: Sex | None = None
    """What a pronoun told before."""

    def tell(self, office: Office) -> None:
        """Note a telling of an office."""
        key = office.title, office.of, office.former
        known = self.offices.setdefault(key, office)
        if known.host is None and office.host:
            self.offices[key] = known.model_copy(update={"host": office.host})
        self.shown.setdefault(key, []).extend(office.evidence)

    @property
    def id(self) -> str:
        """The entity id."""
        return f"person:{slug(self.name)}"

    def holds(self, title: str) -> bool:
        """Whether a title may stand for one of the offices."""
        told = {office.title for office in self.offices.values()} | self.honorifics
        return any(may_stand_for(title, one) for one in told)

    def may_be(self, pronoun: str) -> bool:
        """Whether the honorifics and titles, or failing them the name, leave 'he' or 'she' possible."""
        own, other = _sexes(pronoun)
        if self._told() & (words(own) | words(other)):
            return not self._told() & words(other)
        if self.pronoun is not None:
            return self.pronoun == own
        return sex_of(self.name) != other

    def must_be(self, pronoun: str) -> bool:
        """Whether a title or an honorific says that it is 'he' or 'she'."""
        own, other = _sexes(pronoun)
        gendered = pronoun in words("male pronoun") | words("female pronoun")
        return gendered and bool(self._told() & words(own)) and not self._told() & words(other)

    def _told(self) -> set[str]:
        return self.honorifics | {
            word for office in self.offices.values() for word in office.title.lower().split()
        }


def sex_of_pronoun(word: str) -> Sex | None:
    """'male' for 'his', 'female' for 'her', none for 'it'."""
    known = word.lower() in words("male pronoun") | words("female pronoun")
    return _sexes(word.lower())[0] if known else None


def _sexes(pronoun: str) -> tuple[Sex, Sex]:
    """That of a pronoun, and the other."""
    return ("male", "female") if pronoun in words("male pronoun") else ("female", "male")


def told_country(person: Person) -> str | None:
    """The state that the text or the name itself tells."""
    return person.country or leaders().get(person.name.lower()) or _famous(person.name)


@lru_cache(maxsize=4096)
def _famous(name: str) -> str | None:
    """The state of somebody whom the gazetteer knows by this name."""
    said = gazetteer.load().resolve(name) if " " in name else None
    return said.country if said and (said.entity or "").startswith("person:") else None


def name_parts(name: str) -> frozenset[str]:
    """The words of a name for comparison: 'Nguri al-Maliki' and 'Maliki' share one, 'Jung-wook' is two."""
    parts = [part.strip(".") for part in re.split(r"[\s\-‐–]+", plain_letters(name))]
    meant = frozenset(part for part in parts if part and part not in words("particle"))
    return meant or frozenset(parts)

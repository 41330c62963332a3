"""Who is mentioned: names of states and bodies, offices and organs of states, persons, and group words.

A mention covers the words that stand for the party; 'South Korean ambassador Park Jung-wook' gives two: the
demonym (KOR), and the person with the office, whose country is the demonym's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from comity import gazetteer
from comity.reading.abbreviations import abbreviated
from comity.reading.capitals import find_capitals
from comity.reading.first_names import first_names
from comity.reading.groups import find_bodies, find_groups, find_pronouns
from comity.reading.known import known_names
from comity.reading.layers import Mention, Parsed
from comity.reading.leading import (
    age_of,
    answers,
    comes_from,
    faces,
    is_met,
    is_owned,
    leads,
    others_told,
    predicated,
    receives,
    visits,
)
from comity.reading.names import is_honorific, person_names
from comity.reading.namesakes import settled
from comity.reading.offices import Offices
from comity.reading.ownership import RolePhrase
from comity.reading.things import Things
from comity.reading.words import words
from comity.record.types import Office


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """Every mention of the text in the order of their head tokens; a token heads at most one."""
    lexicon = gazetteer.load()
    named = settled(parsed, dict(known_names(parsed, lexicon)))
    named |= dict(find_capitals(parsed, named))
    finder = _Finder(parsed, named, Offices(parsed.doc, named, lexicon))
    people = finder.people()
    taken = {token for mention in people for token in range(mention.first, mention.head + 1)}
    things = tuple(finder.things.find(taken))
    inside = {token for thing in things for token in range(thing.first, thing.head + 1)}
    found = {mention.head: mention for mention in named.values() if mention.head not in inside}
    found |= {mention.head: mention for mention in people}
    later = (
        *things,
        *abbreviated(parsed.doc, [*named.values(), *things]),
        *find_groups(parsed.doc, taken, finder.is_owned),
        *finder.roles(taken),
        *(finder.with_country(one) for one in find_bodies(parsed.doc)),
        *find_pronouns(parsed.doc),
    )
    starts = {mention.first: mention.head for mention in people}
    for mention in later:
        found.setdefault(mention.head, _beside_a_name(parsed.doc, mention, starts))
    found |= {one.head: one for one in first_names(tuple(found.values()))}
    return tuple(found[head] for head in sorted(found))


def _beside_a_name(doc: Doc, mention: Mention, starts: Mapping[int, int]) -> Mention:
    """'Her colleague, Elena Quispe': a title before a comma and a name is of that name."""
    behind = mention.head + 1
    if mention.kind != "person" or mention.form != "title" or mention.same_as is not None:
        return mention
    if behind < len(doc) and doc[behind].text == ",":
        behind += 1
        while behind < len(doc) and is_honorific(doc[behind]):
            behind += 1
        return replace(mention, same_as=starts.get(behind))
    return mention


def _is_of_owned(name: Token) -> bool:
    """'Its head, Minister Salif Traoré'."""
    return name.dep_ == "appos" and is_owned(name.head)


class _Finder:
    """Finds what no list of names holds."""

    def __init__(self, parsed: Parsed, named: Mapping[int, Mention], offices: Offices) -> None:
        self._parsed = parsed
        self._doc = parsed.doc
        self._named = named
        self._offices = offices
        self.things = Things(parsed.doc, named, offices)
        self._beside: dict[int, int] = {}

    def people(self) -> tuple[Mention, ...]:
        """Persons by name, joined with the office beside the name."""
        blocked = set(self._named) | self._offices.tokens()
        found: list[Mention] = []
        for first, last in person_names(self._doc, blocked, self._is_titled, self._is_state):
            if self.things.is_described(first, last):
                continue
            found.append(self._person(first, last, found[-1] if found else None))
        return tuple(found)

    def _is_titled(self, first: int, last: int) -> bool:
        """A title is beside the name: 'Minister Tan', 'her colleague, Elena Quispe', 'X, a spokesman'."""
        phrase = self._offices.before(first)[0] or (self._offices.apposition(last) if last > first else None)
        phrase = phrase or predicated(self._doc[last], self._offices.phrases)
        if phrase:
            return phrase.role.kind == "person"
        return first > 1 and self._doc[first - 1].text == "," and self._doc[first - 2].lower_ in words("relation")

    def _is_state(self, token: int) -> bool:
        return token in self._named and self._named[token].kind == "state"

    def _person(self, first: int, last: int, before: Mention | None) -> Mention:
        name = self._doc[first : last + 1]
        text = name.text.rstrip(".")
        end = name.start_char + len(text)
        mention = Mention(name.start_char, end, first, last, "name", "person", " ".join(text.split()))
        if first and is_honorific(self._doc[first - 1]):
            mention = replace(mention, honorific=self._doc[first - 1].lower_.rstrip("."))
        if (sex := self._addressed(first)) is not None:
            mention = replace(mention, honorific=sex)
        phrase, joined = self._offices.beside(first, last)
        if phrase:
            self._offices.give(phrase)
        if phrase and not joined:
            self._beside[phrase.head] = last
        own = self._offices.country_before(first) or self._offices.country_behind(last)
        led = leads(self._doc[last], self._named)
        own = own or (led.country if led else None) or receives(self._doc[last], self._named)
        own = own or comes_from(self._doc[last], self._named)
        visited = visits(self._doc[last], self._named)
        if visited:
            told = others_told(self._doc[last], self._parsed, self._named, visited)
            mention = replace(mention, visited=visited, origin=frozenset(told))
        mention = replace(mention, faced=faces(self._doc[last], self._named))
        phrase = phrase or predicated(self._doc[last], self._offices.phrases)
        if phrase and phrase.role.title.lower() in words("relation"):
            own = own or self._offices.country(phrase, first)
            phrase, joined = self._offices.apposition(last), False
        mention = replace(
            mention,
            met=is_met(self._doc[last]),
            owned=bool(phrase and (is_owned(self._doc[phrase.head]) or _is_of_owned(self._doc[last]))),
            body=led.entity if led and led.kind == "igo" else None,
            age=age_of(self._doc[first]),
            answers=answers(self._doc[last], self._parsed, self._named),
        )
        if phrase is None:
            return self._beside_another(replace(mention, country=own), before)
        return self._with_office(mention, phrase, joined, own)

    def _addressed(self, first: int) -> str | None:
        """'Mrs' for 'Her Excellency Martha Tweh', 'Mr' for 'His Majesty King Letsie'."""
        for token in reversed(self._doc[max(0, first - 4) : first]):
            if token.lower_ in {"his", "her"} and is_honorific(token.nbor(1)):
                return "mr" if token.lower_ == "his" else "mrs"
            if not is_honorific(token) and token.i not in self._offices.tokens():
                return None
        return None

    def _with_office(self, mention: Mention, phrase: RolePhrase, joined: bool, own: str | None) -> Mention:
        ahead = phrase.head < mention.first
        country = self._offices.country(phrase, mention.first if ahead else None)
        if country is None or (phrase.plural and ahead):
            country = own or country
        office = self._offices.office(phrase, country)
        led = leads(self._doc[phrase.first : phrase.head + 1].root, self._named)
        country = country or (led.country if led else None)
        body = mention.body or self._offices.body(phrase, mention.first if ahead else None)
        body = body or (led.entity if led and led.kind == "igo" else None)
        body = None if country else body
        mention = replace(mention, titled_from=phrase.first)
        start = self._doc[phrase.first].idx if joined else mention.start
        core = phrase.first if joined else mention.first
        sector = "IGO" if body else self._offices.sector(phrase)
        return replace(mention, start=start, first=core, office=office, country=country, sector=sector)

    def _beside_another(self, mention: Mention, before: Mention | None) -> Mention:
        """'Foreign ministers A of Peru and B of Chile': the second holds the office told of both."""
        if before is not None and mention.country is None:
            mention = replace(mention, country=self._second_state(mention, before))
        if before is None or before.office is None or mention.country is None:
            return mention
        between = self._doc[before.head + 1 : mention.first]
        joined = {"and", ",", "&"} & {token.lower_ for token in between}
        small = {"and", ",", "&", "of", "from", "the"}
        known = all(t.i in self._named or t.lower_ in small or is_honorific(t) for t in between)
        if not joined or not known or self._doc[before.first].tag_ == "NN":
            return mention
        office: Office = before.office.model_copy(update={"of": mention.country})
        return replace(mention, office=office, sector=before.sector)

    def _second_state(self, mention: Mention, before: Mention) -> str | None:
        """'The presidents of Chad and Niger, A and B': B is of the second."""
        if before.titled_from is None or before.titled_from > before.first:
            return None
        named = (self._named[at] for at in range(before.titled_from, before.first) if at in self._named)
        states = list(dict.fromkeys(one.country for one in named if one.kind == "state"))
        between = {token.lower_ for token in self._doc[before.head + 1 : mention.first] if not is_honorific(token)}
        pair = len(states) == 2 and before.country == states[0] and between == {"and"}
        return states[1] if pair else None

    def roles(self, taken: set[int]) -> Iterator[Mention]:
        """Offices, organs and kinds of people without a name; a bare one waits for coreference."""
        for phrase in self._offices.phrases.values():
            if phrase.head not in taken and not self._is_modifier(phrase.head):
                yield self._role(phrase)

    def _role(self, phrase: RolePhrase) -> Mention:
        span = self._doc[phrase.first : phrase.head + 1]
        country = self._offices.country(phrase)
        body = None if country else self._offices.body(phrase)
        person = phrase.role.kind == "person"
        return Mention(
            span.start_char,
            span.end_char,
            phrase.first,
            phrase.head,
            "title" if person else "role",
            phrase.role.kind,
            phrase.role.title if phrase.role.title in words("peer") else span.text,
            country=country,
            sector="IGO" if body else self._offices.sector(phrase),
            office=self._offices.office(phrase, country or body) if person else None,
            body=body,
            same_as=self._beside.get(phrase.head),
            owned=is_owned(self._doc[phrase.head]),
        )

    def _is_modifier(self, head: int) -> bool:
        token = self._doc[head]
        return token.dep_ in {"compound", "amod"} and token.head.i > head and token.head.i not in self._named

    def with_country(self, mention: Mention) -> Mention:
        """'His Ecuadorian colleague'."""
        return replace(mention, country=self._offices.country_before(mention.first))

    def is_owned(self, token: Token) -> bool:
        """Whether a state is named in the same noun phrase, before the word."""
        return token.i in self._named or self._offices.country_before(token.i) is not None

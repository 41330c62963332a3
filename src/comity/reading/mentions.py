"""Who is mentioned: names of states and bodies, offices and organs of states, persons, and group words.

A mention covers the words that stand for the party; 'South Korean ambassador Park Jung-wook' gives two: the
demonym (KOR), and the person with the office, whose country is the demonym's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from comity import gazetteer
from comity.gazetteer import Gazetteer, Name, Role
from comity.reading.layers import Mention, Parsed
from comity.reading.names import person_names, thing_names
from comity.record.types import Office

_ROLE_WORDS = 4
_LOOK_BACK = 8
_NOUN_PHRASE = {"ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"}
_KEEPS_OFFICE = {"of", "to", "in", "from", "for", "at"}
_GROUP_NOUNS = {
    "country",
    "nation",
    "state",
    "side",
    "party",
    "leader",
    "government",
    "capital",
    "neighbour",
    "neighbor",
    "Koreas",
}
_BARE_STATES = {"kingdom", "republic", "country", "nation", "regime", "government", "island", "federation"}
_PRONOUNS = {
    "he",
    "she",
    "him",
    "his",
    "her",
    "it",
    "its",
    "they",
    "them",
    "their",
    "hers",
    "theirs",
    "himself",
    "herself",
    "itself",
    "themselves",
}


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """Every mention of the text in the order of their head tokens; a token heads at most one."""
    named = dict(_named(parsed, gazetteer.load()))
    finder = _Finder(parsed.doc, named, gazetteer.load())
    people = finder.people()
    taken = {token for mention in people for token in range(mention.first, mention.head + 1)}
    found = {mention.head: mention for mention in named.values()}
    found |= {mention.head: mention for mention in people}
    for mention in (*finder.things(taken), *finder.roles(taken), *finder.groups(taken), *finder.pronouns()):
        found.setdefault(mention.head, mention)
    return tuple(found[head] for head in sorted(found))


def _named(parsed: Parsed, lexicon: Gazetteer) -> Iterator[tuple[int, Mention]]:
    """Names that the gazetteer knows, by every token that they cover."""
    for name in lexicon.find(parsed.text):
        span = parsed.doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is None or name.entity is None:
            continue
        mention = _of_name(name, span.start, span.end - 1, lexicon)
        yield from ((token, mention) for token in range(span.start, span.end))


def _of_name(name: Name, first: int, head: int, lexicon: Gazetteer) -> Mention:
    title = lexicon.name(name.entity) if name.entity else ""
    return Mention(
        name.start, name.end, first, head, name.form, name.kind, title, name.entity, name.country, name.sector
    )


@dataclass(frozen=True, slots=True)
class _RolePhrase:
    first: int
    head: int
    role: Role


class _Finder:
    """Finds what no list of names holds; `named` gives the known name that a token belongs to."""

    def __init__(self, doc: Doc, named: dict[int, Mention], lexicon: Gazetteer) -> None:
        self._doc = doc
        self._named = named
        self._lexicon = lexicon
        self._roles = dict(self._role_phrases())

    def _role_phrases(self) -> Iterator[tuple[int, _RolePhrase]]:
        """By head token, the longest wording that is a role ('minister delegate', 'senate president')."""
        end = len(self._doc)
        while end:
            phrase = self._role_ending(end - 1)
            if phrase:
                yield phrase.head, phrase
            end = phrase.first if phrase else end - 1

    def _role_ending(self, last: int) -> _RolePhrase | None:
        if self._doc[last].pos_ not in {"NOUN", "PROPN", "ADJ"} or last in self._named:
            return None
        for size in range(_ROLE_WORDS, 0, -1):
            first = last - size + 1
            if first < 0 or any(self._ends_phrase(token) for token in range(first, last)):
                continue
            role = self._lexicon.role(_phrase(self._doc, first, last))
            if role:
                return _RolePhrase(first, last, role)
        return None

    def _ends_phrase(self, token: int) -> bool:
        return token in self._named or self._doc[token].is_space or self._doc[token].text in ".,;:()"

    def people(self) -> tuple[Mention, ...]:
        """Persons by name, joined with the office beside the name."""
        blocked = set(self._named) | {
            token for phrase in self._roles.values() for token in range(phrase.first, phrase.head + 1)
        }
        titled = set(self._roles)
        return tuple(self._person(first, last) for first, last in person_names(self._doc, blocked, titled))

    def _person(self, first: int, last: int) -> Mention:
        name = self._doc[first : last + 1]
        text = name.text.rstrip(".")
        end = name.start_char + len(text)
        mention = Mention(name.start_char, end, first, last, "name", "person", " ".join(text.split()))
        phrase, joined = self._office_beside(first, last)
        if phrase is None:
            return replace(mention, country=self._country(first))
        country = self._country_of(phrase, first if phrase.head > first else None)
        office = Office(title=phrase.role.title, of=country)
        start = self._doc[phrase.first].idx if joined else mention.start
        core = phrase.first if joined else first
        return replace(mention, start=start, first=core, office=office, country=country, sector=phrase.role.sector)

    def _office_beside(self, first: int, last: int) -> tuple[_RolePhrase | None, bool]:
        """The office before ('ambassador to Cambodia X') or after a name ('X, minister of trade')."""
        at = first - 1
        while at >= 0 and first - at <= _LOOK_BACK:
            if at in self._roles:
                return self._roles[at], True
            if not (at in self._named or self._doc[at].lower_ in _KEEPS_OFFICE | {"the"}):
                break
            at -= 1
        if at >= 0 and self._doc[at].text == "," and self._introduces(at):
            return self._roles[at - 1], False
        return self._apposition(last), False

    def _introduces(self, comma: int) -> bool:
        """'Japan's foreign minister, Yoko Kamikawa, ...': the comma follows the office itself."""
        return comma - 1 in self._roles and self._doc[comma - 1].ent_type_ != "PERSON"

    def _apposition(self, last: int) -> _RolePhrase | None:
        at = last + 1
        if at >= len(self._doc) or self._doc[at].text != ",":
            return None
        for token in self._doc[at + 1 : at + 2 + _LOOK_BACK]:
            if token.i in self._roles:
                return self._roles[token.i]
            if token.i not in self._named and token.pos_ not in _NOUN_PHRASE | {"DET"}:
                return None
        return None

    def _country_of(self, phrase: _RolePhrase, person: int | None = None) -> str | None:
        """The state that an office or organ belongs to: named before it, or after 'of' or 'from'."""
        return self._country(phrase.first) or self._country_after(phrase.head, person)

    def _country(self, first: int) -> str | None:
        """The state named in the words that stand before, in the same noun phrase."""
        for token in reversed(self._doc[max(0, first - _LOOK_BACK) : first]):
            if self._doc[token.i + 1].is_sent_start:
                return None
            if token.i in self._named and self._named[token.i].kind != "place":
                return self._named[token.i].country
            if token.pos_ not in _NOUN_PHRASE and token.text not in {"'s", "’s", "’", "'", "-"}:
                return None
        return None

    def _country_after(self, head: int, stop: int | None) -> str | None:
        for token in self._doc[head + 1 : min(len(self._doc), stop or head + 1 + _LOOK_BACK)]:
            if token.i in self._named and self._doc[token.i - 1].lower_ not in {"to", "in"}:
                return self._named[token.i].country
            if token.lower_ not in {"of", "from", "the"} and token.pos_ not in {"PROPN", "ADJ"}:
                return None
        return None

    def roles(self, taken: set[int]) -> Iterator[Mention]:
        """Offices, organs and kinds of people without a name; a bare one waits for coreference."""
        for phrase in self._roles.values():
            if phrase.head in taken or self._is_modifier(phrase.head):
                continue
            span = self._doc[phrase.first : phrase.head + 1]
            country = self._country_of(phrase)
            kind = phrase.role.kind
            yield Mention(
                span.start_char,
                span.end_char,
                phrase.first,
                phrase.head,
                "title" if kind == "person" else "role",
                kind,
                span.text,
                country=country,
                sector=phrase.role.sector,
                office=Office(title=phrase.role.title, of=country) if kind == "person" else None,
            )

    def things(self, taken: set[int]) -> Iterator[Mention]:
        """Named museums, companies, forums; and 'the museum', which waits for coreference."""
        named: set[str] = set()
        solid = {token for token, mention in self._named.items() if mention.kind != "place"}
        for first, last in thing_names(self._doc, solid | taken):
            span = self._doc[first : last + 1]
            named.add(self._doc[last].lower_)
            country = self._country(first)
            yield Mention(
                span.start_char,
                span.end_char,
                first,
                last,
                "name",
                "organisation",
                span.text,
                country=country,
            )
        for token in self._doc:
            if token.lower_ in named and token.pos_ == "NOUN" and _definite(token):
                yield _plain(token, "title", "organisation", token.text)

    def _is_modifier(self, head: int) -> bool:
        token = self._doc[head]
        return token.dep_ in {"compound", "amod"} and token.head.i > head and token.head.i not in self._named

    def groups(self, taken: set[int]) -> Iterator[Mention]:
        """'Both countries', 'the two sides', 'the two Koreas', 'the two', and 'the Kingdom'."""
        for token in self._doc:
            if token.i in taken:
                continue
            if _pairs(token):
                yield _plain(token, "plural", "group", token.text)
            elif self._is_bare_state(token):
                yield _plain(token, "title", "state", token.text)

    def _is_bare_state(self, token: Token) -> bool:
        bare = token.lower_ in _BARE_STATES and _definite(token) and token.i not in self._named
        return bare and self._country(token.i) is None

    def pronouns(self) -> Iterator[Mention]:
        """Third-person pronouns, possessives among them."""
        for token in self._doc:
            if token.pos_ == "PRON" and token.lower_ in _PRONOUNS:
                yield _plain(
                    token,
                    "pronoun",
                    "group" if token.lower_ in {"they", "them", "their"} else "person",
                    token.text,
                )


def _phrase(doc: Doc, first: int, last: int) -> str:
    """Lower case, the last word singular, as roles are listed."""
    words = [token.lower_ for token in doc[first:last]]
    head = doc[last]
    return " ".join([*words, head.lemma_.lower() if head.tag_ in {"NNS", "NNPS"} else head.lower_])


def _pairs(token: Token) -> bool:
    before = {child.lower_ for child in token.lefts}
    if token.lower_ == "koreas":
        return True
    if token.lower_ == "two" and token.dep_ == "pobj":
        return "the" in before
    if token.lemma_.lower() in _GROUP_NOUNS and token.tag_ == "NNS":
        return bool(before & {"both", "two"})
    return token.lower_ == "both" and token.dep_ in {"nsubj", "pobj"}


def _definite(token: Token) -> bool:
    return any(child.lower_ in {"the", "this"} for child in token.lefts)


def _plain(token: Token, form: str, kind: str, name: str) -> Mention:
    end = token.idx + len(token)
    return Mention(token.idx, end, token.i, token.i, form, kind, name)  # type: ignore[arg-type]

"""What a text has told so far: its entities, and each mention with those that it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from comity import gazetteer
from comity.errors import UsageError
from comity.reading.layers import Mention, Parsed, Referent
from comity.reading.people import People
from comity.reading.person import Person

REACH = 3
"""A pronoun reaches back this many sentences."""
SUBJECTS = {"nsubj", "nsubjpass"}
Told = tuple[Mention, tuple[str, ...]]


class Story:
    """Grows in text order by `tell`; everything else asks what was told. Each answer looks at what is near."""

    def __init__(self, parsed: Parsed, people: People) -> None:
        self.doc = parsed.doc
        self.text = parsed.text
        self.people = people
        self.entities: dict[str, Referent] = {}
        self.at: dict[int, tuple[str, ...]] = {}
        """By token of a mention: the entities that it stands for."""
        self._parsed = parsed
        self._told: list[Told] = []
        self._first: dict[int, Mention] = {}
        self._latest: dict[str, None] = {}
        self._counts: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        """How often each entity has been told of."""

    def tell(self, mention: Mention, names: tuple[str, ...]) -> None:
        """Note what a mention stands for; the states of those meant become entities too."""
        self._told.append((mention, names))
        self._first[mention.first] = mention
        for name in names:
            self._latest.pop(name, None)
            self._latest[name] = None
        self._counts.update(self.countries(names))
        self.told.update(names)
        for country in {self.entities[name].country for name in names} - {None}:
            self.state(str(country))
        for token in range(mention.first, mention.head + 1):
            self.at[token] = names

    def add(self, referent: Referent) -> str:
        """The id of an entity, which is known from here on."""
        self.entities.setdefault(referent.id, referent)
        return referent.id

    def state(self, code: str) -> str:
        """The id of a state, which is known from here on."""
        return self.add(Referent(code, "state", gazetteer.load().name(code), code))

    def known(self, entity: str) -> str:
        """The id of a state or a body out of the gazetteer, which is known from here on."""
        if _is_state(entity):
            return self.state(entity)
        return self.add(Referent(entity, "igo", gazetteer.load().name(entity), None, "IGO"))

    def person(self, person: Person) -> str:
        """The id of a person, who is known from here on."""
        if person.id not in self.entities:
            self.add(self.people.referent(person))
        return person.id

    def give_country(self, person: Person, country: str | None) -> None:
        """Note whose a person is, where that was not known."""
        if country and self.people.country(person) is None:
            person.country = country
            self.entities.pop(person.id, None)
            self.person(person)

    def latest(self) -> tuple[str, ...]:
        """Every entity told so far, the latest first."""
        return tuple(reversed(self._latest))

    def states_told(self) -> list[str]:
        """Every state told so far, the most told of first."""
        return [state for state, _ in self._counts.most_common()]

    def states_by_token(self) -> Iterator[tuple[Token, str]]:
        """Each head token told so far that stands for one state, with the state."""
        for mention, names in self._told:
            states = self.countries(names)
            if len(states) == 1:
                yield self.doc[mention.head], states[0]

    def times(self, state: str) -> int:
        """How often a state, or whoever acts for it, has been told of."""
        return self._counts[state]

    def near(self, mention: Mention) -> Iterator[Told]:
        """What was told within reach, the latest first."""
        sentence = self.sentence(mention)
        return takewhile(lambda told: sentence - self.sentence(told[0]) < REACH, reversed(self._told))

    def in_sentence(self, mention: Mention) -> tuple[str, ...]:
        """Who was told of in the same sentence, the latest first."""
        sentence = self.sentence(mention)
        here = takewhile(lambda told: self.sentence(told[0]) == sentence, reversed(self._told))
        return tuple(dict.fromkeys(name for _, names in here for name in names))

    def subjects(self, mention: Mention) -> list[str]:
        """Who stood as subject in the same sentence, the latest first."""
        sentence = self.sentence(mention)
        here = takewhile(lambda told: self.sentence(told[0]) == sentence, reversed(self._told))
        return [name for told, names in here if self.is_subject(told) for name in names]

    def doers(self, token: Token) -> tuple[str, ...]:
        """The subject of the verb that a token is an object of: somebody else than the object."""
        verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
        while verb is not None and verb.dep_ in {"xcomp", "conj"} and not _subject_of(verb):
            verb = verb.head
        subject = _subject_of(verb) if verb is not None else None
        own = subject is None or subject == token or subject in token.ancestors
        return () if own or subject is None else self.at.get(subject.i, ())

    def subjects_before(self, mention: Mention) -> list[str]:
        """Who stood as subject in the last two sentences of the same paragraph, the latest first."""
        paragraph = self._paragraph(mention)
        last = takewhile(lambda told: self._paragraph(told[0]) == paragraph, self.near(mention))
        return [name for told, names in last if self.is_subject(told) for name in names]

    def _paragraph(self, mention: Mention) -> int:
        return self._parsed.sentences[self.sentence(mention)].paragraph

    def states(self, number: int, before: Mention | None = None) -> tuple[str, ...]:
        """The states last spoken of, by themselves or by their people, in text order."""
        found: list[str] = []
        for earlier, names in reversed(self._told):
            if self.is_part(earlier):
                continue
            if before is not None and self.sentence(before) - self.sentence(earlier) > 2 * REACH:
                break
            found += [state for state in self.countries(names) if state not in found]
            if len(found) >= number:
                break
        return tuple(reversed(found[:number]))

    def countries(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The states that these act for; a place acts for none."""
        countries = (self.entities[name].country for name in names if self.entities[name].kind != "place")
        return tuple(country for country in countries if country)

    def possessors(self, token: Token) -> tuple[str, ...]:
        """Whom the possessive before a noun stands for: 'its ambassador', 'the Kingdom's navy', 'whose army'."""
        poss = [child for child in token.lefts if child.dep_ == "poss"]
        owners = [_antecedent(child) if child.tag_ == "WP$" else child for child in poss]
        return tuple(name for owner in owners for name in self.at.get(owner.i, ()))

    def sentence(self, mention: Mention) -> int:
        """The number of its sentence."""
        return self._parsed.sentence_of[mention.head]

    def is_subject(self, mention: Mention) -> bool:
        """Subject of a clause, or possessor of one."""
        token = self.doc[mention.head]
        return (
            token.dep_ in SUBJECTS
            or (token.dep_ == "poss" and token.head.dep_ == "nsubj")
            or (mention.kind == "person" and bool(left_alone(token)))
        )

    def is_part(self, mention: Mention) -> bool:
        """A demonym inside a phrase that counts for itself: 'the North Korean ambassador'."""
        return mention.form == "demonym" and mention.head + 1 in self._first


def left_alone(token: Token) -> list[Token]:
    """'At the invitation of X, Y paid a visit': the verb without a subject, where the parser hangs Y on X.

    In a despatch the parser takes the place that it is dated from for the subject: 'LUANDA, March 14 - Y flew'.
    """
    root, head = token.sent.root, token.head
    subject = _subject_of(root)
    dated = subject is not None and bool(subject.is_sent_start) and subject.text.isupper() and head == subject
    alone = token.dep_ == "appos" and token.i < root.i and root.pos_ == "VERB" and (subject is None or dated)
    return [root] if alone else []


def _subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _antecedent(whose: Token) -> Token:
    """The noun that a relative clause hangs on."""
    clause = next((above for above in whose.ancestors if above.dep_ == "relcl"), None)
    return clause.head if clause is not None else whose


def _is_state(code: str) -> bool:
    try:
        gazetteer.load().state(code)
    except UsageError:
        return False
    return True

"""What the steps of reading hand on to each other; each step adds one of these and changes none.

Token indices count spaCy tokens of `Parsed.doc`; `start` and `end` count characters of the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Span, Token

from comity.ontology.own import Own
from comity.record.types import Office, Period
from comity.record.values import EntityKind, EventType, Genre, Manner, Status, Substance

SentenceKind = Literal["body", "caption", "bio"]
MentionForm = Literal["name", "demonym", "metonym", "title", "role", "pronoun", "plural"]
DateOrder = Literal["dmy", "mdy", "ymd", "dmy-be"]
"""How 03/04/2024 is meant; 'dmy-be' counts years in the Buddhist era too (12/3/2567)."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a document before it is read."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    genre: Genre = "unknown"
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the parse; `paragraph` counts from 0; a `bio` is the line about the author."""

    span: Span
    kind: SentenceKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """The normalised text with its parse (tags, lemmas, dependencies, named entities)."""

    text: str
    doc: Doc
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    """By token index: the index of its sentence."""

    def sentence(self, token: Token) -> Sentence:
        """The sentence that holds a token."""
        return self.sentences[self.sentence_of[token.i]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may stand for a party: tokens `first` to `head`, its modifiers apart.

    `entity` is set where the words alone decide it (a state, a body, a full name); `country` is the
    state it acts for. A mention of form 'title', 'pronoun' or 'plural' waits for coreference.
    """

    start: int
    end: int
    first: int
    head: int
    form: MentionForm
    kind: EntityKind
    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    office: Office | None = None
    honorific: str | None = None
    """'mr', 'ms', 'sheikh', lower case, before the name of a person."""
    owned: bool = False
    """A possessive pronoun says whose it is: 'their leader'."""
    met: bool = False
    """Met, received or thanked for an invitation by somebody: 'held talks with Prime Minister Abu'."""
    titled_from: int | None = None
    """First token of the title beside a name."""
    age: str | None = None
    """'younger' or 'elder' where the words beside a name tell one of a family from the other."""
    body: str | None = None
    """The body that somebody acts for: 'secretary-general of the Arab League', 'a UN envoy'."""
    visited: str | None = None
    """The state that somebody travels to, who is then from another."""
    faced: str | None = None
    """The state that somebody accuses, thanks or asks, who is then of another."""
    origin: frozenset[str] = frozenset()
    """The states from which somebody who travels may have come, as far as the paragraph tells."""
    answers: str | None = None
    """The state whose word the sentence before told, and of which a bare office then is."""
    same_as: int | None = None
    """Head token of the name that this title stands beside: 'his counterpart, Osman Nour'."""


@dataclass(frozen=True, slots=True)
class Referent:
    """An entity of the document, as far as the text tells."""

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    offices: tuple[Office, ...] = ()
    body: str | None = None
    """The body that a person acts for, rather than a state."""


@dataclass(frozen=True, slots=True)
class Referents:
    """Who is meant: by token, the mention it belongs to and the entities ('both countries': two) it names."""

    entities: Mapping[str, Referent]
    at: Mapping[int, tuple[str, ...]]
    mentions: Mapping[int, Mention]
    home: str | None = None
    """The state whose affairs the text is about, where it is plain."""

    def of(self, token: Token) -> tuple[Referent, ...]:
        """The entities that the noun phrase headed by `token` stands for; empty where unknown."""
        return tuple(self.entities[name] for name in self.at.get(token.i, ()))

    def inside(self, start: int, end: int) -> tuple[Referent, ...]:
        """The entities mentioned within a span of characters, in text order, each once."""
        found = (
            name
            for head, names in sorted(self.at.items())
            if start <= self.mentions[head].start and self.mentions[head].end <= end
            for name in names
        )
        return tuple(self.entities[name] for name in dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, with the interval they mean; `head` is the index of their head token."""

    start: int
    end: int
    head: int
    period: Period
    kind: Literal["date", "duration", "anniversary", "frequency"] = "date"
    years: int | None = None
    """The number of an anniversary, or the years of a duration."""
    since: bool = False
    """True for an interval that is named by its beginning ('since 2019') and still lasts."""


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in a role of an act, with the token that stands for it."""

    token: Token
    referent: Referent
    by: str = field(default="", compare=False)
    """In words, the rule that found it outside of the slots of the act's own word."""

    @property
    def side(self) -> str:
        """Whom the participant acts for: the state, or the body itself where there is none."""
        return self.referent.country or self.referent.id


@dataclass(frozen=True, slots=True)
class Why:
    """What made an act, for `comity explain` alone: the name of the rule and its lines in the lexicons."""

    rule: Literal["frame", "governor", "demand", "threat", "end", "together"] = "frame"
    frame: int | None = None
    governor: int | None = None
    own: str = ""
    """The place of the frame in the user's own file."""
    sureness: tuple[tuple[str, float], ...] = ()
    """What the confidence is the sum of."""


BY_A_FRAME = Why()
"""What made an act, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, before voice and time are joined to it."""

    trigger: Token
    event_type: EventType
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    substance: Substance
    confidence: float
    promised: EventType | None = None
    """The type of what was agreed to, where the act is a promise, an offer or a plan of it."""
    voiced: Token | None = None
    """The word whose voice counts, where it is not the trigger: 'warned' of 'warned it would close the port'."""
    own: Own | None = None
    """What the user's own ontology says of the act, where a frame of that found it."""
    why: Why = field(default=BY_A_FRAME, compare=False)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whether an act happened, and who says so; `speaker` is `author` or an entity id."""

    status: Status = "actual"
    speaker: str = "author"
    manner: Manner = "asserted"


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of a text, and the interval of an act."""

    expressions: tuple[TimeExpression, ...]
    published: dt.date | None
    by_token: Mapping[int, TimeExpression] = field(default_factory=dict)
    """By index of every token inside an expression."""
    acts: Mapping[int, Period] = field(default_factory=dict)
    """By index of the trigger: the interval of an act, as far as all the text tells."""

"""The lexicon of ties: nouns that name one, words that begin, change or end it, and verbs that are one.

`data/tie_nouns.csv`: `beside` lists modifiers of which the noun needs one
('*nationality': any demonym), `without` those that make it
something else; `named` is what naming it alone says ('lasts:diplomatic': only with that word beside it).
`data/tie_turns.csv`: what a word does to a thing in a role: 'done' to it, what it 'does', what it 'is', 'noun'
for a noun of action ('closure of'), or the preposition before the thing. `data/tie_acts.csv`: verbs that need
no such noun, with the slots of the two sides. `data/tie_roles.csv`: nouns for what one is to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from comity.record.values import TieKind
from comity.tables import rows

Effect = Literal["begins", "resumes", "lasts", "suspends", "ends", "plans", "stands", "absent"]


@dataclass(frozen=True, slots=True)
class TieNoun:
    """A noun that names a kind of tie."""

    kind: TieKind
    beside: frozenset[str]
    without: frozenset[str]
    number: str
    named: Effect | None
    named_beside: str


@dataclass(frozen=True, slots=True)
class TieAct:
    """A verb that makes or shows a tie; `first` and `second` name slots of the two sides in order.

    A slot 'object@' takes only a party itself, 'object' also one inside the phrase; 'around' is the one other
    side of the sentence, 'there' the other of the two that the text is about. `body` is what the second side has
    to be: 'igo', 'state', 'chinas' (one of the two of which a state recognises one), or empty. `objects` are words
    of which the clause needs one, '-' where it may have no object.
    """

    kind: TieKind
    effect: Effect
    first: tuple[str, ...]
    second: tuple[str, ...]
    body: str
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class TieRole:
    """A noun for what one side is to the other; the other is a body where `body` is 'igo'."""

    kind: TieKind
    effect: Effect
    beside: frozenset[str]
    body: str


@cache
def tie_roles() -> Mapping[str, tuple[TieRole, ...]]:
    """By lemma."""
    table: dict[str, list[TieRole]] = defaultdict(list)
    for row in rows("reading", "tie_roles.csv"):
        beside = frozenset(row["beside"].split())
        role = TieRole(cast(TieKind, row["kind"]), cast(Effect, row["effect"]), beside, row["body"])
        for lemma in row["nouns"].split():
            table[lemma].append(role)
    return {lemma: tuple(found) for lemma, found in table.items()}


@cache
def tie_nouns() -> Mapping[str, tuple[TieNoun, ...]]:
    """By lemma."""
    table: dict[str, list[TieNoun]] = defaultdict(list)
    for row in rows("reading", "tie_nouns.csv"):
        named, _, beside = row["named"].partition(":")
        noun = TieNoun(
            cast(TieKind, row["kind"]),
            frozenset(row["beside"].split()),
            frozenset(row["without"].split()),
            row["number"],
            cast(Effect, named) if named else None,
            beside,
        )
        for lemma in row["nouns"].split():
            table[lemma].append(noun)
    return {lemma: tuple(found) for lemma, found in table.items()}


@cache
def tie_turns() -> Mapping[tuple[str, str, str], Effect]:
    """By kind, role and lemma."""
    return {
        (row["kind"], role, lemma): cast(Effect, row["effect"])
        for row in rows("reading", "tie_turns.csv")
        for role in row["roles"].split()
        for lemma in row["words"].split()
    }


@cache
def tie_acts() -> Mapping[str, tuple[TieAct, ...]]:
    """By lemma of the verb."""
    table: dict[str, list[TieAct]] = defaultdict(list)
    for row in rows("reading", "tie_acts.csv"):
        act = TieAct(
            cast(TieKind, row["kind"]),
            cast(Effect, row["effect"]),
            tuple(row["first"].split()),
            tuple(row["second"].split()),
            row["body"],
            frozenset(word for name in row["object"].split() for word in _named(name)),
        )
        for lemma in row["verbs"].split():
            table[lemma].append(act)
    return {lemma: tuple(found) for lemma, found in table.items()}


def _named(name: str) -> frozenset[str]:
    return tie_words(name[1:]) if name.startswith("*") else frozenset({name})


@cache
def tie_words(name: str) -> frozenset[str]:
    """The closed set of that name in `data/tie_words.csv`. Raises `KeyError` for a name not in the file."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for row in rows("reading", "tie_words.csv")}

"""The lexicon of frames: which word with which complements names which act, and who is who in it.

`data/frames.csv` holds a row a family of words. `lemma` may carry a particle ('call_off'); `pos` is 'noun' for
nouns of action. `object` lists what must stand beside the word, alternatives parted by '|', each made of
conditions that are read in `conditions.py`; empty means anything. `actor` and `recipient` name slots in the
order in which they are tried. `open` tells which side may be missing from the text: 'a' the actor, 'r' the
recipient; 'd' and 'p' that the actor or the recipient may be told by what stands around, but not be missing.
`data/governors.csv` lists words that change what their complement clause says, and `data/act_words.csv` the
classes of nouns and verbs that both rely on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from comity.ontology.own import Own
from comity.record.values import EventType, Substance
from comity.tables import rows

GovernorKind = Literal[
    "commits", "decides", "vows", "asks", "orders", "refuses", "threatens", "warns", "blames", "denies", "permits",
    "negates", "imagines", "awaits",
]  # fmt: skip
_MARK = re.compile(r"([&!])")


class Condition(NamedTuple):
    """What must (or, `absent`, must not) stand in the object or after `preposition`."""

    word: str
    preposition: str | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the lexicon; `objects` are alternatives, each all of its conditions; empty accepts anything."""

    objects: tuple[tuple[Condition, ...], ...]
    event_type: EventType
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    open: str
    substance: Substance
    own: Own | None = None
    """What the user's own ontology says of the act, where the frame is of that."""
    line: int = 0
    """Where it stands in `data/frames.csv`, whose header is line 1; 0 for one of a user's own."""
    place: str = ""
    """Where one of a user's own stands: 'my.toml line 12: frames[2]'."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by (lemma, 'verb', 'noun' or 'adj') in the order in which they are tried."""

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    verbs: frozenset[str]


_OWN: ContextVar[Lexicon | None] = ContextVar("own lexicon", default=None)


@dataclass(frozen=True, slots=True)
class Governor:
    """A word whose complement clause is promised, asked for, refused, denied …; `hearer` names slots; `open`
    tells that whom it is said to may be left out."""

    kind: GovernorKind
    event_type: EventType | None
    hearer: tuple[str, ...]
    open: bool
    line: int


@contextmanager
def in_use(lexicon: Lexicon | None) -> Iterator[None]:
    """Read with a lexicon other than the built-in one; holds in this thread, and to the end of the block."""
    token = _OWN.set(lexicon)
    try:
        yield
    finally:
        _OWN.reset(token)


def frames() -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    """The frames of the lexicon in use; of a word those with conditions come first, else in file order."""
    return (_OWN.get() or built_in()).frames


def known_verbs() -> frozenset[str]:
    """The lemmas of all verbs of the lexicon in use, their particles apart."""
    return (_OWN.get() or built_in()).verbs


def has_own_frames() -> bool:
    """Whether the lexicon in use holds frames of a user's own."""
    return _OWN.get() is not None


@cache
def built_in() -> Lexicon:
    """The lexicon of `data/frames.csv`."""
    return lexicon(_rows())


def lexicon(entries: Iterable[tuple[str, str, Frame]], below: Lexicon | None = None) -> Lexicon:
    """A lexicon of frames, each with its lemma and part of speech; those of `below` are tried after them."""
    table: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for lemma, kind, frame in entries:
        table[lemma, kind].append(frame)
    own = {key: tuple(sorted(found, key=lambda frame: not frame.objects)) for key, found in table.items()}
    verbs = frozenset(lemma.partition("_")[0] for lemma, kind in own if kind == "verb")
    if below is None:
        return Lexicon(own, verbs)
    merged = {key: (*found, *below.frames.get(key, ())) for key, found in own.items()}
    return Lexicon({**below.frames, **merged}, verbs | below.verbs)


def _rows() -> Iterator[tuple[str, str, Frame]]:
    for line, row in enumerate(rows("reading", "frames.csv"), 2):
        frame = Frame(
            tuple(alternative(text) for text in row["object"].split("|") if text),
            cast(EventType, row["event_type"]),
            row["mode"] or None,
            row["cameo"],
            tuple(filter(None, row["contexts"].split("|"))),
            tuple(row["actor"].split()),
            tuple(row["recipient"].split()),
            row["open"],
            cast(Substance, row["substance"]),
            line=line,
        )
        for lemma in row["lemma"].split("|"):
            yield lemma, row["pos"] or "verb", frame


@cache
def governors() -> dict[str, Governor]:
    """Governing words by lemma; nouns and adjectives carry '_noun' and '_adj'."""
    return {
        row["lemma"]: Governor(
            cast(GovernorKind, row["kind"]),
            cast(EventType, row["event_type"]) if row["event_type"] else None,
            tuple(row["hearer"].split()),
            row["open"] == "r",
            line,
        )
        for line, row in enumerate(rows("reading", "governors.csv"), 2)
    }


@cache
def act_words(name: str) -> frozenset[str]:
    """The class of words of that name, lower-case lemmas. Raises `KeyError` for a name not in the file."""
    return _classes()[name]


def act_classes() -> frozenset[str]:
    """The names of the classes of words."""
    return frozenset(_classes())


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for row in rows("reading", "act_words.csv")}


def alternative(text: str) -> tuple[Condition, ...]:
    """'&force&in:@in' holds two conditions, '!report!book' two absences; a plain word is one condition."""
    marks = _MARK.split(text if text[0] in "&!" else f"&{text}")
    return tuple(_condition(mark, word) for mark, word in zip(marks[1::2], marks[2::2], strict=True) if word)


def _condition(mark: str, text: str) -> Condition:
    preposition, colon, word = text.partition(":")
    plain = Condition(text) if not colon else Condition(word, preposition)
    return Condition(plain.word, plain.preposition, absent=mark == "!")

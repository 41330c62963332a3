"""A short mention taken apart: its head phrases, what is attached to them, the names and roles in each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from comity.gazetteer.context import Found
from comity.gazetteer.roles import longest_role, word_key
from comity.gazetteer.tables import rows
from comity.gazetteer.types import Role

_TOKEN = re.compile(r"[^\s\-‐–—/,;:()\[\]\"“”«»]+|[,;:()]")
_AMOUNT = re.compile(r" (?:least|most|\d)")
_DESCRIPTIVE = frozenset({"place", "quality"})
"""Kinds of words that do nothing by themselves, and may begin a role: 'central bank', 'state police'."""
_PUNCTUATION = frozenset(",;:()")


class Said(NamedTuple):
    """A role in a mention, by offsets; `over` where a 'former' before it holds for it."""

    start: int
    end: int
    role: Role
    over: bool


@dataclass(slots=True)
class Phrase:
    """The words up to the next preposition or comma; `link` is the word before them, '' for a head."""

    link: str
    start: int
    end: int = 0
    names: list[Found] = field(default_factory=list)
    roles: list[Said] = field(default_factory=list)
    others: list[tuple[int, int]] = field(default_factory=list)
    """Words that are neither."""
    joins: list[int] = field(default_factory=list)
    """Where an 'and' stands."""

    @property
    def role(self) -> Said | None:
        """The last role: the head noun, or the title before a name."""
        return self.roles[-1] if self.roles else None


def kind_of(word: str) -> str | None:
    """What a small word does in a mention: 'place' for 'province', 'quality' for 'imperial'."""
    return _words().get(word_key(word))


def take_apart(text: str, names: list[Found]) -> list[Phrase]:
    """The phrases of a mention in text order, given the names in it; a comma begins a new head phrase."""
    return _Walk(text, names).phrases()


class _Walk:
    """One pass over the words; every step handles what begins at a word and gives the word to go on with."""

    def __init__(self, text: str, names: list[Found]) -> None:
        self._text = text
        self._names = names
        self._next = 0
        self._spans = [match.span() for match in _TOKEN.finditer(text)]
        self._keys = [word_key(text[start:end]) for start, end in self._spans]
        self._former = -1
        self._phrases = [Phrase("", 0)]

    def phrases(self) -> list[Phrase]:
        at = 0
        while at < len(self._spans):
            at = self._step(at)
        self._phrases[-1].end = len(self._text)
        return self._phrases

    def _step(self, at: int) -> int:
        end = self._spans[at][1]
        if self._next < len(self._names) and self._names[self._next][0] < end:
            return self._name(at)
        kind = _words().get(self._keys[at])
        if kind and kind not in _DESCRIPTIVE and self._is_apart(at):
            self._word(at, kind)
            return at + 1
        return self._role(at) or self._other(at)

    def _word(self, at: int, kind: str) -> None:
        start, end = self._spans[at]
        if kind == "former":
            self._former = at
        elif kind == "join":
            self._phrases[-1].joins.append(start)
        elif kind in {"link", "break"}:
            self._phrases[-1].end = start
            self._phrases.append(Phrase(self._keys[at] if kind == "link" else "", end))
            self._former = -1
        elif kind != "skip":
            self._phrases[-1].others.append((start, end))

    def _is_apart(self, at: int) -> bool:
        """Not part of a longer word ('Seoul-based') or of a number ('at least four', 'over 200')."""
        start, end = self._spans[at]
        if self._text[start] in _PUNCTUATION or _words()[self._keys[at]] == "former":
            return True
        glued = "-" in self._text[max(0, start - 1) : start] + self._text[end : end + 1]
        return not glued and not _AMOUNT.match(self._text, end)

    def _name(self, at: int) -> int:
        name = self._names[self._next]
        self._next += 1
        after = at
        while after < len(self._spans) and self._spans[after][0] < name[1]:
            after += 1
        companion = self._is_companion(after, name[1])
        if not companion and not self._is_stance(at):
            self._phrases[-1].names.append(name)
        return after + companion

    def _is_companion(self, after: int, end: int) -> bool:
        """'Iranian-backed', 'US led': the named state is not whose the head noun is."""
        if after >= len(self._spans) or self._spans[after][0] != end + 1:
            return False
        kind, glue = _words().get(self._keys[after]), self._text[end]
        return (kind == "ally" and glue in "-‐– ") or (kind == "companion" and glue in "-‐–")

    def _is_stance(self, at: int) -> bool:
        """'Pro-Russian'."""
        return at > 0 and _words().get(self._keys[at - 1]) == "stance" and self._is_glued(at)

    def _is_glued(self, at: int) -> bool:
        return self._spans[at - 1][1] + 1 == self._spans[at][0] and self._text[self._spans[at][0] - 1] in "-‐–"

    def _role(self, at: int) -> int | None:
        found = longest_role(self._keys, at)
        if found is None:
            return None
        count, role = found
        last = self._spans[at + count - 1][1]
        if self._next < len(self._names) and self._names[self._next][0] < last:
            return None
        if count == 1 and self._is_surname(at):
            return None
        if not self._is_companion(at + count, last):
            self._phrases[-1].roles.append(Said(self._spans[at][0], last, role, self._is_over(at, role)))
        return at + count

    def _is_over(self, at: int, role: Role) -> bool:
        """After a 'former' people have left an office, and so has a government."""
        near = self._former == at - 1 and role.sector == "GOV"
        return self._former >= 0 and (role.kind == "person" or near)

    def _is_surname(self, at: int) -> bool:
        """'Julie Bishop', 'John Major': after a capitalised word that is neither a known name nor a role."""
        if self._keys[at] not in _surnames() or not self._is_capital(at) or self._is_capital(at + 1):
            return False
        others = self._phrases[-1].others
        return at > 0 and self._is_capital(at - 1) and bool(others) and others[-1] == self._spans[at - 1]

    def _is_capital(self, at: int) -> bool:
        return at < len(self._spans) and self._text[self._spans[at][0]].isupper()

    def _other(self, at: int) -> int:
        self._phrases[-1].others.append(self._spans[at])
        return at + 1


@cache
def _words() -> dict[str, str]:
    """What small words do in a mention, by key: 'armed' sets a name aside when glued to it ('US-armed'),
    'backed' also when not ('US backed').
    """
    return {word_key(row["word"]): row["does"] for row in rows("joints")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("surnames"))

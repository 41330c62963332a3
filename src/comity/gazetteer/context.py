"""What the words around a name say about it: whether it is a state here at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from comity.gazetteer.entries import Entry
from comity.gazetteer.roles import role
from comity.gazetteer.tables import rows, split
from comity.record.values import EntityKind

Found = tuple[int, int, Entry]

_REACH = 200
"""Characters on either side in which a cue counts."""
_WORD_BEFORE = re.compile(r"(?<![\w.])([^\W\d_][\w'-]*|[A-Z]\.) $")
_WORD_AFTER = re.compile(r" ([A-Z][a-z][\w'-]*)")
_TONGUE = re.compile(
    r"\b(?:in|into|from|speak|speaks|spoke|spoken|speaking|learn|learning|teach|studied) "
    r"(?:[A-Z]\w+ (?:and|or) )?$"
)
_ENDS = re.compile(r"(?=[.,;:)!?]|$| (?:and|or|but|to|as|by|than|well|fluently|at|for)\b)")
_CALENDAR = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
}  # fmt: skip
_ORDINARY_IN_CAPITALS = {"US", "WHO"}
_PARTICLES = {"de", "di", "da", "del", "van", "von", "bin", "ibn", "mac"}


@dataclass(frozen=True, slots=True)
class _Other:
    """What else a name may be: a given name; or, near a cue and away from `unless`, another entity.

    `given` is 'yes', or 'alone' where it is one only if that and a surname are all there is, or ''.
    """

    given: str
    cues: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    entry: Entry


def in_context(text: str, found: list[Found]) -> Iterator[Found]:
    """The names that stand, as what they are here; blocked words and persons' names are left out."""
    for start, end, entry in found:
        word = text[start:end]
        if not entry.entity or (word in _ORDINARY_IN_CAPITALS and _is_shouted(text)):
            continue
        tongue = entry.form == "demonym" and not entry.people and _is_tongue(text, start, end)
        if not tongue and not _is_personal(text, start, end, found):
            yield start, end, _meant(text, start, end, entry)


def _is_shouted(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals > 20 and capitals > 4 * sum(map(str.islower, text))


def _is_personal(text: str, start: int, end: int, found: list[Found]) -> bool:
    """Whether a single word is part of a person's name: after a given name, or one before a surname."""
    if " " in text[start:end]:
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 20), start) if start else None
    if before and _is_given(before[1]):
        return True
    other = _others().get(text[start:end])
    after = _WORD_AFTER.match(text, end) if other and other.given else None
    if after and other and other.given == "alone" and (start or after.end() < len(text)):
        return False
    return after is not None and _is_surname(after[1]) and not _begins(after.start(1), found)


def _begins(at: int, found: list[Found]) -> bool:
    return any(start == at and entry.entity for start, _, entry in found)


def _is_given(word: str) -> bool:
    known = word in _given_names() or word.title() in _given_names() or word.casefold() in _PARTICLES
    return known or bool(re.fullmatch(r"[A-Z]\.", word))


def _is_surname(word: str) -> bool:
    return word not in _CALENDAR and role(word) is None and not word.endswith("ing")


def _is_tongue(text: str, start: int, end: int) -> bool:
    """'Spoke in French.' is about a language, 'in French custody' is not."""
    return bool(_ENDS.match(text, end)) and bool(_TONGUE.search(text, max(0, start - 25), start))


def _meant(text: str, start: int, end: int, entry: Entry) -> Entry:
    other = _others().get(text[start:end])
    if other is None or other.cues is None:
        return entry
    near = _near(text, start, end)
    denied = other.unless is not None and other.unless.search(near)
    return other.entry if other.cues.search(near) and not denied else entry


def _near(text: str, start: int, end: int) -> str:
    return text[max(0, start - _REACH) : start] + " " + text[end : end + _REACH]


def is_contested(text: str, name: Found) -> bool:
    """Whether a name also means another one ('Congolese') and no word near it tells which."""
    start, end, entry = name
    other = _others().get(text[start:end])
    if other is None or other.cues is None or other.unless is None or entry is other.entry:
        return False
    return not other.unless.search(_near(text, start, end))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("given_names"))


@cache
def _others() -> dict[str, _Other]:
    return {row["name"]: _other(row) for row in rows("ambiguous")}


def _other(row: dict[str, str]) -> _Other:
    entry = Entry(row["entity"], cast(EntityKind, row["kind"] or "place"), row["country"] or None)
    return _Other(row["given"], _any_of(row["cues"]), _any_of(row["unless"]), entry)


def _any_of(cell: str) -> re.Pattern[str] | None:
    words = "|".join(re.escape(word) for word in split(cell))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None

"""A short mention taken apart: its head phrase, what is attached to it, the names and roles in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from comity.gazetteer.roles import LONGEST, role
from comity.gazetteer.types import Name, Role

_WORD = re.compile(r"[\w’'.&-]*\w\.?")
_LINKS = {
    "of", "from", "for", "to", "in", "at", "with", "against", "on", "over", "near", "by", "inside",
    "outside", "between", "under", "within", "around", "based", "who", "that", "which",
}  # fmt: skip
_COMPANION = re.compile(
    r"(?:-(?:backed|led|trained|funded|supported|sponsored|brokered|occupied|aligned|allied|controlled|held"
    r"|imposed|designated|linked|affiliated|friendly|mediated|sanctioned|supplied|armed|made|bound|speaking)\b)"
)
_SURNAMES = {
    "king", "bishop", "pope", "major", "judge", "marshal", "priest", "abbot", "dean", "prince", "child",
    "cardinal", "monk", "sheriff", "pastor", "driver", "boss", "constable", "fisher", "farmer", "miner",
    "singer", "marine", "sergeant", "chancellor", "guard", "mission", "church", "temple",
}  # fmt: skip
_TITLED = re.compile(r" [A-Z]")
_AMOUNT = re.compile(r" (?:least|most|\d)")
_STANCE = re.compile(r"\b(?:pro|anti|non|un|post|trans)-$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A role in a mention, by offsets."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words up to the next preposition or comma; `link` is the word before them, '' for a head."""

    link: str
    start: int
    end: int
    names: tuple[Name, ...]
    roles: tuple[Said, ...]

    @property
    def role(self) -> Said | None:
        """The last role: the head noun, or the title before a name."""
        return self.roles[-1] if self.roles else None


Finder = Callable[[str], list[Name]]
_Item = TypeVar("_Item", Name, Said)


def take_apart(text: str, find: Finder) -> list[Phrase]:
    """The phrases of a mention in text order; a comma begins a new head phrase."""
    names = [name for name in find(text) if not _stands_aside(text, name)]
    roles = list(_roles(text, names))
    taken = [(name.start, name.end) for name in names] + [(said.start, said.end) for said in roles]
    bounds = [("", 0, 0), *_breaks(text, taken), ("", len(text), len(text))]
    return [
        Phrase(link, start, end, _inside(names, start, end), _inside(roles, start, end))
        for (link, _, start), (_, end, _) in pairwise(bounds)
    ]


def _stands_aside(text: str, name: Name) -> bool:
    """'Iranian-backed', 'pro-Russian': the named state is not whose the head noun is."""
    return bool(_COMPANION.match(text, name.end) or _STANCE.search(text, 0, name.start))


def _inside(items: list[_Item], start: int, end: int) -> tuple[_Item, ...]:
    return tuple(item for item in items if start <= item.start and item.end <= end)


def _breaks(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    for word in re.finditer(r",|\(|;|\b[\w]+\b", text):
        free = not any(start <= word.start() < end for start, end in taken)
        if free and not word[0].isalnum():
            yield "", word.start(), word.end()
        elif free and word[0].casefold() in _LINKS and _is_apart(text, word):
            yield word[0].casefold(), word.start(), word.end()


def _is_apart(text: str, word: re.Match[str]) -> bool:
    """Not part of a longer word ('Seoul-based') or of a number ('at least four', 'over 200')."""
    if _AMOUNT.match(text, word.end()):
        return False
    return "-" not in text[max(0, word.start() - 1) : word.start()] + text[word.end() : word.end() + 1]


def _roles(text: str, names: list[Name]) -> Iterator[Said]:
    """Roles as long as they go, from the left, outside names."""
    words = [word.span() for word in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        found = _longest(text, words, at, names)
        if found:
            yield found
            at = next((i for i, word in enumerate(words) if word[0] >= found.end), len(words))
        else:
            at += 1


def _longest(text: str, words: list[tuple[int, int]], at: int, names: list[Name]) -> Said | None:
    for last in range(min(at + LONGEST, len(words)) - 1, at - 1, -1):
        start, end = words[at][0], words[last][1]
        if any(name.start < end and start < name.end for name in names):
            continue
        found = role(re.sub(r"['’]s?$", "", text[start:end]))
        if found and not _is_surname(text, start, end, names):
            return Said(start, end, found)
    return None


def _is_surname(text: str, start: int, end: int, names: list[Name]) -> bool:
    """'Julie Bishop', 'John Major': it follows a capitalised word that is neither a known name nor a role."""
    if text[start:end].casefold() not in _SURNAMES or not text[start].isupper() or _TITLED.match(text, end):
        return False
    before = re.search(r"[A-Z][\w’'-]*\.? $", text[:start])
    if before is None or role(before[0].strip()):
        return False
    return not any(name.start <= before.start() < name.end or name.end == start - 1 for name in names)

"""Titles and role nouns: what 'foreign ministers', 'ex-president' or 'trawler' say about a sector."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import cast

from comity.gazetteer.tables import fold, rows
from comity.gazetteer.types import Role
from comity.record.values import EntityKind

_IRREGULAR = {
    "children": "child", "schoolchildren": "schoolchild", "wives": "wife", "thieves": "thief",
    "headquarters": "headquarters", "defence": "defense", "labour": "labor", "centre": "center",
}  # fmt: skip
_FORMER = re.compile(r"^(?:former|onetime|one-time|erstwhile|ex)[- ]+(?=\w)", re.IGNORECASE)
_STANDING = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"}
"""Sectors that a person leaves with the office."""
_KNOWN_WORDS = 1 << 16
"""Words whose key is kept, so that memory stays bounded however many mentions come."""


def role(phrase: str) -> Role | None:
    """The role that a whole phrase names, in any number, case, and British or American spelling."""
    found = _table().get(" ".join(word_key(word) for word in re.split(r"[\s-]+", phrase) if word))
    if found or not _FORMER.match(phrase):
        return found
    held = role(_FORMER.sub("", phrase, count=1))
    return held and retired(held)


def ends_role(text: str) -> bool:
    """Whether any role that `role` finds ends with the last word of a text; far cheaper than to look for it."""
    found = [word for word in re.split(r"[\s-]+", text) if word]
    return bool(found) and word_key(found[-1]) in _last_words()


def longest_role(keys: Sequence[str], at: int) -> tuple[int, Role] | None:
    """The longest role of short mentions that begins with the word at `at`, with its number of words.

    Mentions know more roles than running text, where 'movement' or 'coalition' alone say too little.
    """
    for count in _lengths().get(keys[at], ()):
        found = _wider().get(" ".join(keys[at : at + count]))
        if found and at + count <= len(keys):
            return count, found
    return None


def retired(held: Role) -> Role:
    """The same role after office: officials of a state join its elite, other people stay what they were."""
    return replace(held, sector="ELI", inherits=False) if held.sector in _STANDING else held


@lru_cache(maxsize=_KNOWN_WORDS)
def word_key(word: str) -> str:
    """What a word is looked up by: lower case, singular, American, without accents and possessive."""
    return _singular(fold(word).removesuffix("'s").rstrip("'"))


@cache
def _table() -> dict[str, Role]:
    return _roles("roles")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in _table())


@cache
def _wider() -> dict[str, Role]:
    return _table() | _roles("mention_roles")


def _roles(table: str) -> dict[str, Role]:
    """The roles of a table by key, the first of equals."""
    found: dict[str, Role] = {}
    for row in rows(table):
        kind = cast(EntityKind, row["kind"])
        role = Role(row.get("title") or row["phrase"], row["sector"] or None, kind, bool(row["inherits"]))
        found.setdefault(" ".join(map(word_key, re.split(r"[\s-]+", row["phrase"]))), role)
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How many words the roles have that begin with a word, the longest first."""
    lengths: dict[str, set[int]] = {}
    for key in _wider():
        first, *more = key.split(" ")
        lengths.setdefault(first, set()).add(1 + len(more))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _singular(word: str) -> str:
    word = _IRREGULAR.get(word, word).replace("isation", "ization")
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(ss|sh|ch|x)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^siu]s$", word) and len(word) > 2 else word

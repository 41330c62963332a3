"""Titles and role nouns: what 'foreign ministers', 'ex-president' or 'trawler' say about a sector."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import cast

from comity.gazetteer.tables import fold, rows
from comity.gazetteer.types import Role
from comity.record.values import EntityKind

LONGEST = 7
"""Words of the longest phrase in the table."""
_IRREGULAR = {
    "children": "child", "schoolchildren": "schoolchild", "wives": "wife", "thieves": "thief",
    "headquarters": "headquarters", "defence": "defense", "labour": "labor", "centre": "center",
}  # fmt: skip
_FORMER = re.compile(r"^(?:former|onetime|one-time|erstwhile|ex)[- ]+(?=\w)", re.IGNORECASE)
_STANDING = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"}
"""Sectors that a person leaves with the office."""


def role(phrase: str) -> Role | None:
    """The role that a whole phrase names, in any number, case, and British or American spelling."""
    found = _table().get(_key(phrase))
    if found or not _FORMER.match(phrase):
        return found
    held = role(_FORMER.sub("", phrase, count=1))
    return held and retired(held)


def retired(held: Role) -> Role:
    """The same role after office: officials of a state join its elite, other people stay what they were."""
    return replace(held, sector="ELI", inherits=False) if held.sector in _STANDING else held


def is_former(text: str) -> bool:
    """Whether a mention begins by saying that its role is over."""
    return bool(_FORMER.match(text))


@cache
def _table() -> dict[str, Role]:
    table: dict[str, Role] = {}
    for row in rows("roles"):
        kind = cast(EntityKind, row["kind"])
        found = Role(row["title"], row["sector"] or None, kind, bool(row["inherits"]))
        table.setdefault(_key(row["phrase"]), found)
    return table


def _key(phrase: str) -> str:
    return " ".join(_singular(word) for word in re.split(r"[\s-]+", fold(phrase)) if word)


@cache
def _singular(word: str) -> str:
    word = _IRREGULAR.get(word, word).replace("isation", "ization")
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(ss|sh|ch|x)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^siu]s$", word) and len(word) > 2 else word

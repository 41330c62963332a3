"""Whether a name is a man's or a woman's, as far as its words alone tell."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from comity.reading.slugs import plain_letters
from comity.tables import rows

Sex = Literal["male", "female"]
_FEMALE = re.compile(r"(?:[oe]va|skaya|iene|aite|yte|dottir|ovna|evna)$")
"""Surnames of women; those of men end like too many other words."""
_INSIDE: dict[str, Sex] = {"bin": "male", "ibn": "male", "bint": "female", "binti": "female", "thi": "female"}


@lru_cache(maxsize=4096)
def sex_of(name: str) -> Sex | None:
    """By the first name, in whatever order the words stand; none where they tell nothing or both."""
    told = [word.strip(".") for word in re.split(r"[\s\-‐–]+", plain_letters(name)) if word]
    inside = {_INSIDE[word] for word in told[1:] if word in _INSIDE}
    first = _sexes().get(told[0]) if told and " " in name else None
    if first:
        return first
    found = inside or {_sexes()[word] for word in told[1:] if word in _sexes()}
    if not found and told and _FEMALE.search(told[-1]):
        return "female"
    return next(iter(found)) if len(found) == 1 else None


@cache
def _sexes() -> dict[str, Sex]:
    table = {row["sex"]: row["names"].split() for row in rows("reading", "sexes.csv")}
    both = set(table["male"]) & set(table["female"])
    return {name: sex for sex in ("male", "female") for name in table[sex] if name not in both}

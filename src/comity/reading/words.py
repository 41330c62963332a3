"""Closed sets of words that the steps ask for, out of `data/words.csv`."""

from __future__ import annotations

from functools import cache

from comity.tables import rows


@cache
def words(name: str) -> frozenset[str]:
    """The set of that name, lower case but for tags. Raises `KeyError` for a name that is not in the file."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for row in rows("reading", "words.csv")}

"""What a state may be called by its form or its lie: 'the Kingdom', 'the island state', 'the Baltic republic'."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from comity.gazetteer.tables import fold, rows, split, states


def is_called(code: str, *words: str) -> bool:
    """Whether all words, in any case, are in one name of the state or describe it: ('KHM', 'Kingdom') is true."""
    state = states().get(code)
    if state is None:
        return False
    told = {fold(word) for word in words} - _descriptions()[code]
    return not told or any(told <= set(fold(name).split()) for name in state.names)


def members(word: str) -> tuple[str, ...]:
    """The states that a word groups: those of 'the Baltic states' for 'Baltic'; none for any other word."""
    return _groups().get(fold(word), ())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {word: tuple(row["codes"].split()) for row in rows("epithet_groups") for word in row["words"].split()}


def words_of_body(code: str) -> frozenset[str]:
    """The words, folded, of all names of an intergovernmental body: 'association' is one of 'ASEAN'."""
    return _bodies().get(code, frozenset())


@cache
def _bodies() -> dict[str, frozenset[str]]:
    return {
        row["id"]: frozenset(fold(" ".join((row["name"], *split(row["names"])))).split()) for row in rows("bodies")
    }


@cache
def _descriptions() -> dict[str, frozenset[str]]:
    by_code: dict[str, set[str]] = defaultdict(set)
    for row in rows("epithets"):
        for code in row["codes"].split():
            by_code[code].update(row["words"].split())
    return defaultdict(frozenset, {code: frozenset(found) for code, found in by_code.items()})

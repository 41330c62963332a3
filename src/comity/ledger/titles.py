"""Which titles name one office, and which offices have one holder at a time."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from comity import gazetteer
from comity.gazetteer.tables import fold
from comity.tables import rows

OnePer = Literal["state", "host"]


@cache
def office(title: str, of: str | None) -> str:
    """The office in lower case that a title names in a state or body: 'Premier' is 'prime minister'.

    `data/titles.csv` first, then the gazetteer; a title that neither knows is an office of its own.
    A deputy, acting or vice minister is never the minister.
    """
    named = _same(title, of)
    if named is None and (known := gazetteer.load().role(title)):
        named = _same(known.title, of) or known.title.lower()
    return named or " ".join(title.lower().split())


def one_per(office: str) -> OnePer | None:
    """Whether one person at a time holds an office in a state, or, of envoys, in a host; else `None`."""
    return _holders().get(fold(office))


@cache
def is_office(title: str) -> bool:
    """Whether a title is worth asking who holds it: not what anybody may be ('father') nor a thing."""
    meant = gazetteer.load().role(title)
    return meant is None or (meant.kind == "person" and meant.sector != "CVL")


def is_plural(title: str) -> bool:
    """'Prime ministers', 'ambassadors': several people at once, so nobody in particular."""
    meant = gazetteer.load().role(title)
    singular = set(fold(meant.title).split()) if meant else set()
    words = fold(title).split()
    return any(word.endswith("s") and word not in singular and (word[:-1] in singular or len(words) == 1)
               for word in words)  # fmt: skip


def is_known(title: str) -> bool:
    """Whether a whole phrase is a title of a person."""
    known = gazetteer.load().role(title)
    return fold(title) in _titles() or (known is not None and known.kind == "person")


def _same(title: str, of: str | None) -> str | None:
    meant = _titles().get(fold(title))
    return meant[0] if meant and (not meant[1] or of in meant[1]) else None


@cache
def _titles() -> dict[str, tuple[str, frozenset[str]]]:
    """By title: its office, and the only states where it is that one; none given means all."""
    table = rows("ledger", "titles.csv")
    return {fold(row["title"]): (row["office"], frozenset(filter(None, row["of"].split(";")))) for row in table}


@cache
def _holders() -> dict[str, OnePer]:
    return {fold(row["office"]): cast(OnePer, row["one_per"]) for row in rows("ledger", "offices.csv")}

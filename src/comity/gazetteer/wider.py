"""Names that are known in short mentions only: too many, or too like other words, for running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from comity.gazetteer import leaders
from comity.gazetteer.entries import BLOCKED, Entry, entries, in_capitals, named, people, seats
from comity.gazetteer.tables import rows, slug, split, states

_SHORT = 6
"""Letters of the longest abbreviation."""


@cache
def mention_entries() -> dict[str, Entry]:
    """All names of running text and those of short mentions; where both have a name, the former's stands."""
    usual = entries()
    wider: dict[str, Entry] = {}
    tables = (_states(), seats("mention_seats"), _peoples(), _units(), _persons(), _organisations())
    for name, entry in chain.from_iterable(tables):
        wider.setdefault(name.replace("’", "'"), entry)
    known = {name for name, entry in usual.items() if entry.entity}
    # In mentions all words may have capitals: 'Guinea Pig'.
    blocked = (name.title() for name, entry in usual.items() if not entry.entity)
    wider |= {name: BLOCKED for name in blocked if name not in usual}
    # Of two states at once, the longer name must not leave the second: 'North and South Korea'.
    wider |= {row["name"]: BLOCKED for row in rows("pairs")}
    return usual | {name: entry for name, entry in in_capitals(wider).items() if name not in known}


def _states() -> Iterator[tuple[str, Entry]]:
    """States by abbreviations and bynames that mean other things in running text."""
    for row in rows("mention_states"):
        entry = Entry(row["code"], "state", row["code"])
        yield from ((name, entry) for name in split(row["names"]))
        yield from people(entry, split(row["adjectives"]), split(row["people"]))


def _peoples() -> Iterator[tuple[str, Entry]]:
    """Peoples of one state, whose plain names stand for their members."""
    for row in rows("peoples"):
        entry = Entry(f"group:{slug(row['name'])}", "group", row["country"] or None, form="demonym")
        yield from people(entry, (row["name"], *split(row["adjectives"])), split(row["people"]))


def _units() -> Iterator[tuple[str, Entry]]:
    for row in rows("units"):
        entry = Entry(f"place:{slug(row['name'])}", "place", row["country"])
        yield from ((name, entry) for name in (row["name"], *split(row["names"])))
        yield from people(entry, split(row["adjectives"]), split(row["people"]))


def _persons() -> Iterator[tuple[str, Entry]]:
    """Persons; their sector hangs on the day and is asked of `leaders`."""
    for name, tenure in leaders.names():
        yield name, Entry(tenure.entity, "person", tenure.country)


def _organisations() -> Iterator[tuple[str, Entry]]:
    """Companies, parties, armed groups and the like, and the central banks that are called after their state."""
    for row in rows("mention_organisations"):
        entry = Entry(f"organisation:{slug(row['name'])}", "organisation", row["country"] or None)
        yield from named(row, replace(entry, sector=row["sector"] or None))
    for state in states().values():
        name = f"Bank of {state.name}"
        yield name, Entry(f"organisation:{slug(name)}", "organisation", state.code, "GOV")


@cache
def _abbreviations() -> frozenset[str]:
    unsure = {row["word"] for row in rows("small_words")}
    known = mention_entries()
    short = {name for name in known if len(name) <= _SHORT and name.isupper() and name.title() not in known}
    return frozenset(short - unsure)


def is_abbreviation(word: str) -> bool:
    """Whether a word in capitals is a name that is always written so, and no English word in small letters."""
    return word in _abbreviations()

"""Every name that is looked for in a text, with what it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from comity.gazetteer.tables import Row, rows, slug, split, states
from comity.gazetteer.types import Form, State
from comity.record.values import EntityKind


@dataclass(frozen=True, slots=True)
class Entry:
    """What one name stands for; an empty `entity` means that the words are no name of anybody."""

    entity: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    form: Form = "name"
    people: bool = False
    """Whether the word is a noun for people and nothing else: 'Danes', not 'Dutch'."""
    peopled: bool = False
    """Whether a body is a union that has citizens and companies, not only officials."""


BLOCKED = Entry("", "place")
_PLACES = ("blockers", "regions")


def entries() -> dict[str, Entry]:
    """All names as they are written, with straight apostrophes. The first table that has a name wins."""
    found: dict[str, Entry] = {}
    sources = (_states, _former_names, _bodies, _seats, _organisations, _regions, _blockers)
    for name, entry in chain.from_iterable(source() for source in sources):
        found.setdefault(name.replace("’", "'"), entry)
    return in_capitals(found)


def in_capitals(found: dict[str, Entry]) -> dict[str, Entry]:
    """The same names, and each once more in capitals where that is no name of its own."""
    return {_upper(name): entry for name, entry in found.items()} | found


def display_names() -> dict[str, str]:
    """What each entity is called, by its id."""
    shown = {state.code: state.name for state in states().values()}
    shown |= {row["id"]: row["name"] for row in rows("bodies")}
    shown |= {f"organisation:{slug(row['name'])}": row["name"] for row in rows("organisations")}
    shown |= {row["entity"]: row["name"] for row in rows("ambiguous") if row["kind"] == "place"}
    return shown | {f"place:{slug(row['name'])}": row["name"] for table in _PLACES for row in rows(table)}


def _upper(name: str) -> str:
    """The name in capitals, for headlines and datelines; short ones would be read as abbreviations."""
    return name.upper() if len(name) > 3 else name


def _states() -> Iterator[tuple[str, Entry]]:
    for state in states().values():
        entry = Entry(state.code, "state", state.code)
        yield from ((name, entry) for name in state.names)
        yield from _by_form(state, entry)


def _by_form(state: State, entry: Entry) -> Iterator[tuple[str, Entry]]:
    yield from people(entry, state.adjectives, state.people)
    yield from ((name, replace(entry, form="metonym")) for name in state.metonyms)


def people(entry: Entry, adjectives: tuple[str, ...], nouns: tuple[str, ...]) -> Iterator[tuple[str, Entry]]:
    """Adjectives and nouns for the people of a state or place, in that order."""
    yield from ((name, replace(entry, form="demonym")) for name in adjectives)
    yield from ((name, replace(entry, form="demonym", people=True)) for name in nouns if name not in adjectives)


def _former_names() -> Iterator[tuple[str, Entry]]:
    for row in rows("former_names"):
        entry = Entry(row["code"], "state", row["code"])
        yield row["name"], entry
        yield from people(entry, split(row["adjectives"]), split(row["people"]))


def _bodies() -> Iterator[tuple[str, Entry]]:
    for row in rows("bodies"):
        yield from named(row, Entry(row["id"], "igo", sector="IGO", peopled=bool(row["peopled"])))


def named(row: Row, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """All names in a row for one entry."""
    yield from ((name, entry) for name in (row["name"], *split(row["names"])))


def _seats() -> Iterator[tuple[str, Entry]]:
    return seats("seats")


def seats(table: str) -> Iterator[tuple[str, Entry]]:
    """Buildings, streets and quarters that stand for their state, by a table."""
    for row in rows(table):
        entry = Entry(row["country"], "state", row["country"], row["sector"] or None, "metonym")
        yield from named(row, entry)


def _organisations() -> Iterator[tuple[str, Entry]]:
    for row in rows("organisations"):
        entity = f"organisation:{slug(row['name'])}"
        yield from named(row, Entry(entity, "organisation", row["country"] or None, row["sector"] or None))


def _regions() -> Iterator[tuple[str, Entry]]:
    for row in rows("regions"):
        entry = Entry(f"place:{slug(row['name'])}", "place", row["country"] or None)
        yield row["name"], entry
        yield from people(entry, split(row["adjectives"]), split(row["people"]))


def _blockers() -> Iterator[tuple[str, Entry]]:
    for row in rows("blockers"):
        place = Entry(f"place:{slug(row['name'])}", "place", row["country"] or None)
        yield row["name"], place if row["place"] else BLOCKED

"""People who are known by name alone, above all heads of state and government, and what they were when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from comity.gazetteer.roles import retired
from comity.gazetteer.tables import Row, bare, first_day, fold, last_day, rows, slug
from comity.gazetteer.types import Role


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office, or a part played (leader of rebels), and its time; an open end is still so."""

    entity: str
    name: str
    country: str | None
    office: str
    sector: str
    start: dt.date | None
    end: dt.date | None

    def covers(self, on: dt.date | None) -> bool:
        """Whether it was held on a day; without a day, whether it is still held."""
        if on is None:
            return self.end is None
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@cache
def leaders() -> dict[str, str]:
    """ISO3 of a person's state by full name in lower case, every usual spelling."""
    return {
        spelling.lower(): row["country"]
        for row in rows("leaders")
        for name in row["names"].split("|")
        for spelling in _spellings(name)
        if row["country"]
    }


@cache
def tenures() -> dict[str, tuple[Tenure, ...]]:
    """What each person was, by entity id, in the order of the table: by time."""
    held: dict[str, list[Tenure]] = defaultdict(list)
    for row in rows("leaders"):
        tenure = _tenure(row)
        held[tenure.entity].append(tenure)
    return {entity: tuple(found) for entity, found in held.items()}


def names() -> Iterator[tuple[str, Tenure]]:
    """Every full name and every short one that means one person, with a tenure of that person."""
    for row in rows("leaders"):
        tenure = _tenure(row)
        known = [name for cell in (row["names"], row["short"]) for name in cell.split("|") if name]
        yield from ((spelling, tenure) for name in known for spelling in _spellings(name))


def sector_on(entity: str, on: dt.date | None) -> str | None:
    """The sector of a person on a day, or now: of the office then, after it ELI; `None` before any."""
    held = tenures()[entity]
    current = next((tenure for tenure in held if tenure.covers(on)), None)
    if current:
        return current.sector
    past = [tenure for tenure in held if on is None or (tenure.end and tenure.end < on)]
    return retired(Role("", past[-1].sector)).sector if past else None


def titled(office: str, family: str, on: dt.date | None) -> Tenure | None:
    """Who 'President Johnson' was on a day, or ever: `None` where people of two states were."""
    known = _titled().get((office.casefold(), fold(family)), [])
    then = [tenure for tenure in known if tenure.covers(on)] if on else []
    countries = {tenure.country for tenure in then or known}
    return (then or known)[-1] if len(countries) == 1 else None


@cache
def _titled() -> dict[tuple[str, str], list[Tenure]]:
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for row in rows("leaders"):
        families = {row["family"] or row["names"].split("|")[0].split(" ")[-1], *row["short"].split("|")}
        for family in families - {""}:
            found[row["office"].casefold(), fold(family)].append(_tenure(row))
    return found


def _tenure(row: Row) -> Tenure:
    name = row["names"].split("|")[0]
    start, end = first_day(row["start"]), last_day(row["end"])
    sector = row["sector"] or "GOV"
    return Tenure(f"person:{slug(name)}", name, row["country"] or None, row["office"], sector, start, end)


def _spellings(name: str) -> Iterator[str]:
    for spelling in dict.fromkeys((name, bare(name))):
        yield spelling
        if "-" in spelling:
            yield spelling.replace("-", " ")

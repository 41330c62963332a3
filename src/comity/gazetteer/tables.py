"""The tables in `data/`, read once each. A cell that holds several values separates them by semicolons."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from unicodedata import combining, normalize

from comity.gazetteer.types import State

Row = dict[str, str]


def rows(table: str) -> Iterator[Row]:
    """The rows of `data/<table>.csv`, empty cells as empty strings."""
    text = (files("comity.gazetteer") / "data" / f"{table}.csv").read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(part for part in cell.split(";") if part)


def day(cell: str) -> dt.date | None:
    """The ISO date in a cell."""
    return dt.date.fromisoformat(cell) if cell else None


def fold(text: str) -> str:
    """A form for comparing: lower case, no accents, plain apostrophes, `&` as `and`, no final full stops."""
    plain = "".join(char for char in normalize("NFKD", text) if not combining(char))
    plain = plain.replace("’", "'").replace("&", "and").replace(".", "")
    return " ".join(plain.casefold().split())


def slug(text: str) -> str:
    """The tail of an id: 'Peace Palace' gives 'peace-palace'."""
    return re.sub(r"[^\w]+", "-", fold(text)).strip("-")


@cache
def states() -> dict[str, State]:
    """All states by code, past ones included."""
    return {row["code"]: _state(row) for row in rows("states")}


def _state(row: Row) -> State:
    return State(
        code=row["code"],
        iso2=row["iso2"] or None,
        name=row["name"],
        names=tuple(dict.fromkeys((row["name"], *split(row["names"])))),
        adjectives=split(row["adjectives"]),
        people=split(row["people"]),
        capital=row["capital"] or None,
        metonyms=split(row["metonyms"]),
        start=day(row["start"]),
        end=day(row["end"]),
        successors=split(row["successors"]),
    )

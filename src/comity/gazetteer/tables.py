"""The tables in `data/`. A cell that holds several values separates them by semicolons."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining, normalize

from comity import tables
from comity.gazetteer.types import State

Row = dict[str, str]


def rows(table: str) -> Iterator[Row]:
    """The rows of `data/<table>.csv`, empty cells as empty strings."""
    return iter(tables.rows("gazetteer", f"{table}.csv"))


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(part for part in cell.split(";") if part)


def day(cell: str) -> dt.date | None:
    """The ISO date in a cell."""
    return dt.date.fromisoformat(cell) if cell else None


def first_day(cell: str) -> dt.date | None:
    """The first day of the year, month or day in a cell: 2003, 2003-04 or 2003-04-09."""
    return dt.date.fromisoformat(cell + "-01-01"[len(cell) - 4 :]) if cell else None


def last_day(cell: str) -> dt.date | None:
    """The last day of the year, month or day in a cell."""
    if len(cell) == 7:
        year, month = map(int, cell.split("-"))
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date.fromisoformat(cell + "-12-31"[len(cell) - 4 :]) if cell else None


def bare(text: str) -> str:
    """The text without accents."""
    return "".join(char for char in normalize("NFKD", text) if not combining(char))


def fold(text: str) -> str:
    """A form for comparing: lower case, no accents, plain apostrophes, `&` as `and`, no final full stops."""
    plain = text if text.isascii() else bare(text)
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

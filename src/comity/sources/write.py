"""From `raw` and `aside` to the Parquet parts of the common tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comity.ledger.datasets.catalogue import Part
from comity.ledger.datasets.schemas import Schema, schema
from comity.ledger.datasets.shelf import checksum
from comity.sources import sql
from comity.sources.form import Form

if TYPE_CHECKING:
    import duckdb

_FORMAT = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"
"""The lowest level packs a twentieth less than the usual one and takes a tenth off the writing."""
_FEW = 8
"""Years up to which it is quicker to look through all rows for each year than to sort them."""


def fill(connection: duckdb.DuckDBPyConnection, source: str, table: str, select: str) -> None:
    """Make `out`, a view with all columns of the common table, from a SELECT that gives some of them."""
    wanted = schema(table)
    given = set(connection.sql(select).columns)
    if strange := given - {column.name for column in wanted.columns}:
        raise ValueError(f"the reader of {source} gives {table} the unknown columns {', '.join(sorted(strange))}")
    columns = ", ".join(
        f"{_value(column.name, given, source)}::{column.kind} AS {sql.name(column.name)}"
        for column in wanted.columns
    )
    connection.execute(f"CREATE OR REPLACE TEMP VIEW out AS SELECT {columns} FROM ({select})")


def _value(column: str, given: set[str], source: str) -> str:
    if column in given:
        return sql.name(column)
    return sql.text(source) if column == "source" else "NULL"


@dataclass(frozen=True, slots=True)
class Share:
    """What `out` has of one file in one year: the rows, and the earliest and latest day that they tell of.

    `filled` gives by column the rows that have a value in it, of the columns asked for.
    """

    file: int
    year: int | None
    rows: int
    first: dt.date | None
    last: dt.date | None
    filled: Mapping[str, int]


def shares(connection: duckdb.DuckDBPyConnection, wanted: Schema, columns: Iterable[str]) -> list[Share]:
    """Of each file in each year; all years are one where the table is not split."""
    year = f"year({wanted.first})" if wanted.is_split else "NULL"
    filled = ", ".join(f"{sql.text(column)}: count({sql.name(column)})" for column in columns)
    query = (
        f"SELECT file, {year} AS part, count(*), min({wanted.first}), max({wanted.last}),"
        f" {f'{{{filled}}}' if filled else 'NULL'} FROM out GROUP BY file, part"
    )
    found = connection.execute(query).fetchall()
    return [Share(file, part, rows, first, last, told or {}) for file, part, rows, first, last, told in found]


def parts(
    connection: duckdb.DuckDBPyConnection, source: str, wanted: Schema, found: Sequence[Share], place: Path
) -> Iterator[Part]:
    """Write `out` as one part a year, or one in all; `place` is the folder to write in with the name of a part."""
    rows: Counter[int | None] = Counter()
    for share in found:
        rows[share.year] += share.rows
    for year, picked in _split(connection, wanted, rows):
        path = Path(wanted.name, f"source={source}", *([f"year={year}"] if year is not None else []), place.name)
        written = place.parent / path
        written.parent.mkdir(parents=True, exist_ok=True)
        connection.execute(f"COPY (FROM {picked}) TO {sql.text(str(written))} ({_FORMAT})")
        size = written.stat().st_size
        yield Part(path.as_posix(), wanted.name, source, year, rows[year], size, checksum(written))


def _split(
    connection: duckdb.DuckDBPyConnection, wanted: Schema, rows: Mapping[int | None, int]
) -> Iterator[tuple[int | None, str]]:
    """The years, each with what its rows come from."""
    part, years = f"year({wanted.first})", sorted(rows, key=lambda year: (year is None, year))
    if len(years) == 1:
        yield years[0], "out"
    elif len(years) <= _FEW:
        for year in years:
            yield year, f"out WHERE {part} {'IS NULL' if year is None else f'= {year}'}"
    else:
        connection.execute("CREATE OR REPLACE TEMP TABLE whole AS FROM out")
        ordered = f"FROM whole ORDER BY {part} NULLS LAST, rowid"
        connection.execute(f"CREATE OR REPLACE TEMP TABLE by_year AS {ordered}; DROP TABLE whole")
        start = 0
        for year in years:
            yield year, f"by_year WHERE rowid BETWEEN {start} AND {start + rows[year] - 1}"
            start += rows[year]
        connection.execute("DROP TABLE by_year")


def outputs(form: Form) -> Iterator[tuple[str, str]]:
    """The common tables that a form fills, each with its SELECT; what was set aside is one of them."""
    yield from form.outputs.items()
    yield "rejects", "SELECT file, line, field, reason, content FROM aside"

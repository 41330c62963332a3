"""From `raw` and `aside` to the Parquet parts of the common tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from comity.ledger.datasets.catalogue import Part
from comity.ledger.datasets.schemas import Schema, schema
from comity.ledger.datasets.shelf import checksum
from comity.sources import sql
from comity.sources.form import Form

if TYPE_CHECKING:
    import duckdb

_FEW = 8
"""Years up to which it is quicker to look through all rows for each year than to sort them."""


def fill(connection: duckdb.DuckDBPyConnection, source: str, table: str, select: str) -> None:
    """Make `out`, a table with all columns of the common table, from a SELECT that gives some of them."""
    wanted = schema(table)
    given = set(connection.sql(select).columns)
    if strange := given - {column.name for column in wanted.columns}:
        raise ValueError(f"the reader of {source} gives {table} the unknown columns {', '.join(sorted(strange))}")
    columns = ", ".join(
        f"{_value(column.name, given, source)}::{column.kind} AS {sql.name(column.name)}"
        for column in wanted.columns
    )
    connection.execute(f"CREATE OR REPLACE TEMP TABLE out AS SELECT {columns} FROM ({select})")


def _value(column: str, given: set[str], source: str) -> str:
    if column in given:
        return sql.name(column)
    return sql.text(source) if column == "source" else "NULL"


def parts(
    connection: duckdb.DuckDBPyConnection, source: str, table: str, folder: Path, number: str
) -> Iterator[Part]:
    """Write `out` as one part a year, or one in all, under `folder`; a table without rows has none."""
    for one, rows, condition in _split(connection, schema(table)):
        path = Path(table, f"source={source}", *([f"year={one}"] if one is not None else []), f"{number}.parquet")
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        connection.execute(
            f"COPY (FROM out {condition}) TO {sql.text(str(place))} (FORMAT parquet, COMPRESSION zstd)"
        )
        yield Part(path.as_posix(), table, source, one, rows, place.stat().st_size, checksum(place))


def _split(connection: duckdb.DuckDBPyConnection, wanted: Schema) -> list[tuple[int | None, int, str]]:
    """The years of `out`, each with how many rows it has and the condition that finds them."""
    year = f"year({wanted.first})" if wanted.is_split else "NULL::INTEGER"
    counted = f"SELECT {year} AS part, count(*), min(rowid), max(rowid) FROM out GROUP BY part ORDER BY part"
    found = connection.execute(counted).fetchall()
    if len(found) == 1:
        return [(found[0][0], found[0][1], "")]
    if len(found) <= _FEW:
        return [(one, rows, f"WHERE {year} IS NOT DISTINCT FROM {_literal(one)}") for one, rows, *_ in found]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE out AS FROM out ORDER BY {year}, rowid")
    found = connection.execute(counted).fetchall()
    return [(one, rows, f"WHERE rowid BETWEEN {first} AND {last}") for one, rows, first, last in found]


def _literal(year: int | None) -> str:
    return "NULL" if year is None else str(year)


def days(connection: duckdb.DuckDBPyConnection, table: Schema) -> dict[int, tuple[object, object]]:
    """The earliest and latest day that the rows of each file in `out` tell of."""
    query = f"SELECT file, min({table.first}), max({table.last}) FROM out GROUP BY file"
    return {file: (first, last) for file, first, last in connection.execute(query).fetchall()}


def outputs(form: Form) -> Iterator[tuple[str, str]]:
    """The common tables that a form fills, each with its SELECT; what was set aside is one of them."""
    yield from form.outputs.items()
    yield "rejects", "SELECT file, line, field, reason, content FROM aside"

"""Small pieces of SQL, quoted, and small tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def text(value: str) -> str:
    """A text as a SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def name(value: str) -> str:
    """A name as a SQL identifier."""
    return '"' + value.replace('"', '""') + '"'


def table(
    connection: duckdb.DuckDBPyConnection, called: str, columns: Mapping[str, tuple[str, Sequence[object]]]
) -> None:
    """Make a temporary table anew, of a few thousand rows at most; a column is its DuckDB type and its values.

    By lists, as an Arrow table lets DuckDB load pandas, which takes longer than many an import.
    """
    made = ", ".join(f"unnest(?::{kind}[]) AS {name(column)}" for column, (kind, _) in columns.items())
    values = [list(values) for _, values in columns.values()]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name(called)} AS SELECT {made}", values)

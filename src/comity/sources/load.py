"""From data files of one form to the tables `raw`, with what is right, and `aside`, with what is not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from comity.errors import InputError
from comity.sources import delimited, sql
from comity.sources.delimited import SHOWN
from comity.sources.form import UNREAD, Delimited, Form, Parquet, Records, Unreadable
from comity.sources.peek import Peek

if TYPE_CHECKING:
    import duckdb

_BATCH = 10_000


@dataclass(frozen=True)
class Load:
    """Data files of one form, and with one header, each with the id of the raw file that it belongs to."""

    form: Form
    pieces: Sequence[tuple[Peek, int]]


def load(connection: duckdb.DuckDBPyConnection, wanted: Load) -> None:
    """Make `raw`, `aside` and, where the form asks for it, `repeated` anew.

    Raises `InputError` where a file cannot be read at all.
    """
    import duckdb

    connection.execute(
        "CREATE OR REPLACE TEMP TABLE aside"
        " (file BIGINT, line BIGINT, field VARCHAR, reason VARCHAR, content VARCHAR)"
    )
    try:
        _read(connection, wanted)
    except (duckdb.IOException, duckdb.InvalidInputException, duckdb.ConversionException) as error:
        names = ", ".join(peek.name for peek, _ in wanted.pieces[:3])
        raise InputError(f"{names} cannot be read ({str(error).splitlines()[0]}): download it again") from error
    if wanted.form.faults:
        _set_aside(connection, wanted)
    if wanted.form.repeats:
        _mark_repeats(connection, wanted.form.repeats)


def _read(connection: duckdb.DuckDBPyConnection, wanted: Load) -> None:
    match wanted.form.layout:
        case Delimited() as layout:
            delimited.read(connection, layout, wanted.pieces)
        case Parquet() as layout:
            _parquet(connection, layout, wanted.pieces)
        case Records() as layout:
            _records(connection, layout, wanted.pieces)
        case other:
            raise TypeError(f"{other!r} is no layout")


def _parquet(connection: duckdb.DuckDBPyConnection, layout: Parquet, pieces: Sequence[tuple[Peek, int]]) -> None:
    _empty(connection, layout.columns)
    for peek, id_ in pieces:
        present = set(peek.parquet_columns)
        cast = ", ".join(
            f"CAST({sql.name(name) if name in present else 'NULL'} AS {kind})"
            for name, kind in layout.columns.items()
        )
        connection.execute(f"INSERT INTO raw SELECT {cast}, {id_} FROM read_parquet(?)", [str(peek.path)])


def _records(connection: duckdb.DuckDBPyConnection, layout: Records, pieces: Sequence[tuple[Peek, int]]) -> None:
    _empty(connection, layout.columns)
    for peek, id_ in pieces:
        read = layout.read(peek.path)
        while batch := list(islice(read, _BATCH)):
            bad = [one for one in batch if isinstance(one, Unreadable)]
            if bad:
                rows = [(id_, one.line, one.reason, one.content[:SHOWN]) for one in bad]
                connection.executemany("INSERT INTO aside VALUES (?, ?, NULL, ?, ?)", rows)
            good = [one for one in batch if not isinstance(one, Unreadable)]
            if good:
                _insert(connection, layout.columns, good, id_)


def _empty(connection: duckdb.DuckDBPyConnection, columns: Mapping[str, str]) -> None:
    declared = ", ".join(f"{sql.name(name)} {kind}" for name, kind in columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE raw ({declared}, file BIGINT)")


def _insert(
    connection: duckdb.DuckDBPyConnection,
    columns: Mapping[str, str],
    rows: Sequence[Mapping[str, object]],
    id_: int,
) -> None:
    """By way of JSON, whose shape DuckDB turns into the declared types; a value that does not fit is an error."""
    import pyarrow as pa

    shape = json.dumps(columns)
    told = [json.dumps({name: row.get(name) for name in columns}, default=str) for row in rows]
    batch = connection.from_arrow(pa.table({"row": pa.array(told, pa.string())}))
    picked = ", ".join(f"told.{sql.name(name)}" for name in columns)
    read = batch.project(f"from_json_strict(row::JSON, {sql.text(shape)}) AS told")
    read.query("read", f"INSERT INTO raw SELECT {picked}, {id_} FROM read")


def _set_aside(connection: duckdb.DuckDBPyConnection, wanted: Load) -> None:
    """Move the rows with a fault to `aside`, each with the first of its faults and the line it stands in."""
    form = wanted.form
    number = " ".join(f"WHEN {fault.condition} THEN {number}" for number, fault in enumerate(form.faults))
    found = connection.execute(
        f"SELECT rowid, file, CASE {number} END AS fault FROM raw WHERE fault IS NOT NULL"
    ).fetchall()
    if not found:
        return
    shown = _shown(connection, wanted, [rowid for rowid, *_ in found])
    rows = [
        (file, line, form.faults[fault].field, form.faults[fault].reason, text)
        for rowid, file, fault in found
        for line, text in (shown[rowid],)
    ]
    connection.executemany("INSERT INTO aside VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute(f"DELETE FROM raw WHERE {' OR '.join(f'({fault.condition})' for fault in form.faults)}")


def _shown(
    connection: duckdb.DuckDBPyConnection, wanted: Load, rowids: Sequence[int]
) -> Mapping[int, tuple[int | None, str]]:
    """Of these rows of `raw` the line they stand in, where there are lines, and what they look like."""
    layout = wanted.form.layout
    if isinstance(layout, Delimited):
        return delimited.lines(connection, layout, wanted.pieces, rowids)
    columns = ", ".join(sql.name(name) for name, kind in layout.columns.items() if kind != UNREAD)
    text = f"left(concat_ws(chr(9), {columns}), {SHOWN})"
    found = connection.execute(f"SELECT rowid, {text} FROM raw WHERE rowid IN (SELECT unnest(?))", [list(rowids)])
    return {rowid: (None, content) for rowid, content in found.fetchall()}


def _mark_repeats(connection: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> None:
    """By hash, which takes a tenth of what comparing the texts takes; two of 64 bits are alike by chance."""
    alike = f"file, hash({', '.join(map(sql.name, columns))})"
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE repeated AS"
        f" SELECT rowid FROM raw WHERE rowid NOT IN (SELECT min(rowid) FROM raw GROUP BY {alike})"
    )

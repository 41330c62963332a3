"""Delimited text into `raw`, in the order of the file, and its unreadable lines into `aside`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from comity.sources import sql
from comity.sources.form import UNREAD, Delimited
from comity.sources.peek import Peek
from comity.sources.starts import starts

if TYPE_CHECKING:
    import duckdb

SHOWN = 200
"""Characters of a row that are kept to show it."""
_LONGEST_LINE = 16_000_000
_REASON = """CASE error_type
    WHEN 'CAST' THEN
        concat('not a ', lower(regexp_extract(error_message, 'to ''?([A-Z]+)', 1)), ' in ', column_name)
    WHEN 'MISSING COLUMNS' THEN 'too few columns'
    WHEN 'TOO MANY COLUMNS' THEN 'too many columns'
    WHEN 'INVALID ENCODING' THEN 'not in the encoding of the file'
    WHEN 'LINE SIZE OVER MAXIMUM' THEN 'longer than a line may be'
    WHEN 'UNQUOTED VALUE' THEN 'quotes that do not close'
    ELSE lower(error_type::VARCHAR) END"""


def read(connection: duckdb.DuckDBPyConnection, layout: Delimited, pieces: Sequence[tuple[Peek, int]]) -> None:
    """Fill `raw` and `aside`; the files have the same header."""
    present = _present(layout, pieces[0][0])
    paths = [str(peek.path) for peek, _ in pieces]
    ids = [id_ for _, id_ in pieces]
    places = range(len(pieces))
    sql.table(
        connection,
        "pieces",
        {"piece_path": ("VARCHAR", paths), "piece_id": ("BIGINT", ids), "piece_place": ("UBIGINT", places)},
    )
    connection.execute("DROP TABLE IF EXISTS bad_rows; DROP TABLE IF EXISTS bad_scans")
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE raw AS SELECT {_selected(layout, present)}, piece_id AS file"
        f" FROM {_scanned(layout, present, pieces[0][0])} JOIN pieces ON file_index = piece_place",
        [paths],
    )
    connection.execute(
        "INSERT INTO aside SELECT piece_id, line, any_value(column_name),"
        f" first({_REASON} ORDER BY column_idx), left(ltrim(any_value(csv_line), chr(13) || chr(10)), {SHOWN})"
        " FROM bad_rows JOIN bad_scans USING (scan_id, file_id) JOIN pieces ON file_path = piece_path"
        " GROUP BY piece_id, line"
    )
    if layout.quote:
        _place(connection, layout, pieces)


def lines(
    connection: duckdb.DuckDBPyConnection,
    layout: Delimited,
    pieces: Sequence[tuple[Peek, int]],
    rowids: Sequence[int],
) -> dict[int, tuple[int, str]]:
    """The number and text of the line of each of these rows of `raw`; reads the files again.

    The order of `raw` is that of the file.
    """
    first = connection.execute("SELECT file, min(rowid), max(rowid) FROM raw GROUP BY file").fetchall()
    found: dict[int, tuple[int, str]] = {}
    for file, start, end in first:
        wanted = {rowid - start: rowid for rowid in rowids if start <= rowid <= end}
        if wanted:
            told = connection.execute("SELECT line FROM aside WHERE file = ?", [file]).fetchall()
            peek = next(peek for peek, id_ in pieces if id_ == file)
            good = _good_lines(peek.path, layout, {line for (line,) in told})
            for place, (number, line) in enumerate(good):
                if place in wanted:
                    text = line[: 4 * SHOWN].decode(layout.encoding, errors="replace")
                    found[wanted[place]] = number, text.rstrip("\r\n")[:SHOWN]
    return found


def _place(connection: duckdb.DuckDBPyConnection, layout: Delimited, pieces: Sequence[tuple[Peek, int]]) -> None:
    """Turn the numbers of records in `aside`, which DuckDB counts, into lines."""
    wanted: dict[int, set[int]] = {}
    for file, record in connection.execute("SELECT file, line FROM aside").fetchall():
        wanted.setdefault(file, set()).add(record)
    found = [
        (id_, record, line)
        for peek, id_ in pieces
        if id_ in wanted
        for record, line, _ in starts(peek.path, layout)
        if record in wanted[id_] and record != line
    ]
    if found:
        columns = zip(("file", "record", "place"), zip(*found, strict=True), strict=True)
        sql.table(connection, "placed", {column: ("BIGINT", values) for column, values in columns})
        connection.execute(
            "UPDATE aside SET line = place FROM placed WHERE aside.file = placed.file AND line = record"
        )


def _good_lines(path: Path, layout: Delimited, bad: set[int]) -> Iterator[tuple[int, bytes]]:
    """The lines in which the readable rows begin, each with its number."""
    for _, number, line in starts(path, layout):
        if number > layout.skip + layout.has_header and line.strip(b"\r\n") and number not in bad:
            yield number, line


def _present(layout: Delimited, peek: Peek) -> dict[str, str]:
    """The columns of the file in its order; those that nobody names are `column N`, dropped or `further`."""
    if not layout.has_header:
        return {name: kind or "VARCHAR" for name, kind in layout.columns.items()}
    known = {name.lower(): name for name in layout.columns}
    found: dict[str, str] = {}
    for position, header in enumerate(peek.fields(layout.delimiter, layout.quote, layout.skip), 1):
        name = known.get(header.lower())
        if name is None or name in found:
            found[f"column {position}"] = layout.further or "VARCHAR"
        else:
            found[name] = layout.columns[name] or "VARCHAR"
    return found


def _scanned(layout: Delimited, present: Mapping[str, str], peek: Peek) -> str:
    scan = f"read_csv(?, {_arguments(layout, present)})"
    if not layout.further:
        return scan
    headers = zip(present, peek.fields(layout.delimiter, layout.quote, layout.skip), strict=True)
    others = {name: header for name, header in headers if name not in layout.columns}
    names, figures = ", ".join(map(sql.text, others.values())), ", ".join(map(sql.name, others))
    lists = f"[{names}]::VARCHAR[] AS further_names, [{figures}]::{layout.further}[] AS further"
    return f"(SELECT *, file_index, {lists} FROM {scan})"


def _selected(layout: Delimited, present: Mapping[str, str]) -> str:
    columns = [
        sql.name(name) if name in present else f"NULL::{kind} AS {sql.name(name)}"
        for name, kind in layout.columns.items()
        if kind != UNREAD
    ]
    return ", ".join(columns + [f"{made} AS {sql.name(name)}" for name, made in layout.computed.items()])


def _arguments(layout: Delimited, present: Mapping[str, str]) -> str:
    columns = ", ".join(f"{sql.text(name)}: {sql.text(kind)}" for name, kind in present.items())
    options = {
        "columns": f"{{{columns}}}",
        "delim": sql.text(layout.delimiter),
        "quote": sql.text(layout.quote),
        "escape": sql.text(layout.quote),
        "nullstr": f"[{', '.join(map(sql.text, layout.nulls))}]",
        "skip": str(layout.skip + layout.has_header),
        "dateformat": sql.text(layout.date_format),
        "timestampformat": sql.text(layout.timestamp_format),
        "encoding": sql.text(layout.encoding),
        "compression": "'none'",
        "null_padding": str(layout.is_ragged).lower(),
        "strict_mode": str(not layout.is_ragged).lower(),
        "max_line_size": str(_LONGEST_LINE),
        "auto_detect": "false",
        "header": "false",
        "store_rejects": "true",
        "rejects_table": "'bad_rows'",
        "rejects_scan": "'bad_scans'",
        "rejects_limit": "0",
    }
    return ", ".join(f"{name} = {value}" for name, value in options.items())

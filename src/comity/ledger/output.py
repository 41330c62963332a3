"""Tables into files. Arrow is loaded when a table is written, not with the ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING

from comity.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa


def write_table(table: pa.Table, format: str, stream: IO[bytes]) -> None:  # noqa: A002 - the word users know
    """Write a table to a binary stream as 'csv', 'jsonl' or 'parquet'; the stream stays open.

    Text is UTF-8. An unknown value is an empty cell in CSV, where an empty text is '""', and null in
    the others. No cell is altered, not even one that begins with '=' and that a spreadsheet may take
    for a formula: import such a file as text. Parquet carries the descriptions of the columns.
    """
    write = _WRITERS.get(format)
    if write is None:
        raise UsageError(f"tables cannot be written as {format!r}: choose one of {', '.join(_WRITERS)}")
    write(table, stream)


def _csv(table: pa.Table, stream: IO[bytes]) -> None:
    from pyarrow import csv

    csv.write_csv(table, stream)


def _jsonl(table: pa.Table, stream: IO[bytes]) -> None:
    for batch in table.to_batches(max_chunksize=1000):
        for row in batch.to_pylist():
            stream.write(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")


def _parquet(table: pa.Table, stream: IO[bytes]) -> None:
    from pyarrow import parquet

    parquet.write_table(table, stream)


_WRITERS: Mapping[str, Callable[[pa.Table, IO[bytes]], None]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "parquet": _parquet,
}

"""A frame into a file that R and Stata read, with what its columns mean where the form has room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from comity.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

_LONGEST_NAME, _LONGEST_LABEL = 32, 80
_WRITTEN = datetime(1960, 1, 1)
"""Stata's day 0 in place of the hour of writing: the same rows give the same bytes."""


def write(frame: pl.DataFrame, labels: Mapping[str, str], path: Path) -> None:
    """By the ending of the path; whole or not at all."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UsageError(f"{path.name} has no known ending: name it {', '.join(f'*{one}' for one in _WRITERS)}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent} to write {path.name} into: make it first")
    partial = path.with_name(path.name + ".partial")
    try:
        writer(frame, labels, partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _csv(frame: pl.DataFrame, _: Mapping[str, str], path: Path) -> None:
    frame.write_csv(path)


def _parquet(frame: pl.DataFrame, labels: Mapping[str, str], path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = frame.to_arrow(compat_level=None)
    fields = [one.with_metadata({"description": labels[one.name]}) for one in table.schema]
    parquet.write_table(table.cast(pa.schema(fields)), path)


def _stata(frame: pl.DataFrame, labels: Mapping[str, str], path: Path) -> None:
    import polars as pl

    for name in frame.columns:
        if len(name) > _LONGEST_NAME:
            raise UsageError(
                f"Stata takes names of up to {_LONGEST_NAME} letters: {name!r} needs a shorter prefix"
            )
    numbers = frame.with_columns(pl.col(pl.Boolean).cast(pl.Int8)).with_columns(pl.col(pl.String).fill_null(""))
    numbers.to_pandas().to_stata(
        path,
        write_index=False,
        version=118,
        time_stamp=_WRITTEN,
        variable_labels={name: label[:_LONGEST_LABEL] for name, label in labels.items()},
    )


_WRITERS: Mapping[str, Callable[[pl.DataFrame, Mapping[str, str], Path], None]] = {
    ".csv": _csv,
    ".parquet": _parquet,
    ".dta": _stata,
}

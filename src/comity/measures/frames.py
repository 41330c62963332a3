"""Dataframes in and out: checked once, worked on through Narwhals, given back as what they came as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import narwhals as nw

from comity.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

Frame = TypeVar("Frame")
"""A DuckDB relation, a Polars (lazy) frame, a PySpark or pandas frame, an Arrow table."""

_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda kind: isinstance(kind, nw.String | nw.Categorical | nw.Enum),
    "day": lambda kind: isinstance(kind, nw.Date | nw.Datetime),
    "number": lambda kind: bool(kind.is_numeric()),
    "yes or no": lambda kind: isinstance(kind, nw.Boolean),
}


def opened(frame: object, name: str, needs: Mapping[str, str]) -> nw.LazyFrame[Any]:
    """The frame, to work on. `needs` gives by column 'text', 'day', 'number' or 'yes or no'.

    Raises `UsageError`, naming what there is and what is wanted, for what is no frame, lacks a column, has one of
    another type, or has no row. Costs a look for one row.
    """
    try:
        lazy = nw.from_native(frame).lazy()  # type: ignore[call-overload]
    except TypeError as error:
        raise UsageError(
            f"{name} is a {type(frame).__name__}: give a DuckDB relation, a Polars, pandas or PySpark frame"
        ) from error
    found = lazy.collect_schema()
    for column, kind in needs.items():
        if column not in found:
            there = ", ".join(found)
            raise UsageError(f"{name} has no column {column!r}: it has {there}; wanted are {_told(needs)}")
        if not _KINDS[kind](found[column]):
            raise UsageError(f"the column {column!r} of {name} is {found[column]}: wanted is {kind}")
    if not lazy.head(1).collect("polars").shape[0]:
        raise UsageError(f"{name} has no rows: widen the period or the states asked for")
    return lazy  # type: ignore[no-any-return]


def given(result: nw.LazyFrame[Any], like: Frame) -> Frame:
    """The result as the kind of frame that the question came as."""
    if isinstance(nw.from_native(like), nw.LazyFrame):  # type: ignore[call-overload]
        return result.to_native()  # type: ignore[no-any-return]
    return result.collect().to_native()  # type: ignore[no-any-return]


def gathered(lazy: nw.LazyFrame[Any]) -> pl.DataFrame:
    """The rows in memory, for what no query language can say."""
    found: pl.DataFrame = lazy.collect("polars").to_native()
    return found


def _told(needs: Mapping[str, str]) -> str:
    return ", ".join(f"{column} ({kind})" for column, kind in needs.items())

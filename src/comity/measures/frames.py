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

    Of the columns needed, times of a day become days and numbers that are none (NaN) null. Raises `UsageError`,
    naming what there is and what is wanted, for what is no frame, lacks a column, has one of another type, or has
    no row. Costs a look for one row.
    """
    lazy = _lazy(frame, name)
    found = lazy.collect_schema()
    for column, kind in needs.items():
        if column not in found:
            there = ", ".join(found)
            raise UsageError(f"{name} has no column {column!r}: it has {there}; wanted are {_told(needs)}")
        if not _KINDS[kind](found[column]):
            raise UsageError(f"the column {column!r} of {name} is {found[column]}: wanted is {kind}")
    some(lazy, f"{name} has no rows: widen the period or the states asked for")
    days = [nw.col(one).cast(nw.Date) for one in needs if isinstance(found[one], nw.Datetime)]
    numbers = [
        nw.when(~nw.col(one).is_nan()).then(nw.col(one)).alias(one) for one in needs if found[one].is_float()
    ]
    return lazy.with_columns(*days, *numbers) if days or numbers else lazy


def _lazy(frame: object, name: str) -> nw.LazyFrame[Any]:
    """What is in memory becomes Polars: pandas and Arrow cannot say all that the measures ask."""
    try:
        found = nw.from_native(frame)  # type: ignore[call-overload]
    except TypeError as error:
        raise UsageError(
            f"{name} is a {type(frame).__name__}: give a DuckDB relation, a Polars, pandas or PySpark frame"
        ) from error
    if isinstance(found, nw.DataFrame):
        return nw.from_native(found.to_polars()).lazy()
    return found  # type: ignore[no-any-return]


def some(rows: nw.LazyFrame[Any], why_none: str) -> None:
    """Raises `UsageError`, saying so, where there is no row at all."""
    if not rows.head(1).collect("polars").shape[0]:
        raise UsageError(why_none)


def one_engine(**frames: nw.LazyFrame[Any]) -> None:
    """Raises `UsageError` where frames that are to be joined are of several kinds."""
    kinds = {name: frame.implementation.value for name, frame in frames.items()}
    if len(set(kinds.values())) > 1:
        told = ", ".join(f"{name} of {kind}" for name, kind in kinds.items())
        raise UsageError(f"frames of two kinds cannot be joined ({told}): give all as one kind")


def given(result: nw.LazyFrame[Any], like: Frame, *order: str) -> Frame:
    """The result as the kind of frame that the question came as; in `order` where it is in memory."""
    known = nw.from_native(like)  # type: ignore[call-overload]
    if isinstance(known, nw.LazyFrame):
        return result.to_native()  # type: ignore[no-any-return]
    result = result.sort(*order) if order else result
    return result.collect(known.implementation).to_native()  # type: ignore[no-any-return]


def gathered(lazy: nw.LazyFrame[Any]) -> pl.DataFrame:
    """The rows in memory, for what no query language can say."""
    found: pl.DataFrame = lazy.collect("polars").to_native()
    return found


def _told(needs: Mapping[str, str]) -> str:
    return ", ".join(f"{column} ({kind})" for column, kind in needs.items())

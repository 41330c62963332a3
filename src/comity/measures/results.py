"""Small results in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl


def table(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pl.DataFrame:
    """A Polars frame of columns of the kinds below; null where a row has none."""
    import polars as pl

    kinds: dict[str, Any] = {
        "text": pl.String, "day": pl.Date, "number": pl.Float64, "count": pl.Int64, "texts": pl.List(pl.String),
        "truth": pl.Boolean,
    }  # fmt: skip
    return pl.DataFrame(list(rows), schema={name: kinds[kind] for name, kind in columns.items()})

"""When a series is long and full enough to say anything about answers in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

PERIODS = 52
ACTIVE = 30
"""Comity's own thresholds: fewer periods in all, or fewer that are not 0 in any direction, are not enough."""


@dataclass(frozen=True, slots=True)
class Insufficient:
    """In place of a number: why there is none. `n`: periods; `active`: by direction, how many are not 0."""

    reason: str
    n: int
    active: Mapping[str, int]
    first: date
    last: date


def insufficient(series: pl.DataFrame, reason: str) -> Insufficient:
    """That there is no number for a dense series, and why."""
    days = series["period"]
    return Insufficient(reason, len(series), active(series), days[0], days[-1])


def active(series: pl.DataFrame) -> dict[str, int]:
    """By direction, how many periods are not 0."""
    return {name: int((series[name] != 0).sum()) for name in series.columns if name != "period"}


def shortage(series: pl.DataFrame) -> Insufficient | None:
    """What a dense series lacks to be modelled in time, if anything."""
    if len(series) < PERIODS:
        return insufficient(series, f"{len(series)} periods; at least {PERIODS} are needed")
    sparse = {name: count for name, count in active(series).items() if count < ACTIVE}
    if sparse:
        told = ", ".join(f"{name} in {count}" for name, count in sparse.items())
        return insufficient(series, f"something happened too seldom: {told} periods; at least {ACTIVE} are needed")
    return None

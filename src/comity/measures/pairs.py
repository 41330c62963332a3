"""The states a question is about: different ones, that the data tell of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.flow import DYAD

if TYPE_CHECKING:
    import polars as pl


def different(states: Sequence[str], number: int | None = None) -> tuple[str, ...]:
    """The states; `UsageError` where they are not so many (or two, or more), or one is named twice."""
    wanted = f"{number} states" if number else "two states or more"
    if isinstance(states, str) or len(states) < 2 or (number and len(states) != number):
        raise UsageError(f"{states!r} is not {wanted}: give {wanted}, by their ISO3 codes, as ('KHM', 'THA')")
    if len(set(states)) < len(states):
        raise UsageError(f"{', '.join(states)} name one state twice: give different ones, by their ISO3 codes")
    return tuple(states)


def among(
    frame: nw.LazyFrame[Any], name: str, states: Sequence[str], number: int | None = None
) -> nw.LazyFrame[Any]:
    """The rows between two of these states, either way; there may be none.

    Raises `UsageError` as `different` does, and for a state that no row of the frame tells of.
    """
    states = different(states, number)
    actor, recipient = (nw.col(side).is_in(states) for side in DYAD)
    rows = frame.filter(actor | recipient).select(*DYAD).unique().collect("polars").to_native()
    known = set(rows[DYAD[0]]) | set(rows[DYAD[1]])
    for state in states:
        if state not in known:
            raise UsageError(f"{name} has no act by or towards {state!r}: give codes that stand in it, as KHM")
    return frame.filter(actor & recipient & (nw.col(DYAD[0]) != nw.col(DYAD[1])))


def one_scale(rows: pl.DataFrame, name: str, scale: str | None) -> pl.DataFrame:
    """The rows whose scores are of that scale, or of the only one there is; rows without a scale go with it.

    Raises `UsageError` where there are several and none was chosen, or where the chosen one is not there.
    """
    import polars as pl

    there = rows["score_scale"].drop_nulls().unique().sort().to_list() if "score_scale" in rows.columns else []
    if scale is None and len(there) > 1:
        raise UsageError(f"{name} has scores of {', '.join(there)}, which do not add: choose one")
    if scale is not None and scale not in there:
        raise UsageError(f"{name} has no scores of {scale!r}: there are {', '.join(there) or 'none with a scale'}")
    if scale is None:
        return rows
    return rows.filter(pl.col("score_scale").is_null() | (pl.col("score_scale") == scale))

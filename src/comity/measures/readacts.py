"""Acts read from texts (the ledger's table of events), each once, by the states on either side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.frames import gathered, opened

if TYPE_CHECKING:
    import polars as pl

DONE = ("actual", "historical")
"""Status of what happened: not what is planned, supposed or denied."""
SIDES = ("actor_country", "recipient_country")
DAYS = ("date_start", "date_end")


def read_acts(events: object, columns: Iterable[str], days: Iterable[str] = ()) -> nw.LazyFrame[Any]:
    """The table with these columns of text and of days checked; of the reports of one act only the first by id."""
    texts = ("id", *SIDES, "status", *columns)
    lazy = opened(events, "events", {**dict.fromkeys(texts, "text"), **dict.fromkeys(days, "day")})
    if "act" not in lazy.collect_schema().names():
        return lazy
    is_first = nw.col("id") == nw.col("id").min().over("act")
    return lazy.filter(nw.col("act").is_null() | is_first)


def by_pair(acts: nw.LazyFrame[Any]) -> pl.DataFrame:
    """In memory, a row for each state that acts and each that it acts upon: 'KHM;LAO' are two; none on itself."""
    import polars as pl

    found = gathered(acts)
    for side in SIDES:
        states = pl.col(side).str.split(";").list.unique(maintain_order=True)
        found = found.with_columns(states).explode(side)
    actor, recipient = (pl.col(side) for side in SIDES)
    return found.filter((actor != "") & (recipient != "") & (actor != recipient))


def happened_between(acts: pl.DataFrame) -> pl.DataFrame:
    """The acts, of which there is one at least; else `UsageError`."""
    if acts.is_empty():
        raise UsageError("events has no act of one state towards another that happened (actual, historical)")
    return acts


def window_of(cells: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """From the earliest `since` to the latest `until` of classes of acts; null where none is dated."""
    known = [[cell[end] for cell in cells if cell[end]] for end in ("since", "until")]
    return {"since": min(known[0], default=None), "until": max(known[1], default=None)}

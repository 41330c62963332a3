"""What each act adds to a series, and which acts pulled it most; on acts in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.flow import DYAD, QUADS, between_states
from comity.measures.frames import gathered, opened
from comity.measures.pairs import among, one_scale

if TYPE_CHECKING:
    import polars as pl

Weight = Literal["score", "quads", "acts", "cooperation", "conflict"]
"""`score`: its score. `quads`: 1 for cooperation, -1 for conflict. The others count 1 for each act of the kind."""

_NEEDS = {"date": "day", **dict.fromkeys(DYAD, "text")}
_SHOWN = (
    "date",
    *DYAD,
    "weight",
    "event_type",
    "code",
    "score",
    "quad",
    "actor_name",
    "recipient_name",
    "id",
    "url",
)


def weighed(
    events: object, states: Sequence[str], weight: Weight, repeats: bool = False, scale: str | None = None
) -> pl.DataFrame:
    """The acts between these states with what each weighs in `weight`; those that weigh nothing are left out.

    Raises `UsageError` for a state that the events do not tell of, and for scores of several scales unless `scale`
    names one.
    """
    if weight not in get_args(Weight):
        raise UsageError(f"{weight!r} is no weight of acts: choose one of {', '.join(get_args(Weight))}")
    asked = {"score": {"score": "number"}, "acts": {}}.get(weight, {"quad": "text"})
    acts = among(between_states(opened(events, "events", _NEEDS | asked), repeats), "events", states)
    known = acts.with_columns(_weight(weight), nw.col("date").cast(nw.Date))
    known = known.filter(~nw.col("weight").is_null())
    columns = known.collect_schema().names()
    shown = [name for name in _SHOWN if name in columns]
    rows = gathered(known.select(*shown, "score_scale"))
    rows = one_scale(rows, "events", scale) if weight == "score" else rows
    return rows.select(shown).sort(shown, nulls_last=True)


def _weight(weight: Weight) -> nw.Expr:
    quad = nw.col("quad")
    good, bad = quad.is_in(QUADS[:2]), quad.is_in(QUADS[2:])
    found: Any = {
        "score": nw.col("score"),
        "quads": nw.when(good).then(nw.lit(1.0)).when(bad).then(nw.lit(-1.0)),
        "acts": nw.lit(1.0),
        "cooperation": nw.when(good).then(nw.lit(1.0)),
        "conflict": nw.when(bad).then(nw.lit(1.0)),
    }[weight]
    return found.cast(nw.Float64).alias("weight")  # type: ignore[no-any-return]


def pulling(acts: pl.DataFrame, towards: int, most: int) -> pl.DataFrame:
    """Those of the acts that weigh most towards good (1) or bad (-1): the heaviest, then deeds before words."""
    import polars as pl

    pull = pl.col("weight") * towards
    order = [name for name in acts.columns if name != "weight"]
    is_word = [pl.col("quad").str.starts_with("verbal")] if "quad" in order else []
    return acts.filter(pull > 0).sort(-pull, *is_word, *order, nulls_last=True).head(most)

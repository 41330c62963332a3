"""Where a partner stands among all partners of a state, by any measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD
from comity.measures.frames import Frame, given, opened

High = Literal["most", "least"]
LEAST_PARTNERS = 5


@measure(
    "standing-v1",
    formula="100 (L + E / 2) / N; N partners with a value, L of them lower, E equal, itself among them",
    values="50 / N to 100 - 50 / N",
    unit="percentile",
    reference="Percentile rank with mid-ranks for ties: Parzen, E. 1979. JASA 74: 105-121.",
)
def standing(
    table: Frame,
    value: str,
    sides: tuple[str, str] = DYAD,
    within: Sequence[str] = ("period",),
    high: High = "most",
    is_directed: bool = True,
) -> Frame:
    """Standing of each partner among all partners of the same state; takes the result of any measure of dyads.

    `sides`: columns of the state and of its partner; with `is_directed` false a pair stands there once and counts
    for both. `within`: columns that must be alike, as period, or score_scale besides. `high`: whether 100 is for
    the `most` or the `least` of the value; what is good is for the asker to say. Adds n_partners (those with a
    value), high_is (as 'most score_mean'), standing and no_standing (why there is none: no value, or fewer than 5
    partners with one). All partners that the table has are counted, so that there is nothing to draw from and no
    interval: how sure the values are is for their own measure to say.
    """
    if high not in get_args(High):
        raise UsageError(f"{high!r} is no end of a scale: choose one of {', '.join(get_args(High))}")
    rows = opened(table, "the table", {**dict.fromkeys(sides, "text"), value: "number"})
    missing = [name for name in within if name not in rows.collect_schema().names()]
    if missing:
        there = ", ".join(rows.collect_schema().names())
        raise UsageError(f"the table has no column {missing[0]!r} to stay within: it has {there}")
    if not is_directed:
        swapped = rows.rename(dict(zip(sides, reversed(sides), strict=True)))
        rows = nw.concat([rows, swapped.select(rows.collect_schema().names())])
    group = (sides[0], *within)
    known, rank = nw.col("n_partners"), nw.col(value).rank("average", descending=high == "least").over(*group)
    ranked = rows.with_columns(
        nw.col(value).count().over(*group).cast(nw.Int64).alias("n_partners"), rank.alias("standing")
    )
    enough = (known >= LEAST_PARTNERS) & ~nw.col(value).is_null()
    return given(
        ranked.with_columns(
            nw.lit(f"{high} {value}").alias("high_is"),
            nw.when(enough).then(100 * (nw.col("standing") - 0.5) / known).alias("standing"),
            nw.when(nw.col(value).is_null())
            .then(nw.lit(f"no {value}"))
            .when(~enough)
            .then(nw.lit(f"fewer than {LEAST_PARTNERS} partners"))
            .alias("no_standing"),
        ),
        table,
    )

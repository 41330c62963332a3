"""Where a partner stands among all partners of a state, by any measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD
from comity.measures.frames import Frame, given, opened

High = Literal["most", "least"]
LEAST_PARTNERS = 5
_RANKED = ("n_partners", "high_is", "standing", "standing_low", "standing_high", "no_standing")


@measure(
    "standing-v1",
    formula="100 (L + E / 2) / N; N partners with a value, L of them lower, E equal, itself among them",
    values="50 / N to 100 - 50 / N",
    unit="percentile",
    interval="from the partners whose interval lies wholly below to those whose lies wholly above, where the table"
    " has intervals",
    reference="Percentile rank with mid-ranks for ties: Parzen, E. 1979. JASA 74: 105-121. Interval: Klein, M., T."
    " Wright and J. Wieczorek. 2020. Journal of the Royal Statistical Society C 69: 589-606.",
)
def standing(
    table: Frame,
    value: str,
    sides: tuple[str, str] = DYAD,
    within: Sequence[str] = ("period",),
    high: High = "most",
    is_directed: bool = True,
    ends: tuple[str, str] | None = None,
) -> Frame:
    """Standing of each partner among all partners of the same state; takes the result of any measure of dyads.

    `sides`: columns of the state and of its partner; with `is_directed` false a pair stands there once and counts
    for both. `within`: columns that must be alike, as period, or score_scale besides. `high`: whether 100 is for
    the `most` or the `least` of the value; what is good is for the asker to say. Adds n_partners (those with a
    value), high_is (as 'most score_mean'), standing with standing_low and standing_high, and no_standing (why
    there is none: no value, or fewer than 5 partners with one).

    All partners that the table has are counted; what is uncertain is their values. `ends`: the columns of their
    interval, where they are not VALUE_low and VALUE_high. The standing reaches from just above the partners whose
    interval lies wholly below its own to just below those whose lies wholly above: wider, if anything, than 95 %.
    A partner without an interval lies surely nowhere, and itself has none.
    """
    if high not in get_args(High):
        raise UsageError(f"{high!r} is no end of a scale: choose one of {', '.join(get_args(High))}")
    rows, ends = _opened(table, value, sides, within, ends)
    if not is_directed:
        swapped = rows.rename(dict(zip(sides, reversed(sides), strict=True)))
        rows = nw.concat([rows, swapped.select(rows.collect_schema().names())])
    columns, group = rows.collect_schema().names(), (sides[0], *within)
    known, rank = nw.col("n_partners"), nw.col(value).rank("average", descending=high == "least").over(*group)
    ranked = _surely(rows, value, ends, group, high).with_columns(
        nw.col(value).count().over(*group).cast(nw.Int64).alias("n_partners"), rank.alias("standing")
    )
    enough = (known >= LEAST_PARTNERS) & ~nw.col(value).is_null()
    places = {
        "standing": nw.col("standing") - 0.5,
        "standing_low": nw.col("_below") + 0.5,
        "standing_high": known - nw.col("_above") - 0.5,
    }
    ranked = ranked.with_columns(
        nw.lit(f"{high} {value}").alias("high_is"),
        *(nw.when(enough).then(100 * place / known).alias(name) for name, place in places.items()),
        nw.when(nw.col(value).is_null())
        .then(nw.lit(f"no {value}"))
        .when(~enough)
        .then(nw.lit(f"fewer than {LEAST_PARTNERS} partners"))
        .alias("no_standing"),
    )
    return given(ranked.select(*columns, *_RANKED), table)


def _opened(
    table: object, value: str, sides: tuple[str, str], within: Sequence[str], ends: tuple[str, str] | None
) -> tuple[nw.LazyFrame[Any], tuple[str, str] | None]:
    """The table, and the columns of the interval of the value, if it has any."""
    needs = {**dict.fromkeys(sides, "text"), **dict.fromkeys((value, *(ends or ())), "number")}
    rows = opened(table, "the table", needs)
    there = rows.collect_schema().names()
    missing = [name for name in within if name not in there]
    if missing:
        raise UsageError(f"the table has no column {missing[0]!r} to stay within: it has {', '.join(there)}")
    usual = (f"{value}_low", f"{value}_high")
    if ends is None and set(usual) <= set(there):
        return opened(table, "the table", needs | dict.fromkeys(usual, "number")), usual
    return rows, ends


def _surely(
    rows: nw.LazyFrame[Any], value: str, ends: tuple[str, str] | None, group: Sequence[str], high: High
) -> nw.LazyFrame[Any]:
    """Adds _below and _above: of how many others the interval lies wholly below, or above, the own one.

    Each row stands in twice, as the one asked for and as one of the others. How many upper ends of others lie
    below a lower end is its place among both, less its place among lower ends.
    """
    if ends is None:
        return rows.with_columns(nw.lit(None, nw.Float64).alias(name) for name in ("_below", "_above"))
    sign = 1 if high == "most" else -1
    low, top = (nw.when(~nw.col(value).is_null()).then(sign * nw.col(end)) for end in ends[::sign])
    asked = rows.with_columns(low.alias("_low"), top.alias("_top"), nw.lit(True).alias("_is_asked"))
    others = rows.with_columns(top.alias("_low"), low.alias("_top"), nw.lit(False).alias("_is_asked"))
    both = nw.concat([asked, others]).with_columns(
        (_place("_low", *group) - _place("_low", *group, "_is_asked")).alias("_below"),
        (_place("_top", *group, top=True) - _place("_top", *group, "_is_asked", top=True)).alias("_above"),
    )
    return both.filter(nw.col("_is_asked"))


def _place(column: str, *group: str, top: bool = False) -> nw.Expr:
    return nw.col(column).rank("min", descending=top).over(*group)

"""How much one state does to another in a period: counts and scores of directed dyads."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from comity.measures.bounds import around, of_mean, wilson
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, given, opened, some
from comity.measures.periods import Period, end_of, start_of

DYAD = ("actor_country", "recipient_country")
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
_NEEDS = {"date": "day", "actor_country": "text", "recipient_country": "text"}
_PRI = "After Golley and others 2022, doi:10.1080/17538963.2022.2117180; the exact formula is not printed."
_GOLDSTEIN = "Goldstein, J. 1992. A Conflict-Cooperation Scale for WEIS Events Data. JCR 36(2): 369-385."


@measure(
    "flow-v1",
    formula="G+ = sum of max(g, 0); G- = sum of max(-g, 0); sum = G+ - G-; mean = sum / N over acts with a score;"
    " share = N of the dyad / N of all dyads in the period; intervals: sum +- 1.96 sqrt(sum of g^2), mean +- 1.96"
    " sqrt(variance / N), share after Wilson",
    values="counts from 0; sum without bound; mean within the scale; share 0 to 1",
    unit="acts; points of the source's scale",
    reference=f"{_GOLDSTEIN} Wilson, E. 1927. JASA 22: 209-212.",
)
def flow(events: Frame, period: Period = "month", repeats: bool = False) -> Frame:
    """Acts from each state to each other in each period: how many, of which quad, with what scores.

    One row a directed dyad, period and scale of scores (scores of two scales never add); periods without an act
    have no row. Acts within a state, of a state unknown or without a day are left out, and with `repeats` false
    those marked as repeats. Columns: actor_country, recipient_country, period and last (its first and last day),
    score_scale, n, one count a quad, n_scored, score_sum, score_mean, positive, negative, score_squares (sum of
    g^2), share, and the ends (_low, _high, 95 %) of score_sum, score_mean and share. Nothing scored: sum, mean and
    parts are null; with one scored act they have no interval. Intervals of sums and means are what a bootstrap
    over acts comes to for many draws (Poisson for sums, since their number varies too).
    """
    acts = between_states(opened(events, "events", {**_NEEDS, "quad": "text", "score": "number"}), repeats)
    acts = acts.with_columns(start_of("date", period).alias("period"))
    found = acts.group_by(*DYAD, "period", "score_scale").agg(nw.len().alias("n"), *_counts(), *_scores())
    none = nw.col("n_scored") == 0
    found = found.with_columns(
        *(nw.when(~none).then(nw.col(name)).alias(name) for name in ("positive", "negative", "score_squares")),
        nw.when(~none).then(nw.col("positive") - nw.col("negative")).alias("score_sum"),
        nw.col("n").sum().over("period", "score_scale").alias("_all"),
        end_of("period", period).alias("last"),
    )
    found = found.with_columns(
        (nw.col("score_sum") / nw.col("n_scored")).alias("score_mean"),
        (nw.col("n") / nw.col("_all")).alias("share"),
    )
    return given(found.with_columns(*_bounds()).select(*_FLOW), events, *DYAD, "period", "score_scale")


_FLOW = (
    *(*DYAD, "period", "last", "score_scale", "n", *QUADS, "n_scored", "score_sum", "score_sum_low"),
    *("score_sum_high", "score_mean", "score_mean_low", "score_mean_high", "positive", "negative"),
    *("score_squares", "share", "share_low", "share_high"),
)


@measure(
    "type-counts-v1",
    formula="N of acts of each PLOVER type",
    values="from 0",
    unit="acts",
    reference="Open Event Data Alliance, PLOVER manual.",
)
def type_counts(events: Frame, period: Period = "month", repeats: bool = False) -> Frame:
    """Acts from each state to each other by PLOVER type; one row a dyad, period and type that there was.

    Columns: actor_country, recipient_country, period, last (its first and last day), event_type, n.
    """
    acts = between_states(opened(events, "events", {**_NEEDS, "event_type": "text"}), repeats)
    acts = acts.with_columns(start_of("date", period).alias("period"))
    keys = (*DYAD, "period", "event_type")
    found = acts.group_by(*keys).agg(nw.len().alias("n")).with_columns(end_of("period", period).alias("last"))
    return given(found.select(*DYAD, "period", "last", "event_type", "n"), events, *keys)


@measure(
    "pri-mean-v1",
    formula="sum of g / N",
    values="that of the scale",
    unit="points of the source's scale an act",
    reference=_PRI,
)
def pri_mean(flows: Frame) -> Frame:
    """Mean score of a dyad in a period, 'PRI-style'; takes the result of `flow` and adds `pri_mean`."""
    opened_flows = opened(flows, "flows", {"score_sum": "number", "n_scored": "number"})
    return given(opened_flows.with_columns(_over("score_sum", "n_scored").alias("pri_mean")), flows)


@measure(
    "pri-balance-v1",
    formula="10 (G+ - G-) / (G+ + G-)",
    values="-10 to 10; null where nothing is scored, or all at 0",
    unit="points",
    reference=_PRI,
)
def pri_balance(flows: Frame) -> Frame:
    """Balance of good and bad acts, 'PRI-style'; takes the result of `flow` and adds `pri_balance`."""
    opened_flows = opened(flows, "flows", {"positive": "number", "negative": "number"})
    good, bad = nw.col("positive"), nw.col("negative")
    both = opened_flows.with_columns((good - bad).alias("_net"), (good + bad).alias("_all"))
    return given(both.with_columns((10 * _over("_net", "_all")).alias("pri_balance")).drop("_net", "_all"), flows)


def between_states(acts: nw.LazyFrame[Any], repeats: bool) -> nw.LazyFrame[Any]:
    """The acts of one known state towards another with a day, once each unless `repeats`; score_scale may be null.

    Raises `UsageError` where there is none. Costs a look for one act.
    """
    columns = acts.collect_schema().names()
    if "is_repeat" in columns and not repeats:
        acts = acts.filter(~nw.col("is_repeat").fill_null(False))
    if "score_scale" not in columns:
        acts = acts.with_columns(nw.lit(None, nw.String).alias("score_scale"))
    actor, recipient = nw.col("actor_country"), nw.col("recipient_country")
    acts = acts.filter(~actor.is_null() & ~recipient.is_null() & (actor != recipient), ~nw.col("date").is_null())
    some(acts, "events has no act with a day of one state towards another: give acts between states")
    return acts


def _counts() -> list[nw.Expr]:
    return [_many(nw.col("quad") == quad).alias(quad) for quad in QUADS]


def _scores() -> list[nw.Expr]:
    score, zero = nw.col("score"), nw.lit(0.0)
    return [
        _many(~score.is_null()).alias("n_scored"),
        nw.when(score > 0).then(score).otherwise(zero).sum().alias("positive"),
        nw.when(score < 0).then(-score).otherwise(zero).sum().alias("negative"),
        (score * score).sum().alias("score_squares"),
    ]


def _bounds() -> list[nw.Expr]:
    known, squares, mean = (nw.col(name) for name in ("n_scored", "score_squares", "score_mean"))
    many = nw.when(known > 1).then(squares)
    share, every = nw.col("share"), nw.col("_all")
    return [
        *around(nw.col("score_sum"), many, "score_sum"),
        *around(mean, of_mean(many, known, mean), "score_mean"),
        wilson(share, every, -1).alias("share_low"),
        wilson(share, every, 1).alias("share_high"),
    ]


def _many(true: nw.Expr) -> nw.Expr:
    """How many rows it is true of; cast again, for what DuckDB sums of integers would leave it as a decimal."""
    return true.fill_null(False).cast(nw.Int64).sum().cast(nw.Int64)


def _over(part: str, whole: str) -> nw.Expr:
    return nw.when(nw.col(whole) > 0).then(nw.col(part) / nw.col(whole))

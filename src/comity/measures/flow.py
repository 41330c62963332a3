"""How much one state does to another in a period: counts and scores of directed dyads."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from comity.measures.bounds import around, of_mean, shared
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, given, opened, some
from comity.measures.periods import Span, end_of, start_of, within

DYAD = ("actor_country", "recipient_country")
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
_NEEDS = {"date": "day", "actor_country": "text", "recipient_country": "text"}
_GOLDSTEIN = "Goldstein, J. 1992. A Conflict-Cooperation Scale for WEIS Events Data. JCR 36(2): 369-385."


@measure(
    "flow-v1",
    formula="G+ = sum of max(g, 0); G- = sum of max(-g, 0); sum = G+ - G-; mean = sum / N over acts with a score;"
    " share = N of the dyad / N of all dyads in the period",
    values="counts from 0; sum without bound; mean within the scale; share 0 to 1",
    unit="acts; points of the source's scale",
    interval="what a bootstrap over acts comes to: sum and parts +- 1.96 sqrt(sum of g^2), mean +- 1.96"
    " sqrt(variance / N); share after Wilson; none of the counts, which are all that the source tells",
    reference=f"{_GOLDSTEIN} Wilson, E. 1927. JASA 22: 209-212.",
)
def flow(events: Frame, period: Span = "month", repeats: bool = False) -> Frame:
    """Acts from each state to each other in each period: how many, of which quad, with what scores.

    One row a directed dyad, period and scale of scores (scores of two scales never add); periods without an act
    have no row. `period`: of the calendar, or one window as a first and a last day. Acts within a state, of a
    state unknown or without a day are left out, and with `repeats` false those marked as repeats. Columns:
    actor_country, recipient_country, period and last (its first and last day), score_scale, n, one count a quad,
    n_scored, score_sum, score_mean, positive, negative, score_squares (sum of g^2), positive_squares (of those
    above 0), share, and the ends (_low, _high, 95 %) of score_sum, score_mean, positive, negative and share.
    Nothing scored: sum, mean and parts are null; with one scored act they have no interval.

    Ends of sums, parts and means are closed forms of the bootstrap over acts, so that they can be told in SQL of
    millions of acts: for many draws it comes to a normal distribution of this variance (Poisson weights for sums,
    since the number of acts varies too). Of very few acts it would be less even. n is exact of the source; the
    ends of a Poisson count would tell nothing that n does not.
    """
    acts = between_states(opened(events, "events", {**_NEEDS, "quad": "text", "score": "number"}), repeats)
    acts = within(acts, "date", period).with_columns(start_of("date", period).alias("period"))
    found = acts.group_by(*DYAD, "period", "score_scale").agg(
        nw.len().cast(nw.Int64).alias("n"), *_counts(), *_scores()
    )
    none = nw.col("n_scored") == 0
    found = found.with_columns(
        *(nw.when(~none).then(nw.col(name)).alias(name) for name in _PARTS),
        nw.when(~none).then(nw.col("positive") - nw.col("negative")).alias("score_sum"),
        nw.col("n").sum().over("period", "score_scale").alias("_all"),
        end_of("period", period).alias("last"),
    )
    found = found.with_columns(
        (nw.col("score_sum") / nw.col("n_scored")).alias("score_mean"),
        (nw.col("n") / nw.col("_all")).alias("share"),
    )
    return given(_with_bounds(found).select(*_FLOW), events, *DYAD, "period", "score_scale")


_PARTS = ("positive", "negative", "score_squares", "positive_squares")
_FLOW = (
    *(*DYAD, "period", "last", "score_scale", "n", *QUADS, "n_scored", "score_sum", "score_sum_low"),
    *("score_sum_high", "score_mean", "score_mean_low", "score_mean_high", "positive", "positive_low"),
    *("positive_high", "negative", "negative_low", "negative_high", "score_squares", "positive_squares"),
    *("share", "share_low", "share_high"),
)


@measure(
    "type-counts-v1",
    formula="N of acts of each PLOVER type; share = N / N of all acts of the dyad in the period",
    values="counts from 0; share 0 to 1",
    unit="acts; share of the dyad's acts",
    interval="of the share, after Wilson; none of the counts, which are all that the source tells",
    reference="Open Event Data Alliance, PLOVER manual; Wilson, E. 1927. JASA 22: 209-212.",
)
def type_counts(events: Frame, period: Span = "month", repeats: bool = False) -> Frame:
    """Acts from each state to each other by PLOVER type; one row a dyad, period and type that there was.

    `period` as in `flow`. Columns: actor_country, recipient_country, period, last (its first and last day),
    event_type, n, n_acts (of all types), share, share_low, share_high (95 %). The count itself has no interval: it
    is exact of the source, and the ends of a Poisson count would tell nothing that n does not.
    """
    acts = between_states(opened(events, "events", {**_NEEDS, "event_type": "text"}), repeats)
    acts = within(acts, "date", period).with_columns(start_of("date", period).alias("period"))
    keys = (*DYAD, "period", "event_type")
    found = acts.group_by(*keys).agg(nw.len().cast(nw.Int64).alias("n"))
    found = found.with_columns(
        nw.col("n").sum().over(*DYAD, "period").cast(nw.Int64).alias("n_acts"),
        end_of("period", period).alias("last"),
    )
    found = found.with_columns((nw.col("n") / nw.col("n_acts")).alias("share"))
    found = found.with_columns(*shared(nw.col("share"), nw.col("n_acts"), "share"))
    columns = ("last", "event_type", "n", "n_acts", "share", "share_low", "share_high")
    return given(found.select(*DYAD, "period", *columns), events, *keys)


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
        nw.when(score > 0).then(score * score).otherwise(zero).sum().alias("positive_squares"),
    ]


def _with_bounds(found: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Variances first, as columns: on Spark a root names several times what it is of."""
    known, squares, mean = (nw.col(name) for name in ("n_scored", "score_squares", "score_mean"))
    many, good = (nw.when(known > 1).then(one) for one in (squares, nw.col("positive_squares")))
    variances = {"score_sum": many, "positive": good, "negative": many - good}
    found = found.with_columns(
        of_mean(many, known, mean).alias("_of_mean"),
        *(variance.alias(f"_of_{name}") for name, variance in variances.items()),
    )
    return found.with_columns(
        *around(nw.col("score_sum"), nw.col("_of_score_sum"), "score_sum"),
        *around(mean, nw.col("_of_mean"), "score_mean"),
        *around(nw.col("positive"), nw.col("_of_positive"), "positive", least=0),
        *around(nw.col("negative"), nw.col("_of_negative"), "negative", least=0),
        *shared(nw.col("share"), nw.col("_all"), "share"),
    )


def _many(true: nw.Expr) -> nw.Expr:
    """How many rows it is true of; cast again, for what DuckDB sums of integers would leave it as a decimal."""
    return true.fill_null(False).cast(nw.Int64).sum().cast(nw.Int64)

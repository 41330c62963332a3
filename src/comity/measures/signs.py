"""Whether two states are on good or bad terms: the sign of a pair, both directions joined."""

from __future__ import annotations

from typing import Any, Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.bounds import around, of_mean
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, QUADS
from comity.measures.frames import Frame, gathered, given, opened, some
from comity.measures.pairs import one_scale

Rule = Literal["score_sum", "score_mean", "quads"]
LEAST_ACTS = 5


@measure(
    "pair-sign-v1",
    formula="sign of v; v = sum of g over both directions (score_sum), mean of the means of the two directions"
    " (score_mean), or N cooperation - N conflict (quads)",
    values="-1 or 1; null where v is 0 or rests on too few acts",
    unit="sign",
    interval="what a bootstrap over acts comes to: v +- 1.96 sqrt(variance), which is the sum of g^2, the"
    " variances of the means, or N of acts",
    reference="Cartwright, D., and F. Harary. 1956. Psychological Review 63: 277-293; the rule is Comity's.",
    is_own=True,
)
def signs(flows: Frame, by: Rule = "score_sum", least: int = LEAST_ACTS, scale: str | None = None) -> Frame:
    """Whether each pair of states was on good or bad terms in each period; takes the result of `flow`.

    `score_sum`: every act weighs by its score. `score_mean`: each direction weighs alike, however loud. `quads`:
    acts of cooperation less acts of conflict, for sources without scores. `least`: with fewer acts in both
    directions together (scored ones, or with a quad) a pair has no value and no sign. `scale`: of the scores,
    where there are several. Columns: period, last (its last day), a, b (a before b by code), n, value, value_low
    and value_high (the closed form of a bootstrap over acts, since `flow` keeps sums and not the acts to draw
    from; by `quads` each act weighs 1; null by `score_mean` where a direction has one act), z (the value in its
    deviations: beyond 1.96 the sign is sure; null without an interval), sign, insufficient (why there is no sign).
    """
    if by not in get_args(Rule):
        raise UsageError(f"{by!r} is no rule for signs: choose one of {', '.join(get_args(Rule))}")
    columns = QUADS if by == "quads" else ("score_sum", "score_mean", "n_scored", "score_squares")
    needs = {
        **dict.fromkeys(("period", "last"), "day"),
        **dict.fromkeys(DYAD, "text"),
        **dict.fromkeys(columns, "number"),
    }
    weighed = _weighed(opened(flows, "flows", needs).drop_nulls(["period", "last", *DYAD]), by, scale)
    some(weighed, f"flows has no row between known states that `{by}` can weigh: try another rule")
    return given(_signed(_joined(weighed, by), least), flows, "period", "a", "b")


def _signed(pairs: nw.LazyFrame[Any], least: int) -> nw.LazyFrame[Any]:
    few = nw.col("n") < least
    known = pairs.with_columns(nw.when(~few).then(nw.col(name)).alias(name) for name in ("value", "variance"))
    known = known.with_columns(*around(nw.col("value"), nw.col("variance"), "value"))
    value, variance = nw.col("value"), nw.col("variance")
    sign = nw.when(value > 0).then(nw.lit(1)).when(value < 0).then(nw.lit(-1)).cast(nw.Int64)
    why = nw.when(few).then(nw.lit(f"fewer than {least} acts"))
    found = known.with_columns(
        sign.alias("sign"),
        nw.when(variance > 0).then(value / variance.sqrt()).alias("z"),
        why.when(value == 0).then(nw.lit("good and bad weigh the same")).alias("insufficient"),
    )
    return found.select(*_COLUMNS)


_COLUMNS = (
    *("period", "last", "a", "b", "n", "value", "value_low", "value_high", "z"),
    *("sign", "insufficient"),
)


def _weighed(flows: nw.LazyFrame[Any], by: Rule, scale: str | None) -> nw.LazyFrame[Any]:
    if by == "quads":
        good, bad = nw.col(QUADS[0]) + nw.col(QUADS[1]), nw.col(QUADS[2]) + nw.col(QUADS[3])
        value, n = (one.cast(nw.Float64) for one in (good - bad, good + bad))
        return flows.with_columns((good + bad).alias("n"), value.alias("value"), n.alias("variance"))
    scored = _of_one_scale(flows.filter(nw.col("n_scored") > 0), scale)
    n, squares, mean = (nw.col(name) for name in ("n_scored", "score_squares", "score_mean"))
    variance = nw.when(n > 1).then(of_mean(squares, n, mean)) if by == "score_mean" else squares
    return scored.with_columns(n.alias("n"), nw.col(by).alias("value"), variance.alias("variance"))


def _of_one_scale(scored: nw.LazyFrame[Any], scale: str | None) -> nw.LazyFrame[Any]:
    if "score_scale" not in scored.collect_schema().names():
        return scored
    one_scale(gathered(scored.select("score_scale").unique()), "flows", scale)
    return scored if scale is None else scored.filter(nw.col("score_scale") == scale)


def _joined(weighed: nw.LazyFrame[Any], by: Rule) -> nw.LazyFrame[Any]:
    """Both directions as one pair, named in the order of the codes."""
    actor, recipient, value, variance = (nw.col(name) for name in (*DYAD, "value", "variance"))
    pairs = weighed.select(
        *("period", "last", "n", "value", "variance"),
        nw.when(actor < recipient).then(actor).otherwise(recipient).alias("a"),
        nw.when(actor < recipient).then(recipient).otherwise(actor).alias("b"),
    )
    found = pairs.group_by("period", "last", "a", "b").agg(
        nw.col("n").sum().cast(nw.Int64),
        (value.mean() if by == "score_mean" else value.sum()).alias("value"),
        variance.sum().alias("variance"),
        nw.len().alias("_rows"),
        variance.count().alias("_known"),
    )
    rows = nw.col("_rows")
    whole = variance / (rows * rows) if by == "score_mean" else variance
    return found.with_columns(nw.when(rows == nw.col("_known")).then(whole).alias("variance"))

"""Whether two states are on good or bad terms: the sign of a pair, both directions joined."""

from __future__ import annotations

from typing import Any, Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, QUADS
from comity.measures.frames import Frame, gathered, given, opened
from comity.measures.pairs import one_scale

Rule = Literal["score_sum", "score_mean", "quads"]
LEAST_ACTS = 5


@measure(
    "pair-sign-v1",
    formula="sign of v; v = sum of g over both directions (score_sum), mean of the means of the two directions"
    " (score_mean), or N cooperation - N conflict (quads)",
    values="-1 or 1; null where v is 0 or rests on too few acts",
    unit="sign",
    reference="Cartwright, D., and F. Harary. 1956. Psychological Review 63: 277-293; the rule is Comity's.",
    is_own=True,
)
def signs(flows: Frame, by: Rule = "score_sum", least: int = LEAST_ACTS, scale: str | None = None) -> Frame:
    """Whether each pair of states was on good or bad terms in each period; takes the result of `flow`.

    `score_sum`: every act weighs by its score. `score_mean`: each direction weighs alike, however loud. `quads`:
    acts of cooperation less acts of conflict, for sources without scores. `least`: with fewer acts in both
    directions together (scored ones, or with a quad) a pair has no sign. `scale`: of the scores, where there are
    several. Columns: period, a, b (a before b by code), n, value, sign, insufficient (why there is no sign).
    """
    if by not in get_args(Rule):
        raise UsageError(f"{by!r} is no rule for signs: choose one of {', '.join(get_args(Rule))}")
    columns = QUADS if by == "quads" else ("score_sum", "score_mean", "n_scored")
    needs = {"period": "day", **dict.fromkeys(DYAD, "text"), **dict.fromkeys(columns, "number")}
    pairs = _joined(_weighed(opened(flows, "flows", needs), by, scale), by)
    few, value = nw.col("n") < least, nw.col("value")
    found = pairs.with_columns(
        nw.when(~few & (value > 0))
        .then(nw.lit(1))
        .when(~few & (value < 0))
        .then(nw.lit(-1))
        .cast(nw.Int64)
        .alias("sign"),
        nw.when(few)
        .then(nw.lit(f"fewer than {least} acts"))
        .when(value == 0)
        .then(nw.lit("good and bad weigh the same"))
        .alias("insufficient"),
    )
    return given(found.select("period", "a", "b", "n", "value", "sign", "insufficient"), flows)


def _weighed(flows: nw.LazyFrame[Any], by: Rule, scale: str | None) -> nw.LazyFrame[Any]:
    if by == "quads":
        good, bad = nw.col(QUADS[0]) + nw.col(QUADS[1]), nw.col(QUADS[2]) + nw.col(QUADS[3])
        return flows.with_columns((good + bad).alias("n"), (good - bad).cast(nw.Float64).alias("value"))
    scored = flows.filter(nw.col("n_scored") > 0)
    scored = _of_one_scale(scored, scale)
    return scored.with_columns(nw.col("n_scored").alias("n"), nw.col(by).alias("value"))


def _of_one_scale(scored: nw.LazyFrame[Any], scale: str | None) -> nw.LazyFrame[Any]:
    if "score_scale" not in scored.collect_schema().names():
        return scored
    one_scale(gathered(scored.select("score_scale").unique()), "flows", scale)
    return scored if scale is None else scored.filter(nw.col("score_scale") == scale)


def _joined(weighed: nw.LazyFrame[Any], by: Rule) -> nw.LazyFrame[Any]:
    """Both directions as one pair, named in the order of the codes."""
    actor, recipient, value = (nw.col(name) for name in (*DYAD, "value"))
    pairs = weighed.select(
        "period",
        nw.when(actor < recipient).then(actor).otherwise(recipient).alias("a"),
        nw.when(actor < recipient).then(recipient).otherwise(actor).alias("b"),
        "n",
        "value",
    )
    return pairs.group_by("period", "a", "b").agg(
        nw.col("n").sum().cast(nw.Int64), (value.mean() if by == "score_mean" else value.sum()).alias("value")
    )

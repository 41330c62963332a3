"""Two readings of the Political Relationship Index: the mean of a dyad's scores, and their balance."""

from __future__ import annotations

import narwhals as nw

from comity.measures.bounds import around, of_mean, wilson
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, given, opened

_PRI = "After Golley and others 2022, doi:10.1080/17538963.2022.2117180; the exact formula is not printed."
_PARTS = ("positive", "negative", "score_squares", "positive_squares")


@measure(
    "pri-mean-v1",
    formula="sum of g / N",
    values="that of the scale",
    unit="points of the source's scale an act",
    interval="that of the mean of flow-v1: what a bootstrap over acts comes to",
    reference=_PRI,
)
def pri_mean(flows: Frame) -> Frame:
    """Mean score of a dyad in a period, 'PRI-style'; takes the result of `flow` and adds `pri_mean`.

    With pri_mean_low and pri_mean_high (95 %; null with fewer than two scored acts).
    """
    needs = dict.fromkeys(("score_sum", "n_scored", "score_squares"), "number")
    n, squares, mean = (nw.col(name) for name in ("n_scored", "score_squares", "pri_mean"))
    found = opened(flows, "flows", needs).with_columns(
        nw.when(n > 0).then(nw.col("score_sum") / n).alias("pri_mean")
    )
    found = found.with_columns(of_mean(nw.when(n > 1).then(squares), n, mean).alias("_variance"))
    return given(found.with_columns(*around(mean, nw.col("_variance"), "pri_mean")).drop("_variance"), flows)


@measure(
    "pri-balance-v1",
    formula="10 (G+ - G-) / (G+ + G-)",
    values="-10 to 10; null where nothing is scored, or all at 0",
    unit="points",
    interval="Wilson's of the share G+ / (G+ + G-), of as many acts as give it the variance of a bootstrap over"
    " acts; by Kish's count of equal acts where all are good, or all bad",
    reference=f"{_PRI} Kish, L. 1965. Survey Sampling.",
)
def pri_balance(flows: Frame) -> Frame:
    """Balance of good and bad acts, 'PRI-style'; takes the result of `flow` and adds `pri_balance`.

    With pri_balance_low and pri_balance_high (95 %). That no bad act was told does not show that none may come:
    the interval never shrinks to the balance itself, as that of a bootstrap then would.
    """
    found = opened(flows, "flows", dict.fromkeys(_PARTS, "number"))
    good, bad = nw.col("positive"), nw.col("negative")
    found = found.with_columns((good + bad).alias("_all"))
    found = found.with_columns(nw.when(nw.col("_all") > 0).then(good / nw.col("_all")).alias("_share"))
    found = found.with_columns(_equal_acts().alias("_equal"))
    share, equal = nw.col("_share"), nw.col("_equal")
    ends = ((share, "pri_balance"), *((wilson(share, equal, sign), name) for sign, name in _ENDS))
    told = found.with_columns((20 * one - 10).alias(name) for one, name in ends)
    return given(told.drop("_all", "_share", "_equal"), flows)


_ENDS = ((-1, "pri_balance_low"), (1, "pri_balance_high"))


def _equal_acts() -> nw.Expr:
    """Of how many equal acts a share would vary as this one does, by the delta method over Poisson weights."""
    good, bad, total = (nw.col(name) for name in ("positive", "negative", "_all"))
    squares, good_squares = nw.col("score_squares"), nw.col("positive_squares")
    spread = bad * bad * good_squares + good * good * (squares - good_squares)
    of_both = nw.when(spread > 0).then(good * bad * total * total / spread)
    return nw.when((good > 0) & (bad > 0)).then(of_both).otherwise(total * total / squares)

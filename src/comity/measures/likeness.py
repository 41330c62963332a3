"""Likeness of two states by their joint votes: agreement, S, Scott's pi and Cohen's kappa, each with an interval.

Each takes the counts of `joint_votes` or `joint_votes_of`, lazy or not, and adds its value, `_low` and `_high`
(95 %) and `_insufficient`, the reason where there is no value. Roll calls are taken for independent draws, which
repeated resolutions are not: intervals are rather too narrow than too wide. Where roll calls were weighed, means
are weighted ones and intervals rest on `effective`, as many equal roll calls as the weights amount to (Kish 1965).
Under votes that hardly differ S is near 1 whatever the states do; pi is the safer default (Haege 2011).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import narwhals as nw

from comity.measures.ballots import VALUES
from comity.measures.bounds import Z, wilson
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, given, opened
from comity.measures.votes import CELLS

FEWEST = 10
"""Common roll calls, as many as weights amount to, below which no likeness is told."""

_NEEDS = dict.fromkeys(("weight", "effective", *CELLS.values()), "number")
_PAIRS = [(VALUES[one], VALUES[other], name) for (one, other), name in CELLS.items()]
_TOO_FEW = f"fewer than {FEWEST} common roll calls"
_SR = "Signorino, C. and Ritter, J. 1999. Tau-b or Not Tau-b. International Studies Quarterly 43(1): 115-144."
_HAEGE = "Haege, F. 2011. Choice or Circumstance? Political Analysis 19(3): 287-305."
_ALIKE = "-1 to 1; null where all votes of both are the same"


@measure(
    "vote-agreement-v1",
    formula="mean of 1 - |vi - vj| / 2 over common roll calls; yes 1, abstain 2, no 3",
    values="0 to 1",
    unit="share of votes",
    interval="Wilson's of a share",
    reference="Voeten, E. Dyadic agreement scores of the United Nations General Assembly Voting Data.",
)
def vote_agreement(joint: Frame) -> Frame:
    """Share of common roll calls in which two states vote alike, half for a step apart; `agreement` is added.

    Interval: Wilson's for a share, which is exact in its variance for yes and no and wider than need be with
    abstentions.
    """
    return _with_share(joint, "agreement", _mean(lambda x, y: abs(x - y) / 2), 0)


@measure(
    "vote-s-absolute-v1",
    formula="1 - 2 (sum of w |xi - xj|) / (sum of 2 w); w the weight of a roll call, 1 unless weighed",
    values="-1 to 1",
    unit="none",
    interval="that of the agreement, stretched",
    reference=_SR,
)
def vote_s_absolute(joint: Frame) -> Frame:
    """S of Signorino and Ritter with absolute distances, twice the agreement less one; `s_absolute` is added.

    Interval: that of the agreement.
    """
    return _with_share(joint, "s_absolute", _mean(lambda x, y: abs(x - y) / 2), -1)


@measure(
    "vote-s-squared-v1",
    formula="1 - 2 (sum of w (xi - xj)^2) / (sum of 4 w); w the weight of a roll call, 1 unless weighed",
    values="-1 to 1",
    unit="none",
    interval="Wilson's of a share, stretched",
    reference=_SR,
)
def vote_s_squared(joint: Frame) -> Frame:
    """S of Signorino and Ritter with squared distances, so that a step counts a quarter; `s_squared` is added.

    Interval: Wilson's, as for the agreement.
    """
    return _with_share(joint, "s_squared", _mean(lambda x, y: (x - y) ** 2 / 4), -1)


@measure(
    "vote-pi-v1",
    formula="1 - sum of (xi - xj)^2 / sum of ((xi - m)^2 + (xj - m)^2); m = (mean xi + mean xj) / 2",
    values=_ALIKE,
    unit="none",
    interval="what a bootstrap over roll calls comes to, by the delta method",
    reference=f"Scott, W. 1955. Public Opinion Quarterly 19(3): 321-325; for votes: {_HAEGE}",
)
def vote_pi(joint: Frame) -> Frame:
    """Scott's pi with squared distances: likeness beyond that of two who draw from their common votes; adds `pi`.

    Interval: delta method over roll calls; where no vote differs, from Wilson's bound of the differences.
    """
    both = nw.col("_x") + nw.col("_y")
    return _with_ratio(joint, "pi", both * both / 2, (both, both))


@measure(
    "vote-kappa-v1",
    formula="1 - sum of (xi - xj)^2 / (sum of (xi - mi)^2 + sum of (xj - mj)^2 + n (mi - mj)^2); m the means",
    values=_ALIKE,
    unit="none",
    interval="what a bootstrap over roll calls comes to, by the delta method",
    reference=f"Cohen, J. 1968. Weighted kappa. Psychological Bulletin 70(4): 213-220; for votes: {_HAEGE}",
)
def vote_kappa(joint: Frame) -> Frame:
    """Cohen's kappa with squared weights: likeness beyond that of two who draw each from own votes; adds `kappa`.

    What is expected by chance is the mean squared distance of independent draws. Interval as that of `vote_pi`.
    """
    x, y = nw.col("_x"), nw.col("_y")
    return _with_ratio(joint, "kappa", 2 * x * y, (2 * y, 2 * x))


def _mean(of: Callable[[int, int], float]) -> nw.Expr:
    """Mean over common roll calls of a function of both votes, whole from the counts."""
    return _total({name: of(x, y) for x, y, name in _PAIRS}) / nw.col("weight")


def _total(weights: dict[str, float]) -> nw.Expr:
    total = nw.lit(0.0)
    for name, weight in weights.items():
        if weight:
            total = total + nw.col(name) * weight
    return total


def _with_share(joint: Frame, name: str, distance: nw.Expr, least: int) -> Frame:
    """Distances lie in 0 to 1; the value runs from `least`, where all are 1, to 1."""
    frame = opened(joint, "joint", _NEEDS).with_columns((1 - distance).alias("_share"))
    span, share = 1 - least, nw.col("_share")
    bounds = [(least + span * wilson(share, nw.col("effective"), sign)).clip(least, 1) for sign in (-1, 1)]
    return _finished(frame, joint, name, least + span * share, bounds, ("_share",))


def _with_ratio(joint: Frame, name: str, chance: nw.Expr, slopes: tuple[nw.Expr, nw.Expr]) -> Frame:
    """1 - observed / expected, where the expected is E[x^2] + E[y^2] - `chance`.

    `slopes`: how much `chance` grows with the mean vote of the first and of the second, for the delta method.
    """
    frame = opened(joint, "joint", _NEEDS).with_columns(
        _mean(lambda x, _: x).alias("_x"),
        _mean(lambda _, y: y).alias("_y"),
        _mean(lambda x, y: (x - y) ** 2).alias("_observed"),
        _mean(lambda x, y: x * x + y * y).alias("_squares"),
    )
    frame = frame.with_columns((nw.col("_squares") - chance).alias("_chance"))
    frame = frame.with_columns(nw.when(nw.col("_chance") > 1e-12).then(nw.col("_chance")).alias("_expected"))
    frame = frame.with_columns((nw.col("_observed") / nw.col("_expected")).alias("_ratio"))
    moves = (nw.col("_ratio") * slope for slope in slopes)
    frame = frame.with_columns(
        *(move.alias(part) for move, part in zip(moves, ("_move_x", "_move_y"), strict=True))
    )
    frame = _with_error(frame)
    alike, unseen = nw.col("_observed") == 0, 4 * nw.col("_unseen") / nw.col("_expected")
    value = 1 - nw.col("_ratio")
    low = nw.when(alike).then(1 - unseen).otherwise(value - Z * nw.col("_error"))
    bounds = [low.clip(-1, 1), (value + Z * nw.col("_error")).clip(-1, 1)]
    return _finished(frame, joint, name, value, bounds, _PARTS)


_PARTS = (
    *("_x", "_y", "_observed", "_squares", "_chance", "_expected", "_ratio", "_move_x", "_move_y"),
    *("_added", "_mean", "_error", "_unseen"),
)


def _with_error(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Adds _error, the deviation of the ratio, and _unseen, the share that may differ where none was seen to.

    Step by step, for on Spark a quotient or a root names several times what it is of, and one within another grows
    until it takes longer to plan than to work out.
    """
    ratio, by_x, by_y = (nw.col(name) for name in ("_ratio", "_move_x", "_move_y"))
    mean = nw.col("_observed") - ratio * nw.col("_squares") + by_x * nw.col("_x") + by_y * nw.col("_y")
    unseen = 1 - wilson(nw.lit(1.0), nw.col("effective"), -1)
    steps = (
        (_added().alias("_added"), mean.alias("_mean")),
        ((nw.col("_added") / nw.col("weight")).alias("_added"), unseen.alias("_unseen")),
        ((nw.col("_added") - nw.col("_mean") * nw.col("_mean")).clip(0, None).alias("_added"),),
        ((nw.col("_added") / nw.col("effective")).alias("_added"),),
        (nw.col("_added").sqrt().alias("_added"),),
        ((nw.col("_added") / nw.col("_expected")).alias("_error"),),
    )
    for step in steps:
        frame = frame.with_columns(*step)
    return frame


def _added() -> nw.Expr:
    """The sum of the squares of what each roll call adds to observed - ratio * expected."""
    ratio, by_x, by_y = (nw.col(name) for name in ("_ratio", "_move_x", "_move_y"))
    squares = nw.lit(0.0)
    for x, y, name in _PAIRS:
        parts = ((-ratio, x * x + y * y), (by_x, x), (by_y, y))
        added = sum((part * times for part, times in parts if times), nw.lit(float((x - y) ** 2)))
        squares = squares + nw.col(name) * added * added
    return squares


def _finished(
    frame: nw.LazyFrame[Any],
    joint: Frame,
    name: str,
    value: nw.Expr,
    bounds: list[nw.Expr],
    parts: Sequence[str],
) -> Frame:
    """The value and its bounds where they may be told, and else why not."""
    enough = nw.col("effective") >= FEWEST
    told = ((name, value), (f"{name}_low", bounds[0]), (f"{name}_high", bounds[1]))
    frame = frame.with_columns(*(nw.when(enough).then(found).alias(column) for column, found in told))
    same = nw.when(nw.col(name).is_null()).then(nw.lit("all votes of both are the same"))
    reason = nw.when(~enough).then(nw.lit(_TOO_FEW)).otherwise(same)
    return given(frame.with_columns(reason.alias(f"{name}_insufficient")).drop(*parts), joint)

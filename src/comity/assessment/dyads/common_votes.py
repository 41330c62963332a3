"""The contested roll calls in which two states both voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.assessment.holdings import Holdings
from comity.assessment.rankings import votes
from comity.assessment.window import Window
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

    from comity.assessment.rankings.votes import Ballots

Pair = tuple[str, str]
_COVERAGE = "contested roll calls of the General Assembly in which both voted yes, no or abstained"


def looked(holdings: Holdings, pair: Pair, window: Window) -> tuple[Ballots, pl.DataFrame] | str:
    """The common votes of the window, the latest first, or why there is none; see `_both`."""
    cast = votes.ballots(holdings)
    if cast is None:
        return say("no votes of the United Nations are imported")
    for state in pair:
        if state not in cast.voters:
            return say("no vote of {state} is in the tables", state=holdings.names.the(state))
    both = holdings.once(("votes", pair, window), lambda: _both(cast, pair, votes.within(cast.calls, window)))
    return (cast, both) if len(both) else say("no contested vote of both is known, {window}", window=window)


def counts(both: pl.DataFrame, by: str) -> pl.DataFrame:
    """Common votes as the measures of likeness take them, for each value of a column; each weighs the same."""
    import polars as pl

    from comity.measures.votes import CELLS

    one, other = pl.col("one"), pl.col("other")
    cells = {name: ((one == said) & (other == answered)).sum() for (said, answered), name in CELLS.items()}
    number = pl.len().cast(pl.Float64)
    return both.group_by(by).agg(pl.len().alias("n"), weight=number, effective=number, **cells).sort(by)


def _both(cast: Ballots, pair: Pair, calls: pl.DataFrame) -> pl.DataFrame:
    """The common votes: roll_call, `one` and `other` for what each said, and the columns of roll calls."""
    import polars as pl

    # What two files tell differently does not count, as in the measures.
    said = cast.of(*pair).group_by("roll_call", "country").agg(
        pl.col("vote").first(), pl.col("vote").n_unique().alias("told")
    ).filter(pl.col("told") == 1).drop("told")  # fmt: skip
    sides = [
        said.filter(pl.col("country") == state).select("roll_call", pl.col("vote").alias(name))
        for state, name in zip(pair, ("one", "other"), strict=True)
    ]
    both = sides[0].join(sides[1], on="roll_call").join(calls, left_on="roll_call", right_on="id")
    return both.sort("date", "resolution", "roll_call", descending=[True, False, False], nulls_last=True)


def span(calls: pl.DataFrame) -> Window:
    """From the first of the roll calls to the last."""
    days = calls["date"].drop_nulls()
    return Window(days.min(), days.max())  # type: ignore[arg-type]


def coverage(calls: pl.DataFrame) -> tuple[str, ...]:
    """What these roll calls are."""
    by_month = calls.filter(calls["date_precision"] == "month").height
    return (
        say(_COVERAGE),
        *((say("{by_month:,} of them are dated by month only", by_month=by_month),) if by_month else ()),
    )

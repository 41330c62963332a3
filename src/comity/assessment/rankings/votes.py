"""Partners by how alike they vote with a state in the United Nations, beyond chance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from comity.assessment.holdings import Holdings
from comity.assessment.proof import Rows
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say

if TYPE_CHECKING:
    import duckdb
    import polars as pl

METHOD = "vote-pi-v1"
BODY = "UNGA"
_VOTES = "roll_call, series, country, vote"
IMPORT = "votes, as 'comity import un_votes FILE' brings, for these states and years"


@dataclass(frozen=True)
class Ballots:
    """The contested roll calls of the General Assembly in one numbering, with how every state voted.

    `cast` are all votes of yes, no or abstention, read as far as they are asked for.
    """

    series: str
    source: str
    cast: duckdb.DuckDBPyRelation
    calls: pl.DataFrame
    issues: pl.DataFrame
    pairs: dict[tuple[str, str], pl.DataFrame] = field(default_factory=dict, repr=False)
    latest: dict[str, pl.DataFrame] = field(default_factory=dict, repr=False)

    @cached_property
    def voters(self) -> frozenset[str]:
        """Every state of today that ever voted."""
        return frozenset(code for (code,) in self.cast.select("country").distinct().fetchall() if code)

    def of(self, one: str, other: str) -> pl.DataFrame:
        """The votes of two states."""
        pair = min(one, other), max(one, other)
        if pair not in self.pairs:
            self.pairs[pair] = self.cast.filter(f"country IN {pair}").select(_VOTES).pl()
        return self.pairs[pair]

    def over(self, calls: pl.DataFrame) -> pl.DataFrame:
        """The votes of all states in some roll calls."""
        years = calls["date"].dt.year().unique().sort().to_list()
        known = "true" if None in years else f"year IS NULL OR year BETWEEN {years[0]} AND {years[-1]}"
        if known not in self.latest:  # of all spans of years only the latest is kept: it may be millions of votes
            self.latest.clear()
            self.latest[known] = self.cast.filter(known).select(_VOTES).pl()
        return self.latest[known].join(calls, left_on="roll_call", right_on="id", how="semi")


def ballots(holdings: Holdings) -> Ballots | None:
    """Those of the numbering with most roll calls; none where none is imported."""
    return holdings.once("ballots", lambda: _ballots(holdings))


def within(calls: pl.DataFrame, window: Window) -> pl.DataFrame:
    """The roll calls of a window: those dated by month where all of it lies there.

    Those of unknown day only where it has no beginning.
    """
    import polars as pl

    since, until = window.since or dt.date.min, window.until or dt.date.max
    by_month = pl.col("date_precision") == "month"
    last = pl.when(by_month).then(pl.col("date").dt.month_end()).otherwise(pl.col("date"))
    is_in = (pl.col("date") >= since) & (last <= until)
    return calls.filter(is_in.fill_null(window.since is None))


def pi(holdings: Holdings, state: str, window: Window) -> Ranking:
    """Partners by Scott's pi over the contested roll calls of a window, all in one pass."""
    return holdings.once(("pi", state, window), lambda: _pi(holdings, state, window))


def proof(holdings: Holdings, cast: Ballots, state: str, partner: str, window: Window) -> Rows:
    """All votes of two states in the years of a window, the common and contested ones among them."""
    every = f"source = '{cast.source}' AND series = '{cast.series}'"
    if window.since and window.until:
        every += f" AND (year IS NULL OR year BETWEEN {window.since.year} AND {window.until.year})"

    def count() -> dict[str, int]:
        return dict(holdings.table("votes").filter(every).aggregate("country, count(*)").fetchall())

    counts = holdings.once(("votes", every), count)
    where = f"{every} AND country IN ('{state}', '{partner}')"
    return holdings.looked("votes", cast.source, where, counts.get(state, 0) + counts.get(partner, 0), window)


def _ballots(holdings: Holdings) -> Ballots | None:
    import polars as pl

    from comity.measures.ballots import VALUES

    if not (holdings.has("votes") and holdings.has("roll_calls")):
        return None
    calls = (
        holdings.table("roll_calls")
        .filter(f"body = '{BODY}'")
        .pl()
        .unique(["series", "id"], keep="first", maintain_order=True)
    )
    counts = calls.group_by("series").len().sort("len", "series", descending=[True, False])
    if counts.is_empty():
        return None
    series = counts.row(0)[0]
    cast = holdings.table("votes").filter(f"series = '{series}' AND vote IN {tuple(VALUES)}")
    spread = "roll_call, min(source) AS source, min(vote) AS least, max(vote) AS most"
    contested = cast.aggregate(spread, "roll_call").filter("least < most").pl()
    topics = holdings.table("roll_call_issues").filter(f"series = '{series}'")
    issues = topics.select("roll_call, series, issue").pl()
    calls = calls.filter(pl.col("series") == series).join(
        contested, left_on="id", right_on="roll_call", how="semi"
    )
    source = str(contested["source"].min())
    return Ballots(series, source, cast, calls.sort("date", "id"), issues.unique().sort("roll_call", "issue"))


def _pi(holdings: Holdings, state: str, window: Window) -> Ranking:
    from comity.measures import vote_pi

    cast = ballots(holdings)
    by = say("likeness of votes in the United Nations beyond chance")
    empty = Ranking(state, by, METHOD, scale=say("Scott's pi, 1 at most"), window=window, would_change=say(IMPORT))
    if cast is None:
        return replace(empty, insufficient=say("no votes of the United Nations are imported"))
    found = _summed(cast, state, within(cast.calls, window))
    if found is None:
        return replace(
            empty,
            insufficient=say(
                "no common vote of {state} with another, {window}", state=holdings.names.the(state), window=window
            ),
        )
    rows = vote_pi(found).sort("partner").to_dicts()
    return replace(
        empty,
        coverage=(say("contested roll calls of the General Assembly in which both voted yes, no or abstained"),),
        scores=tuple(
            Score(
                row["partner"],
                row["pi"],
                None if row["pi"] is None else (row["pi_low"], row["pi_high"]),
                row["n"],
                insufficient=_why(row["pi_insufficient"]),
                proofs=(proof(holdings, cast, state, row["partner"], window),),
            )
            for row in rows
        ),
    )


def _why(reason: str | None) -> str | None:
    return reason and say(reason)


def _summed(cast: Ballots, state: str, calls: pl.DataFrame) -> pl.DataFrame | None:
    """Counts of common votes of a state with each other over some roll calls; none without any."""
    import polars as pl

    from comity.measures import Choice, joint_votes_of
    from comity.measures.votes import CELLS

    if calls.is_empty() or state not in cast.voters:
        return None
    # What is contested was told over all states: here a pair may agree in all its votes.
    try:
        joint = joint_votes_of(cast.over(calls), calls, state, choice=Choice(series=cast.series, unanimous=True))
    except UsageError:  # no common vote with anybody in these roll calls
        return None
    counts = ["n", "weight", *CELLS.values()]
    return joint.group_by("country", "partner").agg(
        pl.col("first").min(),
        pl.col("last").max(),
        *(pl.col(name).sum() for name in counts),
        pl.col("n").sum().cast(pl.Float64).alias("effective"),
    )

"""What events, trade and votes tell of directed pairs in a year, as columns by country, partner and year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import narwhals as nw

from comity.errors import UsageError
from comity.measures.ballots import Choice
from comity.measures.bounds import around, of_mean
from comity.measures.flow import QUADS, flow
from comity.measures.frames import gathered, opened
from comity.measures.likeness import vote_agreement, vote_pi, vote_s_absolute
from comity.measures.votes import joint_votes

if TYPE_CHECKING:
    import polars as pl

KEYS = ("country", "partner", "year")
Worked = Callable[[Callable[[str], nw.Expr]], nw.Expr]
Rule = Literal["first", "sum", "max"]


@dataclass(frozen=True, slots=True)
class Column:
    """`rule`: of a pair without direction, what the first tells of the second, the sum, or the higher of both.

    `absent`: the value where the source has no row, in the years `covered` (first and last).
    """

    label: str
    rule: Rule = "first"
    absent: bool | int | None = None
    covered: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows by country, partner and year, each at most once, and what their columns are.

    `worked` gives further columns, worked out of these last, when both directions are put together: label, and an
    expression of what gives a column by its name here.
    """

    frame: pl.DataFrame
    columns: Mapping[str, Column]
    worked: Mapping[str, tuple[str, Worked]] = field(default_factory=dict)


def of_events(events: object, score_scale: str | None, repeats: bool) -> Columns:
    """Acts of country towards partner; scores of one scale only. Where no act is told there is no row."""
    import polars as pl

    told = gathered(nw.from_native(flow(events, "year", repeats)).lazy())  # type: ignore[call-overload]
    scales = told.filter(pl.col("n_scored") > 0)["score_scale"].unique().to_list()
    scale = score_scale or next(iter(scales), None) or "no scale named"
    if score_scale is None and len(scales) > 1:
        names = ", ".join(sorted(map(str, scales)))
        raise UsageError(f"events have scores of {names}, which never add: choose one as score_scale")
    if score_scale is not None and score_scale not in scales:
        raise UsageError(f"no act is scored by {score_scale!r}: there are {', '.join(map(str, scales)) or 'none'}")
    scored = pl.col("n_scored") > 0
    if score_scale is not None:
        scored &= pl.col("score_scale") == score_scale
    found = told.group_by(
        pl.col("actor_country").alias("country"),
        pl.col("recipient_country").alias("partner"),
        pl.col("period").dt.year().alias("year"),
    ).agg(
        pl.col("n").sum().alias("events"),
        *(pl.col(quad).sum().alias(f"events_{quad}") for quad in QUADS),
        pl.col("n_scored").filter(scored).sum().alias("events_scored"),
        total("score_sum", scored).alias("events_score_sum"),
        total("score_squares", scored).alias("events_score_squares"),
    )
    columns = {
        "events": Column("Acts of country towards partner", "sum"),
        **{f"events_{quad}": Column(f"Acts of {quad.replace('_', ' ')}", "sum") for quad in QUADS},
        "events_scored": Column("Acts of country towards partner with a score", "sum"),
        "events_score_sum": Column(f"Sum of the scores of acts, {scale}", "sum"),
        "events_score_squares": Column("Sum of the squares of the scores of acts", "sum"),
    }
    return Columns(found, columns, _SCORES)


def _mean(of: Callable[[str], nw.Expr]) -> nw.Expr:
    known = of("events_scored")
    return nw.when(known > 0).then(of("events_score_sum") / known)


def _end(of: Callable[[str], nw.Expr], name: str, end: int) -> nw.Expr:
    """The low (0) or high (1) end, as `flow` tells it: none with fewer than two scored acts."""
    known, squares = of("events_scored"), of("events_score_squares")
    several = nw.when(known > 1).then(squares)
    if name == "events_score_sum":
        return around(of(name), several, name)[end]
    return around(_mean(of), of_mean(several, known, _mean(of)), name)[end]


_SCORES: Mapping[str, tuple[str, Worked]] = {
    "events_score_mean": ("Mean score of acts", _mean),
    **{
        f"{name}_{word}": (f"{label}, {word} end of 95 % interval", partial(_end, name=name, end=end))
        for name, label in (("events_score_sum", "Sum of scores"), ("events_score_mean", "Mean score of acts"))
        for end, word in enumerate(("low", "high"))
    },
}


def total(column: str, where: pl.Expr | None = None) -> pl.Expr:
    """The sum of what is known; null where nothing is."""
    import polars as pl

    known = pl.col(column) if where is None else pl.col(column).filter(where)
    return pl.when(known.count() > 0).then(known.sum())


_FLOWS = dict.fromkeys(("source", "country", "partner", "frequency", "kind", "unit"), "text")
_TRADE = {
    "exports_usd": ("export", False, "Exports of country to partner, reported by country, USD"),
    "imports_usd": ("import", False, "Imports of country from partner, reported by country, USD"),
    "exports_mirror_usd": ("import", True, "Imports of partner from country, reported by partner, USD"),
    "imports_mirror_usd": ("export", True, "Exports of partner to country, reported by partner, USD"),
}


def of_trade(flows: object, source: str | None, states: Sequence[str]) -> Columns:
    """Totals of a year in current dollars, as country reports them and as partner does (`mirror`).

    Exports count FOB and imports CIF where the source tells both; of several totals the largest.
    """
    import polars as pl

    picked = gathered(_totals(flows, source, states))
    if picked.is_empty():
        raise UsageError("flows has no total of a year in USD between any two of these states: import their trade")
    usual = pl.col("kind").replace_strict({"export": "FOB", "import": "CIF"})
    picked = picked.with_columns((pl.col("valuation") == usual).fill_null(False).alias("is_usual"))
    once = picked.sort("is_usual", "value", descending=True).group_by(*KEYS, "kind", maintain_order=True).first()
    found = pl.concat([once.select(KEYS), swapped(once).select(KEYS)]).unique()
    for name, (kind, is_mirror, _) in _TRADE.items():
        of_kind = once.filter(pl.col("kind") == kind)
        told = swapped(of_kind) if is_mirror else of_kind
        found = found.join(told.select(*KEYS, pl.col("value").alias(name)), on=KEYS, how="left")
    return Columns(found, {name: Column(label) for name, (_, _, label) in _TRADE.items()})


def _totals(flows: object, source: str | None, states: Sequence[str]) -> nw.LazyFrame[Any]:
    told = opened(flows, "flows", _FLOWS | {"start": "day", "value": "number"})
    there = told.collect_schema().names()
    for part in ("item", "breakdown"):
        if part in there:
            told = told.filter(nw.col(part).is_null())
    valuation = nw.col("valuation") if "valuation" in there else nw.lit(None, nw.String).alias("valuation")
    told = told.filter(
        nw.col("kind").is_in(["export", "import"]) & (nw.col("frequency") == "year") & (nw.col("unit") == "USD"),
        nw.col("country").is_in(states) & nw.col("partner").is_in(states) & ~nw.col("value").is_null(),
        nw.col("country") != nw.col("partner"),
    )
    year = nw.col("start").dt.year().alias("year")
    return of_source(told, "flows", source).select("country", "partner", year, "kind", valuation, "value")


def of_source(told: nw.LazyFrame[Any], name: str, source: str | None) -> nw.LazyFrame[Any]:
    """The rows of one source, which must be named where there are several."""
    there = sorted(gathered(told.select("source").unique())["source"].drop_nulls())
    if source is None and len(there) > 1:
        raise UsageError(f"{name} are of {', '.join(there)}: choose one as source")
    if source is not None and source not in there:
        raise UsageError(f"no row of {name} is of {source!r}: there are {', '.join(there) or 'none'}")
    return told if source is None else told.filter(nw.col("source") == source)


_VOTES = {
    "common_votes": ("n", "Roll calls in which both voted"),
    "vote_agreement_share": ("agreement", "Agreement in UN votes, 0 to 1"),
    "vote_agreement_low": ("agreement_low", "Agreement in UN votes, low end of 95 % interval"),
    "vote_agreement_high": ("agreement_high", "Agreement in UN votes, high end of 95 % interval"),
    "vote_s": ("s_absolute", "S of Signorino and Ritter in UN votes, -1 to 1"),
    "vote_s_low": ("s_absolute_low", "S of Signorino and Ritter, low end of 95 % interval"),
    "vote_s_high": ("s_absolute_high", "S of Signorino and Ritter, high end of 95 % interval"),
    "vote_pi": ("pi", "Scott's pi in UN votes, -1 to 1"),
    "vote_pi_low": ("pi_low", "Scott's pi, low end of 95 % interval"),
    "vote_pi_high": ("pi_high", "Scott's pi, high end of 95 % interval"),
}


def of_votes(votes: object, roll_calls: object, choice: Choice | None, issues: object | None) -> Columns:
    """Likeness in the votes of a calendar year, or of the window of years that ends in it."""
    import polars as pl

    choice = choice or Choice(by="year")
    if choice.by != "year":
        raise UsageError("a session lies in two years: choose by='year' for dyad years")
    told = vote_pi(vote_s_absolute(vote_agreement(joint_votes(votes, roll_calls, choice, issues))))
    columns = (pl.col(column).alias(name) for name, (column, _) in _VOTES.items())
    told = told.select("country", "partner", pl.col("last").alias("year"), *columns)
    found = pl.concat([told, swapped(told)])
    return Columns(found, {name: Column(label) for name, (_, label) in _VOTES.items()})


def swapped(frame: pl.DataFrame) -> pl.DataFrame:
    """The same rows with country and partner in each other's place, columns in their order."""
    return frame.rename({"country": "partner", "partner": "country"}).select(frame.columns)

"""Visits of one state to another: when, how often, of what rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, between_states
from comity.measures.frames import gathered, opened, some
from comity.measures.intervals import Interval, sum_interval
from comity.measures.periods import Period, last_day, start_of

if TYPE_CHECKING:
    import polars as pl

WAY = ("traveller", "host")
VISITS = {**dict.fromkeys(WAY, "text"), "first": "day", "last": "day", "rank": "number"}
_NEEDS = {"date": "day", **dict.fromkeys(DYAD, "text"), "event_type": "text", "mode": "text"}
_HOSTING = "043"


@measure(
    "visits-v1",
    formula="acts of type CONSULT and mode visit from one state to another; reports no more than d days apart are"
    " one visit, of the highest rank among them",
    values="rank: as given; null where none is",
    unit="visits",
    interval="none: a list of single visits; visit-weight-v1 has the interval of their number",
    reference="PLOVER manual (CONSULT, visit); CAMEO 042 and 043.",
    is_own=True,
)
def visits(events: object, rank: str | None = None, apart: int = 3, repeats: bool = False) -> pl.DataFrame:
    """Visits of each state to each other, the traveller first, whichever side the source names first.

    CAMEO codes one visit as 042 (makes a visit) and as 043 (hosts one), often both: under 043 the recipient
    travels, and the two are one visit. `apart`: reports of the same way that many days apart or fewer, in a chain,
    are of one visit. `rank`: column of a number, higher for the higher traveller. A Polars frame, one row a visit:
    traveller, host, first, last (days reported), n_reports, rank.
    """
    import polars as pl

    needs = {**_NEEDS, rank: "number"} if rank else _NEEDS
    acts = between_states(opened(events, "events", needs), repeats)
    meant = acts.filter((nw.col("event_type") == "CONSULT") & (nw.col("mode") == "visit"))
    some(meant, "events has no visit: no act of the type CONSULT and the mode visit")
    height = nw.col(rank).cast(nw.Float64) if rank else nw.lit(None, nw.Float64)
    ways = meant.with_columns(*_ways(meant), nw.col("date").cast(nw.Date), height.alias("rank"))
    by_day = ways.group_by(*WAY, "date").agg(nw.len().cast(nw.Int64).alias("n"), nw.col("rank").max())
    days = gathered(by_day).sort(*WAY, "date")
    gap = pl.col("date").diff().dt.total_days().over(*WAY)
    numbered = days.with_columns((gap > apart).fill_null(False).cum_sum().over(*WAY).alias("visit"))
    found = numbered.group_by(*WAY, "visit", maintain_order=True).agg(
        pl.col("date").first().alias("first"),
        pl.col("date").last().alias("last"),
        pl.col("n").sum().alias("n_reports"),
        pl.col("rank").max(),
    )
    return found.drop("visit")


def _ways(acts: nw.LazyFrame[Any]) -> tuple[nw.Expr, nw.Expr]:
    """Traveller and host of an act."""
    actor, recipient = (nw.col(side) for side in DYAD)
    if not {"code", "code_table"} <= set(acts.collect_schema().names()):
        return actor.alias("traveller"), recipient.alias("host")
    is_hosting = (nw.col("code") == _HOSTING) & nw.col("code_table").str.starts_with("cameo")
    return (
        nw.when(is_hosting.fill_null(False)).then(recipient).otherwise(actor).alias("traveller"),
        nw.when(is_hosting.fill_null(False)).then(actor).otherwise(recipient).alias("host"),
    )


@measure(
    "visit-weight-v1",
    formula="n = visits begun in the period; weight = sum of their ranks",
    values="from 0",
    unit="visits; ranks",
    interval="of the number exact, after Garwood 1936; of the weight Poisson bootstrap over visits",
    reference="Interval of n: Garwood, F. 1936. Biometrika 28: 437-442.",
    is_own=True,
)
def visit_weight(visits: object, period: Period = "year") -> pl.DataFrame:
    """How many visits, and of what rank, one state paid another in each period; takes the result of `visits`.

    A Polars frame, one row a traveller, host and period that there was: period and last (its
    first and last day), n, n_low, n_high (exact, of a Poisson
    count), n_ranked, weight, low, high (bootstrap over visits). Without ranks the weight is null, not 0; with one
    ranked visit it has no interval.
    """
    import polars as pl

    rows = []
    for (traveller, host, start), part in by_period(visits, period, WAY):
        ranks = part["rank"].drop_nulls().to_list()
        low, high = sum_interval(ranks) or (None, None)
        weight = sum(ranks) if ranks else None
        days = start, last_day(start, period)
        rows.append((traveller, host, *days, len(part), *_garwood(len(part)), len(ranks), weight, low, high))
    schema = {
        **dict.fromkeys(WAY, pl.String),
        "period": pl.Date,
        "last": pl.Date,
        "n": pl.Int64,
        "n_low": pl.Float64,
    }
    more = {"n_high": pl.Float64, "n_ranked": pl.Int64, **dict.fromkeys(("weight", "low", "high"), pl.Float64)}
    return pl.DataFrame(rows, {**schema, **more}, orient="row")


def by_period(visits: object, period: Period, keys: tuple[str, str]) -> Any:
    """The visits begun in each period by these keys: traveller and host, or the pair as a and b."""
    dated = opened(visits, "visits", VISITS).drop_nulls([*WAY, "first"])
    some(dated, "visits has none whose first day and states are known: give the result of `visits`")
    opened_visits = dated.with_columns(start_of("first", period).alias("period"))
    rows = gathered(opened_visits).with_columns(*_pair())
    return rows.sort(*keys, "period", "first").group_by(*keys, "period", maintain_order=True)


def _pair() -> tuple[pl.Expr, pl.Expr]:
    import polars as pl

    return pl.min_horizontal(WAY).alias("a"), pl.max_horizontal(WAY).alias("b")


def _garwood(n: int) -> Interval:
    from scipy.stats import chi2

    return (float(chi2.ppf(0.025, 2 * n)) / 2 if n else 0.0), float(chi2.ppf(0.975, 2 * n + 2)) / 2

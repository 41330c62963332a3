"""Who travels to whom, and how long ago the last visit was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened, some
from comity.measures.intervals import share_interval
from comity.measures.pairs import different
from comity.measures.periods import Period, last_day
from comity.measures.visits import VISITS, WAY, by_period

if TYPE_CHECKING:
    import polars as pl

LEAST_VISITS = 5
_DAYS = ("first", "last")


@measure(
    "visit-balance-v1",
    formula="(n_ab - n_ba) / (n_ab + n_ba), n_ab visits of a to b",
    values="-1 (only b travels) to 1 (only a does)",
    unit="balance of visits",
    interval="Clopper and Pearson 1934, of the share, stretched",
    reference="Interval: Clopper, C., and E. Pearson. 1934. Biometrika 26: 404-413, of the share, stretched.",
    is_own=True,
)
def visit_balance(visits: object, period: Period = "year", least: int = LEAST_VISITS) -> pl.DataFrame:
    """Which of two states travels to the other, in each period; takes the result of `visits`.

    A Polars frame, one row a pair (a before b by code) and period: a, b, period and last (its first and last day),
    n_ab, n_ba, n, balance, low, high, insufficient (why there is no balance: fewer than `least` visits).
    """
    import polars as pl

    rows = []
    for (a, b, start), part in by_period(visits, period, ("a", "b")):
        out, n = int((part["traveller"] == a).sum()), len(part)
        told: tuple[Any, ...] = (None, None, None, f"{n} visits, {least} are needed")
        if n >= least:
            low, high = share_interval(out, n) or (0.0, 1.0)
            told = (2 * out / n - 1, 2 * low - 1, 2 * high - 1, None)
        rows.append((a, b, start, last_day(start, period), out, n - out, n, *told))
    numbers = {
        **dict.fromkeys(("n_ab", "n_ba", "n"), pl.Int64),
        **dict.fromkeys(("balance", "low", "high"), pl.Float64),
    }
    schema = {
        "a": pl.String,
        "b": pl.String,
        "period": pl.Date,
        "last": pl.Date,
        **numbers,
        "insufficient": pl.String,
    }
    return pl.DataFrame(rows, schema, orient="row")


@measure(
    "days-since-visit-v1",
    formula="day - last day of the last visit begun by then",
    values="from 0; null where no visit is known",
    unit="days",
    interval="none: days between two days that the visits tell, nothing drawn",
    reference="Comity's own.",
    is_own=True,
)
def days_since_visit(visits: object, states: tuple[str, str], on: date) -> pl.DataFrame:
    """How long ago, each way, the last visit between two states was on a day; takes the result of `visits`.

    A Polars frame of two rows: traveller, host, on, n (visits up to then), last, days (0 while one is going on),
    known_from and known_until (the first and last visit of anyone in what was given: a silence before or after
    tells nothing), insufficient.
    `UsageError` for a day before all visits given and for states that none of them tells of.
    """
    import polars as pl

    dated = opened(visits, "visits", VISITS).drop_nulls([*WAY, *_DAYS])
    some(dated, "visits has none whose days and states are known: give the result of `visits`")
    rows = gathered(dated.with_columns(*(nw.col(day).cast(nw.Date) for day in _DAYS)))
    first: date = rows["first"].min()  # type: ignore[assignment]
    _check(rows, states, on, first)
    begun, found = rows.filter(pl.col("first") <= on), []
    for traveller, host in (states, states[::-1]):
        lasts = begun.filter(traveller=traveller, host=host)["last"].to_list()
        row = {"traveller": traveller, "host": host, "on": on, "n": len(lasts)}
        row |= {"known_from": first, "known_until": rows["last"].max()}
        last = min(max(lasts), on) if lasts else None
        told = (
            {"last": last, "days": (on - last).days}
            if last
            else {"insufficient": f"no visit from {first} to {on}"}
        )
        found.append(row | told)
    days = {"last": pl.Date, "days": pl.Int64, "known_from": pl.Date, "known_until": pl.Date}
    schema = {**dict.fromkeys(WAY, pl.String), "on": pl.Date, "n": pl.Int64, **days, "insufficient": pl.String}
    return pl.DataFrame(found, schema, orient="row")


def _check(visits: pl.DataFrame, states: tuple[str, str], on: date, first: date) -> None:
    for state in different(states, 2):
        if state not in {*visits["traveller"], *visits["host"]}:
            raise UsageError(f"visits has none by or to {state!r}: give codes that stand in it, as KHM")
    if on < first:
        raise UsageError(f"{on} is before all visits given, the first of which is of {first}: ask for a later day")

"""What became of promises: the share kept in time, with those still open counted as open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened
from comity.measures.results import table
from comity.measures.survival import Curve, curve, median, share_by

if TYPE_CHECKING:
    import polars as pl

FEWEST_PROMISES = 5
"""Below this many promises with a day there is no share and no median: our threshold."""
_MONTH = 365.25 / 12
_NEEDS = {
    "promiser": "text", "promisee": "text", "promise": "text", "made": "day", "kept": "day", "days": "number",
    "until": "day",
}  # fmt: skip
_COLUMNS = {
    "promiser": "text", "promisee": "text", "promise": "text", "since": "day", "until": "day", "n": "count",
    "n_kept": "count", "n_open": "count", "n_undated": "count", "months": "number", "share_kept": "number",
    "share_low": "number", "share_high": "number", "median_days": "number", "median_low": "number",
    "median_high": "number", "insufficient": "text",
}  # fmt: skip


@measure(
    "delivery-v1",
    formula="share kept by day t = 1 - product over days d <= t of (1 - kept on d / open before d)",
    values="0 to 1; days from 1",
    unit="share of promises; days",
    interval="by Greenwood's variance on the log-log scale; where none or all were kept, Clopper and Pearson 1934",
    reference="Kaplan and Meier 1958, JASA 53: 457-481; intervals by Greenwood's variance on the log-log scale."
    " What counts as promise and as keeping it is Comity's own.",
    is_own=True,
)
def delivery(promises: object, months: float = 12) -> pl.DataFrame:
    """How many promises of one state to another were kept within so many months, and when half were.

    Takes the result of `promises`. Kaplan-Meier: promises open at the end of the window count for as long as they
    were watched. A Polars frame, one row a promiser, promisee and kind of promise, and one of all kinds ('all'):
    window (since, until), n with a day, n_kept, n_open, n_undated, share_kept with its interval, the median in
    days with its interval (null where fewer than half, or its bound, are reached), and `insufficient`: why there
    is no share. Months of 30.44 days.
    """
    if not months > 0:
        raise UsageError(f"{months} months are no time: give a number above 0")
    import polars as pl

    found = gathered(opened(promises, "promises", _NEEDS))
    kinds = pl.concat([found, found.with_columns(promise=pl.lit("all"))])
    keys = ("promiser", "promisee", "promise")
    rows = [{**dict(zip(keys, names, strict=True)), **_told(one, months)} for names, one in kinds.group_by(*keys)]
    return table(rows, _COLUMNS).sort(keys)


def _told(found: pl.DataFrame, months: float) -> dict[str, Any]:
    import polars as pl

    dated = found.drop_nulls(["made", "days"])
    kept = int(dated["kept"].is_not_null().sum())
    told = {
        "since": dated["made"].min(),
        "until": found["until"].max(),
        "n": len(dated),
        "n_kept": kept,
        "n_open": len(dated) - kept,
        "n_undated": len(found) - len(dated),
        "months": months,
    }
    if len(dated) < FEWEST_PROMISES:
        return {**told, "insufficient": f"promises with a day: {len(dated)}, wanted are {FEWEST_PROMISES}"}
    made = curve(dated["days"].cast(pl.Float64).to_numpy(), dated["kept"].is_not_null().to_numpy())
    middle = dict(zip(("median_days", "median_low", "median_high"), median(made), strict=True))
    return {**told, **_share(made, months), **middle}


def _share(made: Curve, months: float) -> dict[str, Any]:
    found = share_by(made, months * _MONTH)
    if found is None:
        return {
            "insufficient": f"no promise was watched for {months:g} months: the longest for {made.last:g} days"
        }
    share, (low, high) = found
    return {"share_kept": share, "share_low": low, "share_high": high}

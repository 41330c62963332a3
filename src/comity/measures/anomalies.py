"""Months and quarters that are unlike the same ones of earlier years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.dyad_series import Asked, dyad_series
from comity.measures.periods import ends

if TYPE_CHECKING:
    import polars as pl

LEAST_YEARS = 3
FAR = 3.5
RARE = 0.01
_SEASONS = {"month": 12, "quarter": 4}
Numbers = NDArray[np.float64]


@measure(
    "season-anomaly-v1",
    formula="score, quads: z = (x - med) / (1.4826 MAD), med of the same season in the k earlier years, MAD the"
    " median of |y - med of its season in the other earlier years| over all seasons of them. Counts: tail ="
    " 2 min(P(X <= x), P(X >= x)), X negative binomial of mean m = (S + 1/2) / k, variance (1 + 1/k) max(m, s^2),"
    " S the sum and s^2 the variance of the season in the earlier years",
    values="z without bound; tail 0 to 1",
    unit="deviations; probability",
    interval="between which 95 in 100 would lie by the habit of the season",
    reference="Iglewicz, B., and D. Hoaglin. 1993. How to Detect and Handle Outliers (|z| > 3.5); predictive"
    " distribution of a Poisson count under Jeffreys's prior, widened where years vary more.",
    is_own=True,
)
def anomalies(
    events: object, states: tuple[str, str], asked: Asked | None = None, least_years: int = LEAST_YEARS
) -> pl.DataFrame:
    """How far each month or quarter of two states lies from the habit of that season in the years before it.

    Only earlier years count, so that what is told of a period does not change later. Counts are held against a
    distribution of counts, sums of scores against a median. A Polars frame, one row a period: period and last (its
    first and last day), value, n (acts), n_years (earlier years of that season), usual, low, high (between which
    95 in 100 would lie), z or tail, is_anomaly (|z| above 3.5, tail below 0.01: one in a hundred is so by chance),
    insufficient (why nothing is told). A hundred periods are a hundred questions: one or two odd ones among them
    are no news.
    """
    import polars as pl

    chosen = asked or Asked()
    if chosen.period not in _SEASONS:
        raise UsageError(f"{chosen.period!r} has no season: choose one of {', '.join(_SEASONS)}")
    if least_years < 2:
        raise UsageError(f"{least_years} earlier years show no habit: ask for 2 or more")
    series, _ = dyad_series(events, states, chosen)
    judge = _by_median if chosen.weight in ("score", "quads") else _by_count
    periods, values = series["period"], series["value"].to_numpy()
    lasts, counts = ends(periods, chosen.period), series["n"]
    year = (periods.dt.year() - periods.dt.year().min()).to_numpy()
    season = (periods.dt.month() - 1).to_numpy() * _SEASONS[chosen.period] // 12
    grid = np.full((year.max() + 1, _SEASONS[chosen.period]), np.nan)
    grid[year, season] = values
    rows = []
    for number, (value, y, s) in enumerate(zip(values, year, season, strict=True)):
        row: dict[str, Any] = {
            "period": periods[number],
            "last": lasts[number],
            "value": value,
            "n": counts[number],
        }
        row["n_years"] = n = int((~np.isnan(grid[:y, s])).sum())
        few = {"insufficient": f"{n} earlier years, {least_years} are needed"}
        rows.append(row | (few if n < least_years else judge(value, grid[:y], s)))
    return pl.DataFrame(rows, _schema(), orient="row")


def _by_median(value: float, earlier: Numbers, season: int) -> dict[str, Any]:
    usual = float(np.nanmedian(earlier[:, season]))
    scale = 1.4826 * float(np.nanmedian(_misses(earlier)))
    if not scale > 0:
        return {"usual": usual, "insufficient": "the earlier years do not vary"}
    z = (value - usual) / scale
    return {
        "usual": usual,
        "low": usual - 1.96 * scale,
        "high": usual + 1.96 * scale,
        "z": z,
        "is_anomaly": abs(z) > FAR,
    }


def _misses(earlier: Numbers) -> Numbers:
    """How far each earlier value lies from the median of its season in the other earlier years.

    Of all years but its own: with three years, a value held against a median that it is itself would miss by 0.
    """
    others = [np.delete(earlier, year, axis=0) for year in range(len(earlier))]
    known = [~np.isnan(other).all(axis=0) for other in others]
    return np.concatenate(
        [
            np.abs(values[there] - np.nanmedian(other[:, there], axis=0))
            for values, other, there in zip(earlier, others, known, strict=True)
        ]
    )


def _by_count(value: float, earlier: Numbers, season: int) -> dict[str, Any]:
    from scipy.stats import nbinom

    known = earlier[:, season][~np.isnan(earlier[:, season])]
    mean, years = (known.sum() + 0.5) / len(known), len(known)
    variance = (1 + 1 / years) * max(mean, known.var(ddof=1) if years > 1 else 0.0)
    habit = nbinom(mean**2 / (variance - mean), mean / variance)
    tail = min(1.0, 2 * min(float(habit.cdf(value)), float(habit.sf(value - 1))))
    low, high = (float(habit.ppf(share)) for share in (0.025, 0.975))
    return {"usual": float(mean), "low": low, "high": high, "tail": tail, "is_anomaly": tail < RARE}


def _schema() -> dict[str, Any]:
    import polars as pl

    numbers = dict.fromkeys(("usual", "low", "high", "z", "tail"), pl.Float64)
    first = {"period": pl.Date, "last": pl.Date, "value": pl.Float64, "n": pl.Int64, "n_years": pl.Int64}
    return {**first, **numbers, "is_anomaly": pl.Boolean, "insufficient": pl.String}

"""The simple models of how one state answers another, as they were before vector autoregressions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from comity.measures.catalogue import measure
from comity.measures.pairs import different
from comity.measures.periods import Period, ends
from comity.measures.series import Window, series
from comity.measures.sufficiency import Insufficient, insufficient, shortage

if TYPE_CHECKING:
    import polars as pl

_Values = NDArray[np.float64]


@measure(
    "simple-responses-v1",
    formula="level: y_ab,t ~ y_ba,t-1; trend: dy_ab,t ~ dy_ba,t-1; comparative: dy_ab,t ~ y_ba,t-1 - y_ab,t-1",
    values="without bound",
    unit="points of answer a point",
    interval="Student's t",
    reference="Patchen and Bogumil 1995.",
)
def simple_responses(
    flows: object,
    between: tuple[str, str],
    period: Period = "month",
    value: str = "score_sum",
    scale: str | None = None,
    window: Window | None = None,
) -> pl.DataFrame | Insufficient:
    """Three one-variable models of how each state answers the other, by least squares.

    A Polars frame: actor, recipient, model, slope, low, high (Student's t), p, r2, n (periods), first, last (the
    first and last day of the periods looked at). They know no inertia, so
    that what is only going on as before may look like an answer: `bilateral_var` tells the two apart.
    """
    import polars as pl

    dense = series(flows, different(between, 2), period, value, scale, window)
    short = shortage(dense)
    if short:
        return short
    ways = {pair: dense[f"{pair[0]}>{pair[1]}"].to_numpy() for pair in (between, between[::-1])}
    if any(values.std() == 0 for values in ways.values()):
        return insufficient(dense, "one direction is constant")
    rows = []
    for (actor, recipient), own in ways.items():
        other = ways[recipient, actor]
        if any(np.ptp(told) == 0 for told, _ in _models(own, other).values()):
            return insufficient(
                dense, "one direction follows exactly from the other, or moves by the same each time"
            )
        rows += [{"actor": actor, "recipient": recipient, **row} for row in _simple(own, other)]
    days = dense["period"]
    return pl.DataFrame(rows).with_columns(first=pl.lit(days[0]), last=pl.lit(ends(days, period)[-1]))


def _simple(own: _Values, other: _Values) -> Iterator[dict[str, object]]:
    from scipy.stats import linregress, t

    for model, (told, answer) in _models(own, other).items():
        line = linregress(told, answer)
        half = t.ppf(0.975, len(told) - 2) * line.stderr
        yield {
            "model": model, "slope": float(line.slope), "low": float(line.slope - half),
            "high": float(line.slope + half), "p": float(line.pvalue), "r2": float(line.rvalue**2), "n": len(told),
        }  # fmt: skip


def _models(own: _Values, other: _Values) -> dict[str, tuple[_Values, _Values]]:
    """What each model explains by, and what it explains."""
    return {
        "level": (other[:-1], own[1:]),
        "trend": (np.diff(other)[:-1], np.diff(own)[1:]),
        "comparative": ((other - own)[:-1], np.diff(own)),
    }

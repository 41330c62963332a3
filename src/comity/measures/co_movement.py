"""Whether another relationship moved when one turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.dyad_series import Asked, dyad_series
from comity.measures.intervals import change_interval
from comity.measures.pairs import different
from comity.measures.periods import ends
from comity.measures.turning_points import turning_points

if TYPE_CHECKING:
    import polars as pl

LEAST_ACTS = 10
Numbers = NDArray[np.float64]


@measure(
    "co-movement-v1",
    formula="d = mean of the s periods from the turning point on - mean of the s periods before it, of both pairs;"
    " together where d of A-C has the sign of d of A-B and its interval leaves out 0",
    values="d without bound; together, apart, not told",
    unit="what an act weighs, a period",
    interval="bootstrap over periods, of the change of the third",
    reference="Turning points as turning-points-v1; interval by bootstrap over periods.",
    is_own=True,
)
def co_movement(
    events: object,
    states: tuple[str, str, str],
    asked: Asked | None = None,
    span: int = 6,
    penalty: float | None = None,
    min_length: int = 3,
) -> pl.DataFrame:
    """At each turning point of A with B, what A did with C, for `states` A, B, C.

    `span`: periods looked at on either side, fewer where another turning point or the end of the data is nearer. A
    Polars frame, one row a turning point: period, n_before, n_after (periods), first, last (the days of those
    periods), change_ab, change_ac, low, high (of change_ac), n_acts (of A with C in those periods), moved,
    insufficient (why it is not told: fewer than 10 acts, or one period on a side). That two moved together does
    not say that one moved the other. No row: A with B had no turning point; too few acts of theirs to tell: a
    single row with nothing but `insufficient`.
    """
    import polars as pl

    if span < 2:
        raise UsageError(f"span is {span}: give 2 periods or more on either side")
    first, second, third = different(states, 3)
    chosen = asked or Asked()
    turned = turning_points(events, (first, second), chosen, penalty, min_length, most=0)
    other, _ = dyad_series(events, (first, third), chosen)
    lasts = ends(other["period"], chosen.period)
    rows: list[dict[str, Any]] = [{"insufficient": turned.insufficient}] if turned.insufficient else []
    for point in turned.points.to_dicts():
        at = int(turned.series["period"].search_sorted(point["period"]))
        before, after = min(span, point["n_before"]), min(span, point["n_after"])
        days = {"first": other["period"][at - before], "last": lasts[at + after - 1]}
        rows.append(
            {"period": point["period"], "n_before": before, "n_after": after, **days}
            | _moved(turned.series["value"].to_numpy(), other, at, before, after)
        )
    return pl.DataFrame(rows, _schema(), orient="row")


def _moved(turned: Numbers, other: pl.DataFrame, at: int, before: int, after: int) -> dict[str, Any]:
    sides = slice(at - before, at), slice(at, at + after)
    change_ab = float(turned[sides[1]].mean() - turned[sides[0]].mean())
    n = int(other["n"][at - before : at + after].sum())
    if n < LEAST_ACTS:
        return {"change_ab": change_ab, "n_acts": n, "insufficient": f"{n} acts, {LEAST_ACTS} are needed"}
    was, became = (other["value"].to_numpy()[side] for side in sides)
    change = float(became.mean() - was.mean())
    told = {"change_ab": change_ab, "change_ac": change, "n_acts": n}
    interval = change_interval(was, became)
    if interval is None:
        return {**told, "insufficient": "one period on a side, 2 are needed"}
    low, high = interval
    same = (change > 0) == (change_ab > 0)
    moved = "not told" if low <= 0 <= high else "together" if same else "apart"
    return {**told, "low": low, "high": high, "moved": moved}


def _schema() -> dict[str, Any]:
    import polars as pl

    whole = dict.fromkeys(("n_before", "n_after"), pl.Int64)
    numbers = dict.fromkeys(("change_ab", "change_ac", "low", "high"), pl.Float64)
    told = {"n_acts": pl.Int64, "moved": pl.String, "insufficient": pl.String}
    return {"period": pl.Date, **whole, "first": pl.Date, "last": pl.Date, **numbers, **told}

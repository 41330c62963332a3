"""How balanced a web of friends and enemies is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened
from comity.measures.intervals import DRAWS, SEED, Interval, percentiles, share_interval
from comity.measures.triads import REFERENCE, Theory

if TYPE_CHECKING:
    import polars as pl

LEAST_TRIADS = 10


@measure(
    "balance-degree-v1",
    formula="balanced triads / triads that the theory speaks of; interval the wider end each of Clopper-Pearson"
    " and a bootstrap over states",
    values="0 to 1",
    unit="share of triads",
    reference=f"{REFERENCE} Bootstrap over states: Snijders, T. A. B., and S. P. Borgatti. 1999."
    " Connections 22: 161-170.",
)
def balance_degree(triads: object, theory: Theory = "classical", least: int = LEAST_TRIADS) -> pl.DataFrame:
    """Which share of the triads of a period is balanced; takes the result of `triads`.

    Triads share pairs, so that they tell less than as many independent ones: the interval is never narrower than
    what drawing states anew shows. A Polars frame, one row a period: period, theory, n_states, n (triads spoken
    of), balanced, degree, low, high, insufficient (why there is no degree).
    """
    import polars as pl

    if theory not in get_args(Theory):
        raise UsageError(f"{theory!r} is no theory of balance: choose one of {', '.join(get_args(Theory))}")
    needs = {"period": "day", **dict.fromkeys("abc", "text"), theory: "yes or no"}
    known = opened(triads, "triads", needs).filter(~nw.col(theory).is_null())
    rows = gathered(known.select(nw.col("period").cast(nw.Date), "a", "b", "c", nw.col(theory).alias("fits")))
    parts = rows.sort("period", "a", "b", "c").partition_by("period", maintain_order=True)
    return pl.DataFrame([_degree(part, theory, least) for part in parts], _columns(), orient="row")


def _columns() -> dict[str, Any]:
    import polars as pl

    return {
        "period": pl.Date, "theory": pl.String, "n_states": pl.Int64, "n": pl.Int64, "balanced": pl.Int64,
        "degree": pl.Float64, "low": pl.Float64, "high": pl.Float64, "insufficient": pl.String,
    }  # fmt: skip


def _degree(triads: pl.DataFrame, theory: str, least: int) -> dict[str, Any]:
    """The row of one period."""
    named = triads.select("a", "b", "c").to_numpy()
    balanced, n = int(triads["fits"].sum()), len(triads)
    row = {"period": triads["period"][0], "theory": theory, "n": n, "balanced": balanced}
    row["n_states"] = len(np.unique(named.astype(str)))
    if n < least:
        return {**row, "insufficient": f"{n} triads, {least} are needed"}
    low, high = _interval(named.astype(str), triads["fits"].to_numpy())
    return {**row, "degree": balanced / n, "low": low, "high": high}


def _interval(named: NDArray[np.str_], fits: NDArray[np.bool_]) -> Interval:
    """As if triads were independent, widened where drawing the states anew shows that they are not."""
    exact = share_interval(int(fits.sum()), len(fits)) or (0.0, 1.0)
    states, index = np.unique(named, return_inverse=True)
    places, size = index.reshape(named.shape), len(states)
    draws = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), DRAWS)
    whole = _often(draws, places)
    shares = _often(draws, places[fits])[whole > 0] / whole[whole > 0]
    drawn = percentiles(shares) if len(shares) else exact
    return min(exact[0], drawn[0]), max(exact[1], drawn[1])


def _often(draws: NDArray[np.int64], places: NDArray[np.intp]) -> NDArray[np.float64]:
    """How many triads there are in each draw of states: a state drawn twice counts in two, and so on.

    Gathered by the first two states of a triad, which is much quicker than triad by triad.
    """
    from scipy.sparse import csr_array

    pairs, row = np.unique(places[:, :2], axis=0, return_inverse=True)
    ones = np.ones(len(places), np.int64)
    thirds = csr_array((ones, (row.ravel(), places[:, 2])), shape=(len(pairs), draws.shape[1]))
    counts = [
        (some[:, pairs[:, 0]] * some[:, pairs[:, 1]] * (thirds @ some.T).T).sum(axis=1)
        for some in np.array_split(draws, 1 + len(pairs) // 1000)
    ]
    return np.concatenate(counts).astype(np.float64)

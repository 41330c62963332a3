"""How balanced a web of friends and enemies is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, get_args

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened, some
from comity.measures.intervals import DRAWS, SEED, Interval, percentiles, share_interval
from comity.measures.redrawn import redrawn_signs
from comity.measures.triads import REFERENCE, Theory

if TYPE_CHECKING:
    import polars as pl

LEAST_TRIADS = 10
_EDGES = ("ab", "bc", "ac")


@measure(
    "balance-degree-v1",
    formula="balanced triads / triads that the theory speaks of",
    values="0 to 1",
    unit="share of triads",
    interval="the widest ends of Clopper and Pearson 1934, a bootstrap over states and one over acts, which"
    " redraws the signs",
    reference=f"{REFERENCE} Bootstrap over states: Snijders, T. A. B., and S. P. Borgatti. 1999."
    " Connections 22: 161-170.",
)
def balance_degree(triads: object, theory: Theory = "classical", least: int = LEAST_TRIADS) -> pl.DataFrame:
    """Which share of the triads of a period is balanced; takes the result of `triads`.

    Triads share pairs, so that they tell less than as many independent ones, and signs that rest on few acts may
    be others: the interval is never narrower than what drawing states or acts anew shows. A Polars frame, one row
    a period: period, last (its first and last day), theory, n_states, n (triads spoken of), balanced, degree, low,
    high, insufficient (why there is no degree).
    """
    import polars as pl

    if theory not in get_args(Theory):
        raise UsageError(f"{theory!r} is no theory of balance: choose one of {', '.join(get_args(Theory))}")
    edges = [f"{what}_{edge}" for what in ("sign", "z") for edge in _EDGES]
    needs = {"period": "day", "last": "day", **dict.fromkeys("abc", "text"), theory: "yes or no"}
    known = opened(triads, "triads", needs | dict.fromkeys(edges, "number")).drop_nulls(["period", "last"])
    some(known, "triads has no row with a period: give the result of `triads`")
    days = (nw.col(name).cast(nw.Date) for name in ("period", "last"))
    rows = gathered(known.select(*days, "a", "b", "c", *edges, nw.col(theory).alias("fits")))
    parts = rows.sort("period", "a", "b", "c").partition_by("period", maintain_order=True)
    return pl.DataFrame([_degree(part, theory, least) for part in parts], _columns(), orient="row")


def _columns() -> dict[str, Any]:
    import polars as pl

    return {
        "period": pl.Date, "last": pl.Date, "theory": pl.String, "n_states": pl.Int64, "n": pl.Int64,
        "balanced": pl.Int64, **dict.fromkeys(("degree", "low", "high"), pl.Float64), "insufficient": pl.String,
    }  # fmt: skip


def _degree(triads: pl.DataFrame, theory: str, least: int) -> dict[str, Any]:
    """The row of one period, of the triads that the theory speaks of."""
    row: dict[str, Any] = {"period": triads["period"][0], "last": triads["last"][0], "theory": theory}
    triads = triads.drop_nulls("fits")
    named = triads.select("a", "b", "c").to_numpy()
    balanced, n = int(triads["fits"].sum()), len(triads)
    row |= {"n": n, "balanced": balanced, "n_states": len(np.unique(named.astype(str)))}
    if n < least:
        return {**row, "insufficient": f"{n} triads, {least} are needed"}
    by_state = _interval(named.astype(str), triads["fits"].to_numpy())
    by_act = _redrawn(triads, theory) or by_state
    low, high = min(by_state[0], by_act[0]), max(by_state[1], by_act[1])
    return {**row, "degree": balanced / n, "low": low, "high": high}


def _redrawn(triads: pl.DataFrame, theory: str) -> Interval | None:
    """Of the degree among the same triads, had the acts behind their pairs come about anew."""
    import polars as pl

    sides = {edge: pl.concat_str(list(edge), separator=" ") for edge in _EDGES}
    edges = [triads.select(pair=sides[e], sign=f"sign_{e}", z=f"z_{e}") for e in _EDGES]
    pairs = pl.concat(edges).unique("pair").sort("pair")
    z = pairs["z"].cast(pl.Float64).fill_null(math.nan).to_numpy()
    drawn = redrawn_signs(pairs["sign"].cast(pl.Int64).to_numpy(), z, DRAWS)
    shares = []
    for signs in np.array_split(drawn > 0, 1 + len(triads) // 1000, axis=1):
        good = np.sum([signs[pairs["pair"].search_sorted(edge["pair"])] for edge in edges], axis=0)
        shares.append(_share(good, theory))
    known = np.concatenate(shares)
    known = known[~np.isnan(known)]
    return percentiles(known) if len(known) else None


def _share(good: NDArray[np.int64], theory: str) -> NDArray[np.float64]:
    """Of triads with so many positive pairs, by draw, the share that is balanced."""
    spoken = good >= 2 if theory == "transitivity" else np.ones_like(good, np.bool_)
    fits = good != 2 if theory != "classical" else good % 2 == 1
    with np.errstate(invalid="ignore"):
        share: NDArray[np.float64] = (fits & spoken).sum(axis=0) / spoken.sum(axis=0)
    return share


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

"""Series with known answers, as the rows that `flow` gives."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from comity.measures.periods import starts


def simulated(coefficients: list[NDArray[np.float64]], periods: int, seed: int = 11) -> NDArray[np.float64]:
    """A vector autoregression with unit normal shocks, after a run-in."""
    random, order = np.random.default_rng(seed), len(coefficients)
    values = np.zeros((periods + 100, len(coefficients[0])))
    for now in range(order, len(values)):
        past = sum(matrix @ values[now - lag - 1] for lag, matrix in enumerate(coefficients))
        values[now] = past + random.normal(size=values.shape[1])
    return values[100:]


def flows(values: NDArray[np.float64], ways: list[tuple[str, str]], period: str = "week") -> pl.DataFrame:
    """What `flow` would give for these sums from 1 January 2001; periods at exactly 0 have no row."""
    every = starts(date(2001, 1, 1), date(2090, 12, 31), period).head(len(values))  # type: ignore[arg-type]
    parts = [
        pl.DataFrame({"actor_country": actor, "recipient_country": recipient, "period": every,
                      "score_scale": "s", "n": 1, "score_sum": values[:, at]})
        for at, (actor, recipient) in enumerate(ways)
    ]  # fmt: skip
    return pl.concat(parts).filter(pl.col("score_sum") != 0)

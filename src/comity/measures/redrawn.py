"""Signs of pairs as they would be had the acts behind them come about anew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from comity.measures.intervals import SEED


def redrawn_signs(sign: NDArray[np.int64], z: NDArray[np.float64], draws: int) -> NDArray[np.int8]:
    """Signs of shape (pairs, draws): a pair z deviations off 0 is redrawn, one whose z is NaN keeps its sign.

    The pairs must come in a fixed order, for each has draws of its own.
    """
    noise = np.random.default_rng(SEED).standard_normal((len(sign), draws))
    moved = np.where(z[:, None] + noise > 0, 1, -1)
    return np.where(np.isnan(z)[:, None], sign[:, None], moved).astype(np.int8)

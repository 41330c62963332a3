"""Intervals for what a handful of acts shows: bootstrap over acts for sums and means, exact for shares."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LEVEL = 0.95
DRAWS = 2_000
SEED = 20_240_913
"""One seed for all: the same acts give the same interval, byte for byte."""

Interval = tuple[float, float]


def sum_interval(values: Sequence[float]) -> Interval | None:
    """Of the sum, had as many acts come about by the same habit; percentile bootstrap. Fewer than two acts: None.

    The number of acts varies too (each act weighs as often as a Poisson draw of mean 1 says).
    """
    return percentiles(_resampled(values, poisson=True)) if len(values) > 1 else None


def mean_interval(values: Sequence[float]) -> Interval | None:
    """Of the mean; percentile bootstrap over acts, their number as it is. Fewer than two acts: None."""
    return percentiles(_resampled(values, poisson=False) / len(values)) if len(values) > 1 else None


def change_interval(before: NDArray[np.float64], after: NDArray[np.float64]) -> Interval | None:
    """Of the mean after less the mean before; percentile bootstrap, each side apart; with fewer than two: None."""
    if min(len(before), len(after)) < 2:
        return None
    random = np.random.default_rng(SEED)
    means = [random.choice(np.sort(side), (DRAWS, len(side))).mean(axis=1) for side in (before, after)]
    return percentiles(means[1] - means[0])


def share_interval(part: int, whole: int) -> Interval | None:
    """Of a share, exact after Clopper and Pearson 1934. Of nothing there is no share: None."""
    from scipy.special import betaincinv  # a third of the time of scipy.stats to load

    if not whole:
        return None
    tail = (1 - LEVEL) / 2
    low = float(betaincinv(part, whole - part + 1, tail)) if part else 0.0
    high = float(betaincinv(part + 1, whole - part, 1 - tail)) if part < whole else 1.0
    return low, high


def _resampled(values: Sequence[float], poisson: bool) -> NDArray[np.float64]:
    """Sums of resampled acts, one a draw. The acts are sorted first, so that their order does not matter."""
    random = np.random.default_rng(SEED)
    known = np.sort(np.asarray(values, dtype=np.float64))
    size = len(known)
    if poisson:
        weights = random.poisson(1.0, (DRAWS, size))
    else:
        weights = random.multinomial(size, np.full(size, 1 / size), DRAWS)
    return weights @ known


def percentiles(draws: NDArray[np.float64]) -> Interval:
    """The interval that holds the middle of the draws, 95 in 100 of them."""
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(draws, [tail, 100 - tail])
    return float(low), float(high)


def weighted_share_interval(
    parts: Sequence[float], wholes: Sequence[float], numbers: Sequence[int]
) -> Interval | None:
    """Of the sum of parts over the sum of wholes, of classes of acts that are alike; bootstrap over acts.

    `numbers`: how many acts each class has. Fewer than two acts, or wholes of 0: None.
    """
    size = sum(numbers)
    classes = sorted(zip(wholes, parts, numbers, strict=True))
    if size < 2 or not any(number * whole for whole, _, number in classes):
        return None
    random = np.random.default_rng(SEED)
    draws = random.multinomial(size, [number / size for _, _, number in classes], DRAWS)
    whole = draws @ np.array([one for one, _, _ in classes])
    share = (draws @ np.array([one for _, one, _ in classes]))[whole > 0] / whole[whole > 0]
    return percentiles(share)

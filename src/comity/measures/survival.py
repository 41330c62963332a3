"""How long until something happens, where some were not watched to the end: the product-limit estimate."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from comity.measures.intervals import LEVEL, Interval, share_interval

_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


@dataclass(frozen=True, slots=True)
class Curve:
    """Share still open after each day on which something happened (Kaplan and Meier 1958).

    `greenwood`: the sum in Greenwood's formula, the variance over the square of the share; infinite at share 0.
    `watched`: the days of each. `happened`: how many did.
    """

    days: NDArray[np.float64]
    at_risk: NDArray[np.int64]
    open: NDArray[np.float64]
    greenwood: NDArray[np.float64]
    watched: NDArray[np.float64]
    happened: int

    @property
    def last(self) -> float:
        """The longest time watched, in days."""
        return float(self.watched.max())


def curve(days: NDArray[np.float64], happened: NDArray[np.bool_]) -> Curve:
    """From the days each was watched, and whether it then happened or the watch ended."""
    times, number = np.unique(days[happened], return_counts=True)
    at_risk = np.array([(days >= time).sum() for time in times], dtype=np.int64)
    left = at_risk - number
    still_open = np.asarray(np.cumprod(left / at_risk), dtype=np.float64)
    with np.errstate(divide="ignore"):
        greenwood = np.cumsum(number / (at_risk * left))
    return Curve(times, at_risk, still_open, greenwood, days, int(happened.sum()))


def share_by(found: Curve, day: float) -> tuple[float, Interval] | None:
    """Share that happened by a day, with its log-log interval; `None` where none was watched so long.

    Where none or all did, the interval is exact after Clopper and Pearson, of those that were watched so long, or
    until it happened.
    """
    before = int(np.searchsorted(found.days, day, side="right"))
    still = float(found.open[before - 1]) if before else 1.0
    if day > found.last and still > 0:
        return None
    if 0 < still < 1:
        high, low = _loglog(still, float(found.greenwood[before - 1]))
        return 1 - still, (1 - high, 1 - low)
    longest = int((found.watched >= day).sum())
    interval = share_interval(0, longest) if still else share_interval(found.happened, found.happened)
    return 1 - still, interval or (0.0, 1.0)


def median(found: Curve) -> tuple[float | None, float | None, float | None]:
    """First day by which half have happened, with the days where the log-log interval crosses a half.

    Each is `None` where it lies beyond what was watched (Brookmeyer and Crowley 1982).
    """
    bands = [
        _loglog(float(still), float(spread)) if still else (0.0, 0.0)
        for still, spread in zip(found.open, found.greenwood, strict=True)
    ]
    low, high = (np.array([band[end] for band in bands]) for end in (1, 0))
    return _first(found, found.open), _first(found, low), _first(found, high)


def _first(found: Curve, still: NDArray[np.float64]) -> float | None:
    at = np.flatnonzero(still <= 0.5)
    return float(found.days[at[0]]) if len(at) else None


def _loglog(still: float, greenwood: float) -> Interval:
    """The higher end, then the lower, of the share still open."""
    spread = np.exp(_Z * np.sqrt(greenwood) / abs(np.log(still)))
    return float(still ** (1 / spread)), float(still**spread)

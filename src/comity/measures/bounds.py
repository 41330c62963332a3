"""Ends of 95 % intervals as expressions, for what stays lazy: what a bootstrap over acts comes to in the end."""

from __future__ import annotations

import narwhals as nw

Z = 1.959963984540054
"""Deviations of a normal distribution that hold 95 in 100."""

_ROUNDING = 1e-12


def around(value: nw.Expr, variance: nw.Expr, name: str, least: float | None = None) -> list[nw.Expr]:
    """NAME_low and NAME_high about a value, which cannot lie below `least`; null where the variance is.

    Rounding never takes the variance below 0.
    """
    half = Z * nw.when(variance > 0).then(variance).otherwise(variance * 0).sqrt()
    low = value - half if least is None else (value - half).clip(least, None)
    return [low.alias(f"{name}_low"), (value + half).alias(f"{name}_high")]


def shared(share: nw.Expr, n: nw.Expr, name: str) -> list[nw.Expr]:
    """NAME_low and NAME_high of a share of n, after Wilson 1927."""
    return [wilson(share, n, sign).alias(f"{name}_{end}") for sign, end in ((-1, "low"), (1, "high"))]


def of_mean(squares: nw.Expr, n: nw.Expr, mean: nw.Expr) -> nw.Expr:
    """The variance of a mean of n numbers by the sum of their squares; 0 where only rounding sets them apart."""
    apart = squares / n - mean * mean
    return nw.when(apart > _ROUNDING * squares / n).then(apart / n).otherwise(squares * 0)


def wilson(share: nw.Expr, n: nw.Expr, sign: int) -> nw.Expr:
    """The low (-1) or high (1) end of a share of n, after Wilson 1927, which stays within 0 and 1."""
    half = Z * (share * (1 - share) / n + Z**2 / (4 * n * n)).sqrt()
    return (share + Z**2 / (2 * n) + sign * half) / (1 + Z**2 / n)

"""Words of likelihood after the Intelligence Community Directive 203, from a rate that was counted."""

from __future__ import annotations

from bisect import bisect_right

from comity.languages import say

_BOUNDS = (0.05, 0.20, 0.45, 0.55, 0.80, 0.95)
_WORDS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even odds", "likely", "very likely",
    "almost certain",
)  # fmt: skip


def likelihood(rate: float) -> str:
    """The word for a rate from 0 to 1: 'likely' from 55 to 80 per cent. Raises `ValueError` outside."""
    if not 0 <= rate <= 1:
        raise ValueError(f"{rate} is no rate: give 0 to 1")
    return say(_WORDS[bisect_right(_BOUNDS, rate)])

"""The states a question is about: different ones, that the data tell of."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.flow import DYAD


def among(frame: nw.LazyFrame[Any], name: str, states: tuple[str, ...]) -> nw.LazyFrame[Any]:
    """The rows between two of these states, either way; there may be none.

    Raises `UsageError` for a state named twice and for one that no row of the frame tells of.
    """
    if len(set(states)) < len(states):
        raise UsageError(f"{', '.join(states)} name one state twice: give different ones, by their ISO3 codes")
    actor, recipient = (nw.col(side).is_in(states) for side in DYAD)
    rows = frame.filter(actor | recipient).select(*DYAD).unique().collect("polars").to_native()
    known = set(rows[DYAD[0]]) | set(rows[DYAD[1]])
    for state in states:
        if state not in known:
            raise UsageError(f"{name} has no act by or towards {state!r}: give codes that stand in it, as KHM")
    return frame.filter(actor & recipient & (nw.col(DYAD[0]) != nw.col(DYAD[1])))

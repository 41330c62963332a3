from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from comity.errors import UsageError
from comity.measures import co_movement

from .acts import monthly

QUIET, BUSY = [1, 0, 2], [7, 8, 9]
ACTS = pl.concat(
    [
        monthly("KHM", "THA", QUIET * 6 + BUSY * 6),
        monthly("KHM", "VNM", QUIET * 6 + BUSY * 6),
        monthly("LAO", "KHM", BUSY * 6 + QUIET * 6),
        monthly("KHM", "CHN", [2, 1, 3] * 12),
        monthly("KHM", "KOR", [0] * 35 + [1]),
    ]
)


@pytest.mark.parametrize(
    ("third", "change", "moved"), [("VNM", 7.0, "together"), ("LAO", -7.0, "apart"), ("CHN", 0.0, "not told")]
)
def test_a_third_state_moves_with_the_turn_or_against_it_or_nothing_can_be_told(
    third: str, change: float, moved: str
) -> None:
    (found,) = co_movement(ACTS, ("KHM", "THA", third)).to_dicts()
    assert (found["period"], found["n_before"], found["n_after"]) == (date(2011, 7, 1), 6, 6)
    assert (found["change_ab"], found["change_ac"], found["moved"]) == (7.0, change, moved)
    assert found["low"] <= change <= found["high"]


def test_too_few_acts_with_the_third_give_the_reason() -> None:
    (found,) = co_movement(ACTS, ("KHM", "THA", "KOR")).to_dicts()
    assert (found["change_ac"], found["moved"], found["insufficient"]) == (None, None, "0 acts, 10 are needed")
    (found,) = co_movement(ACTS, ("KHM", "KOR", "THA")).to_dicts()
    assert (found["period"], found["insufficient"]) == (None, "1 acts, 30 are needed")
    with pytest.raises(UsageError, match="KHM, THA, THA name one state twice"):
        co_movement(ACTS, ("KHM", "THA", "THA"))
    with pytest.raises(UsageError, match="span is 1: give 2 periods or more"):
        co_movement(ACTS, ("KHM", "THA", "KOR"), span=1)

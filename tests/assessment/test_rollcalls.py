from __future__ import annotations

import pytest

from assessment.rows import imported
from comity.assessment.holdings import Holdings
from comity.assessment.rollcalls import on_state
from comity.ledger import Ledger


@pytest.mark.parametrize(
    ("title", "is_on"),
    [
        ("Situation of human rights in the Syrian Arab Republic", True),
        ("The occupied Syrian Golan", False),
        ("Israeli settlements in the occupied Syrian Golan", False),
        ("Syrian draft resolution on the cost of translation", False),
    ],
)
def test_a_roll_call_is_on_a_state_that_it_names_not_on_one_that_moves_it_or_whose_land_it_is_on(
    ledger: Ledger, title: str, is_on: bool
) -> None:
    row = {
        "id": 1,
        "series": "voeten",
        "body": "UNGA",
        "session": 74,
        "date": "2019-12-18",
        "date_precision": "day",
    }
    imported(ledger, "roll_calls", [{**row, "resolution": "R/74/1", "title": title}])
    assert bool(on_state(Holdings(ledger), "SYR", "body = 'UNGA'")) is is_on

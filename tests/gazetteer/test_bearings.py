"""Which side of a state another lies on."""

import pytest

from comity.gazetteer.bearings import is_direction, lies


@pytest.mark.parametrize(
    ("code", "direction", "of"),
    [
        ("ZAF", "southern", "ZWE"),
        ("ZMB", "eastern", "AGO"),
        ("CHN", "northern", "NPL"),
        ("THA", "western", "KHM"),
        ("RUS", "eastern", "UKR"),
    ],
)
def test_a_state_lies_where_its_capital_lies(code: str, direction: str, of: str) -> None:
    assert lies(code, direction, of)
    opposite = {"northern": "southern", "southern": "northern", "eastern": "western", "western": "eastern"}
    assert not lies(code, opposite[direction], of)


def test_nothing_lies_beside_itself_or_beside_what_has_no_capital() -> None:
    assert not lies("KHM", "northern", "KHM")
    assert not lies("KHM", "northern", "EU")
    assert is_direction("western")
    assert not is_direction("upper")

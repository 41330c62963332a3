from __future__ import annotations

import pytest

from comity.assessment.numbers import number


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (12400.0, "12,400"), (3.0, "3"), (0.0, "0"), (2.246, "2.25"), (0.00142, "0.00142"),
        (0.00063, "0.0006"), (-0.00054, "-0.0005"), (0.00004, "nearly 0"), (-0.00001, "nearly 0"),
    ],
)  # fmt: skip
def test_numbers_have_three_digits_that_count_and_never_a_power_of_ten(value: float, words: str) -> None:
    assert number(value) == words


def test_an_interval_stands_behind_its_number() -> None:
    assert number(0.00063, (-0.165, 0.192)) == "0.0006 (-0.165 to 0.192)"

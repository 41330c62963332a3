from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from comity.measures.intervals import mean_interval, share_interval, sum_interval


@given(st.integers(1, 200), st.data())
def test_shares_have_the_interval_of_clopper_and_pearson(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    exact = binomtest(part, whole).proportion_ci(0.95, "exact")
    assert share_interval(part, whole) == pytest.approx((exact.low, exact.high), abs=1e-9)


def test_of_nothing_and_of_a_single_act_there_is_no_interval() -> None:
    assert share_interval(0, 0) is None
    assert mean_interval([4.0]) is None
    assert sum_interval([]) is None


def test_the_interval_of_a_mean_is_near_that_of_theory_for_many_acts() -> None:
    values = np.random.default_rng(1).normal(2.0, 3.0, 4000)
    low, high = mean_interval(values.tolist()) or (0.0, 0.0)
    half = 1.96 * values.std() / len(values) ** 0.5
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=half / 10)


def test_the_interval_of_a_sum_counts_that_there_might_have_been_more_or_fewer_acts() -> None:
    low, high = sum_interval([1.0] * 400) or (0.0, 0.0)
    assert (low, high) == pytest.approx((400 - 1.96 * 20, 400 + 1.96 * 20), rel=0.02)
    assert mean_interval([1.0] * 400) == (1.0, 1.0)


@given(st.lists(st.floats(-10, 10), min_size=2, max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_acts_does_not_matter_and_the_mean_lies_among_the_acts(
    values: list[float], random: object
) -> None:
    mixed = list(values)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    low, high = mean_interval(values) or (0.0, 0.0)
    assert mean_interval(mixed) == (low, high)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9

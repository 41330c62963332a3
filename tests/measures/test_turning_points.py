from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import polars as pl
import pytest
import ruptures
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import Asked, turning_points
from comity.measures.turning_points import segments

from .acts import monthly
from .conftest import Make

KHM_THA = ("KHM", "THA")
# 18 quiet months, 6 of fighting, 12 quiet ones.
WAR = pl.concat([monthly("KHM", "THA", [1, 0, 1] * 6 + [9, 11, 10, 8, 12, 10] + [0, 1, 1] * 4),
                 monthly("THA", "LAO", [0] * 35 + [1])])  # fmt: skip


def test_a_war_turns_twice_with_its_levels_and_the_acts_that_began_it(make: Make) -> None:
    found = turning_points(make(WAR), KHM_THA)
    assert found.points["period"].to_list() == [date(2011, 7, 1), date(2012, 1, 1)]
    first, second = found.points.to_dicts()
    assert (first["n_before"], first["n_after"], second["n_after"]) == (18, 6, 12)
    assert (first["before"], first["after"]) == pytest.approx((2 / 3, 10))
    assert first["after_low"] < 10 < first["after_high"] < 12.1
    assert first["strength"] > 1
    assert found.acts["date"].to_list() == [date(2011, 6, 1)] + [date(2011, 7, day) for day in (1, 2, 3, 4)]
    assert (found.n_periods, found.n_acts, found.insufficient) == (36, 80, None)


def test_the_penalty_is_the_stated_one_and_a_higher_one_leaves_fewer_points() -> None:
    found = turning_points(WAR, KHM_THA)
    roots = np.sqrt(found.series["value"].to_numpy())
    variance = sum((b - a) ** 2 for a, b in pairwise(roots)) / (2 * 35)
    assert found.penalty == pytest.approx(2 * variance * np.log(36))
    assert turning_points(WAR, KHM_THA, penalty=10 * found.penalty).points.is_empty()


Values = st.lists(st.integers(-5, 5), min_size=6, max_size=18)


@given(Values, st.floats(0.1, 20), st.integers(1, 3))
@settings(deadline=None, max_examples=60)
def test_the_segments_cost_as_little_as_the_best_that_ruptures_finds_for_any_number_of_points(
    values: list[int], penalty: float, min_length: int
) -> None:
    signal = np.array(values, float)
    cost = ruptures.costs.CostL2().fit(signal)
    search = ruptures.Dynp("l2", min_size=min_length, jump=1).fit(signal)
    most = len(values) // min_length - 1
    ends = [[len(values)], *(search.predict(n) for n in range(1, most + 1))]
    best = min(cost.sum_of_costs(some) + penalty * (len(some) - 1) for some in ends)
    found = segments(signal, penalty, min_length)
    assert cost.sum_of_costs([*found, len(values)]) + penalty * len(found) == pytest.approx(best, abs=1e-6)
    assert all(b - a >= min_length for a, b in zip([0, *found], [*found, len(values)], strict=True))


def test_a_split_that_pruning_takes_by_mistake_is_not_taken() -> None:
    assert segments(np.array([0.0, 1, 0, 0, 1]), 0.1, 2) == []


def test_few_acts_or_months_give_no_points_but_the_reason() -> None:
    few = turning_points(WAR, ("THA", "LAO"))
    assert few.points.is_empty()
    assert few.insufficient == "1 acts, 30 are needed"
    short = turning_points(WAR, KHM_THA, Asked("quarter"))
    assert short.insufficient == "12 periods, 24 are needed"


def test_a_direction_and_a_window_are_kept_to() -> None:
    assert turning_points(WAR, ("THA", "KHM"), Asked(directed=True)).n_acts == 0
    within = turning_points(WAR, KHM_THA, Asked(window=(date(2010, 1, 1), date(2011, 12, 31))))
    assert within.points["period"].to_list() == [date(2011, 7, 1)]
    with pytest.raises(
        UsageError, match="2009-01-01 to 2011-12-31 is not within the data, which reach from 2010-01"
    ):
        turning_points(WAR, KHM_THA, Asked(window=(date(2009, 1, 1), date(2011, 12, 31))))


def test_the_periods_of_a_window_count_whole() -> None:
    middle = turning_points(WAR, KHM_THA, Asked(window=(date(2011, 7, 5), date(2011, 8, 2))))
    assert middle.series.select("period", "n").rows() == [(date(2011, 7, 1), 9), (date(2011, 8, 1), 11)]


def test_acts_in_another_order_give_the_same_bytes() -> None:
    mixed = WAR.sample(fraction=1, shuffle=True, seed=3)
    one, other = turning_points(WAR, KHM_THA), turning_points(mixed, KHM_THA)
    assert one.points.equals(other.points)
    assert one.acts.equals(other.acts)


def test_scores_are_of_one_scale_and_counts_need_none() -> None:
    bare = WAR.drop("score")
    assert turning_points(bare, KHM_THA).points.equals(turning_points(WAR, KHM_THA).points)
    mixed = pl.concat([WAR.with_columns(score_scale=pl.lit(scale)) for scale in ("cameo", "plover")])
    with pytest.raises(UsageError, match="events has scores of cameo, plover, which do not add: choose one"):
        turning_points(mixed, KHM_THA, Asked(weight="score"))
    chosen = turning_points(mixed, KHM_THA, Asked(weight="score", scale="cameo"))
    assert (chosen.n_acts, chosen.points["change"][0]) == (80, pytest.approx(-5 * (10 - 2 / 3)))


@pytest.mark.parametrize(
    ("states", "asked", "said"),
    [
        (("KHM", "KHM"), Asked(), "name one state twice"),
        (("KHM", "XXX"), Asked(), "events has no act by or towards 'XXX'"),
        (KHM_THA, Asked(weight="warmth"), "'warmth' is no weight of acts: choose one of score"),
    ],
)
def test_what_cannot_be_asked_is_told(states: tuple[str, str], asked: Asked, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        turning_points(WAR, states, asked)

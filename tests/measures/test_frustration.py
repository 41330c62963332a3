from __future__ import annotations

import itertools
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import frustration

from .test_triads import GRAPHS, YEAR, Signed, frame


def enemies(states: int) -> Signed:
    return dict.fromkeys(itertools.combinations(range(states), 2), -1)


@pytest.mark.parametrize(("states", "index"), [(2, 0), (3, 1), (4, 2), (5, 4), (6, 6), (9, 16)])
def test_among_enemies_all_but_the_largest_cut_is_frustrated(states: int, index: int) -> None:
    assert index == states * (states - 1) // 2 - states**2 // 4
    assert frustration(frame(enemies(states))).index == index


@given(GRAPHS)
@settings(deadline=None, max_examples=30)
def test_the_index_and_the_pairs_at_odds_are_those_of_all_divisions_tried_out(graph: Signed) -> None:
    states = sorted({one for pair in graph for one in pair})
    costs = {}
    for camps in itertools.product((0, 1), repeat=len(states)):
        side = dict(zip(states, camps, strict=True))
        costs[camps] = {pair for pair, sign in graph.items() if (side[pair[0]] == side[pair[1]]) != (sign > 0)}
    least = min(len(odd) for odd in costs.values())
    best = [odd for odd in costs.values() if len(odd) == least]
    found = frustration(frame(graph))
    assert (found.index, found.n_divisions * 2) == (least, len(best))
    for row in found.pairs.to_dicts():
        pair = int(row["a"][1:]), int(row["b"][1:])
        assert row["share"] == pytest.approx(sum(pair in odd for odd in best) / len(best))
        camp = [row["a"] in found.camps[0], row["b"] in found.camps[0]]
        assert row["is_frustrated"] == ((camp[0] == camp[1]) != (row["sign"] > 0))
    assert found.pairs["is_frustrated"].sum() == least
    assert found.balance == pytest.approx(1 - 2 * least / len(graph))


@given(GRAPHS, st.integers(0, 7))
@settings(deadline=None, max_examples=20)
def test_turning_all_signs_of_a_state_changes_nothing(graph: Signed, state: int) -> None:
    turned = {pair: -sign if state in pair else sign for pair, sign in graph.items()}
    assert frustration(frame(turned)).index == frustration(frame(graph)).index


def test_twenty_states_are_done_and_more_are_refused() -> None:
    ring = {(a, a + 1): -1 for a in range(19)} | {(0, 19): 1}
    assert frustration(frame(ring)).index == 1
    with pytest.raises(UsageError, match="21 states have a sign in 2024-01-01: choose at most 20 of them"):
        frustration(frame({(a, a + 1): 1 for a in range(20)}))


def test_one_period_is_asked_for_and_has_to_be_there() -> None:
    both = pl.concat([frame(enemies(3)), frame(enemies(4)).with_columns(period=pl.date(2025, 1, 1))])
    assert [frustration(both, day).n_states for day in (YEAR, date(2025, 1, 1))] == [3, 4]
    with pytest.raises(UsageError, match="signs are of 2 periods, 2024-01-01 to 2025-01-01: name the one meant"):
        frustration(both)
    with pytest.raises(UsageError, match="no pair has a sign in 2020-01-01"):
        frustration(both, date(2020, 1, 1))


def test_the_interval_is_that_of_redrawn_signs_and_holds_the_index() -> None:
    ring = {(a, a + 1): 1 for a in range(6)} | {(0, 6): 1}
    sure = frame(ring).with_columns(z=pl.lit(9.0))
    assert (frustration(sure).index, frustration(sure).interval) == (0, (0.0, 0.0))
    # A ring is frustrated once or never, by whether its negative signs are odd: here a toss of a coin.
    unsure = frame(ring).with_columns(z=pl.when(pl.col("a") == "S2").then(0.0).otherwise(9.0))
    assert frustration(unsure).interval == (0.0, 1.0)
    assert frustration(frame(ring)).interval is None
    assert frustration(unsure).last == date(2024, 12, 31)

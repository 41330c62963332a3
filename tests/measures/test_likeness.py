from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from comity.measures import vote_agreement, vote_kappa, vote_pi, vote_s_absolute, vote_s_squared

from .conftest import Make, rows

WORDS = {1: "yes", 0: "abstain", -1: "no"}
VOTE = st.sampled_from([1, 0, -1])


def counts(pairs: list[tuple[int, int]]) -> pl.DataFrame:
    cells = {f"{one}_{other}": 0 for one in WORDS.values() for other in WORDS.values()}
    for x, y in pairs:
        cells[f"{WORDS[x]}_{WORDS[y]}"] += 1
    weight = float(len(pairs))
    return pl.DataFrame({"n": [len(pairs)], "weight": [weight], "effective": [weight], **cells})


EACH = (vote_agreement, vote_s_absolute, vote_s_squared, vote_pi, vote_kappa)


def all_of(joint: object) -> dict[str, float]:
    for one in EACH:
        joint = one(joint)
    return rows(joint)[0]


# Of 10 roll calls 6 alike (4 yes, 2 no), 3 a step apart (yes and abstention), 1 two steps apart (yes and no).
# Means 6/10 and 1/10; mean squares 1 and 7/10; mean squared distance 7/10.
BY_HAND = counts([(1, 1)] * 4 + [(-1, -1)] * 2 + [(1, 0)] * 3 + [(1, -1)])


def test_each_likeness_has_the_value_worked_out_by_hand(make: Make) -> None:
    joint = make(BY_HAND)
    found = {name: value for one in EACH for name, value in rows(one(joint))[0].items()}
    assert found == pytest.approx(all_of(BY_HAND))
    assert found["agreement"] == pytest.approx((6 + 3 * 0.5) / 10)
    assert found["pi"] == pytest.approx(1 - 0.7 / (1 + 0.7 - 0.7**2 / 2))
    for name in ("agreement", "s_absolute", "s_squared", "pi", "kappa"):
        assert found[f"{name}_low"] < found[name] < found[f"{name}_high"]
        assert found[f"{name}_insufficient"] is None
    assert found["s_absolute"] == pytest.approx(1 - 2 * (3 * 1 + 1 * 2) / 20)
    assert found["s_squared"] == pytest.approx(1 - 2 * (3 * 1 + 1 * 4) / 40)
    assert found["kappa"] == pytest.approx(1 - 0.7 / (1 + 0.7 - 2 * 0.6 * 0.1))


PAIRS = st.lists(st.tuples(VOTE, VOTE), min_size=10, max_size=60)


@settings(deadline=None, max_examples=40)
@given(PAIRS)
def test_kappa_is_that_of_another_program_and_all_lie_in_their_ranges(pairs: list[tuple[int, int]]) -> None:
    found = all_of(counts(pairs))
    x, y = np.array(pairs).T
    assert 0 <= found["agreement_low"] <= found["agreement"] <= found["agreement_high"] + 1e-9 <= 1 + 2e-9
    if len({*x, *y}) == 1:
        assert found["pi"] is None
        assert found["pi_low"] is None
        assert found["kappa_insufficient"] == "all votes of both are the same"
        return
    for name in ("s_absolute", "s_squared", "pi", "kappa"):
        assert -1 - 1e-9 <= found[f"{name}_low"] <= found[name] + 1e-9
        assert found[name] - 1e-9 <= found[f"{name}_high"] <= 1 + 1e-9
    assert found["kappa"] == pytest.approx(cohen_kappa_score(x, y, labels=[-1, 0, 1], weights="quadratic"))
    pooled = np.concatenate([x, y])
    assert found["pi"] == pytest.approx(1 - np.mean((x - y) ** 2) / (2 * pooled.var()))


@settings(deadline=None, max_examples=40)
@given(PAIRS)
def test_who_comes_first_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    one, other = all_of(counts(pairs)), all_of(counts([(y, x) for x, y in pairs]))
    for name in ("agreement", "s_squared", "pi", "pi_low", "kappa", "kappa_high"):
        assert one[name] == pytest.approx(other[name], abs=1e-9)


def test_intervals_of_pi_and_kappa_are_those_of_drawing_the_roll_calls_again() -> None:
    random = np.random.default_rng(7)
    x = random.choice([1, 0, -1], 120, p=[0.6, 0.2, 0.2])
    y = np.where(random.random(120) < 0.6, x, random.choice([1, 0, -1], 120))
    found = all_of(counts([(int(a), int(b)) for a, b in zip(x, y, strict=True)]))
    drawn = random.integers(0, 120, (4000, 120))
    distance = ((x - y) ** 2)[drawn].mean(axis=1)
    spread = x[drawn].var(axis=1) + y[drawn].var(axis=1)
    apart = (x[drawn].mean(axis=1) - y[drawn].mean(axis=1)) ** 2
    for name, chance in (("pi", spread + apart / 2), ("kappa", spread + apart)):
        low, high = np.percentile(1 - distance / chance, [2.5, 97.5])
        assert (found[f"{name}_low"], found[f"{name}_high"]) == pytest.approx((low, high), abs=0.03)


def test_votes_that_never_differ_leave_doubt_all_the_same() -> None:
    few, many = (all_of(counts(([(1, 1)] * 3 + [(-1, -1)] * 2) * times)) for times in (2, 20))
    assert few["pi"] == many["pi"] == 1
    assert few["pi_low"] < many["pi_low"] < 1
    assert few["agreement_low"] == pytest.approx(10 / (10 + 1.959963984540054**2))


def test_few_common_roll_calls_give_a_reason_and_no_number() -> None:
    found = all_of(counts([(1, 1), (1, -1), (-1, -1)]))
    assert [found[name] for name in ("agreement", "s_absolute_low", "pi", "pi_high", "kappa")] == [None] * 5
    assert found["agreement_insufficient"] == found["pi_insufficient"] == "fewer than 10 common roll calls"

"""Ends that are told as closed forms of a bootstrap, beside one that draws the acts again and measures anew."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest
from numpy.typing import NDArray

from comity.measures import flow, pri_balance, pri_mean, signs

from .conftest import Make, rows, without_spark

DRAWS = 8_000
THERE = np.random.default_rng(3).choice([-5.0, -0.4, 1.0, 3.4, 7.0], 90)
BACK = np.random.default_rng(4).choice([-9.0, -2.0, 2.8, 6.4], 60)
Scores = NDArray[np.float64]


def acts(there: Scores, back: Scores) -> pl.DataFrame:
    ways = [("KHM", "KOR", float(g)) for g in there] + [("KOR", "KHM", float(g)) for g in back]
    frame = pl.DataFrame(ways, ["actor_country", "recipient_country", "score"], orient="row")
    quad = pl.when(pl.col("score") > 0).then(pl.lit("verbal_cooperation")).otherwise(pl.lit("material_conflict"))
    return frame.with_columns(quad=quad, date=pl.lit(date(2024, 2, 9)))


EVENTS = acts(THERE, BACK)


def often(scores: Scores, seed: int) -> NDArray[np.int64]:
    """How often each act comes about in each draw, their number varying too."""
    return np.random.default_rng(seed).poisson(1.0, (DRAWS, len(scores)))


def anew(scores: Scores, seed: int) -> Scores:
    """The mean of each draw of as many acts."""
    return np.random.default_rng(seed).choice(scores, (DRAWS, len(scores))).mean(axis=1)


def near(row: dict[str, float], name: str, drawn: Scores) -> None:
    low, high = np.percentile(drawn, [2.5, 97.5])
    told = row[f"{name}_low"], row[f"{name}_high"]
    assert told == pytest.approx((low, high), abs=0.06 * (high - low))


def test_sums_parts_and_means_of_a_flow() -> None:
    found = flow(EVENTS, "month").filter(actor_country="KHM").row(0, named=True)
    weights = often(THERE, 5)
    near(found, "score_sum", weights @ THERE)
    near(found, "positive", weights @ np.maximum(THERE, 0))
    near(found, "negative", weights @ np.maximum(-THERE, 0))
    near(found, "score_mean", anew(THERE, 6))


@without_spark
def test_the_two_readings_of_pri(make: Make) -> None:
    found = rows(pri_balance(pri_mean(flow(make(EVENTS), "month"))), "actor_country")[0]
    weights = often(THERE, 7)
    good, bad = weights @ np.maximum(THERE, 0), weights @ np.maximum(-THERE, 0)
    near(found, "pri_balance", 10 * (good - bad) / (good + bad))
    near(found, "pri_mean", anew(THERE, 8))


@pytest.mark.parametrize("by", ["score_sum", "score_mean", "quads"])
def test_values_of_pairs_by_each_rule(by: str) -> None:
    (found,) = signs(flow(EVENTS, "month"), by).to_dicts()  # type: ignore[arg-type]
    one, other = often(THERE, 9), often(BACK, 10)
    drawn = {
        "score_sum": one @ THERE + other @ BACK,
        "score_mean": (anew(THERE, 11) + anew(BACK, 12)) / 2,
        "quads": one @ np.sign(THERE) + other @ np.sign(BACK),
    }
    near(found, "value", drawn[by])
    assert found["z"] == pytest.approx(found["value"] / drawn[by].std(), rel=0.05)


def test_a_balance_of_good_acts_only_is_that_of_a_share_of_equal_ones() -> None:
    # Twelve acts of one score: Wilson's lower end of 12 in 12 is 12 / (12 + 1.96^2).
    found = pri_balance(flow(acts(np.full(12, 3.0), BACK), "month")).filter(actor_country="KHM").row(0, named=True)
    assert found["pri_balance"] == 10
    assert found["pri_balance_low"] == pytest.approx(20 * 12 / (12 + 1.959963984540054**2) - 10)
    assert found["pri_balance_high"] == pytest.approx(10)
    # Of unequal ones as many as Kish counts: (sum of g)^2 / (sum of g^2).
    uneven = pri_balance(flow(acts(np.array([1.0] * 6 + [8.0]), BACK), "month")).filter(actor_country="KHM")
    equal = 14**2 / (6 + 64)
    assert uneven["pri_balance_low"][0] == pytest.approx(20 * equal / (equal + 1.959963984540054**2) - 10)


def test_acts_that_are_all_neither_good_nor_bad_have_no_balance() -> None:
    found = pri_balance(flow(acts(np.zeros(4), BACK), "month")).filter(actor_country="KHM").row(0, named=True)
    assert [found[f"pri_balance{end}"] for end in ("", "_low", "_high")] == [None] * 3

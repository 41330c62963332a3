from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import balance

from .conftest import Make

SCHEMA = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "score": pl.Float64}
DAY = date(2024, 1, 9)
ACTS = pl.DataFrame(
    [
        *[(DAY, "KOR", "KHM", 10.0)] * 3,
        *[(DAY, "KHM", "KOR", 4.0)] * 5,
        *[(DAY, "KHM", "KOR", -2.0)] * 4,
        (DAY, "KHM", "KOR", 0.0),
        (DAY, "KHM", "KOR", None),
        (date(2024, 5, 2), "KHM", "THA", -9.0),
    ],
    SCHEMA,
    orient="row",
)


def test_good_and_bad_are_balanced_apart_with_the_acts_of_either_side(make: Make) -> None:
    bad, good = balance(make(ACTS), between=("KOR", "KHM")).rows(named=True)
    assert (good["one"], good["other"], good["period"], good["sign"]) == (
        "KHM",
        "KOR",
        date(2024, 1, 1),
        "positive",
    )
    assert (good["n_there"], good["n_back"], good["there"], good["back"]) == (5, 3, 20.0, 30.0)
    assert good["balance"] == pytest.approx(1 - 10 / 50)
    assert good["low"] < good["balance"] < good["high"]
    assert (bad["n_there"], bad["n_back"], bad["balance"], bad["low"]) == (4, 0, None, None)
    assert bad["insufficient"] == "4 acts; at least 5 are needed"
    assert (good["first"], good["last"]) == (DAY, date(2024, 5, 2))


def test_one_side_only_is_no_balance_and_does_not_show_that_nothing_comes_back() -> None:
    acts = pl.DataFrame([(DAY, "KHM", "KOR", 3.0)] * 20, SCHEMA, orient="row")
    # None of 20 acts came back: at most 1 - 0.025^(1/20) of all may, which would balance twice that.
    most = 1 - 0.025 ** (1 / 20)
    assert balance(acts).select("balance", "low", "high").row(0) == (0.0, 0.0, pytest.approx(2 * most))


def test_an_even_exchange_of_many_acts_lies_in_its_interval() -> None:
    ways = (("KHM", "KOR"), ("KOR", "KHM"))
    acts = [(DAY, *way, 1 + step / 7) for way in ways for step in range(400)]
    row = balance(pl.DataFrame(acts, SCHEMA, orient="row")).row(0, named=True)
    assert (row["balance"], row["high"]) == (1.0, 1.0)
    assert 0.85 < row["low"] < 1


def test_all_periods_together_may_be_asked_for() -> None:
    later = ACTS.with_columns(pl.lit(date(2025, 7, 1)).alias("date"))
    (good,) = balance(pl.concat([ACTS, later]), None).filter(sign="positive").rows(named=True)
    assert (good["period"], good["n_there"], good["balance"]) == (None, 10, pytest.approx(0.8))


def test_the_interval_is_that_of_a_bootstrap_of_single_acts() -> None:
    there, back = [1.0, 2.5, 4.0] * 7, [2.5, 7.0] * 6
    rows = [*((DAY, "KHM", "KOR", score) for score in there), *((DAY, "KOR", "KHM", score) for score in back)]
    row = balance(pl.DataFrame(rows, SCHEMA, orient="row")).row(0, named=True)
    random = np.random.default_rng(1)
    one, other = (random.poisson(1, (20_000, len(side))) @ np.array(side) for side in (there, back))
    least, most = np.percentile((one - other) / (one + other), [2.5, 97.5])
    assert least < 0 < most
    assert (row["low"], row["high"]) == pytest.approx((1 - max(-least, most), 1), abs=0.03)


ACT = st.tuples(st.sampled_from(["KHM", "KOR", "THA"]), st.sampled_from(["KHM", "KOR", "THA"]), st.floats(-10, 10))


@given(st.lists(ACT, min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_order_and_direction_do_not_matter_and_balance_lies_between_none_and_all(
    acts: list[tuple[str, str, float]], random: object
) -> None:
    whole = [(DAY, "KHM", "KOR", 1.0), *((DAY, *act) for act in acts)]
    mixed = list(whole)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (balance(pl.DataFrame(some, SCHEMA, orient="row")) for some in (whole, mixed))
    assert one.equals(other)
    known = one.filter(pl.col("balance").is_not_null())
    for row in known.to_dicts():
        assert -1e-12 <= row["low"] <= row["balance"] + 1e-12
        assert row["balance"] - 1e-12 <= row["high"] <= 1
    turned = balance(pl.DataFrame([(day, to, by, score) for day, by, to, score in whole], SCHEMA, orient="row"))
    assert turned["balance"].to_list() == pytest.approx(one["balance"].to_list(), nan_ok=True)
    alone = balance(pl.DataFrame(whole, SCHEMA, orient="row"), between=("KHM", "KOR"))
    assert alone.equals(one.filter(one="KHM", other="KOR"))


def test_a_state_with_itself_is_told() -> None:
    with pytest.raises(UsageError, match="KHM, KHM name one state twice"):
        balance(ACTS, between=("KHM", "KHM"))

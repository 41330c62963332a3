from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import decay

from .conftest import Make

SCHEMA = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "score": pl.Float64}
ACTS = pl.DataFrame(
    [
        (date(2024, 1, 21), "KHM", "KOR", 8.0),
        (date(2024, 1, 31), "KHM", "KOR", -2.0),
        (date(2024, 1, 31), "KHM", "KOR", None),
        (date(2024, 3, 31), "KOR", "KHM", 4.0),
    ],
    SCHEMA,
    orient="row",
)


def test_an_act_weighs_half_after_a_half_life_and_periods_without_acts_have_their_row(make: Make) -> None:
    found = decay(make(ACTS), 10.0).filter(actor_country="KHM")
    january = 8.0 / 2 - 2.0
    assert found["day"].to_list() == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)]
    assert found["decayed"].to_list() == pytest.approx([january, january * 2**-2.9, january * 2**-6.0])
    assert found["weight"].to_list()[0] == pytest.approx(1.5)
    assert found["n"].to_list() == [2, 2, 2]


def test_the_interval_has_the_spread_of_a_poisson_bootstrap() -> None:
    first = decay(ACTS, 10.0).row(0, named=True)
    half = 1.959964 * (4.0**2 + 2.0**2) ** 0.5
    assert (first["low"], first["high"]) == pytest.approx((2.0 - half, 2.0 + half))


def test_a_dyad_has_rows_from_its_first_act_to_the_end_of_the_data() -> None:
    assert decay(ACTS, 10.0).filter(actor_country="KOR")["period"].to_list() == [date(2024, 3, 1)]


@pytest.mark.parametrize("half_life", [0.01, 1.0, 36_500.0])
def test_decades_of_days_and_short_half_lives_stay_finite(half_life: float) -> None:
    days = [date(1946, 1, 1) + timedelta(31 * step) for step in range(900)]
    acts = pl.DataFrame([(day, "KHM", "KOR", 1.0) for day in days], SCHEMA, orient="row")
    last = decay(acts, half_life, "year").row(-1, named=True)
    exact = sum(2.0 ** -((last["day"] - day).days / half_life) for day in days)
    assert last["decayed"] == pytest.approx(exact)
    assert last["n"] == 900


DAYS = st.tuples(
    st.dates(date(2020, 1, 1), date(2022, 12, 31)),
    st.sampled_from(["KHM", "KOR"]),
    st.floats(-10, 10),
)


@given(st.lists(DAYS, min_size=1, max_size=30), st.floats(1, 1000), st.sampled_from(["week", "month", "quarter"]))
def test_the_state_carried_on_is_the_sum_over_all_acts(
    acts: list[tuple[date, str, float]], half_life: float, period: str
) -> None:
    whole = [(day, actor, "KOR" if actor == "KHM" else "KHM", score) for day, actor, score in acts]
    for row in decay(pl.DataFrame(whole, SCHEMA, orient="row"), half_life, period).iter_rows(named=True):  # type: ignore[arg-type]
        past = [(act[0], act[3]) for act in whole if act[1] == row["actor_country"] and act[0] <= row["day"]]
        exact = sum(score * 2 ** (-(row["day"] - day).days / half_life) for day, score in past)
        assert row["decayed"] == pytest.approx(exact, abs=1e-9)
        assert row["low"] <= row["decayed"] <= row["high"]


@pytest.mark.parametrize(
    ("half_life", "between", "said"),
    [
        (0.0, None, "the half-life is 0.0: give days above 0"),
        (float("nan"), None, "the half-life is nan"),
        (9.0, ("KHM", "KHM"), "KHM, KHM name one state twice"),
        (9.0, ("KHM", "XKX"), "no act by or towards 'XKX'"),
    ],
)
def test_what_cannot_be_asked_is_told(half_life: float, between: tuple[str, str] | None, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        decay(ACTS, half_life, between=between)
    with pytest.raises(UsageError, match="no act between the states asked for has a score"):
        decay(ACTS.with_columns(score=pl.lit(None, pl.Float64)), 9.0)

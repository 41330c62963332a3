"""Promises between Seoul and Phnom Penh, and what became of them; sentences and dates are made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from comity.errors import UsageError
from comity.measures import delivery, promises
from comity.measures.survival import curve, median, share_by

from .conftest import Make
from .readings import act, acts

UNTIL = date(2024, 12, 31)
TOLD = acts(
    act("KOR>KHM", "AGREE", "2023-01-10", cameo="033", sentence="Seoul promised two water plants."),
    act("KOR>KHM", "AGREE", "2023-02-01", cameo="033", sentence="Seoul promised rice."),
    act("KOR>KHM", "AID", "2023-06-10", cameo="073", sentence="South Korea delivered rice to Cambodia."),
    act("KHM>KOR", "AGREE", "2023-03-01", cameo="036", sentence="The two ministers will meet again."),
    act("KOR>KHM", "CONSULT", "2023-03-31", mode="visit", cameo="042"),
    act("KHM>KOR", "AID", "2023-07-01", cameo="073", sentence="Cambodia sent rice."),
    act("KHM>KOR", "CONSULT", "2024-06-01", mode="visit", status="future", published=date(2024, 3, 1)),
    act("KHM>KOR", "CONSULT", "2024-06-03", mode="visit", cameo="042"),
    act("KOR>KHM", "AGREE", "2023-05-01", cameo="030", contexts="economic;technology"),
    act("KOR>KHM", "COOPERATE", "2023-09-01", cameo="061", contexts="military"),
    act("KOR>KHM", "COOPERATE", "2023-08-01", cameo="061", contexts="economic", status="hypothetical"),
    act("KOR>KHM", "AGREE", "2023-05-01", cameo="033", status="negated"),
    act("KOR>KHM", "AGREE", "2025-05-01", cameo="033"),
    act("KOR>KHM", "AGREE", None, cameo="033", sentence="Seoul once promised a bridge."),
)


def told(frame: pl.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    return frame.select(names).rows()


def test_each_promise_meets_the_first_later_act_of_its_kind_between_the_two(make: Make) -> None:
    found = promises(make(TOLD), UNTIL)
    assert told(found, "promiser", "promise", "made", "kept", "days") == [
        ("KHM", "talks", date(2023, 3, 1), date(2023, 3, 31), 30),
        ("KHM", "visit", date(2024, 3, 1), date(2024, 6, 3), 94),
        ("KOR", "aid", None, None, None),
        ("KOR", "aid", date(2023, 1, 10), date(2023, 6, 10), 151),
        ("KOR", "aid", date(2023, 2, 1), None, 699),
        ("KOR", "economic cooperation", date(2023, 5, 1), None, 610),
    ]
    kept = found.row(3, named=True)
    assert kept["made_sentence"] == "Seoul promised two water plants."
    assert kept["kept_sentence"] == "South Korea delivered rice to Cambodia."


def test_an_act_keeps_the_oldest_promise_only_unless_told_otherwise() -> None:
    aid = promises(TOLD, UNTIL, one_each=False).filter(promise="aid").drop_nulls("made")
    assert told(aid, "kept_by", "days") == [("e02", 151), ("e02", 129)]


def test_reports_of_one_act_are_one_promise_and_several_promisers_are_several() -> None:
    twice = acts(
        act("KOR;JPN>KHM", "AGREE", "2023-01-10", cameo="033", act="x"),
        act("KOR;JPN>KHM", "AGREE", "2023-01-10", cameo="033", act="x"),
    )
    assert told(promises(twice, UNTIL), "promiser", "made_by") == [("JPN", "e00"), ("KOR", "e00")]


def test_an_act_whose_day_is_not_known_to_be_later_keeps_nothing() -> None:
    vague = acts(
        act("KOR>KHM", "AGREE", "2023-05", cameo="033"),
        act("KOR>KHM", "AID", "2023-05-20"),
        act("KOR>KHM", "AID", "2023-06-01", date_end=date(2023, 12, 31)),
        act("KOR>KHM", "AID", "2023-07"),
    )
    assert told(promises(vague, UNTIL), "made", "kept_by", "days") == [(date(2023, 5, 31), "e03", 31)]


def _made(*days: tuple[int, bool]) -> pl.DataFrame:
    """Promises made on one day each so that they were kept, or last seen open, after so many days."""
    rows = [
        {"promiser": "KOR", "promisee": "KHM", "promise": "aid", "made": UNTIL - timedelta(days=length),
         "kept": UNTIL if is_kept else None, "days": length, "until": UNTIL}
        for length, is_kept in days
    ]  # fmt: skip
    return pl.DataFrame(rows, schema_overrides={"kept": pl.Date})


def test_open_promises_count_as_long_as_they_were_watched() -> None:
    # by hand: 1 - 5/6 at 10; two more watched to 20 and 25; 1 of 3 kept on 30, 1 of 2 on 40: open 5/6 * 2/3 * 1/2
    found = _made((10, True), (20, False), (25, False), (30, True), (40, True), (50, False))
    row = delivery(found, months=45 / 30.4375).filter(promise="all").row(0, named=True)
    assert row["share_kept"] == pytest.approx(1 - 5 / 6 * 2 / 3 / 2)
    assert (row["n"], row["n_kept"], row["n_open"], row["n_undated"]) == (6, 3, 3, 0)
    assert row["median_days"] == 40
    assert row["insufficient"] is None
    assert 0 <= row["share_low"] < row["share_kept"] < row["share_high"] <= 1
    assert (row["since"], row["until"]) == (UNTIL - timedelta(days=50), UNTIL)


def test_too_few_promises_or_too_short_a_watch_give_no_share() -> None:
    few = delivery(_made((10, True), (20, False))).row(0, named=True)
    assert (few["share_kept"], few["median_days"]) == (None, None)
    assert few["insufficient"] == "promises with a day: 2, wanted are 5"
    short = delivery(_made(*[(day, False) for day in range(10, 60, 10)])).row(0, named=True)
    assert short["insufficient"] == "no promise was watched for 12 months: the longest for 50 days"


def test_none_and_all_kept_have_exact_bounds() -> None:
    none = share_by(curve(np.array([30.0, 40, 50]), np.zeros(3, bool)), 35)
    assert none == (0.0, (0.0, pytest.approx(1 - 0.025**0.5)))  # two watched so long
    every = share_by(curve(np.array([30.0, 40, 50]), np.ones(3, bool)), 365)
    assert every == (1.0, (pytest.approx(0.025 ** (1 / 3)), 1.0))


WATCHED = st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=6, max_size=60)


@given(WATCHED)
def test_the_estimate_is_that_of_statsmodels(watched: list[tuple[int, bool]]) -> None:
    days, kept = np.array([one[0] for one in watched], float), np.array([one[1] for one in watched])
    if not kept.any():
        return
    found, known = curve(days, kept), SurvfuncRight(days, kept.astype(int))
    assert found.open == pytest.approx(known.surv_prob)
    partly = found.open > 0
    error = found.open[partly] * np.sqrt(found.greenwood[partly])
    assert error == pytest.approx(known.surv_prob_se[partly])
    middle, low, high = median(found)
    if not np.isclose(found.open, 0.5).any():  # at exactly one half statsmodels waits for the next day
        assert (np.nan if middle is None else middle) == pytest.approx(known.quantile(0.5), nan_ok=True)
    bounds = known.quantile_ci(0.5, method="cloglog") if found.open.min() > 0 else (np.nan, np.nan)
    if not np.isnan(bounds[0]):
        assert low == bounds[0]
        assert high == bounds[1] if high else np.isinf(bounds[1])


def test_what_is_no_promise_is_told() -> None:
    with pytest.raises(UsageError, match="no promise until 2020-01-01"):
        promises(TOLD.drop_nulls("date_start"), date(2020, 1, 1))
    with pytest.raises(UsageError, match="0 months are no time"):
        delivery(_made((1, True)), 0)
    with pytest.raises(UsageError, match="a rule of promises has no name"):
        promises(TOLD, UNTIL, kinds=[{"promise_event_type": "AGREE"}])

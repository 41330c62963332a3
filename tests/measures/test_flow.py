from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from comity.errors import UsageError
from comity.measures import flow, pri_balance, pri_mean, type_counts
from comity.measures.intervals import mean_interval, sum_interval

from .conftest import Make, rows, without_spark

EVENTS = pl.DataFrame(
    [
        (date(2024, 1, 3), "KHM", "KOR", "CONSULT", "verbal_cooperation", 4.0, "p", False),
        (date(2024, 1, 31), "KHM", "KOR", "ACCUSE", "verbal_conflict", -2.0, "p", False),
        (date(2024, 1, 31), "KHM", "KOR", "ACCUSE", "verbal_conflict", -2.0, "p", True),
        (date(2024, 1, 9), "KOR", "KHM", "AID", "material_cooperation", 10.0, "p", False),
        (date(2024, 2, 1), "KHM", "KOR", "AGREE", None, None, "p", None),
        (date(2024, 2, 2), "KHM", "KHM", "AGREE", "verbal_cooperation", 2.5, "p", False),
        (date(2024, 2, 2), None, "KHM", "AGREE", "verbal_cooperation", 2.5, "p", False),
        (date(2024, 2, 4), "KHM", "KOR", "CONSULT", "verbal_cooperation", 1.0, "other", False),
    ],
    schema={
        "date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "event_type": pl.String,
        "quad": pl.String, "score": pl.Float64, "score_scale": pl.String, "is_repeat": pl.Boolean,
    },
    orient="row",
)  # fmt: skip
KEYS = ("period", "actor_country", "score_scale")


def test_acts_are_counted_and_scored_by_direction_and_month(make: Make) -> None:
    found = rows(flow(make(EVENTS), "month"), *KEYS)
    told = [(row["actor_country"], row["period"], row["n"], row["score_sum"], row["score_mean"]) for row in found]
    assert told == [
        ("KHM", date(2024, 1, 1), 2, 2.0, 1.0),
        ("KOR", date(2024, 1, 1), 1, 10.0, 10.0),
        ("KHM", date(2024, 2, 1), 1, 1.0, 1.0),
        ("KHM", date(2024, 2, 1), 1, None, None),
    ]


@without_spark
def test_good_and_bad_are_told_apart_and_shares_sum_to_one_in_a_period(make: Make) -> None:
    first, second, *_ = rows(flow(make(EVENTS), "month"), *KEYS)
    assert (first["positive"], first["negative"]) == (4.0, 2.0)
    assert (first["verbal_cooperation"], first["verbal_conflict"], first["material_conflict"]) == (1, 1, 0)
    assert first["share"] == pytest.approx(2 / 3)
    assert first["share"] + second["share"] == pytest.approx(1)


@without_spark
def test_an_act_without_a_score_counts_as_an_act_and_not_as_zero(make: Make) -> None:
    unscored = [row for row in rows(flow(make(EVENTS), "month"), *KEYS) if row["n_scored"] == 0]
    assert [(row["n"], row["score_sum"], row["positive"]) for row in unscored] == [(1, None, None)]


@without_spark
def test_repeats_count_only_where_asked_for(make: Make) -> None:
    found = rows(flow(make(EVENTS), "year", repeats=True), *KEYS)
    assert [(row["actor_country"], row["score_scale"], row["n"]) for row in found] == [
        ("KHM", "other", 1),
        ("KHM", "p", 4),
        ("KOR", "p", 1),
    ]


@without_spark
@pytest.mark.parametrize(
    ("period", "starts"),
    [
        ("day", {date(2024, 1, 3), date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 4)}),
        ("week", {date(2024, 1, 1), date(2024, 1, 29)}),
        ("month", {date(2024, 1, 1), date(2024, 2, 1)}),
        ("quarter", {date(2024, 1, 1)}),
        ("year", {date(2024, 1, 1)}),
    ],
)
def test_a_period_is_named_by_its_first_day_and_weeks_begin_on_monday(
    make: Make, period: str, starts: set[date]
) -> None:
    told = rows(flow(make(EVENTS), period), *KEYS)  # type: ignore[arg-type]
    assert {row["period"] for row in told if row["actor_country"] == "KHM"} == starts


def test_every_engine_begins_weeks_on_monday_and_ends_periods_on_their_last_day(make: Make) -> None:
    found = rows(flow(make(EVENTS), "week"), *KEYS)
    assert {(row["period"], row["last"]) for row in found if row["actor_country"] == "KHM"} == {
        (date(2024, 1, 1), date(2024, 1, 7)),
        (date(2024, 1, 29), date(2024, 2, 4)),
    }
    summed = found[0]
    assert (summed["score_sum"], summed["score_sum_low"], summed["score_squares"]) == (4.0, None, 16.0)


def test_types_are_counted(make: Make) -> None:
    found = rows(type_counts(make(EVENTS), "year"), "actor_country", "event_type")
    assert {type(row["n"]) for row in found} == {int}
    for row in found:
        of_all = row["n"] / row["n_acts"]
        assert row["n_acts"] == (4 if row["actor_country"] == "KHM" else 1)
        ends = proportion_confint(row["n"], row["n_acts"], method="wilson")
        assert (row["share"], row["share_low"], row["share_high"]) == pytest.approx((of_all, *ends))
    assert [(row["actor_country"], row["event_type"], row["n"]) for row in found] == [
        ("KHM", "ACCUSE", 1),
        ("KHM", "AGREE", 1),
        ("KHM", "CONSULT", 2),
        ("KOR", "AID", 1),
    ]


def test_the_two_readings_of_pri_have_their_formulas(make: Make) -> None:
    first = rows(pri_balance(pri_mean(make(flow(EVENTS, "month")))), *KEYS)[0]
    assert first["pri_mean"] == 1.0
    assert first["pri_balance"] == pytest.approx(10 * (4 - 2) / (4 + 2))


def test_a_frame_comes_back_as_what_it_came_as() -> None:
    assert isinstance(flow(EVENTS), pl.DataFrame)
    assert isinstance(flow(EVENTS.lazy()), pl.LazyFrame)


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (EVENTS.drop("quad"), "events has no column 'quad': it has date, actor_country"),
        (EVENTS.with_columns(date=pl.lit("2024")), "the column 'date' of events is String: wanted is day"),
        (EVENTS.head(0), "events has no rows"),
        ([1, 2], "events is a list: give a DuckDB relation"),
    ],
)
def test_what_is_no_table_of_events_is_told_in_a_sentence(frame: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        flow(frame)


@without_spark
def test_a_period_that_is_none_is_told(make: Make) -> None:
    with pytest.raises(UsageError, match="'fortnight' is no period: choose one of day, week"):
        flow(make(EVENTS), "fortnight")  # type: ignore[arg-type]


ACT = st.tuples(
    st.dates(date(2020, 1, 1), date(2021, 12, 31)),
    st.sampled_from(["KHM", "KOR", "PRK"]),
    st.sampled_from(["KHM", "KOR", "PRK"]),
    st.sampled_from(["verbal_cooperation", "material_conflict", None]),
    st.floats(-10, 10) | st.none(),
)
SCHEMA = dict(zip(("date", "actor_country", "recipient_country", "quad", "score"), EVENTS.select(
    "date", "actor_country", "recipient_country", "quad", "score").dtypes, strict=True))  # fmt: skip


FOREIGN = (date(2020, 1, 1), "KHM", "KOR", None, None)


WINDOW = (date(2024, 1, 9), date(2024, 2, 1))


@without_spark
def test_one_window_of_any_days_is_a_period_of_its_own(make: Make) -> None:
    found = rows(flow(make(EVENTS), WINDOW), *KEYS)
    assert {(row["period"], row["last"]) for row in found} == {WINDOW}
    assert [(row["actor_country"], row["n"], row["score_sum"]) for row in found] == [
        ("KHM", 2, -2.0),
        ("KOR", 1, 10.0),
    ]
    types = rows(type_counts(make(EVENTS), WINDOW), "actor_country", "event_type")
    assert [(row["event_type"], row["n"], row["last"]) for row in types] == [
        ("ACCUSE", 1, WINDOW[1]),
        ("AGREE", 1, WINDOW[1]),
        ("AID", 1, WINDOW[1]),
    ]


def test_a_window_without_acts_or_that_ends_before_it_begins_is_told() -> None:
    with pytest.raises(
        UsageError, match="no act lies from 1999-01-01 to 1999-12-31: those given reach from 2024-01"
    ):
        flow(EVENTS, (date(1999, 1, 1), date(1999, 12, 31)))
    with pytest.raises(
        UsageError, match="begins on 2024-02-01 and ends on 2024-01-09: give the earlier day first"
    ):
        type_counts(EVENTS, WINDOW[::-1])


@given(st.lists(ACT, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_counts_add_up(acts: list[tuple[object, ...]], random: object) -> None:
    acts = [FOREIGN, *acts]
    mixed = list(acts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (flow(pl.DataFrame(some, SCHEMA, orient="row"), "week") for some in (acts, mixed))
    keys = ["actor_country", "recipient_country", "period"]
    exact = pl.exclude("^score_(sum|mean|squares).*$", "positive", "negative")
    assert one.sort(keys).select(exact).equals(other.sort(keys).select(exact))
    foreign = sum(act[1] != act[2] for act in acts)
    assert one["n"].sum() == foreign
    assert one.filter(pl.col("score_mean").abs() > 10 + 1e-9).is_empty()


def test_a_flow_tells_its_window_and_intervals_near_those_of_the_bootstrap() -> None:
    scores = [float(score) for score in np.random.default_rng(3).choice([-5.0, 1.0, 3.4, 7.0], 80)]
    acts_told = [(date(2024, 2, 9), "KHM", "KOR", None, score) for score in scores]
    acts = pl.DataFrame(acts_told, SCHEMA, orient="row")
    (found,) = flow(acts, "month").to_dicts()
    assert (found["period"], found["last"]) == (date(2024, 2, 1), date(2024, 2, 29))
    spread = np.sqrt(np.square(scores).sum())
    for name, drawn in (("score_sum", sum_interval(scores)), ("score_mean", mean_interval(scores))):
        size = spread if name == "score_sum" else spread / len(scores)
        assert drawn == pytest.approx((found[f"{name}_low"], found[f"{name}_high"]), abs=0.1 * size)
    assert (found["share"], found["share_high"]) == (1.0, pytest.approx(1.0))
    assert found["share_low"] == pytest.approx(80 / (80 + 1.959963984540054**2))


@without_spark
def test_one_act_has_no_interval_and_every_period_its_last_day(make: Make) -> None:
    for period, last in (("day", 3), ("week", 7), ("month", 31)):
        found = rows(flow(make(EVENTS), period), *KEYS)[0]  # type: ignore[arg-type]
        assert found["last"] == date(2024, 1, last)
    korea = rows(flow(make(EVENTS), "month"), *KEYS)[1]
    assert (korea["score_sum"], korea["score_sum_low"], korea["score_mean_high"]) == (10.0, None, None)

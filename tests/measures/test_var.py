from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest
from scipy.stats import f as f_distribution
from statsmodels.api import OLS, add_constant
from statsmodels.tsa.api import VAR

from comity.errors import UsageError
from comity.measures import Bilateral, Insufficient, bilateral_var, flow, series, simple_responses
from comity.measures.vector import _refitted, _responses, _simulated

from .answers import flows, simulated
from .conftest import SHARED, Make

WAYS = [("KHM", "THA"), ("THA", "KHM")]
PAIR = ("KHM", "THA")
# Cambodia goes on as before (0.5) and answers Thailand in kind (0.3); Thailand answers by the opposite (-0.4).
TRUE = np.array([[0.5, 0.3], [-0.4, 0.2]])
VALUES = simulated([TRUE], 800)
FLOWS = flows(VALUES, WAYS)


def found(table: pl.DataFrame = FLOWS, **options: object) -> Bilateral:
    result = bilateral_var(table, PAIR, "week", **options)  # type: ignore[arg-type]
    assert isinstance(result, Bilateral)
    return result


def test_known_inertia_and_responses_are_found_within_their_intervals() -> None:
    result = found()
    for side, inertia, response in zip(result.sides, (0.5, 0.2), (0.3, -0.4), strict=True):
        assert side.inertia.low < inertia < side.inertia.high
        assert side.response.low < response < side.response.high
    assert [side.kind for side in result.sides] == ["reciprocity", "inverse response"]
    assert (result.n, result.order, result.active) == (800, 1, {"KHM>THA": 800, "THA>KHM": 800})


def test_coefficients_tests_and_impulses_are_those_of_statsmodels() -> None:
    two = simulated([TRUE, np.array([[0.0, -0.3], [0.2, 0.2]])], 400, seed=3)
    result = found(flows(two, WAYS), criterion="bic")
    fit = VAR(two).fit(result.order)
    assert result.order == VAR(two).select_order(6).bic == 2
    for at, side in enumerate(result.sides):
        assert side.inertia.value == pytest.approx(fit.coefs[:, at, at].sum())
        assert side.response.value == pytest.approx(fit.coefs[:, at, 1 - at].sum())
        test = fit.test_causality(at, 1 - at, kind="f")
        assert (side.granger.f, side.granger.p) == pytest.approx((test.test_statistic, test.pvalue))
    impulses = result.impulses["value"].to_numpy().reshape(13, 2, 2)
    assert impulses == pytest.approx(fit.irf(12).orth_irfs)
    assert result.together == pytest.approx(fit.resid_corr[0, 1])


def test_granger_is_the_f_test_of_least_squares_without_the_past_of_the_other() -> None:
    two = simulated([TRUE, np.array([[0.0, -0.3], [0.2, 0.2]])], 400, seed=3)
    result = found(flows(two, WAYS), criterion="bic")
    lags = [two[1:-1], two[:-2]]
    for at, side in enumerate(result.sides):
        own = [np.ones(398), *(lag[:, at] for lag in lags)]
        errors = [
            float(np.linalg.lstsq(past := np.column_stack(columns), two[2:, at])[1][0])
            for columns in (own, [*own, *(lag[:, 1 - at] for lag in lags)])
        ]
        f_value = (errors[0] - errors[1]) / 2 / (errors[1] / (398 - past.shape[1]))
        assert side.granger.f == pytest.approx(f_value)
        # Both equations together leave twice the degrees of freedom of one, as Luetkepohl has it.
        assert side.granger.freedom == (2, 2 * (398 - past.shape[1]))
        assert side.granger.p == pytest.approx(f_distribution(2, 2 * (398 - 5)).sf(f_value))


def test_intervals_are_near_those_of_theory() -> None:
    fit = VAR(VALUES).fit(1)
    for at, side in enumerate(found().sides):
        half = 1.96 * fit.stderr[1 + (1 - at), at]
        assert side.response.high - side.response.low == pytest.approx(2 * half, rel=0.15)


def test_bands_hold_the_impulses_and_end_at_nothing() -> None:
    result = found()
    inside = result.impulses.filter((pl.col("low") <= pl.col("value")) & (pl.col("value") <= pl.col("high")))
    assert len(inside) == len(result.impulses) == 13 * 4
    first = result.impulses.filter(horizon=0, impulse="THA>KHM", response="KHM>THA")
    assert first["value"].to_list() == [0.0]
    assert result.ordering == ("KHM>THA", "THA>KHM")


def test_bands_are_about_as_wide_as_those_that_statsmodels_draws() -> None:
    random = np.random.default_rng(4)
    low, high = VAR(VALUES).fit(1).irf_errband_mc(orth=True, repl=400, steps=3, signif=0.05, rng=random)
    table = found(max_lags=1).impulses.filter(pl.col("horizon") <= 3)
    width = (table["high"] - table["low"]).to_numpy().reshape(4, 2, 2)
    assert width == pytest.approx(high - low, rel=0.3)


def test_redrawn_fits_are_least_squares_of_the_redrawn_series() -> None:
    params = np.vstack([[0.4, -0.2], TRUE.T])
    shocks = np.random.default_rng(5).normal(size=(3, 90, 2))
    values = _simulated(params, np.array([[1.0, 2.0]]), shocks)
    again, sigma = _refitted(values, 1)
    for draw in range(3):
        fit = VAR(values[draw]).fit(1)
        assert again[draw] == pytest.approx(fit.params)
        assert sigma[draw] == pytest.approx(fit.sigma_u)
    assert _responses(again, sigma, 5)[2] == pytest.approx(fit.irf(5).orth_irfs)


def test_the_same_question_has_the_same_answer_and_rows_may_come_in_any_order() -> None:
    mixed = FLOWS.sample(fraction=1.0, shuffle=True, seed=1)
    assert found().sides == found(mixed).sides
    assert found().impulses.equals(found(mixed).impulses)


def test_states_that_do_not_answer_are_not_said_to() -> None:
    result = found(flows(simulated([np.diag([0.4, 0.4])], 600, seed=2), WAYS))
    assert [side.kind for side in result.sides] == ["no response shown", "no response shown"]


def sparse(zeros: int) -> pl.DataFrame:
    values = VALUES[:80].copy()
    values[:zeros, 1] = 0
    return flows(values, WAYS)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (flows(VALUES[:51], WAYS), "51 periods; at least 52 are needed"),
        (sparse(51), "something happened too seldom: THA>KHM in 29 periods; at least 30"),
        (flows(VALUES[:, [0, 0]], WAYS), "one direction is constant or follows exactly"),
        (flows(np.tile([[1.0, 2.0], [2.0, -1.0], [3.0, 1.0]], (60, 1)), WAYS), "the fit is singular"),
        (
            flows(np.tile([[4.0, 1.0], [0.0, 1.0], [1.0, 0.0]] * 2 + [[0.0, 0.0]] * 6, (20, 1)), WAYS),
            "the fit is singular",
        ),
        (flows(np.cumsum(np.exp(0.05 * np.arange(200))[:, None] + VALUES[:200], 0), WAYS), "the fit is unstable"),
    ],
)
def test_too_little_is_said_with_its_reason_and_no_number(table: pl.DataFrame, reason: str) -> None:
    result = bilateral_var(table, PAIR, "week")
    assert isinstance(result, Insufficient)
    assert result.reason.startswith(reason)
    assert result.first == date(2001, 1, 1)


def test_just_enough_is_enough() -> None:
    assert isinstance(bilateral_var(flows(VALUES[:52], WAYS), PAIR, "week"), Bilateral)
    assert isinstance(bilateral_var(sparse(50), PAIR, "week"), Bilateral)


def test_periods_without_acts_are_zero_over_the_whole_of_the_data() -> None:
    day = pl.Series([date(2024, 1, 1), date(2024, 3, 1), date(2024, 4, 1)])
    table = pl.DataFrame(
        {"actor_country": ["KHM", "THA", "CHN"], "recipient_country": ["THA", "KHM", "JPN"], "period": day,
         "score_scale": ["s", "s", "s"], "n": [2, 1, 1], "score_sum": [3.0, None, 1.0]}
    )  # fmt: skip
    dense = series(table, PAIR)
    assert dense["KHM>THA"].to_list() == [3.0, 0.0, 0.0, 0.0]
    assert dense["THA>KHM"].to_list() == [0.0] * 4
    assert series(table, PAIR, value="n")["THA>KHM"].to_list() == [0.0, 0.0, 1.0, 0.0]
    assert len(series(table, PAIR, window=(date(2024, 2, 5), date(2024, 3, 9)))) == 2


def test_flows_of_any_engine_will_do(make: Make) -> None:
    acts = pl.DataFrame(
        {"date": [date(2024, 1, 9), date(2024, 1, 30), date(2024, 3, 1)], "actor_country": ["KHM", "KHM", "THA"],
         "recipient_country": ["THA", "THA", "KHM"], "quad": ["verbal_conflict"] * 3, "score": [-4.0, 1.0, 2.0]}
    )  # fmt: skip
    dense = series(flow(make(acts)), PAIR)
    assert dense.rows() == [
        (date(2024, 1, 1), -3.0, 0.0),
        (date(2024, 2, 1), 0.0, 0.0),
        (date(2024, 3, 1), 0.0, 2.0),
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="there is no ../shared/data")
def test_eleven_years_of_events_are_enough_for_some_dyads_and_not_for_others() -> None:
    events = pl.read_parquet(SHARED / "icews_2005_2015_sample.parquet").rename(
        {"source_country": "actor_country", "target_country": "recipient_country"}
    )
    table = flow(events.with_columns(quad=pl.lit(None, pl.String), score=pl.lit(1.0)))
    assert series(table, ("KHM", "THA")).select("KHM>THA", "THA>KHM").sum().row(0) == (256, 249)
    assert isinstance(bilateral_var(table, ("CHN", "JPN")), Bilateral)
    little = bilateral_var(table, ("KHM", "KOR"))
    assert isinstance(little, Insufficient)
    assert (little.n, little.first, little.last) == (132, date(2005, 1, 1), date(2015, 12, 1))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"states": ("KHM", "KHM")}, "name one state twice"),
        ({"states": ("KHM", "XKX")}, "flows has no act by or towards 'XKX'"),
        ({"value": "score_mean"}, "'score_mean' has no value in a period without acts"),
        ({"value": "warmth"}, "flows has no column 'warmth'"),
        ({"period": "fortnight"}, "'fortnight' is no period: choose one of day, week"),
        ({"period": "month"}, "flows is not by month: 2001-01-08 begins none"),
        (
            {"window": (date(1990, 1, 1), date(2001, 3, 1))},
            "the window from 1990-01-01 to 2001-03-01 is not within",
        ),
        ({"scale": "other"}, "flows has no scores of 'other': there are s"),
    ],
)
def test_what_cannot_be_asked_is_told(asked: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        series(FLOWS, **{"states": PAIR, "period": "week", **asked})  # type: ignore[arg-type]


def test_acts_without_scores_have_no_sums_but_counts() -> None:
    unscored = FLOWS.with_columns(score_sum=pl.lit(None, pl.Float64))
    with pytest.raises(UsageError, match="no act between KHM, THA has a score_sum: take a count, as n"):
        series(unscored, PAIR, "week")
    assert series(unscored, PAIR, "week", "n")["KHM>THA"].sum() == 800


def test_lags_and_criteria_that_are_none_are_told() -> None:
    with pytest.raises(UsageError, match="0 lags by 'aic': give at least 1 lag"):
        found(max_lags=0)
    with pytest.raises(UsageError, match="the horizon is 0: give at least 1 period"):
        found(horizon=0)


def test_simple_models_are_least_squares_of_one_variable() -> None:
    result = simple_responses(FLOWS, PAIR, "week")
    assert isinstance(result, pl.DataFrame)
    own, other = VALUES[:, 0], VALUES[:, 1]
    slopes = [
        np.polyfit(other[:-1], own[1:], 1)[0],
        np.polyfit(np.diff(other)[:-1], np.diff(own)[1:], 1)[0],
        np.polyfit((other - own)[:-1], np.diff(own), 1)[0],
    ]
    first = result.filter(actor="KHM")
    assert first["model"].to_list() == ["level", "trend", "comparative"]
    assert first["slope"].to_list() == pytest.approx(slopes)
    assert first["n"].to_list() == [799, 798, 799]
    assert isinstance(simple_responses(flows(VALUES[:20], WAYS), PAIR, "week"), Insufficient)


def test_two_that_move_as_one_within_a_period_are_told_to_look_closer() -> None:
    values = simulated([np.diag([0.3, 0.3])], 300)
    apart, as_one = (bilateral_var(flows(some, WAYS), PAIR, "week") for some in (values, values @ MIXED))
    assert isinstance(apart, Bilateral)
    assert isinstance(as_one, Bilateral)
    assert (apart.cautions, apart.period) == ((), "week")
    assert as_one.cautions[0].startswith("KHM>THA and THA>KHM move as one within a week (0.8")


MIXED = np.array([[1.0, 0.6], [0.6, 1.0]])


def test_intervals_and_tests_of_simple_models_are_those_of_statsmodels_for_either_side() -> None:
    result = simple_responses(FLOWS, PAIR, "week")
    assert isinstance(result, pl.DataFrame)
    for at, actor in enumerate(PAIR):
        own, other = VALUES[:, at], VALUES[:, 1 - at]
        row = result.filter(actor=actor, model="comparative").row(0, named=True)
        fit = OLS(np.diff(own), add_constant((other - own)[:-1])).fit()
        told = [row[name] for name in ("slope", "p", "r2", "low", "high")]
        assert told == pytest.approx([fit.params[1], fit.pvalues[1], fit.rsquared, *fit.conf_int()[1]])


def test_directions_that_are_the_same_are_not_enough_for_simple_models() -> None:
    result = simple_responses(flows(VALUES[:, [0, 0]], WAYS), PAIR, "week")
    assert isinstance(result, Insufficient)
    assert result.reason.startswith("one direction follows exactly from the other")

from __future__ import annotations

from datetime import date
from math import sqrt

import polars as pl
import pytest
from scipy.stats import gamma, poisson

from comity.errors import UsageError
from comity.measures import Asked, anomalies

from .acts import monthly
from .conftest import Make

KHM_THA = ("KHM", "THA")
EDGES = monthly("THA", "LAO", [1] + [0] * 46 + [1])
YEAR_FOUR = [0] * 36


def test_a_month_is_held_against_that_month_in_earlier_years(make: Make) -> None:
    acts = pl.concat([EDGES, monthly("KHM", "THA", [*YEAR_FOUR, 1, 4])])
    found = anomalies(make(acts), KHM_THA)
    assert found["insufficient"].to_list()[:25:12] == [f"{n} earlier years, 3 are needed" for n in range(3)]
    january, february, march = found.filter(pl.col("period") >= date(2013, 1, 1)).to_dicts()[:3]
    # Three empty Januaries leave a rate of Gamma(1/2, 3): no act again has the chance (3/4)^(1/2).
    assert january["tail"] == pytest.approx(2 * (1 - sqrt(3 / 4)))
    assert (january["n_years"], january["usual"], january["is_anomaly"]) == (3, pytest.approx(1 / 6), False)
    assert (february["value"], february["is_anomaly"]) == (4.0, True)
    assert (march["tail"], march["is_anomaly"]) == (1.0, False)


def test_the_tail_of_a_count_is_that_of_a_poisson_count_of_unknown_rate() -> None:
    acts = pl.concat([EDGES, monthly("KHM", "THA", ([2] + [0] * 11) * 3 + [6])])
    found = anomalies(acts, KHM_THA).row(by_predicate=pl.col("period") == date(2013, 1, 1), named=True)
    rates = gamma(6.5, scale=1 / 3).rvs(400_000, random_state=1)
    assert found["tail"] == pytest.approx(2 * (1 - poisson(rates).cdf(5)).mean(), rel=0.01)
    assert (found["low"], found["high"]) == (0, 6)


def test_years_that_vary_more_than_chance_make_a_month_less_odd() -> None:
    even, uneven = (
        anomalies(pl.concat([EDGES, monthly("KHM", "THA", counts)]), KHM_THA).filter(period=date(2013, 1, 1))
        for counts in (([4] + [0] * 11) * 3 + [14], [0] * 12 + [4] + [0] * 11 + [8] + [0] * 11 + [14])
    )
    assert even["usual"].item() == uneven["usual"].item() == pytest.approx(12.5 / 3)
    assert even["tail"].item() < 0.01 < uneven["tail"].item()


def quarters(*counts: int) -> pl.DataFrame:
    return monthly("KHM", "THA", [n for count in counts for n in (count, 0, 0)], score=1.0)


def test_sums_of_scores_are_held_against_the_median_and_what_it_missed_by_before() -> None:
    acts = quarters(*[1] * 4, *[2] * 4, *[3] * 4, 10, 2)
    found = anomalies(acts, KHM_THA, Asked("quarter", "score"))
    first, second = found.tail(2).to_dicts()
    # The medians of the other two years missed 1, 2 and 3 by 1.5, 0 and 1.5 in each of four quarters.
    assert first["z"] == pytest.approx((10 - 2) / (1.4826 * 1.5))
    assert (first["usual"], first["is_anomaly"], second["z"], second["is_anomaly"]) == (2.0, True, 0.0, False)
    assert first["high"] == pytest.approx(2 + 1.96 * 1.4826 * 1.5)


def test_earlier_years_that_are_all_alike_give_no_number() -> None:
    found = anomalies(quarters(*[2] * 12, 5), KHM_THA, Asked("quarter", "score"))
    assert found.row(12, named=True)["z"] is None
    assert found["insufficient"][12] == "the earlier years do not vary"


def test_only_months_and_quarters_have_a_season() -> None:
    with pytest.raises(UsageError, match="'week' has no season: choose one of month, quarter"):
        anomalies(EDGES, KHM_THA, Asked("week"))
    with pytest.raises(UsageError, match="1 earlier years show no habit: ask for 2 or more"):
        anomalies(EDGES, KHM_THA, least_years=1)

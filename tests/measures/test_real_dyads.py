"""What is known to have happened shows in the sample of ICEWS, a random fifth of 2005 to 2015 without scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pytest

from comity.ledger import open_ledger
from comity.measures import (
    Asked,
    anomalies,
    balance_degree,
    days_since_visit,
    flow,
    frustration,
    signs,
    standing,
    triad_course,
    triads,
    turning_points,
    visits,
)
from comity.sources import import_files

from .conftest import SHARED

KHM_THA = ("KHM", "THA")


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    file = SHARED / "icews_2005_2015_sample.parquet"
    if not file.exists():
        pytest.skip("there is no ../shared/data")
    with open_ledger(tmp_path_factory.mktemp("icews") / "ledger.db") as ledger:
        import_files(ledger, "icews", [file])
        yield ledger.table("events").pl()


def test_monthly_flows_of_all_dyads_are_those_of_a_plain_loop_over_the_file(events: Any) -> None:
    file = pl.read_parquet(SHARED / "icews_2005_2015_sample.parquet")
    wanted = file.select("source_country", "target_country", pl.col("date").dt.replace(day=1))
    known = Counter(row for row in wanted.iter_rows() if None not in row and row[0] != row[1])
    found = flow(events, repeats=True)
    assert {tuple(row[:3]): row[3] for row in found.select(*_SIDES, "period", "n").iter_rows()} == known
    assert sum(known.values()) == 20_400
    assert len(flow(events)) <= len(found)


_SIDES = ("actor_country", "recipient_country")


@pytest.fixture(scope="module")
def yearly(events: Any) -> pl.DataFrame:
    return signs(flow(events, "year"), "quads")  # type: ignore[no-any-return]


def test_the_quarrel_over_preah_vihear_begins_in_2008_is_worst_in_2011_and_ends_that_year(events: Any) -> None:
    found = turning_points(events, KHM_THA)
    days, changes = found.points["period"].to_list(), found.points["change"].to_list()
    assert date(2008, 5, 1) <= days[0] <= date(2008, 8, 1)
    assert changes[0] > 0
    assert date(2011, 5, 1) <= days[-1] <= date(2011, 8, 1)
    assert changes[-1] < 0
    worst = found.points.sort("after").row(-1, named=True)
    assert date(2010, 12, 1) <= worst["period"] <= date(2011, 2, 1)
    assert {"ASSAULT", "COERCE"} & set(found.acts["event_type"])


def test_the_fighting_of_october_2008_and_of_february_and_april_2011_is_unlike_other_years(events: Any) -> None:
    odd = anomalies(events, KHM_THA).filter(pl.col("is_anomaly"))["period"].to_list()
    assert {date(2008, 10, 1), date(2011, 2, 1), date(2011, 4, 1)} <= set(odd)
    assert all(date(2008, 7, 1) <= day < date(2012, 1, 1) for day in odd)


def test_china_and_japan_turn_for_the_worse_at_the_collision_of_2010_and_the_islands_in_2012(events: Any) -> None:
    points = turning_points(events, ("CHN", "JPN")).points
    worse = points.filter(pl.col("change") > 0)["period"].to_list()
    assert worse[0] == date(2010, 9, 1)
    assert date(2012, 7, 1) <= worse[1] <= date(2012, 9, 1)


def test_in_2011_thailand_is_the_enemy_of_a_friend_and_last_of_all_partners(events: Any) -> None:
    course = triad_course(events, ("KHM", "THA", "VNM"), "year", "quads", least=3)
    unbalanced = course.periods.filter(~pl.col("classical"))["period"].to_list()
    assert unbalanced == [date(2011, 1, 1)]
    assert course.turns["after"].to_list() == [-1, 1]
    every = signs(flow(events, "year"), "quads", least=1)
    ranked = standing(every, "value", ("a", "b"), is_directed=False)
    of_2011 = ranked.filter(a="KHM", b="THA", period=date(2011, 1, 1)).row(0, named=True)
    assert of_2011["standing"] == 50 / of_2011["n_partners"]


def test_most_triads_are_balanced_since_most_states_are_on_good_terms(yearly: pl.DataFrame) -> None:
    degrees = balance_degree(triads(yearly))
    assert degrees["degree"].drop_nulls().min() > 0.7  # type: ignore[operator]
    in_2011 = yearly.filter(pl.col("a").is_in(["CHN", "KHM", "LAO", "THA", "VNM"]), pl.col("b").is_in(
        ["CHN", "KHM", "LAO", "THA", "VNM"]))  # fmt: skip
    found = frustration(in_2011, date(2011, 1, 1))
    assert found.index == 1
    assert found.pairs.filter(pl.col("share") == 1).select("a", "b").rows() == [KHM_THA]


def test_the_last_visits_before_a_day_are_found_each_way(events: Any) -> None:
    known = visits(events)
    out, back = days_since_visit(known, KHM_THA, date(2012, 12, 31))["last"]
    assert out == date(2012, 2, 10)
    assert back == date(2011, 9, 28)
    by_hosts = visits(events.filter(pl.col("code") == "043"))
    assert len(known) < len(by_hosts) + len(visits(events.filter(pl.col("code") == "042")))
    assert turning_points(events, ("KHM", "PRK"), Asked()).insufficient

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import percentileofscore

from comity.errors import UsageError
from comity.measures import standing

from .conftest import Make, rows, without_spark

YEAR = date(2024, 1, 1)
SCHEMA = {"actor_country": pl.String, "recipient_country": pl.String, "period": pl.Date, "n": pl.Int64}


def table(**values: int | None) -> pl.DataFrame:
    return pl.DataFrame([("KHM", partner, YEAR, n) for partner, n in values.items()], SCHEMA, orient="row")


COUNTS = pl.concat([table(CHN=90, THA=40, VNM=40, KOR=7, PRK=1, LAO=None), table(CHN=1).with_columns(
    actor_country=pl.lit("LAO"))])  # fmt: skip


def test_partners_stand_among_all_partners_and_ties_share_the_middle(make: Make) -> None:
    found = rows(standing(make(COUNTS), "n"), "actor_country", "recipient_country")
    assert [(row["recipient_country"], row["n_partners"], row["standing"]) for row in found[:6]] == [
        ("CHN", 5, 90.0), ("KOR", 5, 30.0), ("LAO", 5, None), ("PRK", 5, 10.0), ("THA", 5, 60.0), ("VNM", 5, 60.0),
    ]  # fmt: skip
    assert [row["no_standing"] for row in found if row["no_standing"]] == ["no n", "fewer than 5 partners"]
    assert {row["high_is"] for row in found} == {"most n"}


@without_spark
def test_the_least_can_be_high(make: Make) -> None:
    found = rows(standing(make(COUNTS), "n", high="least"), "actor_country", "recipient_country")
    assert [row["standing"] for row in found[:6]] == [10.0, 70.0, None, 90.0, 40.0, 40.0]


def test_a_pair_that_stands_there_once_counts_for_both() -> None:
    pairs = COUNTS.head(5).rename({"actor_country": "a", "recipient_country": "b"})
    found = standing(pairs, "n", ("a", "b"), is_directed=False)
    assert found.filter(a="KHM", b="CHN")["standing"].to_list() == [90.0]
    assert found.filter(a="CHN", b="KHM")["no_standing"].to_list() == ["fewer than 5 partners"]


@given(st.lists(st.integers(0, 6), min_size=5, max_size=30))
@settings(deadline=None)
def test_the_percentile_is_the_mean_one_of_scipy(values: list[int]) -> None:
    found = standing(table(**{f"S{i:02}": n for i, n in enumerate(values)}), "n")
    for row in found.to_dicts():
        assert row["standing"] == pytest.approx(percentileofscore(values, row["n"], "mean"))
    assert found["standing"].mean() == pytest.approx(50)


def test_windows_are_kept_apart_and_a_column_that_is_not_there_is_told() -> None:
    both = pl.concat([COUNTS, COUNTS.with_columns(period=pl.date(2025, 1, 1), n=100 - pl.col("n"))])
    found = standing(both, "n").filter(actor_country="KHM", recipient_country="CHN").sort("period")
    assert found["standing"].to_list() == [90.0, 10.0]
    with pytest.raises(UsageError, match="the table has no column 'score_scale' to stay within: it has actor_c"):
        standing(both, "n", within=("period", "score_scale"))
    with pytest.raises(UsageError, match="'best' is no end of a scale: choose one of most, least"):
        standing(both, "n", high="best")  # type: ignore[arg-type]

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


BOUNDED = table(CHN=90, THA=40, VNM=35, KOR=7, PRK=1, LAO=4).with_columns(
    n_low=pl.Series([60.0, 20.0, 30.0, 2.0, 0.0, None]), n_high=pl.Series([120.0, 65.0, 50.0, 12.0, 3.0, None])
)


def test_a_standing_reaches_from_those_surely_below_to_those_surely_above(make: Make) -> None:
    found = rows(standing(make(BOUNDED), "n"), "recipient_country")
    told = {row["recipient_country"]: (row["standing_low"], row["standing_high"]) for row in found}
    # CHN: above VNM, KOR and PRK for sure, perhaps not above THA, and of LAO nothing is known.
    assert told == {
        "CHN": pytest.approx((100 * 3.5 / 6, 100 * 5.5 / 6)),
        "THA": pytest.approx((100 * 2.5 / 6, 100 * 5.5 / 6)),
        "VNM": pytest.approx((100 * 2.5 / 6, 100 * 4.5 / 6)),
        "KOR": pytest.approx((100 * 0.5 / 6, 100 * 2.5 / 6)),
        "PRK": pytest.approx((100 * 0.5 / 6, 100 * 2.5 / 6)),
        "LAO": (None, None),
    }


VALUES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9), st.integers(0, 9)), min_size=5, max_size=20)


@given(VALUES, st.sampled_from(["most", "least"]), st.integers(0, 4))
@settings(deadline=None)
def test_the_ends_of_a_standing_are_counts_of_intervals_that_do_not_touch(
    values: list[tuple[int, int, int]], high: str, unknown: int
) -> None:
    ends = [(n - a, n + b) if at >= unknown else None for at, (n, a, b) in enumerate(values)]
    bounded = table(**{f"S{i:02}": n for i, (n, _, _) in enumerate(values)}).with_columns(
        least=pl.Series([one and one[0] for one in ends], dtype=pl.Int64),
        best=pl.Series([one and one[1] for one in ends], dtype=pl.Int64),
    )
    found = standing(bounded, "n", high=high, ends=("least", "best")).sort("recipient_country")  # type: ignore[arg-type]
    for row, own in zip(found.to_dicts(), ends, strict=True):
        if own is None:
            assert row["standing_low"] is row["standing_high"] is None
            continue
        lower = sum(one is not None and one[1] < own[0] for one in ends)
        higher = sum(one is not None and one[0] > own[1] for one in ends)
        below, above = (lower, higher) if high == "most" else (higher, lower)
        size = len(values)
        assert row["standing_low"] == pytest.approx(100 * (below + 0.5) / size)
        assert row["standing_high"] == pytest.approx(100 * (size - above - 0.5) / size)
        assert row["standing_low"] <= row["standing"] <= row["standing_high"]


def test_ends_that_are_not_there_are_told_and_without_any_the_standing_has_none() -> None:
    assert standing(COUNTS, "n")["standing_low"].null_count() == len(COUNTS)
    with pytest.raises(UsageError, match="the table has no column 'low': it has actor_country"):
        standing(COUNTS, "n", ends=("low", "high"))


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

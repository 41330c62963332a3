from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from comity.errors import UsageError
from comity.measures import ideal_point_distance

from .conftest import Make, rows

POINT, VOTES = "ideal point, by session", "votes, by session"


def told(country: str, year: int, point: float, low: float | None, high: float | None, votes: int) -> list[tuple]:
    values = {"": point, "_q5": low, "_q95": high}
    found = [
        (country, year, f"ideal_point_all{part}", value, POINT)
        for part, value in values.items()
        if value is not None
    ]
    return [*found, (country, year, "ideal_point_all_votes", float(votes), VOTES)]  # fmt: skip


YEARS = pl.DataFrame(
    [
        *told("KHM", 2019, -0.5, -0.6, -0.4, 80),
        *told("KOR", 2019, 0.5, 0.3, 0.9, 90),
        *told("PRK", 2019, -0.4, -0.8, -0.2, 70),
        *told("KHM", 2018, -0.5, None, None, 80),
        *told("KOR", 2018, 0.25, None, None, 75),
    ],
    schema={"country": pl.String, "year": pl.Int16, "variable": pl.String, "value": pl.Float64, "unit": pl.String},
    orient="row",
)


def test_distance_has_the_interval_of_the_two_points_together(make: Make) -> None:
    found = {(row["country"], row["partner"], row["year"]): row for row in rows(ideal_point_distance(make(YEARS)))}
    far = found["KHM", "KOR", 2019]
    assert (far["signed"], far["distance"], far["n"]) == (-1.0, 1.0, 80)
    assert far["distance_low"] == pytest.approx(1 - np.hypot(0.1, 0.2))
    assert far["distance_high"] == pytest.approx(1 + np.hypot(0.1, 0.4))
    near = found["KHM", "PRK", 2019]
    assert near["distance_low"] == 0
    assert near["distance_high"] == pytest.approx(0.1 + np.hypot(0.1, 0.2))
    assert len(found) == 4


def test_a_distance_without_quantiles_has_no_interval_and_says_why() -> None:
    found = ideal_point_distance(YEARS, dyad=("KOR", "KHM")).filter(year=2018).row(0, named=True)
    assert (found["country"], found["signed"], found["distance"]) == ("KOR", 0.75, 0.75)
    assert (found["distance_low"], found["distance_high"]) == (None, None)
    assert found["insufficient"] == "no quantiles of a point: no interval"


def test_the_interval_holds_nine_in_ten_differences_of_draws() -> None:
    random = np.random.default_rng(3)
    one, other = random.normal(-0.5, 0.06, 200_000), random.normal(0.5, 0.1, 200_000)
    years = [*told("KHM", 2019, -0.5, *np.percentile(one, [5, 95]), 80),
             *told("KOR", 2019, 0.5, *np.percentile(other, [5, 95]), 80)]  # fmt: skip
    found = ideal_point_distance(pl.DataFrame(years, YEARS.schema, orient="row")).row(0, named=True)
    inside = (found["distance_low"] < np.abs(one - other)) & (np.abs(one - other) < found["distance_high"])
    assert inside.mean() == pytest.approx(0.90, abs=0.005)


CALENDAR = YEARS.with_columns(pl.col("unit").str.replace("session", "calendar year"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda: ideal_point_distance(YEARS, dyad=("KHM", "KHM")), "KHM, KHM name one state twice"),
        (lambda: ideal_point_distance(YEARS, dyad=("KHM", "XYZ")), "no ideal point of 'XYZ': .* 3 states"),
        (lambda: ideal_point_distance(YEARS, "fp"), "no 'ideal_point_fp'"),
        (lambda: ideal_point_distance(pl.concat([YEARS, CALENDAR])), "by 'ideal point, by calendar year' and"),
        (lambda: ideal_point_distance(YEARS, unit="metre"), "no point has the unit 'metre'"),
        (lambda: ideal_point_distance(
            pl.concat([YEARS.with_columns(file=pl.lit(number)) for number in (1, 2)])), "several estimations"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_in_a_sentence(asked: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked()  # type: ignore[operator]


def test_of_two_kinds_of_years_the_one_asked_for_is_taken() -> None:
    both = ideal_point_distance(pl.concat([YEARS, CALENDAR]), unit=POINT)
    keys = ["year", "country", "partner"]
    assert both.sort(keys).equals(ideal_point_distance(YEARS).sort(keys))

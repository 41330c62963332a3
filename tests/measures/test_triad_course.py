from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from comity.errors import UsageError
from comity.measures import triad_course

from .conftest import Make

GOOD, BAD = "verbal_cooperation", "material_conflict"


def years(*acts: tuple[int, str, str, int, float]) -> pl.DataFrame:
    """Acts of (year, actor, recipient, how many, score), one a month."""
    return pl.DataFrame(
        [
            (date(year, 1 + i, 1), actor, recipient, GOOD if score > 0 else BAD, score - i / 10)
            for year, actor, recipient, n, score in acts
            for i in range(n)
        ],
        {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "quad": pl.String,
         "score": pl.Float64},
        orient="row",
    )  # fmt: skip


ACTS = years(
    (2020, "KHM", "THA", 5, 4.0), (2020, "THA", "VNM", 5, 3.0), (2020, "VNM", "KHM", 5, 5.0),
    (2021, "KHM", "THA", 1, -9.0), (2021, "THA", "VNM", 5, 3.0), (2021, "VNM", "KHM", 5, 5.0),
    (2022, "THA", "KHM", 6, -8.0), (2022, "KHM", "THA", 1, 2.0), (2022, "THA", "VNM", 5, 3.0),
    (2022, "VNM", "KHM", 6, 5.0),
)  # fmt: skip


def test_a_triad_turns_where_a_pair_does_and_a_year_of_few_acts_tells_nothing(make: Make) -> None:
    found = triad_course(make(ACTS), ("VNM", "KHM", "THA"))
    assert found.states == ("KHM", "THA", "VNM")
    assert found.periods.select("period", "n_ab", "sign_ab", "kind", "classical").rows() == [
        (date(2020, 1, 1), 5, 1, "+++", True),
        (date(2021, 1, 1), 1, None, None, None),
        (date(2022, 1, 1), 7, -1, "++-", False),
    ]
    first, *_, before, after = found.turns.drop("z_before", "z_after").rows()[0]
    assert (first, before, after) == (date(2022, 1, 1), date(2020, 1, 1), -1)
    # In 2020 five acts of 4.0 down to 3.6; in 2022 six of -8.0 down to -8.5 and one of 2.0.
    good, bad = (4.0, 3.9, 3.8, 3.7, 3.6), (-8.0, -8.1, -8.2, -8.3, -8.4, -8.5, 2.0)
    told = [sum(some) / sum(one**2 for one in some) ** 0.5 for some in (good, bad)]
    assert found.turns.select("z_before", "z_after").row(0) == pytest.approx(told)
    assert found.periods["z_ab"].to_list() == [pytest.approx(told[0]), None, pytest.approx(told[1])]
    assert found.periods["value_ab_low"][0] < sum(good) < found.periods["value_ab_high"][0]
    assert found.periods["last"][0] == date(2020, 12, 31)


def test_the_acts_at_a_turn_are_those_that_pulled_hardest_its_way() -> None:
    found = triad_course(ACTS, ("KHM", "THA", "VNM"), most=2)
    assert found.acts.select("date", "actor_country", "score").rows() == [
        (date(2022, 6, 1), "THA", -8.5),
        (date(2022, 5, 1), "THA", -8.4),
    ]


def test_states_that_are_not_in_the_data_or_twice_are_told() -> None:
    with pytest.raises(UsageError, match="events has no act by or towards 'LAO'"):
        triad_course(ACTS, ("KHM", "THA", "LAO"))
    with pytest.raises(UsageError, match="name one state twice"):
        triad_course(ACTS, ("KHM", "KHM", "THA"))

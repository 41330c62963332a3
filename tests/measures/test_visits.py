from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from scipy.stats import poisson

from comity.errors import UsageError
from comity.measures import days_since_visit, visit_balance, visit_weight, visits

from .conftest import Make, rows

Act = tuple[date, str, str, str, str, float | None]


def events(*acts: Act) -> pl.DataFrame:
    """Acts of (day, actor, recipient, code, code table, rank)."""
    schema = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "code": pl.String,
              "code_table": pl.String, "rank": pl.Float64}  # fmt: skip
    frame = pl.DataFrame(acts, schema, orient="row")
    kind = pl.when(pl.col("code") == "051").then(pl.lit("SUPPORT")).otherwise(pl.lit("CONSULT"))
    mode = pl.when(pl.col("code").is_in(["042", "043", "CONSULT/visit"])).then(pl.lit("visit"))
    return frame.with_columns(kind.alias("event_type"), mode.alias("mode"))


ACTS = events(
    (date(2020, 3, 1), "KHM", "KOR", "042", "cameo-icews", 2.0),
    (date(2020, 3, 1), "KOR", "KHM", "043", "cameo-icews", None),
    (date(2020, 3, 4), "KOR", "KHM", "043", "cameo-icews", 5.0),
    (date(2020, 3, 8), "KHM", "KOR", "042", "cameo-icews", 1.0),
    (date(2020, 5, 2), "KHM", "KOR", "046", "cameo-icews", 5.0),
    (date(2020, 6, 2), "KHM", "KOR", "051", "cameo-icews", 5.0),
    (date(2020, 7, 1), "KOR", "KHM", "CONSULT/visit", "plover-polecat", None),
    (date(2021, 1, 9), "KOR", "KHM", "043", "plover-own", 3.0),
)


def test_who_is_hosted_travels_and_reports_of_a_few_days_are_one_visit_of_its_highest_rank(make: Make) -> None:
    found = rows(visits(make(ACTS), rank="rank"), "traveller", "first")
    assert [tuple(row.values()) for row in found] == [
        ("KHM", "KOR", date(2020, 3, 1), date(2020, 3, 4), 3, 5.0),
        ("KHM", "KOR", date(2020, 3, 8), date(2020, 3, 8), 1, 1.0),
        ("KOR", "KHM", date(2020, 7, 1), date(2020, 7, 1), 1, None),
        ("KOR", "KHM", date(2021, 1, 9), date(2021, 1, 9), 1, 3.0),
    ]


def test_visits_weigh_by_rank_where_there_is_one_and_have_no_weight_where_there_is_none() -> None:
    found = visit_weight(visits(ACTS, rank="rank")).sort("period", "traveller").to_dicts()
    assert [(row["traveller"], row["period"].year, row["n"], row["n_ranked"], row["weight"]) for row in found] == [
        ("KHM", 2020, 2, 2, 6.0),
        ("KOR", 2020, 1, 0, None),
        ("KOR", 2021, 1, 1, 3.0),
    ]
    assert found[0]["low"] < 6 < found[0]["high"]
    assert visit_weight(visits(ACTS))["weight"].null_count() == 3


def test_the_interval_of_a_count_of_visits_is_that_of_garwood() -> None:
    (found,) = visit_weight(visits(many(7, 0))).to_dicts()
    assert poisson(found["n_low"]).sf(6) == pytest.approx(0.025)
    assert poisson(found["n_high"]).cdf(7) == pytest.approx(0.025)


def many(out: int, back: int) -> pl.DataFrame:
    months = [date(2020, 1 + i, 1) for i in range(12)]
    ways = [("KHM", "KOR")] * out + [("KOR", "KHM")] * back
    return events(*((months[i], a, b, "042", "cameo-gdelt", None) for i, (a, b) in enumerate(ways)))


def test_the_balance_says_who_travels_with_its_interval() -> None:
    (found,) = visit_balance(visits(many(8, 2))).to_dicts()
    assert (found["a"], found["b"], found["n_ab"], found["n_ba"]) == ("KHM", "KOR", 8, 2)
    assert found["balance"] == pytest.approx(0.6)
    # Clopper and Pearson's interval of 8 in 10 is 0.4439 to 0.9748.
    assert (found["low"], found["high"]) == pytest.approx((2 * 0.4439 - 1, 2 * 0.9748 - 1), abs=2e-4)


def test_few_visits_give_no_balance_but_the_reason() -> None:
    (found,) = visit_balance(visits(many(3, 1))).to_dicts()
    assert (found["n_ab"], found["balance"], found["insufficient"]) == (3, None, "4 visits, 5 are needed")


def test_days_since_the_last_visit_are_told_each_way() -> None:
    known = visits(ACTS)
    out, back = days_since_visit(known, ("KHM", "KOR"), date(2020, 12, 31)).to_dicts()
    assert (out["traveller"], out["last"], out["days"], out["n"]) == ("KHM", date(2020, 3, 8), 298, 2)
    assert (back["traveller"], back["days"], back["known_until"]) == ("KOR", 183, date(2021, 1, 9))
    during, none = days_since_visit(known, ("KHM", "KOR"), date(2020, 3, 2)).to_dicts()
    assert during["days"] == 0
    assert (none["days"], none["insufficient"]) == (None, "no visit from 2020-03-01 to 2020-03-02")


@pytest.mark.parametrize(
    ("states", "on", "said"),
    [
        (("KHM", "KHM"), date(2021, 1, 1), "name one state twice"),
        (("KHM", "LAO"), date(2021, 1, 1), "visits has none by or to 'LAO'"),
        (("KHM", "KOR"), date(2019, 1, 1), "2019-01-01 is before all visits given"),
    ],
)
def test_days_and_states_that_the_visits_do_not_tell_of_are_refused(
    states: tuple[str, str], on: date, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        days_since_visit(visits(ACTS), states, on)
    with pytest.raises(UsageError, match="the column 'code' of events is String: wanted is number"):
        visits(ACTS, rank="code")

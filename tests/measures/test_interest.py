"""Cambodia with North and South Korea: how much is practice, how much memory; acts made up after what is usual."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from scipy.stats import binomtest

from comity.errors import UsageError
from comity.measures import (
    Grounds,
    interest_and_tradition,
    practical_share,
    spells_of_ties,
    traditional_share,
    unbroken,
)

from .conftest import Make, rows, without_spark
from .readings import act, acts

NORTH = acts(
    act("PRK>KHM", "SUPPORT", "2024-01-01", cameo="051", substance="symbolic",
        sentence="Pyongyang sent greetings on the 60th anniversary of relations."),
    act("PRK>KHM", "SUPPORT", "2024-02-01", cameo="051", substance="symbolic",
        sentence="A message of condolence reached the palace."),
    act("KHM>PRK", "SUPPORT", "2024-03-01", cameo="051", substance="symbolic",
        sentence="Cambodian officials laid a wreath at the monument in Pyongyang."),
    act("PRK>KHM", "CONSULT", "2024-04-01", cameo="040", substance="symbolic",
        sentence="A delegation of the Workers' Party met the Cambodian People's Party."),
    act("KHM>PRK", "CONSULT", "2024-05-01", cameo="042", mode="visit", sentence="The minister went to Pyongyang."),
    act("PRK>KHM", "COOPERATE", "2024-06-01", cameo="061", sentence="The two traded a little rice."),
    act("KHM>PRK", "AID", "2024-07-01", cameo="073", sentence="Cambodia would send rice.", status="hypothetical"),
    act("KHM>PRK", "SANCTION", "2024-08-01", cameo="160", sentence="Cambodia shut a restaurant."),
    act("KHM>PRK", "ACCUSE", "2019-08-01", cameo="111", sentence="Cambodia condemned a test."),
)  # fmt: skip
DAYS = (date(2024, 1, 1), date(2024, 12, 31))


def test_practical_shares_are_told_by_number_and_by_weight_with_intervals(make: Make) -> None:
    korea = acts(
        *(act("KOR>KHM", "AID", f"2024-0{month}-01", cameo="071") for month in (1, 2, 3)),
        act("KOR;JPN>KHM", "SUPPORT", "2024-04-01", cameo="057"),
        act("KOR>KHM", "CONSULT", "2024-05-01", cameo="042"),
        act("KOR>KHM", "SUPPORT", "2024-06-01", cameo="051", substance="symbolic"),
        act("KOR>KHM", "SUPPORT", "2024-07-01", cameo="051", substance=None),
        act("KOR>KHM", "AID", "2024-08-01", status="negated"),
    )
    japan, found = rows(practical_share(make(korea)), "actor_country")
    assert (found["n"], found["n_practical"], found["n_symbolic"], found["n_unknown"]) == (7, 5, 1, 1)
    assert found["practical_share"] == pytest.approx(5 / 6)
    exact = binomtest(5, 6).proportion_ci(0.95, "exact")
    assert (found["practical_low"], found["practical_high"]) == pytest.approx((exact.low, exact.high))
    assert found["weighed_share"] == pytest.approx((3 * 4 + 2 + 1) / (3 * 4 + 2 + 1 + 1))
    assert 0 < found["weighed_low"] < found["weighed_share"] < found["weighed_high"] <= 1
    assert (found["since"], found["until"]) == (date(2024, 1, 1), date(2024, 7, 1))
    assert (japan["practical_share"], japan["insufficient"]) == (None, "acts of known substance: 1, wanted are 5")


def test_what_is_traditional_is_counted_by_kind(make: Make) -> None:
    found = rows(traditional_share(make(NORTH)), "actor_country", "kind")
    told = [(one["actor_country"], one["kind"], one["n"], one["n_acts"]) for one in found]
    assert told == [
        ("KHM", "all", 1, 4), ("KHM", "memorial", 1, 4),
        ("PRK", "all", 3, 4), ("PRK", "anniversary", 1, 4), ("PRK", "condolence", 1, 4),
        ("PRK", "party-to-party", 1, 4),
    ]  # fmt: skip
    assert found[0]["insufficient"] == "acts: 4, wanted are 5"


TIES = pl.DataFrame(
    [
        ("diplomatic_relations", "KHM", "PRK", "active", "1964-12-20", None),
        ("diplomatic_relations", "KHM", "KOR", "ended", "1970-05", "1975-04"),
        ("diplomatic_relations", "KOR", "KHM", "active", "1997", None),
        ("diplomatic_relations", "KHM", "JPN", "suspended", None, None),
        ("diplomatic_relations", "KHM", "LAO", "ended", "1956", "1990"),
        ("diplomatic_relations", "LAO", "KHM", "active", "1991", None),
        ("diplomatic_relations", "KHM", "VNM", "active", None, None),
        ("diplomatic_relations", "KHM", "THA", "ended", "1950", "1961"),
        ("diplomatic_relations", "KHM", "USA", "proposed", "1950", None),
        ("membership", "KHM", "UN", "active", "1955", None),
    ],
    schema=dict.fromkeys(("kind", "first", "second", "status", "date_start", "date_end"), pl.String),
    orient="row",
).with_columns(published=date(2024, 6, 1))


def test_the_age_of_a_tie_counts_from_its_last_break(make: Make) -> None:
    found = {row["first"] + row["second"]: row for row in rows(unbroken(spells_of_ties(make(TIES)), DAYS[1]))}
    assert found["KHMPRK"]["years"] == pytest.approx(60.03, abs=0.01)
    south = found["KHMKOR"]
    assert (south["since"], south["n"]) == (date(1997, 1, 1), 2)
    assert (south["years_low"], south["years_high"]) == pytest.approx((27, 28), abs=0.01)
    assert found["KHMLAO"]["since"] == date(1956, 1, 1)
    assert found["KHMTHA"]["years"] == 0
    assert found["JPNKHM"]["years"] == 0
    assert (found["KHMVNM"]["years"], found["KHMVNM"]["insufficient"]) == (None, "the first day is not known")
    assert "KHMUSA" not in found


def _depends(one: str, other: str, year: int, value: float | None) -> dict[str, Any]:
    return {"influencer": one, "dependent": other, "year": year, "dependence": value, "dependence_n": 5,
            "dependence_low": value or 0.0, "dependence_high": value or 1.0}  # fmt: skip


DEPENDENCE = pl.DataFrame(
    [_depends("PRK", "KHM", 2023, 0.5), _depends("PRK", "KHM", 2024, 0.02), _depends("KHM", "PRK", 2024, 0.04)]
)


@without_spark
def test_both_axes_show_their_parts_and_are_never_one_number(make: Make) -> None:
    grounds = Grounds(make(DEPENDENCE), make(NORTH), make(spells_of_ties(TIES)))
    found = interest_and_tradition(("KHM", "PRK"), grounds, *DAYS)
    first, second, practical = found.interest.parts
    assert (first.name, first.value, first.unit) == ("first_on_second", 0.02, "dependence in 2024")
    assert (second.value, second.n) == (0.04, 5)
    # of 6 acts of cooperation four are ceremony (1 each), one is words (1), one moves goods (4)
    assert (practical.value, practical.n) == (pytest.approx(5 / 9), 6)
    assert found.interest.value == pytest.approx((0.03 + 5 / 9) / 2)
    assert found.interest.low < found.interest.value < found.interest.high
    age, rites = found.tradition.parts
    assert age.told == pytest.approx(60.03, abs=0.01)
    assert age.value == pytest.approx(60.03 / 85.03, abs=0.001)
    assert (rites.value, rites.n) == (pytest.approx(4 / 7), 7)
    assert found.tradition.value == pytest.approx((60.03 / 85.03 + 4 / 7) / 2, abs=0.001)
    assert found.interest.weight == pytest.approx(1)
    assert not hasattr(found, "value")


def test_an_axis_without_enough_of_its_weight_has_no_value() -> None:
    found = interest_and_tradition(("KHM", "PRK"), Grounds(events=NORTH.head(3)), *DAYS)
    assert found.interest.missing == ("first_on_second", "second_on_first", "practical_share")
    assert (found.interest.value, found.interest.low, found.interest.high) == (None, 0.0, pytest.approx(1.0))
    assert found.interest.insufficient == "less than 0.5 of the weight is known"
    assert [part.insufficient for part in found.tradition.parts] == ["no table is given", "acts: 3, wanted are 5"]


def test_acts_outside_the_window_do_not_count() -> None:
    found = interest_and_tradition(("KHM", "PRK"), Grounds(events=NORTH), date(2010, 1, 1), date(2011, 1, 1))
    assert found.tradition.parts[1].insufficient == "no act in the window"


@pytest.mark.parametrize(
    ("pair", "days", "said"),
    [
        (("KHM", "KHM"), DAYS, "KHM, KHM name one state twice"),
        (("KHM", "XQX"), DAYS, "no state has the code 'XQX'"),
        (("KHM", "PRK"), DAYS[::-1], "the window begins on 2024-12-31"),
    ],
)
def test_a_wrong_question_is_told(pair: tuple[str, str], days: tuple[date, date], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        interest_and_tradition(pair, Grounds(events=NORTH), *days)


def test_spells_of_no_such_kind_are_told() -> None:
    with pytest.raises(UsageError, match="spells have none of the kind alliance"):
        unbroken(spells_of_ties(TIES), DAYS[1], ["alliance"])


def test_a_later_report_of_an_end_counts_for_an_earlier_report_of_the_tie() -> None:
    told = [
        ("active", "1970", None, date(1970, 6, 1)),
        ("active", None, None, date(1972, 6, 1)),
        ("ended", None, "1975", date(1976, 1, 1)),
        ("active", "1997-10-30", None, date(1997, 11, 1)),
        ("active", "1997", None, date(2023, 6, 1)),
        ("active", None, None, date(2024, 6, 1)),
    ]
    ties = pl.DataFrame(
        [("diplomatic_relations", "KHM", "KOR", *one) for one in told],
        schema={**TIES.schema, "published": pl.Date},
        orient="row",
    )
    found = rows(unbroken(spells_of_ties(ties), date(2007, 10, 30)))[0]
    assert (found["since"], found["years"]) == (date(1997, 10, 30), pytest.approx(10, abs=0.01))
    assert rows(unbroken(spells_of_ties(ties), date(1974, 1, 1)))[0]["since"] == date(1970, 1, 1)
    assert rows(unbroken(spells_of_ties(ties.head(3)), date(2007, 1, 1)))[0]["years"] == 0
    suspended = pl.concat(
        [ties, ties.tail(1).with_columns(status=pl.lit("suspended"), published=date(2024, 7, 1))]
    )
    after = rows(unbroken(spells_of_ties(suspended), date(2024, 12, 31)))[0]
    assert (after["years"], after["insufficient"]) == (None, "whether it stands on that day is not known")


def test_a_beginning_anew_shows_that_the_spell_before_had_ended_at_a_time_untold() -> None:
    told = [("active", "1970", None, date(2024, 6, 1)), ("active", "1997", None, date(2023, 6, 1))]
    ties = pl.DataFrame(
        [("diplomatic_relations", "KHM", "KOR", *one) for one in told],
        schema={**TIES.schema, "published": pl.Date},
        orient="row",
    )
    found = rows(unbroken(spells_of_ties(ties), date(2024, 12, 31)))[0]
    assert found["since"] == date(1997, 1, 1)
    before = rows(unbroken(spells_of_ties(ties), date(1974, 1, 1)))[0]
    assert (before["years"], before["insufficient"]) == (None, "whether it stands on that day is not known")


def test_where_all_is_practical_the_interval_is_that_of_the_count() -> None:
    aid = acts(*(act("KOR>KHM", "AID", f"2024-0{month}-01") for month in range(1, 7)))
    found = rows(practical_share(aid))[0]
    assert (found["weighed_share"], found["weighed_low"]) == (1.0, pytest.approx(0.025 ** (1 / 6)))

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from comity.errors import UsageError
from comity.measures import Choice, DyadYears, create_dyad_years, flow

from .conftest import SHARED
from .test_flow import EVENTS

STATES, YEARS = ("KHM", "KOR", "PRK"), range(2013, 2016)
VALUE = {"country": pl.String, "partner": pl.String, "year": pl.Int16, "variable": pl.String, "value": pl.Float64,
         "is_directed": pl.Boolean}  # fmt: skip


def values(*rows: tuple[object, ...]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), VALUE, orient="row")


def cell(dyads: DyadYears, country: str, partner: str, year: int) -> dict[str, Any]:
    return dyads.frame.filter(country=country, partner=partner, year=year).row(0, named=True)


ATOP = values(
    *(("KHM", "KOR", 2014, f"atop_{one}", float(one == "defense"), True)
      for one in ("defense", "offense", "neutrality", "nonaggression", "consultation")),
    *(("KOR", "KHM", 2014, f"atop_{one}", 0.0, True)
      for one in ("defense", "offense", "neutrality", "nonaggression", "consultation")),
    ("AFG", "PAK", 2013, "atop_defense", 0.0, True),
)  # fmt: skip
IGOS = values(
    ("KHM", "KOR", 2014, "joint_memberships", 41.0, False), ("PRK", "KHM", 2014, "joint_memberships", 12.0, False)
)
DISPUTES = values(
    *(("KOR", "PRK", 2014, f"gml_{name}", value, True)
      for name, value in (("disputes", 2.0), ("onsets", 1.0), ("hostility", 4.0))),
    *(("PRK", "KOR", 2014, f"gml_{name}", value, True)
      for name, value in (("disputes", 2.0), ("onsets", 1.0), ("hostility", 5.0))),
)  # fmt: skip
MISSIONS = values(
    ("KHM", "KOR", 2014, "mission_level", 3.0, True), ("KOR", "KHM", 2014, "mission_level", 1.0, True)
)
FLOWS = pl.DataFrame(
    [
        ("comtrade", "KHM", "KOR", date(2014, 1, 1), "year", "export", None, 100.0, "FOB"),
        ("comtrade", "KHM", "KOR", date(2014, 1, 1), "year", "export", "0803", 60.0, "FOB"),
        ("comtrade", "KHM", "KOR", date(2014, 3, 1), "month", "export", None, 9.0, "FOB"),
        ("comtrade", "KOR", "KHM", date(2014, 1, 1), "year", "import", None, 115.0, "CIF"),
        ("comtrade", "KOR", "KHM", date(2014, 1, 1), "year", "import", None, 120.0, "FOB"),
        ("comtrade", "KHM", None, date(2014, 1, 1), "year", "export", None, 900.0, "FOB"),
    ],
    schema={"source": pl.String, "country": pl.String, "partner": pl.String, "start": pl.Date,
            "frequency": pl.String, "kind": pl.String, "item": pl.String, "value": pl.Float64,
            "valuation": pl.String},
    orient="row",
).with_columns(unit=pl.lit("USD"))  # fmt: skip
OTHER = FLOWS.with_columns(source=pl.lit("cow"))
STATED = EVENTS.with_columns(pl.col("date").dt.offset_by("-10y"))


def test_every_pair_stands_in_every_year_once_and_none_with_itself() -> None:
    directed = create_dyad_years(["Cambodia", "KOR", "prk", "KOR"], YEARS)
    assert len(directed.frame) == 3 * 2 * 3
    assert directed.frame.filter(pl.col("country") == pl.col("partner")).is_empty()
    assert not directed.frame.is_duplicated().any()
    both = create_dyad_years(STATES, YEARS, directed=False).frame
    assert both.filter(year=2013).rows() == [("KHM", "KOR", 2013), ("KHM", "PRK", 2013), ("KOR", "PRK", 2013)]


def everything(dyads: DyadYears) -> DyadYears:
    dyads = dyads.add_trade(FLOWS).add_alliances(ATOP).add_igos(IGOS).add_missions(MISSIONS)
    return dyads.add_disputes(DISPUTES).add_events(STATED, score_scale="p")


@pytest.mark.parametrize("directed", [True, False])
def test_rows_and_keys_never_change(directed: bool) -> None:
    before = create_dyad_years(STATES, YEARS, directed)
    after = everything(before)
    assert after.frame.select("country", "partner", "year").equals(before.frame)
    assert after.codebook()["column"].to_list() == after.frame.columns
    assert len(before.frame.columns) == 3


def test_trade_is_told_as_each_side_reports_it_and_only_in_whole() -> None:
    dyads = create_dyad_years(STATES, YEARS).add_trade(FLOWS)
    here, there = cell(dyads, "KHM", "KOR", 2014), cell(dyads, "KOR", "KHM", 2014)
    assert (here["exports_usd"], here["exports_mirror_usd"], here["imports_usd"]) == (100.0, 115.0, None)
    assert (there["imports_usd"], there["imports_mirror_usd"], there["exports_usd"]) == (115.0, 100.0, None)
    assert cell(dyads, "KHM", "KOR", 2013)["exports_usd"] is None


def test_absence_is_no_alliance_and_no_dispute_in_the_years_of_the_source_and_else_null() -> None:
    dyads = create_dyad_years(STATES, range(2012, 2016)).add_alliances(ATOP).add_disputes(DISPUTES)
    here, there = cell(dyads, "KHM", "KOR", 2014), cell(dyads, "KOR", "KHM", 2014)
    assert (here["is_allied"], here["pledges_defense"], here["pledges_offense"]) == (True, True, False)
    assert (there["is_allied"], there["pledges_defense"]) == (True, False)
    none = cell(dyads, "KHM", "PRK", 2014)
    assert (none["is_allied"], none["pledges_defense"], none["disputes"]) == (False, False, 0)
    assert none["dispute_hostility"] is None
    for year in (2012, 2015):
        assert cell(dyads, "KHM", "KOR", year)["is_allied"] is None
    assert cell(dyads, "KOR", "PRK", 2013)["disputes"] is None


def test_a_pledge_not_to_attack_makes_a_pact_and_no_ally() -> None:
    swap = {"atop_defense": "atop_nonaggression", "atop_nonaggression": "atop_defense"}
    pact = ATOP.with_columns(pl.col("variable").replace(swap))
    found = cell(create_dyad_years(STATES, YEARS).add_alliances(pact), "KOR", "KHM", 2014)
    assert (found["is_allied"], found["has_pact"], found["pledges_nonaggression"]) == (False, True, False)


def test_a_pledge_that_the_source_does_not_know_is_null() -> None:
    unknown = ATOP.with_columns(value=pl.when(year=2014).then(None).otherwise("value"))
    found = cell(create_dyad_years(STATES, YEARS).add_alliances(unknown), "KHM", "KOR", 2014)
    assert (found["is_allied"], found["pledges_defense"]) == (None, None)


@pytest.mark.parametrize(
    "rows",
    [IGOS, pl.concat([IGOS, IGOS.rename({"country": "partner", "partner": "country"}).select(IGOS.columns)])],
)
def test_what_has_no_direction_is_mirrored_and_never_doubled(rows: pl.DataFrame) -> None:
    directed = create_dyad_years(STATES, YEARS).add_igos(rows)
    assert (
        cell(directed, "KHM", "KOR", 2014)["shared_igos"]
        == cell(directed, "KOR", "KHM", 2014)["shared_igos"]
        == 41
    )
    assert cell(directed, "KOR", "PRK", 2014)["shared_igos"] is None
    assert directed.frame["shared_igos"].sum() == 2 * (41 + 12)
    both = create_dyad_years(STATES, YEARS, directed=False).add_igos(rows)
    assert both.frame["shared_igos"].sum() == 41 + 12


def test_without_direction_acts_add_up_and_disputes_do_not() -> None:
    directed, both = (everything(create_dyad_years(STATES, YEARS, one)) for one in (True, False))
    assert cell(directed, "KHM", "KOR", 2014)["events"] == 4
    assert cell(both, "KHM", "KOR", 2014)["events"] == 5
    assert cell(both, "KHM", "KOR", 2014)["events_score_sum"] == 4.0 - 2.0 + 10.0
    assert cell(both, "KHM", "KOR", 2014)["events_score_mean"] == pytest.approx(12 / 3)
    assert both.frame["events"].sum() == directed.frame["events"].sum() == 5
    quarrel = cell(both, "KOR", "PRK", 2014)
    assert (quarrel["disputes"], quarrel["dispute_hostility"]) == (2, 5)
    assert cell(directed, "KOR", "PRK", 2014)["dispute_hostility"] == 4
    assert cell(both, "KHM", "KOR", 2014)["is_allied"] is True
    mission = cell(both, "KHM", "KOR", 2014)
    assert (mission["mission_sent"], mission["mission_received"]) == (3, 1)


def test_acts_that_are_not_told_and_scores_of_another_scale_are_no_zeros() -> None:
    dyads = create_dyad_years(STATES, YEARS).add_events(STATED, score_scale="other", prefix="x_")
    there = cell(dyads, "KOR", "KHM", 2014)
    assert (there["x_events"], there["x_events_score_sum"], there["x_events_score_mean"]) == (1, None, None)
    assert cell(dyads, "PRK", "KHM", 2014)["x_events"] is None


def test_ends_of_sums_and_means_are_those_of_the_flow_of_a_year_also_of_both_directions_together() -> None:
    values = [f"score_{name}{end}" for name in ("sum", "mean") for end in ("", "_low", "_high")]
    names = {f"events_{name}": name for name in values}
    one_way = STATED.filter(pl.col("recipient_country") != pl.col("actor_country")).with_columns(
        actor_country=pl.lit("KHM"), recipient_country=pl.lit("KOR")
    )
    for directed, acts in ((True, STATED), (False, one_way)):
        here = cell(create_dyad_years(STATES, YEARS, directed).add_events(STATED, "p"), "KHM", "KOR", 2014)
        (row,) = (
            flow(acts, "year").filter(actor_country="KHM", recipient_country="KOR", score_scale="p").to_dicts()
        )
        assert row["score_sum_low"] < row["score_sum"]
        assert {name: here[name] for name in names} == pytest.approx(
            {name: row[one] for name, one in names.items()}
        )
    lone = cell(create_dyad_years(STATES, YEARS).add_events(STATED, "p"), "KOR", "KHM", 2014)
    assert (lone["events_score_sum"], lone["events_score_sum_low"], lone["events_score_mean_high"]) == (
        10,
        None,
        None,
    )


def test_events_without_any_score_still_count() -> None:
    dyads = create_dyad_years(STATES, YEARS).add_events(STATED.with_columns(score=None, score_scale=None).cast(
        {"score": pl.Float64, "score_scale": pl.String}))  # fmt: skip
    here = cell(dyads, "KHM", "KOR", 2014)
    assert (here["events"], here["events_scored"], here["events_score_sum"]) == (4, 0, None)


def test_two_sources_stand_beside_each_other_under_a_prefix() -> None:
    dyads = create_dyad_years(STATES, YEARS).add_events(STATED, "p").add_events(STATED, "other", prefix="other_")
    row = cell(dyads, "KHM", "KOR", 2014)
    assert (row["events_score_mean"], row["other_events_score_mean"]) == (1.0, 1.0)
    assert (row["events_scored"], row["other_events_scored"]) == (2, 1)


def test_votes_are_those_of_the_calendar_year_for_both_directions() -> None:
    votes = pl.DataFrame({"roll_call": [str(i) for i in range(12) for _ in "ab"], "country": ["KHM", "KOR"] * 12,
                          "vote": ["yes", "no", *["yes", "yes"] * 11]})  # fmt: skip
    calls = pl.DataFrame({"id": [str(i) for i in range(12)], "date": [date(2014, 12, 1)] * 12})
    dyads = create_dyad_years(STATES, YEARS).add_votes(votes, calls, Choice(by="year", unanimous=True))
    here, there = cell(dyads, "KHM", "KOR", 2014), cell(dyads, "KOR", "KHM", 2014)
    assert here["common_votes"] == there["common_votes"] == 12
    assert here["vote_agreement_share"] == there["vote_agreement_share"] == pytest.approx(11 / 12)
    assert cell(dyads, "KHM", "KOR", 2015)["common_votes"] is None


def test_files_have_the_same_rows_and_the_labels(tmp_path: Path) -> None:
    dyads = everything(create_dyad_years(STATES, YEARS))
    for ending in ("csv", "parquet", "dta"):
        dyads.write(tmp_path / f"d.{ending}")
        first = (tmp_path / f"d.{ending}").read_bytes()
        dyads.write(tmp_path / f"d.{ending}")
        assert (tmp_path / f"d.{ending}").read_bytes() == first
    assert pl.read_parquet(tmp_path / "d.parquet").equals(dyads.frame)
    field = pq.read_schema(tmp_path / "d.parquet").field("exports_usd")
    assert b"reported by country" in field.metadata[b"description"]
    counts = pl.read_csv(tmp_path / "d.csv")["disputes"]
    assert counts.to_list() == dyads.frame["disputes"].cast(pl.Int64).to_list()
    with pd.read_stata(tmp_path / "d.dta", iterator=True) as reader:
        assert reader.variable_labels() == dict(dyads.labels)
        stata = reader.read()
    assert list(stata.columns) == dyads.frame.columns
    row = stata[(stata.country == "KHM") & (stata.partner == "KOR") & (stata.year == 2014)].iloc[0]
    assert (row.exports_usd, row.is_allied, row.pledges_offense) == (100.0, 1, 0)
    assert pd.isna(row.imports_usd)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.csv", "d.dta", "d.parquet"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda some: create_dyad_years(["KHM", "Cambodia"], YEARS), "KHM makes no pair"),
        (lambda some: create_dyad_years(["KHM", "Atlantis"], YEARS), "no state is called 'Atlantis'"),
        (lambda some: create_dyad_years(STATES, []), "no year was given"),
        (lambda some: some.add_igos(IGOS).add_igos(IGOS), "a column 'shared_igos' already: give a prefix"),
        (lambda some: some.add_events(STATED), "scores of other, p, which never add"),
        (lambda some: some.add_events(STATED, "warmth"), "no act is scored by 'warmth'"),
        (lambda some: some.add_igos(ATOP), "dyad_years has no 'joint_memberships'"),
        (lambda some: some.add_disputes(DISPUTES, "x"), "project is 'x': choose one of gml, cow_mid"),
        (lambda some: some.add_trade(pl.concat([FLOWS, OTHER])), "are of comtrade, cow"),
        (lambda some: some.add_votes(IGOS, IGOS, Choice()), "a session lies in two years"),
        (lambda some: some.write("d.xlsx"), r"d.xlsx has no known ending"),
        (lambda some: some.write("nowhere/d.csv"), "there is no folder nowhere"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_a_sentence(asked: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked(create_dyad_years(STATES, YEARS))


def test_a_relation_of_duckdb_tells_the_same() -> None:
    relation = duckdb.connect().from_arrow(DISPUTES.to_arrow())
    dyads = create_dyad_years(STATES, YEARS)
    assert dyads.add_disputes(relation).frame.equals(dyads.add_disputes(DISPUTES).frame)


def test_sums_over_all_states_are_those_of_the_file() -> None:
    if not (SHARED / "cow_igo_ndy.parquet").is_file():
        pytest.skip("there is no ../shared/data")
    file = pl.read_parquet(SHARED / "cow_igo_ndy.parquet").filter(pl.col("year").is_in([1975, 2014]))
    file = file.with_columns(pl.col("iso3_1", "iso3_2").cast(pl.String)).drop_nulls(["iso3_1", "iso3_2"])
    states = pl.concat([file["iso3_1"], file["iso3_2"]]).unique()
    told = file.select("year", country="iso3_1", partner="iso3_2", value="dyad_igos").with_columns(
        variable=pl.lit("joint_memberships"), is_directed=pl.lit(False)
    )
    for directed, times in ((True, 2), (False, 1)):
        dyads = create_dyad_years(states, [1975, 2014], directed).add_igos(told)
        assert dyads.frame["shared_igos"].sum() == times * file["dyad_igos"].sum()
        assert dyads.frame["shared_igos"].count() == times * len(file)


def test_allies_are_those_of_a_plain_loop_over_the_file() -> None:
    if not (SHARED / "atop_alliance.parquet").is_file():
        pytest.skip("there is no ../shared/data")
    states, years = ("CHN", "FRA", "JPN", "KHM", "KOR", "PRK", "THA", "USA"), range(1950, 2019, 17)
    names = {"atop_defense": "defense", "atop_offense": "offense", "atop_neutral": "neutrality",
             "atop_nonagg": "nonaggression", "atop_consul": "consultation"}  # fmt: skip
    file = pl.read_parquet(SHARED / "atop_alliance.parquet").with_columns(
        pl.col("iso3_1", "iso3_2").cast(pl.String)
    )
    helps = {
        (row["iso3_1"], row["iso3_2"], row["year"])
        for row in file.iter_rows(named=True)
        if row["atop_defense"] == 1 or row["atop_offense"] == 1
    }
    told = file.unpivot(list(names), index=["iso3_1", "iso3_2", "year"]).select(
        "year", country="iso3_1", partner="iso3_2", variable="atop_" + pl.col("variable").replace(names),
        value=pl.col("value").cast(pl.Float64),
    )  # fmt: skip
    found = create_dyad_years(states, years).add_alliances(told).frame
    for one, other, year, is_allied in found.select("country", "partner", "year", "is_allied").iter_rows():
        assert is_allied == ((one, other, year) in helps or (other, one, year) in helps)
    assert found["is_allied"].sum() > 10

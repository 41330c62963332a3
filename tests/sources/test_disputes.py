from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)
FOLDER = DATA / "disputes"


@pytest.fixture
def spells(ledger: Ledger, rows: Rows) -> Callable[..., list[tuple[object, ...]]]:
    def imported(name: str, *columns: str) -> list[tuple[object, ...]]:
        assert not import_files(ledger, "disputes", [FOLDER / name], PART).errors
        return [tuple(row.values()) for row in rows("spells", *columns)]

    return imported


@pytest.fixture
def years(ledger: Ledger, rows: Rows) -> Callable[..., dict[str, object]]:
    def told(country: str, partner: str, year: int) -> dict[str, object]:
        found = rows("dyad_years", "variable", "value", "country", "partner", "year")
        wanted = (country, partner, year)
        return {
            str(row["variable"]): row["value"]
            for row in found
            if (row["country"], row["partner"], row["year"]) == wanted
        }

    return told


def test_a_pair_with_two_disputes_in_a_year_has_the_highest_of_each_level_once(
    ledger: Ledger, years: Callable[..., object]
) -> None:
    import_files(ledger, "disputes", [FOLDER / "gml-ddy-disputes-9.9.csv"], PART)
    assert years("THA", "KHM", 2008) == {
        "gml_hostility": 4.0, "gml_action": 17.0, "gml_fatality": 1.0, "gml_side_a": 1.0, "gml_originator": 1.0,
        "gml_disputes": 2.0, "gml_onsets": 2.0,
    }  # fmt: skip


def test_the_highest_of_levels_of_which_one_is_unknown_is_unknown(
    ledger: Ledger, years: Callable[..., dict[str, object]]
) -> None:
    import_files(ledger, "disputes", [FOLDER / "gml-ddy-disputes-9.9.csv"], PART)
    assert years("KHM", "THA", 2008)["gml_fatality"] is None
    assert years("CHN", "VNM", 1979)["gml_fatality"] == 6.0


def test_months_date_the_disputes_of_two_states_and_years_those_of_many(spells: Callable[..., object]) -> None:
    told = spells("gml-ddy-disputes-9.9.csv", "id", "country", "role", "start", "end", "precision", "is_ongoing")
    assert told == [
        ("gml 9001", "KHM", "originator", date(2008, 7, 1), None, "month", True),
        ("gml 9001", "THA", "originator", date(2008, 7, 1), None, "month", True),
        ("gml 9002", "KHM", "originator", date(2008, 1, 1), date(2008, 12, 31), "year", False),
        ("gml 9002", "THA", "joiner", date(2008, 1, 1), date(2008, 12, 31), "year", False),
        ("gml 9003", "PRK", "originator", date(1969, 1, 1), date(1969, 12, 31), "year", False),
        ("gml 9005", "CHN", "originator", date(1979, 2, 1), date(1979, 3, 31), "month", False),
    ]


def test_a_thirteenth_month_stays_in_the_details(
    ledger: Ledger, spells: Callable[..., list[tuple[str, str]]]
) -> None:
    told = dict(spells("gml-ddy-disputes-9.9.csv", "id", "details"))
    assert json.loads(told["gml 9003"])["first_month"] == 13


def test_pairs_without_direction_are_no_file_of_disputes(ledger: Ledger) -> None:
    (error,) = import_files(ledger, "disputes", [FOLDER / "gml-ndy-disputes-9.9.csv"], PART).errors
    assert "no file of disputes" in str(error)


def test_parties_of_opposite_sides_are_paired_for_the_years_that_they_share(
    ledger: Ledger, years: Callable[..., dict[str, object]]
) -> None:
    import_files(ledger, "disputes", [FOLDER / "MIDB 5.0.csv"], PART)
    assert years("THA", "LAO", 1998) == {}
    assert years("THA", "LAO", 1999)["cow_mid_onsets"] == 1.0
    assert years("THA", "KHM", 1999)["cow_mid_onsets"] == 0.0
    assert years("KHM", "LAO", 1999) == {}


def test_a_day_that_is_not_known_leaves_the_month(spells: Callable[..., object]) -> None:
    assert spells("MIDB 5.0.csv", "country", "kind", "role", "start", "end", "precision") == [
        ("KHM", "dispute party", "originator", date(1998, 2, 1), date(1999, 3, 1), "month"),
        ("LAO", "dispute party", "joiner", date(1999, 1, 1), date(1999, 3, 1), "day"),
        ("THA", "dispute party", "originator", date(1998, 2, 3), date(1999, 3, 1), "day"),
    ]


def test_a_war_that_was_resumed_has_two_spells_and_an_unknown_loss_is_null(
    spells: Callable[..., list[tuple[Any, ...]]],
) -> None:
    told = spells("Inter-StateWarData_v4.0.csv", "kind", "country", "partner", "start", "end", "role", "details")
    wars = [one for one in told if one[0] == "war"]
    assert [one[1:6] for one in wars] == [
        ("DEU", "DNK", date(1864, 2, 1), date(1864, 4, 25), "initiator"),
        ("DEU", "DNK", date(1864, 6, 25), date(1864, 7, 20), "initiator"),
        ("DNK", "DEU", date(1864, 2, 1), date(1864, 4, 25), None),
        ("DNK", "DEU", date(1864, 6, 25), date(1864, 7, 20), None),
        ("KHM", "VNM", date(1977, 9, 24), date(1979, 1, 8), None),
        ("VNM", "KHM", date(1977, 9, 24), date(1979, 1, 8), "initiator"),
    ]
    assert json.loads(wars[4][6])["deaths"] is None


def test_a_rivalry_that_lasts_to_the_last_year_of_its_book_goes_on(spells: Callable[..., object]) -> None:
    assert spells("tss.csv", "name", "country", "role", "start", "end", "is_ongoing") == [
        ("Cambodia-Thailand", "THA", "spatial, interventionary", date(1953, 1, 1), date(1987, 12, 31), False),
        ("Korea N-Korea S", "PRK", "spatial, ideological, principal", date(1948, 1, 1), None, True),
    ]


def test_a_list_of_states_that_send_troops_gives_each_its_row(
    ledger: Ledger, years: Callable[..., object], rows: Rows
) -> None:
    import_files(ledger, "disputes", [FOLDER / "UcdpPrioConflict_v99_1.csv"], PART)
    assert years("THA", "LAO", 2011) == years("VNM", "LAO", 2011) == {"ucdp_troops_for": 2.0}
    assert years("KHM", "THA", 2010) == years("THA", "KHM", 2010) == {"ucdp_conflict": 1.0}
    (fighting,) = rows("spells", "country", "partner", "start", "end", "precision", "name")
    assert tuple(fighting.values()) == (
        "KHM", "THA", date(2010, 4, 16), date(2011, 12, 13), "month", "Common border",
    )  # fmt: skip


def test_what_is_outside_its_table_of_values_or_its_calendar_is_set_aside(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "disputes", [FOLDER], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 4, "reason": "ends before it begins"},
        {"line": 4, "reason": "no first day in the calendar"},
        {"line": 5, "reason": "an intensity that is neither 1 nor 2"},
        {"line": 7, "reason": "a level of hostility that is not 1 to 5"},
    ]


COUNTS = {
    "gml_dirdisp.parquet": 10_276,
    "gml_mid_disps.parquet": 2_174,
    "cow_mid_dirdisps.parquet": 11_390,
    "cow_war_inter.parquet": 1_932,
    "tss_rivalries.parquet": 264,
    "td_rivalries.parquet": 197,
    "grh_arms_races.parquet": 71,
    "ucdp_acd.parquet": 5_652,
}


def test_whole_files_agree_with_their_description(ledger: Ledger, shared: Path) -> None:
    report = import_files(ledger, "disputes", [shared / name for name in COUNTS])
    assert {one.file.name: one.file.rows_kept for one in report.outcomes} == COUNTS
    told = ledger.table("spells")
    kinds = told.aggregate("split_part(id, ' ', 1) AS name, kind, count(DISTINCT id), sum(is_ongoing::INT)")
    assert {row[:3]: row[3] for row in kinds.filter("name IN ('tss', 'td')").fetchall()} == {
        ("tss", "rivalry", 264): 56,
        ("td", "rivalry", 197): 42,
    }
    whole = told.filter("id IN ('gml 1272', 'gml 3514') AND kind = 'dispute'")
    assert whole.project("precision").distinct().fetchall() == [("year",)]
    venice = told.filter("country_code = 'cow 324' OR partner_code = 'cow 324'")
    assert venice.filter("country IS NULL OR partner IS NULL").aggregate("count(*) > 0").fetchall() == [(True,)]
    years = ledger.table("dyad_years")
    # Miller counts as many directed pairs and years in the same disputes.
    assert years.filter("variable = 'gml_hostility'").aggregate("count(*)").fetchall() == [(9_284,)]
    help_ = years.filter("year = 2024 AND country = 'PRK'").project("partner, variable, value").order("ALL")
    assert help_.fetchall() == [("RUS", "ucdp_troops_for", 2.0), ("UKR", "ucdp_troops_against", 2.0)]

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
Imported = Callable[..., list[tuple[object, ...]]]
PART = Options(is_part=True, bad_share=0.7)


@pytest.fixture
def imported(ledger: Ledger, rows: Rows) -> Imported:
    def found(name: str, table: str, *columns: str) -> list[tuple[object, ...]]:
        assert not import_files(ledger, "missions", [DATA / "missions" / name], PART).errors
        return [tuple(row.values()) for row in rows(table, *columns)]

    return found


def test_each_side_of_an_exchange_has_its_level_once(imported: Imported) -> None:
    told = imported("exchange.csv", "dyad_years", "country_code", "partner_code", "variable", "value", "text")
    assert [row for row in told if {row[0], row[1]} == {"732", "811"}] == [
        ("732", "811", "diplomatic_exchange", 1.0, None),
        ("732", "811", "mission_level", 3.0, "ambassador"),
        ("811", "732", "mission_level", 1.0, "chargé d'affaires"),
    ]


def test_a_mission_of_another_kind_has_a_word_and_no_rank_and_a_missing_one_neither(imported: Imported) -> None:
    columns = ("country", "partner", "value", "text", "is_directed")
    told = imported("exchange.csv", "dyad_years", *columns, "variable")
    assert ("KHM", "CHN", None, "other", True, "mission_level") in told
    assert ("CHN", "KHM", None, "other", True, "mission_level") in told
    assert ("KHM", None, None, None, True, "mission_level") in told
    assert (None, "KHM", 0.0, "none", True, "mission_level") in told
    assert (None, "KHM", 0.0, None, False, "diplomatic_exchange") in told


def test_a_level_that_is_none_is_set_aside(imported: Imported) -> None:
    assert imported("exchange.csv", "rejects", "line", "reason") == [(6, "no level of representation")]


def test_diplometrics_names_states_and_what_it_leaves_open_has_no_row(imported: Imported) -> None:
    columns = ("country", "country_code", "partner", "year", "variable", "value")
    assert imported("diplometrics.csv", "dyad_years", *columns) == [
        ("MNG", "Mongolia", "KHM", 1990, "diplometrics_embassy", 1.0),
        ("MNG", "Mongolia", "KHM", 1990, "diplometrics_focus", 1.0),
        ("MNG", "Mongolia", "KHM", 1990, "diplometrics_lor", 0.75),
        (None, "Atlantis", "KHM", 1990, "diplometrics_embassy", 1.0),
        (None, "Atlantis", "KHM", 1990, "diplometrics_lor", 0.5),
    ]
    assert imported("diplometrics.csv", "rejects", "line", "reason") == [(4, "no pair of states")]


def test_the_header_of_2025_is_read_as_well(imported: Imported) -> None:
    told = imported("diplometrics_2025.csv", "dyad_years", "country", "partner", "variable", "value")
    assert ("LAO", "VNM", "diplometrics_lor", 1.0) in told


def test_no_mission_is_a_status_and_the_last_one_goes_on(imported: Imported) -> None:
    columns = ("partner", "partner_code", "role", "start", "end", "is_ongoing", "country")
    assert imported("us_range.csv", "spells", *columns) == [
        ("LAO", "812", "Embassy", date(1955, 1, 1), None, True, "USA"),
        ("LAO", "812", "None", date(1953, 11, 9), date(1954, 12, 31), False, "USA"),
        (None, "680", "Interests", date(1967, 11, 30), date(1990, 5, 21), False, "USA"),
    ]
    assert imported("us_range.csv", "rejects", "line", "reason") == [
        (5, "no range of days"),
        (6, "no status of a mission"),
    ]


def test_a_year_has_the_lowest_the_highest_and_the_usual_status(imported: Imported) -> None:
    assert imported(
        "us_year.csv", "dyad_years", "partner", "year", "code_system", "variable", "value", "text"
    ) == [
        ("YEM", 1967, "gw", "us_mission_max", 6.0, "Legation"),
        ("YEM", 1967, "gw", "us_mission_median", 6.0, "Legation"),
        ("YEM", 1967, "gw", "us_mission_min", 0.0, "None"),
        ("YEM", 1967, "gw", "us_mission_mode", 0.0, "None"),
    ]
    assert imported("us_year.csv", "rejects", "line", "reason") == [(3, "no status of a mission")]


@pytest.mark.parametrize(
    ("name", "years", "unknown"), [("cow", 17302, 820), ("gw", 18084, None), ("gwm", 19659, None)]
)
def test_the_published_years_are_all_there(
    ledger: Ledger, shared: Path, name: str, years: int, unknown: int | None
) -> None:
    import_files(ledger, "missions", [shared / f"diplomatic_missions_us_{name}.parquet"])
    usual = ledger.table("dyad_years").filter("variable = 'us_mission_mode'")
    assert usual.aggregate("count(*), count(value), count(text)").fetchall() == [(years, years, years)]
    korea = usual.filter("partner = 'PRK'").aggregate("list(DISTINCT text)").fetchall()
    assert korea == [(["None"],)]
    if unknown is not None:
        assert usual.filter("partner IS NULL").aggregate("count(*)").fetchall() == [(unknown,)]


def test_the_published_ranges_are_all_there(ledger: Ledger, shared: Path) -> None:
    import_files(ledger, "missions", [shared / "diplomatic_missions_us_range_cow.parquet"])
    spells = ledger.table("spells")
    assert spells.aggregate("count(*), count(partner)").fetchall() == [(656, 613)]
    then = "start <= DATE '1960-06-01' AND (\"end\" >= DATE '1960-06-01' OR is_ongoing)"
    assert spells.filter(f"partner = 'KHM' AND {then}").project("role").fetchall() == [("Embassy",)]
    assert spells.filter("partner = 'TWN'").order("start DESC").project("role, start").limit(1).fetchall() == [
        ("None", date(1979, 1, 1))
    ]

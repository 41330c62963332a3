from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)


@pytest.fixture
def flows(ledger: Ledger, rows: Rows) -> Callable[..., list[tuple[object, ...]]]:
    def imported(name: str, *columns: str) -> list[tuple[object, ...]]:
        report = import_files(ledger, "trade", [DATA / "trade" / name], PART)
        assert not report.errors
        return [tuple(row.values()) for row in rows("flows", *columns)]

    return imported


def test_the_parts_of_a_comtrade_total_are_told_apart_from_it(flows: Callable[..., object]) -> None:
    told = flows("comtrade.csv", "partner", "start", "kind", "breakdown", "value", "valuation")
    assert told == [
        ("JPN", date(2023, 1, 1), "export", "transport 2100", 700.0, "FOB"),
        ("JPN", date(2023, 1, 1), "export", None, 1200.5, "FOB"),
        (None, date(2023, 1, 1), "import", None, 10.0, "CIF"),
        (None, date(2023, 3, 1), "import", None, 900.0, "CIF"),
    ]


def test_the_world_and_other_asia_are_no_state(flows: Callable[..., object], ledger: Ledger) -> None:
    flows("comtrade.csv", "partner")
    nobody = ledger.table("flows").filter("partner IS NULL").project("partner_code").order("partner_code")
    assert nobody.fetchall() == [("0 World",), ("490 Other Asia, nes",)]


def test_the_json_of_the_interface_gives_the_same_columns(flows: Callable[..., object]) -> None:
    told = flows("comtrade.json", "country", "partner", "start", "frequency", "kind", "item", "value")
    assert told == [
        ("KHM", "KOR", date(2022, 12, 1), "month", "export", "6109", 7.0),
        ("KHM", "VNM", date(2022, 1, 1), "year", "re-export", None, 55.0),
    ]


def test_files_of_the_former_comtrade_site_are_read(flows: Callable[..., object]) -> None:
    told = flows("old.csv", "country", "partner", "start", "kind", "value")
    assert told == [("KHM", "SGP", date(2010, 1, 1), "re-export", 125.0)]


def test_series_of_the_imf_become_one_row_a_value(flows: Callable[..., object]) -> None:
    told = flows("DOT_timeSeries.csv", "partner", "start", "frequency", "kind", "value", "valuation")
    assert told == [
        ("CHN", date(1995, 1, 1), "quarter", "import", 22.0, "CIF"),
        ("THA", date(1995, 1, 1), "year", "export", 4e6, "FOB"),
        ("THA", date(1995, 2, 1), "month", "export", 1500.0, "FOB"),
    ]


def test_quarters_and_months_of_the_imf_begin_where_they_begin(flows: Callable[..., object]) -> None:
    told = flows("imts.csv", "country", "partner", "start", "frequency", "kind", "value")
    assert told == [
        ("KOR", "KHM", date(2023, 1, 1), "year", "export", 600.5),
        ("KOR", "KHM", date(2023, 11, 1), "month", "import", 40.0),
        ("KOR", None, date(2023, 7, 1), "quarter", "export", 9.0),
    ]


def test_a_pair_of_states_gives_the_imports_of_each_in_dollars_and_nothing_for_what_is_missing(
    flows: Callable[..., object],
) -> None:
    told = flows("Dyadic_COW_4.0.csv", "country", "partner", "kind", "value", "unit")
    assert told == [
        ("KHM", "PRK", "import", None, "USD"),
        ("KHM", "THA", "import", 330_500_000.0, "USD"),
        ("PRK", "KHM", "import", None, "USD"),
        ("THA", "KHM", "import", 2_250_000.0, "USD"),
    ]


def test_values_that_cannot_be_are_set_aside(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "trade", [DATA / "trade"], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 4, "reason": "a value below zero that is not -9"},
        {"line": 4, "reason": "not a number in 1995-02"},
        {"line": 5, "reason": "no year, quarter or month"},
        {"line": 6, "reason": "no year or month in period"},
    ]


def test_a_json_file_that_is_cut_short_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    whole = (DATA / "trade" / "comtrade.json").read_text(encoding="utf-8")
    cut = tmp_path / "cut.json"
    cut.write_text(whole[:-60], encoding="utf-8")
    (error,) = import_files(ledger, "trade", [cut]).errors
    assert "cut short after 1 objects" in str(error)


def test_totals_of_states_agree_with_their_description(ledger: Ledger, shared: Path) -> None:
    (outcome,) = import_files(ledger, "trade", [shared / "cow_trade_sy.parquet"]).outcomes
    assert outcome.file.rows_kept == 14410
    told = ledger.table("country_years")
    missing = told.filter("value IS NULL").aggregate("variable, count(*)").fetchall()
    assert sorted(missing) == [("exports", 821), ("imports", 1548)]
    both = told.filter("value IS NULL").aggregate("country_code, year, count(*) AS n").filter("n = 2")
    assert both.aggregate("count(*)").fetchall() == [(815,)]

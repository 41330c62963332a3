from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
Flows = Callable[..., list[tuple[object, ...]]]
PART = Options(is_part=True, bad_share=0.5)


@pytest.fixture
def flows(ledger: Ledger, rows: Rows) -> Flows:
    def imported(name: str, *columns: str) -> list[tuple[object, ...]]:
        report = import_files(ledger, "aid", [DATA / "aid" / name], PART)
        assert not report.errors
        return [tuple(row.values()) for row in rows("flows", *columns)]

    return imported


def test_a_project_gives_a_row_for_each_amount_that_is_told_and_a_zero_is_told(
    flows: Flows,
) -> None:
    told = flows("CRS 2099 data.txt", "country", "partner", "kind", "unit", "value", "item", "breakdown", "note")
    korean = [row[2:] for row in told if row[0] == "KOR"]
    assert korean == [
        ("commitment", "USD", 1_500_000.0, "11110", "ODA Grants", "Teachers' college, second phase"),
        ("commitment", "USD constant", 1_400_000.0, "11110", "ODA Grants", "Teachers' college, second phase"),
        ("disbursement", "USD", 0.0, "11110", "ODA Grants", "Teachers' college, second phase"),
        ("disbursement", "USD", 12_250_000.0, "21020", "ODA Loans", "NATIONAL ROAD"),
        ("disbursement", "USD constant", 0.0, "11110", "ODA Grants", "Teachers' college, second phase"),
        ("disbursement", "USD constant", 12_000_000.0, "21020", "ODA Loans", "NATIONAL ROAD"),
    ]


def test_a_recipient_that_is_a_region_keeps_its_name_and_is_no_state(flows: Flows) -> None:
    told = flows("CRS 2099 data.txt", "country", "partner", "partner_code", "unit")
    assert told[:2] == [
        ("JPN", None, "F Africa, regional", "USD"),
        ("JPN", None, "F Africa, regional", "USD constant"),
    ]


def test_constant_prices_carry_their_year_and_parts_of_a_total_are_named(flows: Flows) -> None:
    told = flows("crs_explorer.csv", "country", "partner", "start", "kind", "unit", "value", "item", "breakdown")
    assert told == [
        ("KOR", "KHM", date(2021, 1, 1), "commitment", "USD2022", 2_500_000.0, None, None),
        ("KOR", "KHM", date(2021, 1, 1), "disbursement", "USD", 500_000.0, "11110",
         "measure 11, modality C01, detail DD"),
    ]  # fmt: skip


def test_net_payments_may_be_below_zero_and_a_missing_one_is_null(flows: Flows) -> None:
    told = flows("dac2a.csv", "country", "partner", "kind", "unit", "value", "breakdown")
    assert sorted(told, key=str) == [
        ("KOR", "KHM", "disbursement", "USD2023", 3_000_000.0, "measure 201"),
        ("KOR", "KHM", "net disbursement", "USD", -1_250_000.0, None),
        (None, "XKX", "net disbursement", "USD", None, None),
    ]


@pytest.mark.parametrize(
    ("name", "unit"), [("AidDataCoreThin_v3.9.csv", "USD2011"), ("AidDataThin_old.csv", "USD constant")]
)
def test_the_third_release_of_aiddata_is_in_prices_of_2011(name: str, unit: str, flows: Flows) -> None:
    told = flows(name, "country", "partner", "start", "kind", "value", "unit")
    assert ("KOR", "KHM", date(1999, 1, 1), "commitment", 1_000_000.5, unit) in told


def test_a_year_that_is_not_known_gives_no_start(flows: Flows) -> None:
    told = flows("AidDataCoreThin_v3.9.csv", "country", "partner_code", "start", "value")
    assert ("JPN", "Africa, regional", None, None) in told


def test_a_pledge_of_china_is_not_among_what_may_be_summed(flows: Flows) -> None:
    told = flows("gcdf.csv", "country", "partner", "kind", "unit", "value", "is_estimated", "breakdown")
    assert told == [
        ("CHN", "KHM", "commitment", "USD", 25_000_000.0, False, "Loan, OOF-like, Completion"),
        ("CHN", "KHM", "commitment", "USD2021", 30_000_000.0, False, "Loan, OOF-like, Completion"),
        ("CHN", "KHM", "commitment not for totals", "USD2021", None, True, "Grant, ODA-like, Pipeline: Pledge"),
    ]


def test_rows_without_a_year_or_a_size_of_the_unit_are_set_aside(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "aid", [DATA / "aid"], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 4, "reason": "no power of ten for the value"},
        {"line": 4, "reason": "no year"},
        {"line": 4, "reason": "no year"},
        {"line": 5, "reason": "no year"},
    ]

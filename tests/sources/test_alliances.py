from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)


def test_each_obligation_of_a_pair_in_a_year_is_a_row_of_its_own(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "alliances", [DATA / "alliances"], PART)
    told = [row for row in rows("dyad_years", "country", "variable", "partner", "year", "value") if row["country"]]
    promised = [tuple(row.values()) for row in told if row["value"]]
    assert promised == [
        ("CHN", "atop_consultation", "PRK", 1990, 1.0),
        ("CHN", "atop_defense", "PRK", 1990, 1.0),
        ("PRK", "atop_consultation", "CHN", 1990, 1.0),
        ("PRK", "atop_defense", "CHN", 1990, 1.0),
    ]
    assert len(told) == 10


def test_a_state_of_the_past_keeps_its_code_and_is_no_state_of_today(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "alliances", [DATA / "alliances"], PART)
    (east,) = {
        (row["country_code"], row["partner"])
        for row in rows("dyad_years", "country", "country_code", "partner")
        if row["country"] is None
    }
    assert east == ("265", "RUS")


def test_an_alliance_in_force_when_the_file_was_made_has_no_end(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "alliances", [DATA / "alliances"], PART)
    told = rows("spells", "country", "partner", "role", "start", "end", "is_ongoing")
    assert [tuple(row.values()) for row in told] == [
        ("RUS", "CHN", "defense, nonaggression, entente", date(1950, 2, 14), date(1980, 2, 14), False),
        ("USA", "KOR", "defense, entente", date(1954, 11, 17), None, True),
    ]


def test_a_day_that_is_none_and_a_code_out_of_range_are_set_aside(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "alliances", [DATA / "alliances"], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 4, "reason": "no first day"},
        {"line": 5, "reason": "an obligation that is neither 0 nor 1"},
    ]


def test_the_whole_of_atop_agrees_with_its_description(ledger: Ledger, shared: Path) -> None:
    (outcome,) = import_files(ledger, "alliances", [shared / "atop_alliance.parquet"]).outcomes
    assert (outcome.file.rows_kept, outcome.file.first_day) == (273_296, date(1815, 1, 1))
    assert outcome.file.last_day == date(2018, 12, 31)
    told = ledger.table("dyad_years")
    pairs = told.aggregate(
        "country_code, partner_code, year, sum(value) AS obligations, any_value(country) AS known"
    )
    assert pairs.filter("obligations = 0").aggregate("count(*)").fetchall() == [(170,)]
    assert pairs.filter("known IS NULL").aggregate("count(*)").fetchall() == [(6966,)]


def test_of_an_archive_with_pairs_both_by_direction_and_once_only_the_former_count(
    ledger: Ledger, tmp_path: Path
) -> None:
    told = (DATA / "alliances" / "alliance_by_directed.csv").read_text(encoding="utf-8")
    with ZipFile(tmp_path / "version4.1_csv.zip", "w") as packed:
        packed.writestr("version4.1_csv/alliance_v4.1_by_directed.csv", told)
        packed.writestr("version4.1_csv/alliance_v4.1_by_dyad.csv", told)
    (outcome,) = import_files(ledger, "alliances", [tmp_path / "version4.1_csv.zip"], PART).outcomes
    assert outcome.left_out == ("alliance_v4.1_by_dyad.csv",)
    assert ledger.table("spells").aggregate("count(*)").fetchall() == [(2,)]

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)
REGIMES = Path("regimes")


def test_a_listing_is_about_the_state_of_its_regime_and_not_of_its_nationality(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "sanctions", [DATA / "sanctions"], PART)
    found = rows("spells", "id", "country", "country_code", "partner", "partner_code", "name", "role", "start")
    assert [tuple(row.values()) for row in found] == [
        ("KPe.904", None, "UNSC", "PRK", "DPRK", "Imaginary Shipping Company", "entity", date(2014, 7, 28)),
        ("KPi.901", None, "UNSC", "PRK", "DPRK", "PAK INVENTED", "individual", date(2017, 6, 2)),
        ("QDi.902", None, "UNSC", None, "Al-Qaida", "Nobody At All", "individual", date(2009, 4, 24)),
    ]


def test_nationalities_aliases_and_offices_of_the_listed_are_kept(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "sanctions", [DATA / "sanctions"], PART)
    told = {row["id"]: json.loads(str(row["details"])) for row in rows("spells", "id", "details")}
    assert told["KPi.901"]["designation"] == ["Banker", "Envoy & clerk"]
    assert told["KPi.901"]["alias"] == ["Bak Invented"]
    assert told["KPi.901"]["comments"] == ["Made up for this test on two lines."]
    assert told["KPi.901"]["against"] == "government"
    assert told["QDi.902"]["nationality"] == ["Tunisia", "Atlantis"]
    assert told["QDi.902"]["nationality_iso3"] == ["TUN", None]


def test_listings_without_a_name_or_with_a_day_that_is_none_are_set_aside(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "sanctions", [DATA / "sanctions"], PART)
    assert [row["reason"] for row in rows("rejects", "reason")] == ["no name", "not a date in LISTED_ON"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text[:-80], "is broken or cut short"),
        (lambda text: text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>'), "declares types or entities"),
        (lambda text: text.replace("Banker", "<A>" * 20 + "</A>" * 20), "more than 16 levels deep"),
        (lambda text: text.replace("Banker", "B" * 1_100_000), "of more than 1 MiB"),
    ],
)
def test_a_list_that_is_broken_or_hostile_is_refused_as_a_whole(
    ledger: Ledger, tmp_path: Path, change: Callable[[str], str], told: str
) -> None:
    whole = (DATA / "sanctions" / "consolidated.xml").read_text(encoding="utf-8")
    (tmp_path / "list.xml").write_text(change(whole), encoding="utf-8")
    (error,) = import_files(ledger, "sanctions", [tmp_path / "list.xml"], PART).errors
    assert told in str(error)
    assert not ledger.tables.files()


def test_the_regimes_come_with_the_package_and_are_whole(ledger: Ledger, rows: Rows) -> None:
    (outcome,) = import_files(ledger, "sanctions", [REGIMES]).outcomes
    assert (outcome.file.form, outcome.file.rows_aside, outcome.file.first_day) == (
        "regimes",
        0,
        date(1966, 12, 16),
    )
    found = rows("spells", "id", "country_code", "start", "is_ongoing", "end")
    assert len({row["id"] for row in found}) == len(found) == outcome.file.rows_kept
    assert all(row["start"] and row["country_code"] == "UNSC" and row["is_ongoing"] is not None for row in found)


def test_a_regime_has_a_row_a_measure_with_its_resolutions(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "sanctions", [REGIMES])
    told = rows("spells", "partner", "role", "start", "end", "is_ongoing", "details")
    africa = [row for row in told if row["partner"] == "ZAF"]
    (embargo,) = africa
    assert (embargo["role"], embargo["start"], embargo["end"]) == (
        "arms embargo", date(1977, 11, 4), date(1994, 5, 25),
    )  # fmt: skip
    assert json.loads(str(embargo["details"]))["resolutions"] == ["418 (1977)"]
    now = {row["role"] for row in told if row["partner"] == "PRK" and row["is_ongoing"]}
    assert {"arms embargo", "assets freeze", "travel ban", "commodity: luxury goods"} <= now


def test_states_of_the_past_have_no_code_of_today(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "sanctions", [REGIMES])
    nobody = {row["partner_code"] for row in rows("spells", "partner", "partner_code") if row["partner"] is None}
    assert nobody == {
        "Federal Republic of Yugoslavia (Serbia and Montenegro)",
        "ISIL and Al-Qaida",
        "Socialist Federal Republic of Yugoslavia",
    }


def test_a_file_called_like_what_is_shipped_is_the_file(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    REGIMES.write_text("no table\n", encoding="utf-8")
    (error,) = import_files(ledger, "sanctions", [REGIMES]).errors
    assert "no file of sanctions" in str(error)


def test_a_newer_list_takes_the_place_of_the_older_and_leaves_the_regimes(ledger: Ledger, tmp_path: Path) -> None:
    import_files(ledger, "sanctions", [DATA / "sanctions", REGIMES], PART)
    before = (DATA / "sanctions" / "consolidated.xml").read_text(encoding="utf-8")
    (tmp_path / "newer.xml").write_text(before.replace("2024-05-02", "2024-06-02"), encoding="utf-8")
    (outcome,) = import_files(ledger, "sanctions", [tmp_path / "newer.xml"], PART).outcomes
    assert outcome.status == "newer"
    listed = ledger.table("spells").filter("role IN ('individual', 'entity')").aggregate("count(*)").fetchall()
    assert listed == [(3,)]
    assert ledger.table("spells").filter("partner = 'ZAF'").aggregate("count(*)").fetchall() == [(1,)]

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from comity.ledger import Ledger
from comity.sources import Options, descriptor, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)
SIMPLE = DATA / "opensanctions" / "targets.simple.csv"
FULL = DATA / "opensanctions" / "made.entities.ftm.json"


def test_a_target_has_a_row_a_programme_with_who_imposes_it(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "opensanctions", [SIMPLE], PART)
    found = rows("spells", "id", "country", "country_code", "partner", "partner_code", "role", "start")
    assert [tuple(row.values()) for row in found] == [
        ("X-1", "USA", "US", None, "US-MADEUP", "individual", None),
        ("X-1", None, "UNSC", "PRK", "UN-SC1718", "individual", None),
        ("X-2", None, "EU", "RUS", "EU-RUS", "entity", None),
    ]
    (told,) = {str(row["details"]) for row in rows("spells", "id", "details") if row["id"] == "X-1"}
    assert json.loads(told)["countries_iso3"] == ["PRK", "RUS"]


def test_people_who_are_on_no_sanctions_list_are_passed_over_and_a_row_without_id_is_set_aside(
    ledger: Ledger, rows: Rows
) -> None:
    (outcome,) = import_files(ledger, "opensanctions", [SIMPLE], PART).outcomes
    assert (outcome.file.rows_read, outcome.file.rows_kept) == (4, 3)
    assert rows("rejects", "line", "reason") == [{"line": 5, "reason": "no id"}]


def test_sanctions_are_joined_to_their_targets_in_whatever_order_they_stand(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "opensanctions", [FULL], PART)
    found = rows("spells", "id", "country", "country_code", "partner", "name", "role", "start", "end", "precision")
    assert [tuple(row.values()) for row in found] == [
        ("s-1", "USA", "US", "RUS", "Imaginary Bank", "entity", date(2022, 3, 3), None, "day"),
        ("s-2", None, "UNSC", "PRK", "Pak Invented", "individual", date(2017, 6, 1), date(2019, 12, 31), "month"),
        ("s-5", None, "EU", None, "Imaginary Bank", "entity", None, None, None),
    ]
    ongoing = {row["id"]: row["is_ongoing"] for row in rows("spells", "id", "is_ongoing")}
    assert ongoing == {"s-1": True, "s-2": False, "s-5": True}


def test_lines_that_say_nothing_sound_are_set_aside_with_their_number(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "opensanctions", [FULL], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 5, "reason": "its target is not in the file"},
        {"line": 6, "reason": "not a date in startDate, listingDate or endDate"},
        {"line": 8, "reason": "no entity"},
    ]


def test_the_licence_says_that_business_needs_leave() -> None:
    about = descriptor("opensanctions")
    assert "not for commercial use" in about.licence
    assert "CC BY-NC" in about.citation

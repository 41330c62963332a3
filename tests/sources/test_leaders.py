from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.6)


def test_a_list_keeps_its_titles_and_dates_as_exact_as_they_are(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "leaders", [DATA / "leaders" / "ministers.csv"], PART)
    told = rows("spells", "name", "country", "role", "start", "end", "precision", "is_ongoing")
    assert [tuple(row.values()) for row in told] == [
        ("Keo Sophal", "KHM", "Foreign Minister", date(2004, 1, 1), date(2016, 3, 31), "year", False),
        ("Lim Bora", None, "King", date(2004, 1, 1), date(2016, 12, 31), "year", False),
        ("Sok Dara", "KHM", "Prime Minister", date(1998, 11, 30), date(2023, 8, 22), "day", False),
        ("Sok Vanna", "KHM", "premier", date(2023, 8, 1), None, "month", None),
    ]


def test_a_leader_in_office_on_the_last_day_of_the_file_has_no_end(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "leaders", [DATA / "leaders" / "Archigos_4.1.txt"], PART)
    told = rows("spells", "name", "id", "country", "country_code", "start", "end", "is_ongoing")
    assert [tuple(row.values()) for row in told] == [
        ("Honecker", "GDR-1971", None, "gw 265", date(1971, 5, 3), date(1989, 10, 18), False),
        ("Hun Sen", "CAM-1997", "KHM", "gw 811", date(1997, 7, 6), None, True),
        ("Ranariddh", "CAM-1993", "KHM", "gw 811", date(1993, 9, 21), date(1997, 7, 6), False),
    ]
    (details,) = [row["details"] for row in rows("spells", "name", "details") if row["name"] == "Hun Sen"]
    assert json.loads(str(details))["known_until"] == "2015-12-31"


def test_rows_without_a_name_or_with_impossible_dates_are_set_aside(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "leaders", [DATA / "leaders"], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 5, "reason": "no first day"},
        {"line": 6, "reason": "not a year, month or day"},
        {"line": 7, "reason": "no name"},
        {"line": 8, "reason": "ends before it begins"},
    ]


def test_whole_files_agree_with_their_description(ledger: Ledger, shared: Path) -> None:
    report = import_files(ledger, "leaders", [shared / "archigos.parquet", shared / "lwuf.parquet"])
    assert [one.file.rows_kept for one in report.outcomes] == [3_409, 3_409]
    told = ledger.table("spells")
    leaders = told.filter("kind = 'leader'")
    assert leaders.aggregate("sum(is_ongoing::INT), count(*) FILTER (country IS NULL)").fetchall() == [(168, 88)]
    scores = told.filter("kind = 'leader scores'")
    empty = scores.filter("json_extract(details, '$.theta2_mean') = 'null'")
    assert (scores.aggregate("count(*)").fetchall(), empty.aggregate("count(*)").fetchall()) == (
        [(3_409,)],
        [(479,)],
    )
    assert scores.join(leaders.set_alias("own"), "id").aggregate("count(*)").fetchall() == [(3_409,)]

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)


def test_acts_have_their_parties_and_an_act_told_twice_is_marked(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "icews", [DATA / "icews"], PART)
    found = rows("events", "id", "actor_country", "recipient_country", "event_type", "score", "is_repeat")
    assert [tuple(row.values()) for row in found] == [
        ("501", "LAO", "VNM", "CONSULT", 1.9, False),
        ("502", "LAO", "VNM", "CONSULT", 1.9, True),
        ("503", "PRK", "KOR", None, 0.0, False),
    ]


def test_a_place_that_is_not_known_is_null_and_not_at_zero(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "icews", [DATA / "icews"], PART)
    told = {row["id"]: row for row in rows("events", "id", "place", "place_country", "latitude")}
    assert told["501"] == {"id": "501", "place": "Hanoi", "place_country": "VNM", "latitude": 21.0245}
    assert told["503"] == {"id": "503", "place": None, "place_country": None, "latitude": None}


def test_a_day_that_is_none_and_a_place_off_the_earth_are_set_aside_with_their_lines(
    ledger: Ledger, rows: Rows
) -> None:
    import_files(ledger, "icews", [DATA / "icews"], PART)
    assert rows("rejects", "line", "reason") == [
        {"line": 5, "reason": "not a date in Event Date"},
        {"line": 6, "reason": "no place on Earth"},
    ]


def test_acts_of_many_years_are_written_each_to_the_part_of_its_year(ledger: Ledger, tmp_path: Path) -> None:
    head, act, *_ = (DATA / "icews" / "events.2016.tab").read_text().splitlines()
    years = [*range(2000, 2012), 2004]
    acts = [act.replace("501", str(at), 1).replace("2016", str(year), 1) for at, year in enumerate(years)]
    file = tmp_path / "events.many.tab"
    file.write_text("\n".join([head, *acts]))
    import_files(ledger, "icews", [file], PART)
    parts = {part.year: part.rows for part in ledger.tables.parts() if part.table == "events"}
    assert parts == {year: years.count(year) for year in years}
    found = ledger.table("events").order("date, id").project("year(date), id").fetchall()
    assert found == sorted((year, str(at)) for at, year in enumerate(years))


def test_the_published_sample_of_two_days_is_read_whole(ledger: Ledger, shared: Path) -> None:
    (outcome,) = import_files(ledger, "icews", [shared / "icews_2018_sample.tsv.gz"]).outcomes
    assert (outcome.file.rows_read, outcome.file.rows_aside) == (3705, 0)
    events = ledger.table("events")
    assert events.aggregate("sum(is_repeat::INT)").fetchall() == [(971,)]
    assert events.filter("actor_country IS NULL AND actor_code IS NOT NULL").project(
        "actor_code"
    ).distinct().fetchall() == [("the former Yugoslav Republic of Macedonia",)]


def test_the_sample_of_eleven_years_has_the_dyads_that_its_description_counts(
    ledger: Ledger, shared: Path
) -> None:
    (outcome,) = import_files(ledger, "icews", [shared / "icews_2005_2015_sample.parquet"]).outcomes
    assert outcome.file.rows_kept == 92367
    between = ledger.table("events").filter("actor_country <> recipient_country")
    assert between.aggregate("count(*)").fetchall() == [(20400,)]
    pairs = between.filter("actor_country || recipient_country IN ('KHMTHA', 'CHNJPN', 'KORPRK', 'PRKKHM')")
    counted = pairs.aggregate("actor_country, recipient_country, count(*)").fetchall()
    assert sorted(counted) == [
        ("CHN", "JPN", 1005),
        ("KHM", "THA", 256),
        ("KOR", "PRK", 32),
        ("PRK", "KHM", 1),
    ]

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
FILES = DATA / "gdelt"
PART = Options(is_part=True, bad_share=0.8)

SHARED_ROWS = {
    "gdelt/1979.zip": ("events_57", 20),
    "gdelt/201011.zip": ("events_57", 20),
    "gdelt/20130401.export.CSV.zip": ("events_58", 20),
    "gdelt/20150218224500.translation.export.CSV.zip": ("events_61", 50),
    "gdelt/20150218230000.export.CSV.zip": ("events_61", 50),
    "gdelt/20150608.export.CSV.zip": ("events_58", 20),
    "gdelt/20170312.export.CSV.zip": ("events_58", 50),
    "gdelt/20170312234500.export.CSV.zip": ("events_61", 1340),
    "gdelt/20170501234500.export.CSV.zip": ("events_61", 2105),
    "gdelt/20170601234500.export.CSV.zip": ("events_61", 2393),
    "gdelt/20170701234500.export.CSV.zip": ("events_61", 1592),
    "gdelt/20170701234500.translation.export.CSV.zip": ("events_61", 657),
    "gdelt/20200318103000.translation.export.CSV.zip": ("events_61", 50),
    "gdelt/20200318104500.export.CSV.zip": ("events_61", 50),
    "gdelt/20200702.export.CSV.zip": ("events_58", 20),
    "gdelt_mentions/20150218224500.translation.mentions.CSV.zip": ("mentions", 50),
    "gdelt_mentions/20150218230000.mentions.CSV.zip": ("mentions", 50),
    "gdelt_mentions/20170501234500.mentions.CSV.zip": ("mentions", 9189),
    "gdelt_mentions/20170601234500.mentions.CSV.zip": ("mentions", 9798),
    "gdelt_mentions/20170701234500.mentions.CSV.zip": ("mentions", 6213),
    "gdelt_mentions/20170701234500.translation.mentions.CSV.zip": ("mentions", 1635),
    "gdelt_mentions/20200318103000.translation.mentions.CSV.zip": ("mentions", 50),
    "gdelt_mentions/20200318104500.mentions.CSV.zip": ("mentions", 50),
}
WHOLE = [name for name, (_, rows) in SHARED_ROWS.items() if rows > 50]


def test_states_come_from_three_kinds_of_codes_and_a_region_is_none(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES], PART)
    told = rows("events", "id", "actor_country", "actor_code", "recipient_country", "place_country")
    assert [tuple(row.values()) for row in told] == [
        ("101", "ROU", "ROU", None, None),
        ("102", "TLS", "TMP", "PSE", "ESH"),
        ("201", "LAO", "LAOGOV", "VNM", "VNM"),
        ("202", "LAO", "LAOGOV", "VNM", "LAO"),
        ("203", None, None, None, None),
        ("301", "SRB", "SCGSRB", None, "SRB"),
        ("302", "PSE", "PSEGOV", "TWN", "PSE"),
    ]


def test_scores_are_those_of_the_row_and_a_code_that_is_not_known_has_no_type(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES], PART)
    told = {row["id"]: row for row in rows("events", "id", "event_type", "code", "score", "quad")}
    assert told["102"] == {
        "id": "102", "event_type": None, "code": "016", "score": -2.0, "quad": "verbal_cooperation"
    }  # fmt: skip
    assert (told["201"]["event_type"], told["201"]["score"]) == ("CONSULT", 7.0)
    assert (told["203"]["event_type"], told["203"]["score"]) == ("COERCE", -8.0)
    assert (told["301"]["event_type"], told["301"]["code"], told["301"]["quad"]) == (
        None, "1994", "material_conflict"
    )  # fmt: skip


def test_an_act_told_again_with_another_place_is_a_repeat_but_none_in_the_backfile(
    ledger: Ledger, rows: Rows
) -> None:
    import_files(ledger, "gdelt", [FILES], PART)
    assert [row["id"] for row in rows("events", "id", "is_repeat") if row["is_repeat"]] == ["202"]


def test_the_blank_before_codes_of_the_first_of_april_2013_is_dropped(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES / "20130401.export.CSV"], PART)
    assert [row["recipient_code"] for row in rows("events", "id", "recipient_code")] == ["VNM", "VNM", None]


def test_a_place_that_is_not_known_is_null_and_not_at_zero(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES / "1985.csv"], PART)
    assert rows("events", "id", "place", "latitude", "longitude") == [
        {"id": "101", "place": None, "latitude": None, "longitude": None},
        {"id": "102", "place": "Western Sahara", "latitude": 24.5, "longitude": -13.0},
    ]


def test_when_it_was_added_is_a_day_or_a_quarter_of_an_hour(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES], PART)
    told = {row["id"]: row["added"] for row in rows("events", "id", "added")}
    assert told["101"] == dt.datetime(2013, 2, 3)
    assert told["302"] == dt.datetime(2016, 1, 2, 10, 15)


def test_wrong_rows_are_set_aside_with_their_line_and_the_line_itself(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES / "20160102101500.export.CSV"], PART)
    told = rows("rejects", "line", "field", "reason", "content")
    assert [(row["line"], row["field"], row["reason"]) for row in told] == [
        (3, "SQLDATE", "happened after it was added"),
        (4, "SQLDATE", "not a date in SQLDATE"),
        (5, None, "no place on Earth"),
        (6, "SOURCEURL", "too few columns"),
        (7, "QuadClass", "no class from 1 to 4"),
    ]
    assert all(str(row["content"]).startswith(f"30{row['line']}\t201601") or row["line"] == 4 for row in told)


def test_mentions_say_when_and_by_whom_an_event_was_told(ledger: Ledger, rows: Rows) -> None:
    import_files(ledger, "gdelt", [FILES / "20160102103000.mentions.CSV"], PART)
    assert rows("mentions", "event", "event_time", "time", "publisher", "sentence", "confidence", "tone") == [
        {
            "event": "302", "event_time": dt.datetime(2016, 1, 2, 10, 15), "time": dt.datetime(2016, 1, 2, 10, 30),
            "publisher": "news.example", "sentence": 4, "confidence": 70, "tone": -2.5,
        }
    ]  # fmt: skip
    assert rows("rejects", "line", "reason") == [{"line": 2, "reason": "no share of 100"}]


def test_bad_files_are_refused_one_by_one_and_the_good_one_is_kept(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    folder.mkdir()
    text = (FILES / "20130401.export.CSV").read_text(encoding="utf-8")
    with zipfile.ZipFile(folder / "20130405.export.CSV.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("20130405.export.CSV", text * 50)
    whole = (folder / "20130405.export.CSV.zip").read_bytes()
    (folder / "20130405.export.CSV.zip").write_bytes(whole[: len(whole) // 2])
    (folder / "20130406.export.CSV").write_text("<html><body>404 Not Found</body></html>")
    narrow = "\n".join(line.rpartition("\t")[0].rpartition("\t")[0] for line in text.splitlines())
    (folder / "20130407.export.CSV").write_text(narrow)
    (folder / "20130408.export.CSV").write_text(text)
    report = import_files(ledger, "gdelt", [folder], PART)
    assert [outcome.file.name for outcome in report.outcomes] == ["20130408.export.CSV"]
    cut, page, columns = map(str, report.errors)
    assert "20130405.export.CSV.zip is damaged or cut short" in cut
    assert "20130406.export.CSV is a web page" in page
    assert "20130407.export.CSV is no file of gdelt" in columns
    assert "58 columns between tabs" in columns


def test_a_file_with_many_bad_rows_is_refused(ledger: Ledger) -> None:
    (error,) = import_files(ledger, "gdelt", [FILES / "20160102101500.export.CSV"], Options(is_part=True)).errors
    assert "5 of 7 rows are bad" in str(error)


def test_a_whole_file_with_hardly_any_first_actor_is_refused_beside_a_good_one(
    ledger: Ledger, rows: Rows, tmp_path: Path
) -> None:
    line = (FILES / "20160102101500.export.CSV").read_text(encoding="utf-8").splitlines()[0]
    places = [tmp_path / "20160102101500.export.CSV", tmp_path / "20160102103000.export.CSV"]
    for place, text in zip(places, (line, line.replace("SCGSRB", "")), strict=True):
        place.write_text(f"{text}\n" * 60, encoding="utf-8")
    (error,) = import_files(ledger, "gdelt", places).errors
    assert f"{places[1]} is refused: only 0% of its rows have a actor_code" in str(error)
    assert {row["actor_code"] for row in rows("events", "actor_code")} == {"SCGSRB"}


@pytest.fixture
def published(ledger: Ledger, shared: Path) -> Ledger:
    report = import_files(ledger, "gdelt", [shared / name for name in SHARED_ROWS], Options(is_part=True))
    assert not report.errors
    assert {
        outcome.file.name: (outcome.file.form, outcome.file.rows_read, outcome.file.rows_aside)
        for outcome in report.outcomes
    } == {Path(name).name: (form, rows, 0) for name, (form, rows) in SHARED_ROWS.items()}
    return ledger


def test_the_published_files_have_the_rows_and_facts_of_their_description(published: Ledger) -> None:
    events = published.table("events")
    late = events.filter("datediff('day', date, added::DATE) = 365").aggregate("count(*)").fetchall()
    assert late == [(307,)]
    assert events.filter("latitude = 0 AND longitude = 0").fetchall() == []
    assert events.filter("actor_code LIKE ' %' OR recipient_code LIKE ' %'").fetchall() == []
    serbia = events.filter("place_country = 'SRB' AND place IS NULL").aggregate("count(*)").fetchall()
    assert serbia == [(11,)]
    regions = events.filter("actor_code IN ('AFR', 'EUR', 'SEA', 'PGS')")
    assert regions.project("actor_country").distinct().fetchall() == [(None,)]
    scores = events.filter("code IN ('016', '022', '164')").project("code, score").distinct().order("code")
    assert scores.fetchall() == [("016", -2.0), ("022", 3.2), ("164", -7.0)]


def test_about_a_fifth_of_the_rows_of_whole_files_are_repeats(published: Ledger) -> None:
    ids = [file.id for file in published.tables.files() if f"gdelt/{file.name}" in WHOLE]
    whole = published.table("events").filter(f"file IN ({', '.join(map(str, ids))})")
    ((share, both),) = whole.aggregate(
        "avg(is_repeat::INT), avg((actor_country IS NOT NULL AND recipient_country IS NOT NULL)::INT)"
    ).fetchall()
    assert 0.18 < share < 0.24
    assert 0.22 < both < 0.4


def test_whole_published_files_are_good_without_being_called_parts(ledger: Ledger, shared: Path) -> None:
    report = import_files(ledger, "gdelt", [shared / name for name in WHOLE])
    assert (len(report.outcomes), len(report.errors)) == (len(WHOLE), 0)

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Imported = Callable[..., list[tuple[object, ...]]]
PART = Options(is_part=True, bad_share=0.5)


@pytest.fixture
def imported(ledger: Ledger, rows: Callable[..., list[dict[str, object]]]) -> Imported:
    def found(name: str, table: str, *columns: str) -> list[tuple[object, ...]]:
        assert not import_files(ledger, "un_votes", [DATA / "un_votes" / name], PART).errors
        return [tuple(row.values()) for row in rows(table, *columns)]

    return found


def test_votes_of_the_library_have_their_member_of_the_time(imported: Imported) -> None:
    columns = ("roll_call", "country_code", "country", "country_name", "year", "vote", "series")
    assert imported("assembly.csv", "votes", *columns) == [
        ("700001", "CHN", "TWN", "CHINA", 1971, "no", "undl"),
        ("700001", "YUG", None, "YUGOSLAVIA", 1971, "yes", "undl"),
        ("700002", "CHN", "CHN", "CHINA", 2023, "abstain", "undl"),
        ("700002", "KHM", "KHM", "CAMBODIA", 2023, "yes", "undl"),
        ("700002", "NAM", "NAM", "NAMIBIA", 2023, "absent", "undl"),
        ("700003", "SCG", "SRB", "SERBIA AND MONTENEGRO", 2004, "yes", "undl"),
        ("700005", "GER", "DEU", "GERMANY, FEDERAL REPUBLIC OF", 1980, "yes", "undl"),
    ]


def test_a_roll_call_of_the_library_stands_once_with_its_topics(imported: Imported) -> None:
    columns = ("id", "body", "session", "date", "date_precision", "resolution", "title", "issues")
    assert imported("assembly.csv", "roll_calls", *columns)[:2] == [
        (
            "700001", "UNGA", 26, date(1971, 10, 25), "day", "A/RES/2758(XXVI)", "Seat of China, restored",
            ["CHINA--REPRESENTATION", "MEMBERSHIP"],
        ),
        ("700002", "UNGA", None, date(2023, 10, 27), "day", "A/RES/ES-10/21", "Of a truce", None),
    ]  # fmt: skip
    assert imported("assembly.csv", "roll_call_issues", "roll_call", "issue") == [
        ("700001", "CHINA--REPRESENTATION"),
        ("700001", "MEMBERSHIP"),
        ("700003", "MINES"),
    ]


def test_votes_that_are_none_and_days_that_are_none_are_set_aside(imported: Imported) -> None:
    assert imported("assembly.csv", "rejects", "line", "reason") == [
        (8, "not a vote"),
        (9, "not a date in date"),
    ]


def test_the_council_tells_what_was_adopted_without_a_vote(imported: Imported) -> None:
    assert imported("council.csv", "roll_calls", "id", "body", "modality", "text") == [
        ("800001", "UNSC", "recorded vote", "Non-proliferation"),
        ("800002", "UNSC", "adopted without vote", "Admission"),
    ]


def test_absent_and_not_yet_a_member_differ_and_what_is_missing_has_no_row(imported: Imported) -> None:
    columns = ("roll_call", "country_code", "country", "year", "vote", "series")
    assert imported("voeten.csv", "votes", *columns) == [
        ("1193", "345", None, 1971, "yes", "voeten"),
        ("1193", "710", "CHN", 1971, "yes", "voeten"),
        ("1193", "732", "KOR", 1971, "not a member", "voeten"),
        ("1193", "811", "KHM", 1971, "absent", "voeten"),
        ("4400", "345", "SRB", 2003, "abstain", "voeten"),
        ("4401", "811", "KHM", 2002, "no", "voeten"),
    ]
    assert imported("voeten.csv", "rejects", "line", "reason") == [(9, "not a vote")]


def test_a_day_that_is_none_of_the_month_is_not_kept(imported: Imported) -> None:
    columns = ("id", "date", "date_precision", "is_important", "issues")
    assert imported("voeten.csv", "roll_calls", *columns) == [
        ("1193", date(1971, 10, 1), "month", None, []),
        (
            "4400", date(2003, 1, 14), "day", True,
            ["Arms control and disarmament", "Nuclear weapons and nuclear material"],
        ),
        ("4401", date(2002, 12, 1), "month", False, None),
    ]  # fmt: skip


def test_the_published_collection_comes_in_three_files(ledger: Ledger, shared: Path) -> None:
    files = [shared / f"un_{name}.parquet" for name in ("votes", "roll_calls", "roll_call_issues")]
    report = import_files(ledger, "un_votes", files)
    assert [outcome.file.rows_kept for outcome in report.outcomes] == [870109, 6203, 5745]
    votes, calls = ledger.table("votes"), ledger.table("roll_calls")
    assert votes.aggregate("count(country), count(DISTINCT vote)").fetchall() == [(858213, 3)]
    assert calls.filter("date_precision = 'month'").aggregate("count(*)").fetchall() == [(4514,)]
    namibia = votes.filter("country_code = 'NA'").aggregate("any_value(country), count(*)").fetchall()
    assert namibia == [("NAM", 2455)]
    topics = ledger.table("roll_call_issues").aggregate("count(*), count(DISTINCT roll_call)").fetchall()
    assert topics == [(5745, 4099)]
    china = votes.filter("country = 'CHN'").project("roll_call").join(calls.set_alias("c"), "roll_call = c.id")
    assert china.aggregate("min(date)").fetchall() == [(date(1971, 11, 1),)]


def test_a_file_of_the_three_is_read_alone(ledger: Ledger, shared: Path) -> None:
    import_files(ledger, "un_votes", [shared / "un_roll_calls.parquet"])
    known = ledger.table("roll_calls").filter("resolution = 'R/46/86'").project("date, date_precision")
    assert known.fetchall() == [(date(1991, 12, 1), "month")]

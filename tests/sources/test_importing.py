"""Imports as a whole: what is taken, what is refused and why, what is kept of it, with a dataset of our own."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.sources.visits import ABOUT, FORM, GOOD, HEADER, expecting, gzipped, lend, put, text, zipped

from comity.errors import LedgerError, UsageError
from comity.ledger import Ledger, open_ledger
from comity.sources import Options, Progress, Report, fetch_memo, import_files
from comity.sources.fetch_memo import Memo

LATIN = "4,2024-03-01,FRA,KHM,Élysée".encode("latin-1")


@pytest.fixture(autouse=True)
def _lent(monkeypatch: pytest.MonkeyPatch) -> None:
    lend(monkeypatch)


def take(ledger: Ledger, *paths: Path, options: Options | None = None) -> Report:
    return import_files(ledger, "visits", paths, options)


def ids(ledger: Ledger) -> list[str]:
    return sorted(one for (one,) in ledger.table("events").project("id").fetchall())


def test_a_good_file_is_kept_with_all_that_is_known_of_it(ledger: Ledger, tmp_path: Path) -> None:
    path = put(tmp_path, "visits.csv", text())
    report = take(ledger, path)
    file = report.outcomes[0].file
    assert (report.errors, report.outcomes[0].status) == ([], "new")
    assert (file.source, file.form, file.name, file.origin) == ("visits", "visits", "visits.csv", str(path))
    assert (file.rows_read, file.rows_kept, file.rows_aside) == (3, 3, 0)
    assert (file.first_day, file.last_day) == (dt.date(2023, 12, 31), dt.date(2024, 2, 6))
    assert (file.licence, file.citation, file.size) == (ABOUT.licence, ABOUT.citation, path.stat().st_size)
    assert ids(ledger) == ["1", "2", "3"]
    assert [part.year for part in ledger.tables.parts()] == [2023, 2024]


@pytest.mark.parametrize(
    ("name", "data"),
    [("visits.csv.gz", gzipped(text())), ("visits.zip", zipped({"in/visits.csv": text()})), ("plain.GZ", text())],
)
def test_packed_files_are_known_by_their_content(name: str, data: bytes, ledger: Ledger, tmp_path: Path) -> None:
    assert take(ledger, put(tmp_path, name, data)).errors == []
    assert ids(ledger) == ["1", "2", "3"]


def encrypted(data: bytes) -> bytes:
    """The archive with the mark of encryption set on its member."""
    packed = bytearray(zipped({"visits.csv": data}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("cut.zip", zipped({"visits.csv": text(GOOD * 50)})[:-40], "damaged or cut short"),
        ("cut.csv.gz", gzipped(text(GOOD * 50))[:-20], "damaged or cut short"),
        ("flipped.csv.gz", gzipped(text())[:-8] + b"\0" * 8, "damaged or cut short"),
        ("locked.zip", encrypted(text()), "is encrypted"),
        ("nothing.zip", zipped({}), "empty archive"),
        ("nested.zip", zipped({"inner.zip": zipped({"visits.csv": text()})}), "holds another archive"),
        ("few.csv", b"id,day\n1,2024-01-05\n", "is no file of visits"),
        ("semicolons.csv", text().replace(b",", b";"), "is no file of visits"),
        ("page.csv", b"<!DOCTYPE html><html><body>Log in</body></html>", "is a web page"),
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b"\n\n\n", "is no file of visits"),
        ("header.csv", HEADER.encode() + b"\n", "has no rows"),
        ("noise.csv", bytes(range(256)) * 20, "is no file of visits"),
        ("days.csv", text(["1,2024-13-45,KHM,CHN,x", "2,05.01.2024,KHM,CHN,x"]), "not a date in day (2)"),
        ("latin.csv", HEADER.encode() + b"\n" + LATIN + b"\n", "not in the encoding of the file (1)"),
        ("wide.csv", text(["1,2024-01-05,KHM,CHN,x,y,z"] * 2), "too many columns (2)"),
        ("short.csv", text(["1,2024-01-05"] * 2), "too few columns (2)"),
        ("utf16.csv", text().decode().encode("utf-16"), "is written in UTF-16: save it as UTF-8"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_the_good_one_beside_it_is_kept(
    name: str, data: bytes, told: str, ledger: Ledger, tmp_path: Path
) -> None:
    good, bad = put(tmp_path, "good.csv", text()), put(tmp_path, name, data)
    report = take(ledger, bad, good)
    assert [outcome.file.name for outcome in report.outcomes] == ["good.csv"]
    assert len(report.errors) == 1
    message = str(report.errors[0])
    assert told in message
    assert str(bad) in message or bad.name in message
    assert "\n" not in message
    assert ids(ledger) == ["1", "2", "3"]
    assert [one.name for one in ledger.tables.files()] == ["good.csv"]


def test_missing_files_and_folders_without_files_are_told(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    put(tmp_path / "folder", ".hidden", text())
    report = take(ledger, tmp_path / "gone.csv", tmp_path / "folder")
    assert [str(error).split(":")[0] for error in report.errors] == [
        f"{tmp_path / 'gone.csv'} does not exist",
        f"{tmp_path / 'folder'} has no files",
    ]


def test_a_folder_gives_all_its_files_in_one_call(ledger: Ledger, tmp_path: Path) -> None:
    put(tmp_path, "raw/a.csv", text(GOOD[:1]))
    put(tmp_path, "raw/deep/b.csv", text(GOOD[1:]))
    put(tmp_path, "raw/.lists/c.csv", b"a list")
    assert len(take(ledger, tmp_path / "raw").outcomes) == 2
    assert ids(ledger) == ["1", "2", "3"]


def test_one_content_under_two_names_is_taken_once(ledger: Ledger, tmp_path: Path) -> None:
    report = take(ledger, put(tmp_path, "a.csv", text()), put(tmp_path, "b.csv", text()))
    assert ids(ledger) == ["1", "2", "3"]
    assert [(one.file.name, one.status) for one in report.outcomes] == [("a.csv", "new")]
    assert take(ledger, tmp_path / "b.csv").outcomes[0].status == "known"


def test_importing_again_adds_nothing(ledger: Ledger, tmp_path: Path) -> None:
    path = put(tmp_path, "visits.csv", text())
    take(ledger, path)
    parts, files = ledger.tables.parts(), ledger.tables.files()
    again = take(ledger, path)
    assert [one.status for one in again.outcomes] == ["known"]
    assert (ledger.tables.parts(), ledger.tables.files()) == (parts, files)


def test_a_newer_version_takes_the_place_of_the_old_one_whose_trail_stays(ledger: Ledger, tmp_path: Path) -> None:
    old = take(ledger, put(tmp_path, "visits.csv", text())).outcomes[0].file
    newer = take(ledger, put(tmp_path, "visits.csv", text([*GOOD[:2], "9,2024-05-01,THA,KHM,Bangkok"])))
    assert newer.outcomes[0].status == "newer"
    assert ids(ledger) == ["1", "2", "9"]
    superseded = {one.id: one.superseded_by for one in ledger.tables.files()}
    assert superseded == {old.id: newer.outcomes[0].file.id, newer.outcomes[0].file.id: None}


def test_an_old_version_that_comes_again_does_not_push_the_newer_one_aside(ledger: Ledger, tmp_path: Path) -> None:
    first, second = text(GOOD[:1]), text(GOOD[1:])
    for data in (first, second):
        take(ledger, put(tmp_path, "visits.csv", data))
    outcome = take(ledger, put(tmp_path, "visits.csv", first)).outcomes[0]
    assert (outcome.status, outcome.file.superseded_by is not None) == ("known", True)
    assert ids(ledger) == ["2", "3"]


@pytest.mark.parametrize("name", ["visits.csv", "visits.csv.zip", "visits.zip", "visits.CSV.gz"])
def test_two_versions_or_packings_in_one_call_do_not_both_count(name: str, ledger: Ledger, tmp_path: Path) -> None:
    data = text(GOOD[1:])
    packed = zipped({"v.csv": data}) if "zip" in name else gzipped(data) if "gz" in name else data
    report = take(ledger, put(tmp_path, "a/visits.csv", text(GOOD)), put(tmp_path, f"b/{name}", packed))
    assert "in another version or packing" in str(report.errors[0])
    assert ids(ledger) == ["1", "2", "3"]
    assert take(ledger, tmp_path / "b").outcomes[0].status == "newer"
    assert ids(ledger) == ["2", "3"]


def test_a_file_supersedes_by_form_where_the_dataset_says_so(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, supersedes="form")
    take(ledger, put(tmp_path, "visits-v1.csv", text(GOOD[:1])))
    take(ledger, put(tmp_path, "visits-v2.csv", text(GOOD[1:])))
    assert ids(ledger) == ["2", "3"]


def test_a_raised_version_of_the_reader_reads_a_known_file_again(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "visits.csv", text())
    take(ledger, path)
    lend(monkeypatch, version=2)
    assert take(ledger, path).outcomes[0].status == "newer"
    assert ids(ledger) == ["1", "2", "3"]
    assert [one.version for one in ledger.tables.files() if one.superseded_by is None] == [2]


def test_too_few_rows_are_refused_unless_it_is_a_part(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, expect=expecting(rows=4))
    path = put(tmp_path, "visits.csv", text())
    assert "3 rows where a whole file has 4 or more" in str(take(ledger, path).errors[0])
    assert "--part" in str(take(ledger, path).errors[0])
    assert take(ledger, path, options=Options(is_part=True)).errors == []


def test_too_many_empty_values_are_refused_unless_it_is_a_part(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, expect=expecting(filled={"events.place": 0.9}))
    path = put(tmp_path, "visits.csv", text(["1,2024-01-05,KHM,CHN,", GOOD[1]]))
    good = put(tmp_path, "good.csv", text([GOOD[2]]))
    report = take(ledger, path, good)
    assert "only 50% of its rows have a place" in str(report.errors[0])
    assert ids(ledger) == ["3"]
    assert take(ledger, path, options=Options(is_part=True)).errors == []


def test_too_many_bad_rows_are_refused_with_what_to_do(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, bad_share=0.1)
    rows = [*GOOD, "4,soon,KHM,CHN,x", "5,2024-01-01,KHM,KHM,x"]
    path = put(tmp_path, "visits.csv", text(rows))
    message = str(take(ledger, path).errors[0])
    assert "2 of 5 rows are bad, more than 10%" in message
    assert "not a date in day (1)" in message
    assert "--bad-share" in message
    assert ids(ledger) == []
    assert take(ledger, path, options=Options(bad_share=0.5)).errors == []
    assert ids(ledger) == ["1", "2", "3"]


def test_an_archive_of_which_one_member_is_bad_is_refused_whole(ledger: Ledger, tmp_path: Path) -> None:
    bad = text(["1,never,KHM,CHN,x"])
    path = put(tmp_path, "both.zip", zipped({"a.csv": text(), "b.csv": bad}))
    report = take(ledger, path, put(tmp_path, "good.csv", text(["8,2024-01-01,KHM,CHN,x"])))
    assert len(report.errors) == 1
    assert ids(ledger) == ["8"]
    assert len(ledger.tables.parts()) == 1


def test_members_that_are_no_data_are_named_and_the_rest_is_one_file(ledger: Ledger, tmp_path: Path) -> None:
    members = {"readme.txt": b"About.\n", "a.csv": text(GOOD[:1]), "b.csv": text(GOOD[1:]), "__MACOSX/a.csv": b"x"}
    outcome = take(ledger, put(tmp_path, "both.zip", zipped(members))).outcomes[0]
    assert outcome.left_out == ("readme.txt",)
    assert (outcome.file.rows_kept, outcome.file.first_day) == (3, dt.date(2023, 12, 31))
    assert ids(ledger) == ["1", "2", "3"]


def test_names_in_an_archive_lead_nowhere_else(ledger: Ledger, tmp_path: Path) -> None:
    members = {
        "../../outside.csv": text(GOOD[:1]),
        "/abs.csv": text(GOOD[1:2]),
        f"{'n' * 400}.csv": text(GOOD[2:]),
    }
    assert take(ledger, put(tmp_path, "in/odd.zip", zipped(members))).errors == []
    assert ids(ledger) == ["1", "2", "3"]
    assert not list(tmp_path.rglob("outside.csv"))


def test_an_unreadable_file_is_told(ledger: Ledger, tmp_path: Path) -> None:
    path = put(tmp_path, "visits.csv", text())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "cannot be read" in str(take(ledger, path).errors[0])


def test_the_origin_is_what_was_said_else_where_it_was_fetched_from(ledger: Ledger, tmp_path: Path) -> None:
    fetched, told = put(tmp_path, "a.csv", text(GOOD[:1])), put(tmp_path, "b.csv", text(GOOD[1:]))
    fetch_memo.write(fetched, Memo("https://example.org/a.csv"))
    take(ledger, fetched)
    take(ledger, told, options=Options(origin="a colleague"))
    assert [one.origin for one in ledger.tables.files()] == ["a colleague", "https://example.org/a.csv"]


def test_progress_counts_bytes_and_rows_to_the_end(ledger: Ledger, tmp_path: Path) -> None:
    paths = [put(tmp_path, "a.csv", text(GOOD[:1])), put(tmp_path, "b.zip", zipped({"b.csv": text(GOOD[1:])}))]
    seen: list[Progress] = []
    import_files(ledger, "visits", paths, None, seen.append)
    size = sum(path.stat().st_size for path in paths)
    assert seen[-1] == Progress(size, size, 3)


def test_a_second_import_at_the_same_time_is_refused_in_one_sentence(ledger: Ledger, tmp_path: Path) -> None:
    path = put(tmp_path, "visits.csv", text())
    entered, leave = threading.Event(), threading.Event()

    def watch(_: Progress) -> None:
        entered.set()
        leave.wait(20)

    with open_ledger(ledger.path) as other:
        first = threading.Thread(target=import_files, args=(other, "visits", [path], None, watch))
        first.start()
        assert entered.wait(20)
        with pytest.raises(LedgerError, match=r"another import into .* is running: wait for it"):
            take(ledger, path)
        leave.set()
        first.join()
    assert take(ledger, path).outcomes[0].status == "known"


_KILLED = """
import os, signal, sys
from pathlib import Path
import pytest
from comity.ledger import open_ledger
from comity.ledger.datasets import catalogue
from comity.sources import import_files
from tests.sources.visits import lend

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

lend(pytest.MonkeyPatch())
if sys.argv[3] == "publishing":
    catalogue.add = die
with open_ledger(sys.argv[1]) as ledger:
    import_files(ledger, "visits", [Path(sys.argv[2])], None, die if sys.argv[3] == "reading" else None)
"""


@pytest.mark.parametrize("when", ["reading", "publishing"])
def test_a_killed_import_leaves_nothing_that_counts_and_the_next_one_cleans(when: str, tmp_path: Path) -> None:
    path, place = put(tmp_path, "visits.csv", text()), tmp_path / "ledger.db"
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(place), str(path), when])
    assert killed.returncode == -signal.SIGKILL
    with open_ledger(place) as ledger:
        left = {one for one in ledger.tables.folder.rglob("*") if one.is_file()}
        assert any(one.suffix == ".parquet" for one in left)
        assert (ids(ledger), ledger.tables.files(), ledger.tables.parts()) == ([], (), ())
        assert take(ledger, path).outcomes[0].status == "new"
        assert ids(ledger) == ["1", "2", "3"]
        kept = {ledger.tables.folder / part.path for part in ledger.tables.parts()}
        assert set(ledger.tables.folder.rglob("*.parquet")) == kept
        assert not (ledger.tables.folder / "staging").exists()


def test_a_stopped_import_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files(ledger, "visits", [put(tmp_path, "visits.csv", text())], None, stop)
    assert ledger.tables.files() == ()
    assert not list(ledger.tables.folder.rglob("*.parquet"))


def test_an_unknown_dataset_is_refused_with_the_names_there_are(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    with pytest.raises(UsageError, match=r"no dataset is called 'visits': choose one of .*gdelt"):
        take(ledger, Path("x.csv"))


def test_a_mapping_is_refused_by_a_dataset_with_columns_of_its_own(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    with pytest.raises(UsageError, match="takes no mapping"):
        import_files(ledger, "gdelt", [], Options(mapping=Path("m.toml")))


def test_a_column_in_another_order_and_case_is_found_by_its_name(ledger: Ledger, tmp_path: Path) -> None:
    rows = "NOTE,extra,guest,HOST,Day,ID\nhere,1,CHN,KHM,2024-01-05,7\n"
    assert take(ledger, put(tmp_path, "visits.csv", rows.encode())).errors == []
    told = ledger.table("events").project("id, actor_country, recipient_country, place, mentions").fetchall()
    assert told == [("7", "CHN", "KHM", "here", None)]


def test_an_unknown_code_stays_as_text_beside_no_country(ledger: Ledger, tmp_path: Path) -> None:
    take(ledger, put(tmp_path, "visits.csv", text(["1,2024-01-05,KHM,XQZ,x"])))
    assert ledger.table("events").project("actor_country, actor_code").fetchall() == [(None, "XQZ")]


def test_the_form_of_the_tests_is_like_a_real_one() -> None:
    assert FORM.layout.wanted.startswith("a header between commas with id, day, host")

"""The console script, run as people and programs run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from pyarrow import csv, parquet

COMITY = [sys.executable, "-c", "from comity.cli.main import run; run()"]
TEXT = (
    "Cambodia established diplomatic relations with North Korea in 1964. "
    "On 16 May 2024, Prime Minister Hun Manet met President Yoon Suk Yeol in Seoul."
)
COMMANDS = ("read", "add", "docs", "show", "timeline", "ties", "brief", "export", "info", "demo")


def comity(
    *arguments: object, cwd: Path, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name != "COMITY_LEDGER"}
    return subprocess.run(
        [*COMITY, *map(str, arguments)],
        cwd=cwd,
        input=stdin.encode(),
        capture_output=True,
        check=False,
        env=kept | {"XDG_DATA_HOME": str(cwd / "data")} | environment,
    )


def complaint(done: subprocess.CompletedProcess[bytes], status: int) -> str:
    """Standard error of a command that failed as it should: no traceback."""
    told = done.stderr.decode()
    assert done.returncode == status, told
    assert "Traceback" not in told
    return told


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    done = comity("demo", cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    assert "20 documents" in done.stdout.decode()
    return folder


@pytest.fixture(scope="module")
def ledger(demo: Path) -> Path:
    return demo / "comity-demo" / "ledger.db"


def test_help_answers_at_once(tmp_path: Path) -> None:
    def seconds() -> float:
        start = time.perf_counter()
        assert comity("--help", cwd=tmp_path).returncode == 0
        return time.perf_counter() - start

    assert min(seconds() for _ in range(3)) < 0.4


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str, tmp_path: Path) -> None:
    done = comity(command, "--help", cwd=tmp_path)
    assert f"Example: comity {command}" in done.stdout.decode()


def test_read_prints_a_record_a_line_in_input_order_from_standard_input(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("China met Japan.", TEXT))
    done = comity("read", "--input-format", "jsonl", stdin=lines, cwd=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record["document"]["text"] for record in records] == ["China met Japan.", TEXT]


def test_read_keeps_what_the_options_say_of_the_text(tmp_path: Path) -> None:
    options = ["--published", "2024-09-13", "--author", "A", "--genre", "opinion", "--url", "https://a.example"]
    document = json.loads(comity("read", "-", *options, stdin=TEXT, cwd=tmp_path).stdout)["document"]
    assert (document["published"], document["author"], document["genre"]) == ("2024-09-13", "A", "opinion")
    assert document["url"] == "https://a.example"


def test_read_shows_a_table_with_the_sentence(tmp_path: Path) -> None:
    shown = comity("read", "--format", "table", stdin=TEXT, cwd=tmp_path).stdout.decode()
    assert "CONSULT" in shown
    assert "North Korea in 1964" in shown


def test_a_table_never_passes_on_terminal_codes(tmp_path: Path) -> None:
    done = comity("read", "--format", "table", "--title", "\x1b[31mred", stdin=TEXT, cwd=tmp_path)
    assert b"\x1b" not in done.stdout


def test_read_goes_on_after_bad_inputs_and_names_each(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "lines.jsonl").write_text('{"text": "China met Japan."}\n{"text": \n')
    names = ("empty.txt", "missing.txt", "good.txt", "lines.jsonl")
    done = comity("read", *names, cwd=tmp_path)
    told = complaint(done, 1).splitlines()
    assert len(done.stdout.splitlines()) == 2
    assert [name for line in told for name in names if name in line] == ["empty.txt", "missing.txt", "lines.jsonl"]
    assert any("lines.jsonl, line 2" in line for line in told)


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "--published", "13.9.2024"),
        ("read", "--genre", "poem"),
        ("read", "--input-format", "xls"),
        ("read", "--no-such-option"),
        ("timeline", "Cambodja", "PRK"),
        ("ties", "KHM", "KHM"),
        ("export", "persons"),
    ],
)
def test_a_wrong_command_line_is_status_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = comity(*arguments, stdin=TEXT, cwd=tmp_path)
    assert complaint(done, 2)
    assert not done.stdout


def test_an_unknown_country_is_answered_with_a_near_one(tmp_path: Path) -> None:
    assert "Cambodia" in complaint(comity("ties", "Cambodja", "PRK", cwd=tmp_path), 2)


def test_add_counts_new_known_and_failed_and_adds_nothing_twice(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    first = comity("add", folder, "--ledger", "l.db", cwd=tmp_path)
    assert first.stdout.startswith(b"1 new, 0 known, 0 failed")
    (folder / "b.txt").write_text("")
    second = comity("add", folder, cwd=tmp_path, COMITY_LEDGER="l.db")
    complaint(second, 1)
    assert second.stdout.startswith(b"0 new, 1 known, 1 failed")
    assert b"1 documents" in comity("info", "--ledger", "l.db", cwd=tmp_path).stdout


def test_a_bad_date_leaves_no_ledger_behind(tmp_path: Path) -> None:
    complaint(comity("add", "--published", "soon", "--ledger", "l.db", stdin=TEXT, cwd=tmp_path), 2)
    assert not (tmp_path / "l.db").exists()


@pytest.mark.parametrize("command", [("docs",), ("add",), ("timeline", "KHM", "PRK"), ("info",)])
def test_what_is_no_ledger_is_left_as_it_is(command: tuple[str, ...], tmp_path: Path) -> None:
    stranger = tmp_path / "notes.txt"
    stranger.write_text("just notes")
    done = comity(*command, "--ledger", stranger, stdin=TEXT, cwd=tmp_path)
    assert "notes.txt" in complaint(done, 1)
    assert stranger.read_text() == "just notes"


def test_asking_a_missing_ledger_does_not_make_one(tmp_path: Path) -> None:
    assert "comity add" in complaint(comity("docs", "--ledger", "l.db", cwd=tmp_path), 1)
    assert comity("info", "--ledger", "l.db", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "l.db").exists()


def test_the_demo_says_what_it_reuses_the_second_time(demo: Path) -> None:
    page = (demo / "comity-demo" / "cambodia-two-koreas.html").read_bytes()
    again = comity("demo", cwd=demo)
    assert again.returncode == 0
    assert "Reusing 20 of 20 documents" in again.stdout.decode()
    assert (demo / "comity-demo" / "cambodia-two-koreas.html").read_bytes() == page


def test_a_document_and_an_item_are_shown_by_the_beginning_of_their_id(ledger: Path, tmp_path: Path) -> None:
    rows = comity("export", "events", "--format", "jsonl", "--ledger", ledger, cwd=tmp_path).stdout.splitlines()
    event = json.loads(rows[0])
    shown = comity("show", event["id"], "--ledger", ledger, cwd=tmp_path).stdout.decode()
    assert event["sentence"].split("\n")[0][:40] in shown
    whole = comity("show", event["document_id"][:12], "--ledger", ledger, cwd=tmp_path).stdout.decode()
    assert whole.startswith("document " + event["document_id"])
    complaint(comity("show", "zzzz", "--ledger", ledger, cwd=tmp_path), 2)


def test_documents_are_listed_oldest_first(ledger: Path, tmp_path: Path) -> None:
    listed = comity("docs", "--ledger", ledger, cwd=tmp_path).stdout.decode()
    assert listed.index("Cambodia recognises North Korea") < listed.index("2024-08")


def test_timeline_and_ties_take_names_and_codes(ledger: Path, tmp_path: Path) -> None:
    timeline = comity("timeline", "Cambodia", "kor", "PRK", "--ledger", ledger, cwd=tmp_path)
    assert timeline.returncode == 0
    assert "event-" in timeline.stdout.decode()
    ties = comity("ties", "KHM", "North Korea", "--ledger", ledger, cwd=tmp_path).stdout.decode()
    assert "diplomatic relations" in ties


def test_nothing_between_two_countries_is_said_plainly(ledger: Path, tmp_path: Path) -> None:
    done = comity("timeline", "Peru", "Chad", "--ledger", ledger, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"no act between PER and TCD is in the ledger\n")


def test_a_brief_is_written_to_a_file_or_to_standard_output(ledger: Path, tmp_path: Path) -> None:
    arguments = ("brief", "KHM", "KOR", "PRK", "--ledger", ledger)
    assert comity(*arguments, "--out", "b.html", cwd=tmp_path).returncode == 0
    assert comity(*arguments, cwd=tmp_path).stdout == (tmp_path / "b.html").read_bytes()
    assert "no/b.html" in complaint(comity(*arguments, "--out", "no/b.html", cwd=tmp_path), 1)


@pytest.mark.parametrize("kind", ["events", "ties", "claims", "opinions"])
def test_the_three_formats_hold_the_same_rows(kind: str, ledger: Path, tmp_path: Path) -> None:
    def export(name: str) -> bytes:
        return comity("export", kind, "--format", name, "--ledger", ledger, cwd=tmp_path).stdout

    ids = parquet.read_table(BytesIO(export("parquet")))["id"].to_pylist()
    options = csv.ParseOptions(newlines_in_values=True)
    assert ids
    assert ids == [json.loads(line)["id"] for line in export("jsonl").splitlines()]
    assert ids == csv.read_csv(BytesIO(export("csv")), parse_options=options)["id"].to_pylist()


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "l.jsonl").write_text('{"text": "China met Japan."}\n' * 200)
    with subprocess.Popen(
        [*COMITY, "read", "l.jsonl"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""

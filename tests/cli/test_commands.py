"""The command line as other programs and people use it."""

import io
import json
import resource
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from .within import comity, process

TEXT = "Malawi established diplomatic relations with Oman in March 2021.\n\nOman praised Malawi on Monday."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    assert comity("add", "one.txt", "--published", "2021-06-15", "--title", "First", at=folder).returncode == 0
    return folder


def test_help_answers_quickly(tmp_path: Path) -> None:
    process("--help", at=tmp_path)
    times = []
    for _ in range(5):
        start = spent()
        assert process("--help", at=tmp_path).returncode == 0
        times.append(spent() - start)
    assert min(times) < 0.4


def spent() -> float:
    """Seconds of processor time of all processes that this one has waited for, whatever else the machine does."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize(
    "command",
    "read add docs retract restore show explain timeline ties brief dossier export info demo who resolve".split(),
)
def test_every_command_explains_itself_with_an_example(command: str, tmp_path: Path) -> None:
    assert f"comity {command}" in comity(command, "--help", at=tmp_path).stdout.replace("Usage: comity", "")


def test_importing_the_package_or_the_command_line_loads_nothing_heavy() -> None:
    heavy = "spacy sqlalchemy pyarrow altair vl_convert jinja2 pydantic".split()
    code = f"import sys, comity, comity.cli.main; sys.exit(str([m for m in {heavy} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip() == "[]"


def test_read_prints_one_record_a_line_in_input_order_and_nothing_else(tmp_path: Path) -> None:
    lines = [json.dumps({"text": text}) for text in (TEXT, "Peru condemned Chile.")]
    done = process("read", "-", "--input-format", "jsonl", at=tmp_path, text="\n".join(lines))
    texts = [json.loads(line)["document"]["text"] for line in done.stdout.splitlines()]
    assert (done.returncode, texts, done.stderr) == (0, [TEXT, "Peru condemned Chile."], "")


def test_bad_lines_are_named_and_the_good_ones_are_printed(tmp_path: Path) -> None:
    (tmp_path / "mixed.jsonl").write_text(json.dumps({"text": TEXT}) + "\n{broken\n", encoding="utf-8")
    done = comity("read", "mixed.jsonl", at=tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "mixed.jsonl" in done.stderr
    assert "2" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.txt", b""), ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00"), ("bad.pdf", b"%PDF-1.4 nonsense")],
)
def test_a_bad_file_is_one_sentence_that_names_it(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    done = comity("add", name, at=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert name in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "--published", "2024-13-45"),
        ("read", "--genre", "poem"),
        ("timeline", "KHM", "Atlantis"),
        ("timeline", "KHM", "Cambodia"),
        ("export", "everything"),
    ],
)
def test_a_wrong_command_line_ends_with_status_2_and_no_traceback(
    arguments: tuple[str, ...], filled: Path
) -> None:
    done = comity(*arguments, at=filled, text=TEXT)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_text("minutes of a meeting", encoding="utf-8")
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    done = comity("add", "one.txt", at=tmp_path)
    assert done.returncode == 1
    assert "ledger.db" in done.stderr
    assert (tmp_path / "ledger.db").read_text(encoding="utf-8") == "minutes of a meeting"


def test_adding_the_same_text_twice_adds_nothing(filled: Path) -> None:
    before = comity("info", at=filled).stdout
    again = comity("add", "one.txt", "--published", "2021-06-15", "--title", "First", at=filled)
    assert "0 new, 0 known under another source, 1 known already, 0 failed" in again.stdout
    assert comity("info", at=filled).stdout == before


def test_docs_timeline_and_ties_show_what_was_added(filled: Path) -> None:
    assert "First" in comity("docs", at=filled).stdout
    assert "March 2021" in comity("timeline", "Malawi", "Oman", at=filled).stdout
    assert "diplomatic relations" in comity("ties", "MWI", "OMN", at=filled).stdout


def test_show_leads_from_an_id_to_its_sentence(filled: Path) -> None:
    rows = comity("export", "events", "--format", "jsonl", at=filled).stdout.splitlines()
    event = next(json.loads(row) for row in rows if "March" in json.loads(row)["sentence"])
    shown = comity("show", event["id"], at=filled).stdout
    assert "Malawi established diplomatic relations with Oman in March 2021." in shown


def test_a_parquet_export_has_the_rows_of_the_ledger(filled: Path) -> None:
    assert comity("export", "ties", "--format", "parquet", "--out", "ties.parquet", at=filled).returncode == 0
    table = pq.read_table(io.BytesIO((filled / "ties.parquet").read_bytes()), use_threads=False)
    assert table.column("kind").to_pylist() == ["diplomatic_relations"]


def test_the_brief_holds_the_sentence_behind_its_statements(filled: Path) -> None:
    assert comity("brief", "MWI", "OMN", "--out", "b.html", at=filled).returncode == 0
    page = (filled / "b.html").read_text(encoding="utf-8")
    assert "Malawi" in page
    assert "diplomatic relations with Oman in March 2021." in page


def test_hostile_text_neither_breaks_the_table_nor_steers_the_terminal(tmp_path: Path) -> None:
    text = "Peru condemned Chile. [/nope] [bold]"
    done = comity("read", "--format", "table", "--title", "\x1b]0;owned\x07 [/x]", at=tmp_path, text=text)
    assert done.returncode == 0
    assert "\x1b]" not in done.stdout
    assert "\x07" not in done.stdout


def test_claims_are_checked_with_status_0_whatever_the_verdicts(filled: Path) -> None:
    text = "Malawi has had no embassy in Oman since 2015."
    added = comity("add", "-", "--published", "2021-06-16", "--title", "Second", at=filled, text=text)
    assert added.returncode == 0
    checked = comity("check", "Second", "--format", "json", at=filled)
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["name"] == "check"
    assert comity("argue", "Second", at=filled).returncode == 0
    refused = comity("check", "no such title", at=filled)
    assert refused.returncode == 2
    assert "no title has these words" in refused.stderr

"""Public datasets at the command line, run within the test; what is stopped by a signal runs on its own."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.within import COMITY
from tests.sources.visits import zipped
from tests.sources.web import Answer, Web, web

from comity.cli.main import run
from comity.ledger import open_ledger
from comity.sources.descriptor import descriptor

COLUMNS = 58


def comity(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.chdir(at),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setattr(sys, "argv", ["comity", *arguments])
        patch.setenv("COMITY_LEDGER", str(at / "ledger.db"))
        with pytest.raises(SystemExit) as ended:
            run()
    return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), out.getvalue(), err.getvalue())


def event(number: int, day: str = "20240105", code: str = "042") -> str:
    """A row of a GDELT file: China visits Cambodia."""
    fields = [""] * COLUMNS
    fields[:5] = [str(number), day, day[:6], day[:4], f"{day[:4]}.01"]
    fields[5:8], fields[15:18] = ["CHN", "CHINA", "CHN"], ["KHM", "CAMBODIA", "KHM"]
    fields[25:35] = ["1", code, code, code[:2], "1", "1.9", "2", "1", "2", "0.5"]
    fields[35:38] = fields[42:45] = fields[49:52] = ["1", "Cambodia", "CB"]
    fields[56:] = [day, "https://example.org/visit"]
    return "\t".join(fields)


GOOD = "".join(f"{event(number)}\n" for number in range(1, 40))
BAD_DAY = event(99, "20249999")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    raw = folder / "raw"
    raw.mkdir()
    (raw / "20240105.export.CSV.zip").write_bytes(zipped({"20240105.export.CSV": GOOD.encode()}))
    (raw / "20240106.export.CSV").write_text(GOOD.replace("20240105", "20240106") + BAD_DAY + "\n")
    (raw / "notice.CSV").write_text("<html>moved</html>")
    return folder


def test_import_shows_what_was_kept_and_a_sentence_for_each_refused_file(filled: Path) -> None:
    done = comity("import", "gdelt", "raw", "--part", "--bad-share", "0.1", at=filled)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "notice.CSV is a web page" in done.stderr
    assert "2024-01-06 to 2024-01-06" in done.stdout
    assert "(1)" in done.stdout
    assert "2 new, 0 newer than one that was known, 0 known already, 1 refused; 78 rows added" in done.stdout


def test_importing_again_adds_nothing_and_ends_well(filled: Path) -> None:
    done = comity("import", "gdelt", "raw/20240105.export.CSV.zip", "--part", at=filled)
    assert done.returncode == 0
    assert "0 new, 0 newer than one that was known, 1 known already, 0 refused; 0 rows added" in done.stdout


def test_sources_lists_every_dataset_with_what_is_held(filled: Path) -> None:
    row = next(line for line in comity("sources", at=filled).stdout.splitlines() if "gdelt" in line)
    assert [cell.strip() for cell in row.split("│")][3:6] == ["2", "78", "2024-01-05 to 2024-01-06"]


def test_sources_without_a_ledger_lists_the_datasets_and_makes_none(tmp_path: Path) -> None:
    done = comity("sources", at=tmp_path)
    assert (done.returncode, "icews" in done.stdout) == (0, True)
    assert not (tmp_path / "ledger.db").exists()


def test_sources_of_a_name_tells_where_to_get_it_and_how_to_cite_it(tmp_path: Path) -> None:
    told = comity("sources", "gdelt", at=tmp_path).stdout
    for label in ("address", "cost", "licence", "use", "citation", "form", "fetch"):
        assert f"\n{label} " in told


def test_problems_lists_rows_by_file_line_and_reason(filled: Path) -> None:
    told = comity("problems", "gdelt", at=filled).stdout
    row = next(line for line in told.splitlines() if "20240106" in line)
    assert [cell.strip() for cell in row.split("│")][1:4] == ["gdelt", "20240106.export.CSV", "40"]
    assert "1 rows were set aside" in told


def test_cite_prints_the_citation_with_files_and_days(filled: Path) -> None:
    assert (
        "[2 files, 20240105.export.CSV.zip to 20240106.export.CSV; 2024-01-05" in comity("cite", at=filled).stdout
    )
    assert comity("cite", "gdelt", "--format", "bibtex", at=filled).stdout.startswith("@misc{gdelt,")


def test_tables_explains_a_table_and_its_columns(tmp_path: Path) -> None:
    assert "recipient_country" in comity("tables", "events", at=tmp_path).stdout
    assert "dyad_years" in comity("tables", at=tmp_path).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "atlantis", "x.csv"),
        ("import", "gdelt"),
        ("import", "gdelt", "x.csv", "--mapping", "m.toml"),
        ("sources", "atlantis"),
        ("tables", "atlantis"),
        ("cite", "icews"),
        ("forget", "icews"),
        ("fetch", "atlantis"),
        ("fetch", "gdelt", "--from", "2024-02-30"),
        ("fetch", "gdelt", "--from", "2024-02-02", "--to", "2024-02-01"),
        ("fetch", "gdelt", "--set", "3.0"),
        ("fetch", "https://example.org/a.zip", "--import"),
        ("fetch", "ftp://example.org/a.zip"),
    ],
)
def test_a_wrong_command_line_ends_with_status_2_and_one_sentence(
    arguments: tuple[str, ...], filled: Path
) -> None:
    done = comity(*arguments, at=filled)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["import", "fetch", "sources", "tables", "problems", "cite", "forget"])
def test_every_command_explains_itself_with_an_example(command: str, tmp_path: Path) -> None:
    told = comity(command, "--help", at=tmp_path).stdout
    assert f"Example: comity {command}" in told
    assert command != "import" or "Cite:" in told


def test_help_loads_neither_the_ledger_nor_the_web() -> None:
    heavy = "sqlalchemy duckdb httpx pyarrow polars".split()
    code = f"import sys, comity.cli.main; sys.exit(str([m for m in {heavy} if m in sys.modules]))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stderr.strip() == "[]"


def test_check_ends_with_status_1_where_a_part_is_damaged_and_forgetting_mends_it(filled: Path) -> None:
    good = comity("sources", "check", at=filled)
    assert (good.returncode, "2 raw files looked at, 0 not as they were" in good.stdout) == (0, True)
    part = next((filled / "ledger.db.tables" / "events").rglob("*.parquet"))
    part.write_bytes(part.read_bytes()[:-9])
    bad = comity("sources", "check", at=filled)
    assert bad.returncode == 1
    assert str(part) in bad.stderr
    assert comity("problems", at=filled).returncode == 1
    assert comity("forget", "gdelt", at=filled).returncode == 0
    assert comity("import", "gdelt", "raw/20240105.export.CSV.zip", "--part", at=filled).returncode == 0
    assert comity("sources", "check", at=filled).returncode == 0


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setenv("COMITY_ALLOW_PRIVATE_ADDRESSES", "1")
    with web() as served:
        served.files["/20240105.export.CSV.zip"] = zipped({"20240105.export.CSV": GOOD.encode()})
        yield served


def test_fetch_brings_a_file_that_import_then_knows_the_address_of(site: Web, tmp_path: Path) -> None:
    address = f"{site.address}/20240105.export.CSV.zip"
    done = comity("fetch", address, "--into", "raw", at=tmp_path)
    assert (done.returncode, "1 fetched, 0 here already, 0 failed" in done.stdout) == (0, True)
    assert "0 fetched, 1 here already" in comity("fetch", address, "--into", "raw", at=tmp_path).stdout
    assert comity("import", "gdelt", "raw", "--part", at=tmp_path).returncode == 0
    assert comity("fetch", f"{site.address}/gone.zip", "--into", "raw", at=tmp_path).returncode == 1


def test_a_dataset_is_fetched_by_its_publishers_list_and_imported(
    site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "20240105.export.CSV.zip"
    data = site.files[f"/{name}"] = zipped({"20240105.export.CSV": (GOOD * 30).encode()})
    site.files["/sums"] = (
        f"{hashlib.md5(data).hexdigest()}  {name}\n{'0' * 32}  20240106.export.CSV.zip\n".encode()
    )
    block = {"about": "here", "list": f"{site.address}/sums", "match": r"/(\d{8})\.export"}
    lent = replace(descriptor("gdelt"), fetch={"here": block})
    monkeypatch.setattr("comity.sources.fetch_files.descriptor", lambda _: lent)
    days = ("--from", "2024-01-05", "--to", "2024-01-05")
    done = comity("fetch", "gdelt", *days, "--import", at=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 fetched, 0 here already, 0 failed" in done.stdout
    assert "1 new" in done.stdout
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert [one.origin for one in ledger.tables.files()] == [f"{site.address}/{name}"]
    assert "1 raw files looked at, 0 not as they were" in comity("sources", "check", at=tmp_path).stdout


def test_fetch_asks_no_private_address(site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMITY_ALLOW_PRIVATE_ADDRESSES")
    done = comity("fetch", f"{site.address}/20240105.export.CSV.zip", at=tmp_path)
    assert done.returncode == 1
    assert "no public address" in done.stderr
    assert not site.asked


def stopped(process: subprocess.Popen[str], is_begun: Path) -> tuple[int, str]:
    """What a command says that is stopped as by Ctrl-C once a file is there."""
    end = time.monotonic() + 20
    while not any(is_begun.parent.glob(is_begun.name)) and time.monotonic() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    return process.returncode, told


def start(*arguments: str, at: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "COMITY_LEDGER": str(at / "ledger.db")}
    return subprocess.Popen(
        [str(COMITY), *arguments], cwd=at, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_stopped_fetch_says_how_to_go_on(site: Web, tmp_path: Path) -> None:
    body = site.files["/20240105.export.CSV.zip"]
    site.first["/20240105.export.CSV.zip"] = [Answer(200, body, {"ETag": '"x"'}, cut=100, stalls=True)]
    process = start("fetch", f"{site.address}/20240105.export.CSV.zip", "--into", "raw", at=tmp_path)
    code, told = stopped(process, tmp_path / "raw" / ".*.part")
    assert (code, told.strip()) == (1, "comity: stopped: the same command goes on where this one was")


def test_a_stopped_import_says_that_nothing_was_changed(tmp_path: Path) -> None:
    rows = "".join(f"{event(number)}\n" for number in range(40_000))
    for number in range(20):
        (tmp_path / f"{number}.CSV").write_text(rows.replace("20240105", f"202401{number + 1:02}"))
    process = start("import", "gdelt", *(f"{number}.CSV" for number in range(20)), at=tmp_path)
    code, told = stopped(process, tmp_path / "ledger.db.tables" / "staging")
    assert (code, told.strip()) == (1, "comity: stopped: nothing was changed")
    assert "0 new" not in comity("sources", at=tmp_path).stdout
    assert not list((tmp_path / "ledger.db.tables").rglob("*.parquet"))

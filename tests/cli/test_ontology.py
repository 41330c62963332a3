"""`--ontology` on the command line, and the commands that show what was coded by it."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from .within import COMITY, comity

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "src/comity/sample/heritage.toml"
TEXT = "Italy lent three bronzes to Peru in May 2021."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ontology")
    (folder / "heritage.toml").write_bytes(EXAMPLE.read_bytes())
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    done = comity("add", "one.txt", "--ontology", "heritage.toml", "--published", "2021-06-15", at=folder)
    assert (done.returncode, done.stderr) == (0, "")
    (folder / "heritage.toml").rename(folder / "moved.toml")
    return folder


def own_types(lines: str) -> list[str | None]:
    events = [event for line in lines.splitlines() for event in json.loads(line)["events"]]
    return [event["own_type"] and event["own_type"]["type"] for event in events]


def test_the_command_of_the_page_runs_as_it_stands(tmp_path: Path) -> None:
    page = (ROOT / "docs/ontology.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^    (echo .* \| comity .*)$", page, re.MULTILINE)
    (tmp_path / "heritage.toml").write_bytes(EXAMPLE.read_bytes())
    line = command.replace("| comity", f"| {shlex.quote(str(COMITY))}")
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"LOAN +│ ITA +│ PER", done.stdout)


def test_the_environment_may_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "COMITY_ONTOLOGY", str(EXAMPLE))
    assert own_types(comity("read", at=tmp_path, text=TEXT).stdout) == ["LOAN"]


def test_a_mistake_in_the_file_is_one_sentence_and_nothing_is_read_or_made(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(EXAMPLE.read_text("utf-8").replace('"COOPERATE"', '"COPERATE"', 1), "utf-8")
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    done = comity("add", "one.txt", "--ontology", "bad.toml", at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    said = r"comity: bad\.toml line \d+: types\[1\]: refines = 'COPERATE' is unknown: use .+\n"
    assert re.fullmatch(said, done.stderr)
    assert not (tmp_path / "ledger.db").exists()


def test_show_timeline_and_export_tell_the_own_type_without_the_file(folder: Path) -> None:
    (line,) = comity("export", "events", "--format", "jsonl", at=folder).stdout.splitlines()
    event = json.loads(line)
    assert (event["own_ontology"], event["own_type"], event["event_type"]) == ("heritage@1.0", "LOAN", "COOPERATE")
    assert "heritage@1.0" in comity("show", event["id"], at=folder).stdout
    assert "loan, practical" in comity("timeline", "ITA", "PER", at=folder).stdout

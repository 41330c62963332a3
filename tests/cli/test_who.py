"""`comity who` as people use it, on a ledger read from two short texts."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from comity.ledger import open_ledger
from comity.sources import Options, import_files

from .within import COMITY, comity

TEXTS = {
    "2024-05-14": "South Korean ambassador to Cambodia Park Jung-wook met Prime Minister Hun Manet on Tuesday.",
    "2018-05-15": "South Korean ambassador to Cambodia Oh Nak-young met Prime Minister Hun Sen on Tuesday.",
}
KOREAN = "South Korean ambassador to Cambodia"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("who")
    for day, text in TEXTS.items():
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
        arguments = ("add", f"{day}.txt", "--published", day, "--title", f"Of {day}")
        assert comity(*arguments, at=folder).returncode == 0
    return folder


def test_an_office_is_answered_with_person_dates_and_sentence(filled: Path) -> None:
    done = comity("who", KOREAN, "--on", "2024-06-01", at=filled)
    assert done.returncode == 0
    for shown in ("Park Jung-wook", "ambassador", "South Korea", "Cambodia", "2024-05-14, evidenced"):
        assert shown in done.stdout
    assert "inferred for 2024-06-01" in done.stdout
    assert f"“{TEXTS['2024-05-14']}” (Of 2024-05-14, 2024-05-14; document" in done.stdout
    assert "Oh Nak-young" not in done.stdout


def test_a_person_is_answered_with_the_office(filled: Path) -> None:
    done = comity("who", "manet", "--format", "jsonl", at=filled)
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["person"], row["title"], row["of"], row["documents"]) == (
        "person:hun-manet", "prime minister", "KHM", 1,
    )  # fmt: skip
    assert (row["first"], row["last"], row["from"], row["to"]) == ("2024-05-14", "2024-05-14", None, None)
    assert row["tellings"][0]["quotation"] == TEXTS["2024-05-14"]


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        ((KOREAN, "--on", "2021-01-01"), "Park Jung-wook (ambassador), Oh Nak-young (ambassador)"),
        (("Park Jin",), "Park Jung-wook"),
        (("zzz",), "add texts that name the holder"),
    ],
)
def test_nobody_is_one_sentence_with_near_names_and_status_1(
    arguments: tuple[str, ...], near: str, filled: Path
) -> None:
    done = comity("who", *arguments, at=filled)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert near in done.stderr


def test_a_day_that_is_none_is_a_wrong_command_line(filled: Path) -> None:
    done = comity("who", "Manet", "--on", "2024-13-01", at=filled)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--on" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_holder_out_of_an_imported_file_is_marked_with_its_source(filled: Path) -> None:
    with open_ledger(filled / "ledger.db") as ledger:
        ledger.path.with_suffix(".csv").write_text("name,title,country,from,to\nSok An,King,LAO,1990,1995\n")
        import_files(ledger, "leaders", [ledger.path.with_suffix(".csv")], Options(is_part=True))
    done = comity("who", "king of Laos", "--on", "1992-01-01", at=filled)
    assert done.returncode == 0
    for shown in (
        "Sok An",
        "1990 to 1995, imported",
        "imported as “King” (leaders, ledger.csv",
        "names no source",
    ):
        assert shown in done.stdout
    row = json.loads(comity("who", "Sok An", "--format", "jsonl", at=filled).stdout)
    assert (row["by"], row["tellings"], row["imported"]["dataset"]) == ("imported", [], "leaders")


def test_help_has_an_example(tmp_path: Path) -> None:
    assert 'comity who "South Korean' in comity("who", "--help", at=tmp_path).stdout


def on_a_terminal(*arguments: str, at: Path) -> tuple[int, str]:
    """Run with standard output and error on one terminal; status and all that was shown."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "COMITY_LEDGER": str(at / "ledger.db"), "TERM": "xterm"}
    done = subprocess.Popen([str(COMITY), *arguments], stdout=theirs, stderr=theirs, cwd=at, env=env)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        # Linux says so when the last writer closes.
        pass
    os.close(ours)
    return done.wait(60), shown.decode()


def test_parquet_does_not_go_to_a_terminal(filled: Path) -> None:
    status, shown = on_a_terminal("export", "events", "--format", "parquet", at=filled)
    assert status == 2
    assert len(shown.strip().splitlines()) == 1
    assert "--out events.parquet" in shown


def test_adding_counts_the_texts_on_a_terminal_only(filled: Path) -> None:
    status, shown = on_a_terminal("add", "2024-05-14.txt", "--published", "2024-05-14", at=filled)
    assert status == 0
    assert "texts read" in shown
    quiet = comity("add", "2024-05-14.txt", "--published", "2024-05-14", at=filled)
    assert quiet.stderr == ""

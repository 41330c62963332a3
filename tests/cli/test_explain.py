"""`comity explain` and `comity show` as people meet them: in a pipe, in colour, on hostile texts."""

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import Result
from tests.cli.within import COMITY
from typer.testing import CliRunner

from comity import open_ledger
from comity.cli.main import app
from comity.errors import UsageError
from comity.record import Record

TEXT = (
    "On Monday Malawi's foreign minister met Oman's ambassador in Lilongwe. She thanked Oman for its aid.\n\n"
    "Malawi established diplomatic relations with Oman in March 2021. "
    "It was the first visit by a Malawian president to Oman in eight years."
)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "Peru condemned \x1b]0;owned\x07Chile on Monday. \x9b31m Peru\u202e recalled its ambassador from Chile."


def comity(*arguments: str, at: Path) -> Result:
    """A command in this process, so that the model is loaded once."""
    env = {"COMITY_LEDGER": str(at / "ledger.db"), "COLUMNS": "100"}
    return CliRunner().invoke(app, arguments, env=env)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    lines = [
        {"text": TEXT, "title": "First", "published": "2021-06-15"},
        {"text": HOSTILE, "title": "\x1b[2J[bold]Second", "published": "2021-06-15"},
        {"text": "Malawi and Oman have had diplomatic relations since 2019.", "title": "Third"},
    ]
    (folder / "texts.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert comity("add", str(folder / "texts.jsonl"), at=folder).exit_code == 0
    return folder


def items(kind: str, at: Path) -> list[dict]:
    return [json.loads(row) for row in comity("export", kind, "--format", "jsonl", at=at).stdout.splitlines()]


def one(kind: str, words: str, at: Path) -> str:
    return next(row["id"] for row in items(kind, at) if words in row["sentence"])


def flat(text: str) -> str:
    return " ".join(text.split())


def test_an_event_is_explained_by_a_beginning_of_its_id(filled: Path) -> None:
    event = one("events", "Monday Malawi", filled)
    done = comity("explain", event[:14], at=filled)
    told = flat(done.stdout)
    assert done.exit_code == 0
    assert event in told
    assert "[act: met]" in told
    assert "frames.csv" in told
    assert "Counted from the day of publication, 2021-06-15." in told
    assert "Lilongwe" in told


def test_what_is_explained_into_a_pipe_has_neither_colours_nor_ends_of_blanks(filled: Path) -> None:
    told = comity("explain", one("events", "Monday Malawi", filled), at=filled).stdout
    assert "\x1b" not in told
    assert [line for line in told.splitlines() if line != line.rstrip()] == []
    assert max(map(len, told.splitlines())) <= 100


def test_a_tie_is_explained_with_its_acts_and_the_sources_that_disagree(filled: Path) -> None:
    told = flat(comity("explain", one("ties", "March 2021", filled), at=filled).stdout)
    assert "diplomatic support: Malawi → Oman, March 2021" in told
    assert "begun 2019 or March 2021" in told
    assert "Third" in told


@pytest.mark.parametrize("kind", ["claims", "events", "ties"])
def test_every_item_has_an_explanation(kind: str, filled: Path) -> None:
    for row in items(kind, filled)[:3]:
        told = comity("explain", row["id"], at=filled)
        assert told.exit_code == 0
        assert "Said by" in told.stdout or "Told by" in told.stdout


def test_a_document_is_not_explained_but_shown(filled: Path) -> None:
    document = items("events", filled)[0]["document_id"]
    done = comity("explain", document, at=filled)
    assert isinstance(done.exception, UsageError)
    assert "comity show" in str(done.exception)


def test_an_item_read_otherwise_now_says_so_in_one_sentence(filled: Path, tmp_path: Path) -> None:
    with open_ledger(filled / "ledger.db") as ledger:
        record = ledger.record(items("events", filled)[0]["document_id"])
    renamed = record.events[0].model_copy(update={"id": "event-ffffffffffffffff"})
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(Record.model_validate({**dict(record), "events": (renamed,)}))
    done = comity("explain", "event-ffff", at=tmp_path)
    assert done.exit_code == 0
    assert "Read again now, the text gives no item of this id" in done.stdout


def test_show_in_a_pipe_prints_the_plain_text(filled: Path) -> None:
    document = next(row["document_id"] for row in items("events", filled) if "Malawi" in row["sentence"])
    shown = comity("show", document, at=filled).stdout
    assert shown.startswith(f"document {document}\n{TEXT}\n")


def test_show_in_colour_keeps_every_word_and_numbers_what_was_found(filled: Path) -> None:
    document = next(row["document_id"] for row in items("events", filled) if "Malawi" in row["sentence"])
    shown = comity("show", document, "--color", "always", at=filled).stdout
    bare = COLOUR.sub("", shown)
    assert flat(TEXT) in flat(re.sub(r"\n {1,4}[TCO]?\d+  .*(\n {7}.*)*", "", re.sub(r"\[[TCO]?\d+\]", "", bare)))
    assert "\x1b[1;31mmet" in shown
    assert "met[1]" in bare
    assert "[C1]" in bare
    assert "state  person  body  place  date  act  claim  opinion" in bare


def test_an_item_is_shown_in_colour_with_the_way_to_its_reasons(filled: Path) -> None:
    event = one("events", "Monday Malawi", filled)
    shown = comity("show", event, "--color", "always", at=filled).stdout
    assert "\x1b[1;31mmet" in shown
    assert f"comity explain {event}" in COLOUR.sub("", shown)


@pytest.mark.parametrize("command", ["show", "explain"])
def test_hostile_texts_steer_no_terminal(command: str, filled: Path) -> None:
    rows = [row for row in items("events", filled) if "Peru" in row["sentence"]]
    wanted = [rows[0]["id"], *([rows[0]["document_id"]] if command == "show" else [])]
    for item in wanted:
        for colour in ("always", "never"):
            shown = COLOUR.sub("", comity(command, item, "--color", colour, at=filled).stdout)
            assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}


def on_a_terminal(*arguments: str, at: Path, **environment: str) -> str:
    """What a command prints where standard output is a terminal of 80 columns."""
    leader, follower = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}
    env |= {"COMITY_LEDGER": str(at / "ledger.db"), "COLUMNS": "80", "TERM": "xterm", **environment}
    process = subprocess.Popen([str(COMITY), *arguments], stdout=follower, stderr=follower, cwd=at, env=env)
    os.close(follower)
    printed = b""
    while chunk := _read(leader):
        printed += chunk
    process.wait(timeout=60)
    os.close(leader)
    return printed.decode()


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:
        return b""


def test_a_terminal_gets_colours_unless_no_color_is_set(filled: Path) -> None:
    event = one("events", "Monday Malawi", filled)
    assert "\x1b[" in on_a_terminal("show", event, at=filled)
    assert "\x1b[" not in on_a_terminal("show", event, at=filled, NO_COLOR="1")


def test_no_line_is_wider_than_the_terminal(filled: Path) -> None:
    document = items("events", filled)[0]["document_id"]
    shown = COLOUR.sub("", on_a_terminal("show", document, at=filled))
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80

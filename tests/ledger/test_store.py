from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from comity.errors import LedgerError
from comity.ledger import Ledger, open_ledger, store
from comity.ledger.place import APPLICATION_ID

from . import factory

WRITER = """
import sys
from comity.ledger import open_ledger
from comity.record import Record
lines = sys.stdin.read().splitlines()
print("ready", flush=True)
with open_ledger(sys.argv[1]) as ledger:
    for line in lines:
        ledger.add(Record.from_json(line))
"""
DYING_WRITER = """
import os, signal, sys
from comity.ledger import addition, open_ledger
from comity.record import Record
record = Record.from_json(sys.stdin.read())
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
with open_ledger(sys.argv[1]) as ledger:
    addition.search.add = die
    ledger.add(record)
"""


def _start(program: str, path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_processes_that_make_and_write_one_ledger_at_once_lose_nothing(path: Path) -> None:
    writers = [_start(WRITER, path) for _ in range(3)]
    for number, writer in enumerate(writers):
        lines = [factory.large(number * 20 + size).to_json() for size in range(1, 21)]
        assert writer.stdin
        writer.stdin.write("\n".join(lines))
        writer.stdin.close()
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with open_ledger(path, create=False) as ledger:
        assert sorted(row.events for row in ledger.documents()) == list(range(1, 61))


def test_a_ledger_opens_while_another_process_is_still_making_it(path: Path) -> None:
    """SQLite does not wait by itself when a new ledger is being opened up to several processes."""
    open_ledger(path).close()
    maker = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    maker.execute("PRAGMA journal_mode = DELETE")
    maker.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.3, maker.execute, ["COMMIT"])
    done.start()
    with open_ledger(path) as ledger, ledger._store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    done.join()
    maker.close()


def test_a_run_killed_in_the_middle_of_a_document_leaves_none_of_it(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.visit())
        before = ledger.state()
    record = factory.large(30)
    dying = _start(DYING_WRITER, path)
    dying.communicate(record.to_json())
    assert dying.returncode == -signal.SIGKILL
    with open_ledger(path) as ledger:
        assert ledger.state() == before
        assert ledger.add(record).new_document
        assert ledger.record(record.document.id) == record


def test_an_error_in_the_middle_of_a_document_leaves_none_of_it(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCutError(Exception):
        pass

    def fail(*_: object) -> None:
        raise PowerCutError

    before = ledger.state()
    with monkeypatch.context() as patched:
        patched.setattr("comity.ledger.search.add", fail)
        with pytest.raises(PowerCutError):
            ledger.add(factory.visit())
    assert ledger.state() == before
    assert ledger.add(factory.visit()).new_document


def test_a_reader_is_not_held_up_by_a_writer(path: Path, ledger: Ledger) -> None:
    ledger.add(factory.visit())
    with open_ledger(path) as other, other._store.writing():
        assert ledger.state().documents == 1


def test_a_writer_that_waits_too_long_gives_up_with_a_sentence(
    path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.1)
    busy = pytest.raises(LedgerError, match=r"ledger\.db is in use")
    with open_ledger(path) as hasty, ledger._store.writing(), busy:
        hasty.add(factory.visit())
    assert ledger.state().documents == 0


def test_foreign_keys_are_checked_and_the_file_is_marked(path: Path, ledger: Ledger) -> None:
    with ledger._store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_damaged_ledger_is_refused_with_a_sentence(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.large(200))
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(path.stat().st_size - 100))
    with pytest.raises(LedgerError, match="is damaged"):
        open_ledger(path)


def test_damage_further_in_is_told_when_it_is_met(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.large(200))
    with sqlite3.connect(path) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with open_ledger(path) as ledger, pytest.raises(LedgerError, match="is damaged"):
        ledger.held("events")


def test_a_ledger_cut_short_is_refused_with_a_sentence(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.large(200))
    with path.open("r+b") as file:
        file.truncate(6000)
    with pytest.raises(LedgerError, match="is damaged"), open_ledger(path) as ledger:
        ledger.documents()

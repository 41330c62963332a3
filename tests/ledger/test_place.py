from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_data_path

from comity.errors import LedgerError
from comity.ledger import open_ledger
from comity.ledger.place import ledger_path

from . import factory

NOBODY = 65534


def test_the_place_is_the_argument_then_the_variable_then_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMITY_LEDGER", str(tmp_path / "named.db"))
    assert ledger_path(tmp_path / "given.db") == tmp_path / "given.db"
    assert ledger_path(None) == tmp_path / "named.db"
    monkeypatch.delenv("COMITY_LEDGER")
    assert ledger_path(None) == user_data_path("comity") / "ledger.db"


def test_a_missing_ledger_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "far" / "away" / "ledger.db"
    open_ledger(path).close()
    assert path.stat().st_size > 0


def test_a_missing_ledger_is_not_made_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "far" / "ledger.db"
    with pytest.raises(LedgerError, match=r"no ledger at .*ledger.db.*comity add"):
        open_ledger(path, create=False)
    assert not path.parent.exists()


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory", "a#b?c%41.db", "кхмер 한국.db"])
def test_odd_names_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with open_ledger(name) as ledger:
        ledger.add(factory.visit())
    with open_ledger(tmp_path / name, create=False) as ledger:
        assert ledger.state().documents == 1


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.add(factory.visit()).new_document


@pytest.mark.parametrize("content", [b"x", b"Minutes of a meeting.\n" * 500, b"SQLite format 3\0" + bytes(3000)])
def test_another_file_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE document (id TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program's database"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path)


def test_a_device_is_refused() -> None:
    with pytest.raises(LedgerError, match="not a regular file"):
        open_ledger(os.devnull)


@pytest.mark.parametrize("name", ["a\0b", "n" * 300])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="cannot use"):
        open_ledger(tmp_path / name)


def test_a_file_in_the_way_of_a_folder_is_refused(path: Path) -> None:
    path.write_text("in the way")
    with pytest.raises(LedgerError, match="cannot use"):
        open_ledger(path / "ledger.db")


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that any user may look into, unlike `tmp_path`."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_folder_is_refused(public_folder: Path) -> None:
    public_folder.chmod(0o555)
    assert "may not be written" in _message_for_an_ordinary_user(public_folder / "ledger.db")
    assert list(public_folder.iterdir()) == []


def test_a_read_only_ledger_is_refused(public_folder: Path) -> None:
    path = public_folder / "ledger.db"
    open_ledger(path).close()
    path.chmod(0o444)
    public_folder.chmod(0o777)
    assert "may not be written" in _message_for_an_ordinary_user(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


def _message_for_an_ordinary_user(path: Path) -> str:
    """What opening says to somebody who is not root, to whom every folder is open."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        try:
            open_ledger(path)
            message = "opened"
        except LedgerError as error:
            message = str(error)
        os.write(writer, message.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        return pipe.read()

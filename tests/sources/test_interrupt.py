"""An import that is stopped or killed while DuckDB works."""

from __future__ import annotations

import gzip
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.ledger import open_ledger
from comity.sources import Options, Progress, import_files
from comity.sources.unpack import pieces

from .conftest import DATA

ROWS = 300_000
_CHILD = """
import sys
from pathlib import Path
from comity.ledger import open_ledger
from comity.sources import import_files

def watch(progress):
    if progress.done:
        print("working", flush=True)

with open_ledger(sys.argv[1]) as ledger:
    try:
        import_files(ledger, "gdelt", [Path(sys.argv[2])], watch=watch)
    except KeyboardInterrupt:
        sys.exit("stopped")
print("done", flush=True)
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file whose import takes a second or more."""
    line = (DATA / "gdelt" / "20130401.export.CSV").read_bytes().splitlines(keepends=True)[0]
    place = tmp_path_factory.mktemp("long") / "20130401.export.CSV"
    place.write_bytes(line * ROWS)
    yield place
    place.unlink()


def _stopped(ledger: Path, file: Path, by: signal.Signals) -> tuple[int, float, str]:
    """The status of an import that a signal has ended while it worked, the seconds that took, what it said."""
    command = [sys.executable, "-c", _CHILD, str(ledger), str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "working\n"
        started = time.monotonic()
        child.send_signal(by)
        rest, said = child.communicate()
        assert "done" not in rest
        return child.returncode, time.monotonic() - started, said


def test_ctrl_c_ends_an_import_at_once_and_leaves_nothing(tmp_path: Path, long: Path) -> None:
    status, seconds, said = _stopped(tmp_path / "ledger.db", long, signal.SIGINT)
    assert (status, said) == (1, "stopped\n")
    assert seconds < 3
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.tables.files() == ()
        assert ledger.table("events").fetchall() == []
    assert [place.name for place in (tmp_path / "ledger.db.tables").iterdir()] == ["lock"]


def test_what_a_killed_import_left_is_not_seen_and_the_next_one_removes_it(tmp_path: Path, long: Path) -> None:
    _stopped(tmp_path / "ledger.db", long, signal.SIGKILL)
    tables = tmp_path / "ledger.db.tables"
    assert (tables / "staging").is_dir()
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.table("events").fetchall() == []
        import_files(ledger, "gdelt", [DATA / "gdelt" / "1985.csv"], Options(is_part=True))
        assert len(ledger.table("events").fetchall()) == 2
        assert {tables / part.path for part in ledger.tables.parts()} == set(tables.rglob("*.parquet"))
    assert not (tables / "staging").exists()


def test_one_long_file_moves_the_bar_and_never_back(tmp_path: Path, long: Path) -> None:
    told: list[Progress] = []
    with open_ledger(tmp_path / "ledger.db") as ledger:
        import_files(ledger, "gdelt", [long], watch=told.append)
    size = long.stat().st_size
    done = [one.done for one in told]
    assert done == sorted(done)
    assert any(0 < one < size for one in done)
    assert told[-1] == Progress(size, size, ROWS)


def test_unpacking_heeds_whoever_wants_it_ended(tmp_path: Path) -> None:
    packed = tmp_path / "1985.csv.gz"
    packed.write_bytes(gzip.compress(b"1\t2\n" * 1_000_000))
    calls: list[int] = []

    def heed() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(pieces(packed, tmp_path, heed))
    assert (tmp_path / "0-1985.csv").stat().st_size <= 1 << 20

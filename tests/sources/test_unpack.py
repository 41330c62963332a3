"""Archives are unpacked within bounds, whatever they claim."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from tests.sources.visits import gzipped, lend, put, text, zipped

from comity.errors import InputError
from comity.ledger import Ledger
from comity.sources import import_files, unpack
from comity.sources.unpack import pieces

ZEROS = bytes(1 << 20) * 48


def go_on() -> None:
    """Nobody asks to stop."""


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "_FREE", 1 << 20)


@pytest.mark.parametrize(
    "bomb",
    [zipped({"a.csv": ZEROS}), gzip.compress(ZEROS), zipped({f"{n}.csv": ZEROS[: 12 << 20] for n in range(4)})],
)
def test_what_unpacks_to_far_more_than_its_size_is_stopped_early(bomb: bytes, tmp_path: Path) -> None:
    path, folder = put(tmp_path, "bomb.zip", bomb), tmp_path / "unpacked"
    folder.mkdir()
    with pytest.raises(InputError, match="times its size: it is no data file"):
        list(pieces(path, folder, go_on))
    assert sum(one.stat().st_size for one in folder.iterdir()) <= (1 << 20) + unpack.RATIO * len(bomb)
    assert sum(one.stat().st_size for one in folder.iterdir()) < len(ZEROS) // 2


def test_a_bomb_leaves_nothing_on_the_disk_and_the_good_file_is_kept(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    bomb = put(tmp_path, "bomb.zip", zipped({"visits.csv": text() + ZEROS}))
    report = import_files(ledger, "visits", [bomb, put(tmp_path, "good.csv", text())])
    assert [str(error).split(" unpacks")[0] for error in report.errors] == [str(bomb)]
    assert [one.file.name for one in report.outcomes] == ["good.csv"]
    assert sum(one.stat().st_size for one in ledger.tables.folder.rglob("*") if one.is_file()) < 1 << 20


def test_an_archive_of_too_many_files_is_refused_before_one_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "MOST_MEMBERS", 3)
    path = put(tmp_path, "many.zip", zipped({f"{number}.csv": b"x" for number in range(4)}))
    (tmp_path / "unpacked").mkdir()
    with pytest.raises(InputError, match="holds 4 files, more than 3"):
        list(pieces(path, tmp_path / "unpacked", go_on))
    assert not list((tmp_path / "unpacked").iterdir())


def test_an_archive_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    packed = bytearray(zipped({"a.csv": text()}))
    for start in (22, packed.index(b"PK\x01\x02") + 24):
        packed[start : start + 4] = (5).to_bytes(4, "little")
    (tmp_path / "unpacked").mkdir()
    with pytest.raises(InputError, match="damaged or cut short"):
        list(pieces(put(tmp_path, "lie.zip", bytes(packed)), tmp_path / "unpacked", go_on))


def test_two_streams_in_one_gzip_file_are_one_text(tmp_path: Path) -> None:
    (tmp_path / "unpacked").mkdir()
    path = put(tmp_path, "two.csv.gz", gzipped(text()) + gzipped(b"more\n"))
    assert [one.path.read_bytes() for one in pieces(path, tmp_path / "unpacked", go_on)] == [text() + b"more\n"]


def test_what_is_packed_comes_out_again_however_long_and_however_well_it_packs(tmp_path: Path) -> None:
    wanted = {"a.csv": random.Random(1).randbytes(3 << 20), "b.csv": text() * 9_000, "c.csv": b""}
    (tmp_path / "unpacked").mkdir()
    path = put(tmp_path, "good.zip", zipped(wanted))
    assert {one.name: one.path.read_bytes() for one in pieces(path, tmp_path / "unpacked", go_on)} == wanted


@pytest.mark.parametrize("share", range(1, 10))
def test_a_zip_in_which_a_byte_has_changed_is_damaged(share: int, tmp_path: Path) -> None:
    packed = bytearray(zipped({"a.csv": b"".join(b"%d,%d\n" % (n, n * n) for n in range(20_000))}))
    packed[len(packed) * share // 10] ^= 0xFF
    (tmp_path / "unpacked").mkdir()
    with pytest.raises(InputError, match="damaged or cut short"):
        list(pieces(put(tmp_path, "bad.zip", bytes(packed)), tmp_path / "unpacked", go_on))

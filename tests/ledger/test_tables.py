"""The common tables beside a ledger: how they are asked, and what happens when their files are harmed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from tests.sources.visits import GOOD, lend, put, text

from comity.errors import LedgerError, UsageError
from comity.ledger import Ledger, open_ledger
from comity.ledger.datasets.schemas import SCHEMAS
from comity.sources import import_files
from comity.sources.check import check


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return put(tmp_path, "raw/visits.csv", text())


@pytest.fixture
def filled(ledger: Ledger, raw: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    lend(monkeypatch)
    assert import_files(ledger, "visits", [raw]).errors == []
    return ledger


def place_of(ledger: Ledger, year: int) -> Path:
    return next(ledger.tables.folder / part.path for part in ledger.tables.parts() if part.year == year)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_table_of_which_nothing_was_imported_is_empty_with_all_its_columns(name: str, ledger: Ledger) -> None:
    found = ledger.table(name)
    assert found.columns == [column.name for column in SCHEMAS[name].columns]
    assert found.fetchall() == []


def test_an_imported_table_has_the_columns_and_types_of_the_empty_one(filled: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.db") as empty:
        for name in ("events", "rejects"):
            one, other = filled.table(name), empty.table(name)
            assert (one.columns, list(map(str, one.types))) == (other.columns, list(map(str, other.types)))


def test_a_table_is_a_relation_that_turns_into_arrow_and_polars(filled: Ledger) -> None:
    found = filled.table("events").filter("date >= DATE '2024-01-01'").order("id")
    assert found.project("id, actor_country").fetchall() == [("1", "CHN"), ("2", "KHM")]
    assert found.arrow().read_all().column("id").to_pylist() == ["1", "2"]
    assert found.pl()["id"].to_list() == ["1", "2"]


@pytest.mark.skipif(not importlib.util.find_spec("pandas"), reason="pandas is not installed")
def test_a_table_turns_into_pandas(filled: Ledger) -> None:
    assert filled.table("events").order("id").df()["id"].tolist() == ["1", "2", "3"]


def test_an_unknown_table_is_refused_with_the_names_there_are(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no table is called 'wars': ask for one of events"):
        ledger.table("wars")


def test_what_was_imported_is_there_when_the_ledger_is_opened_again(filled: Ledger) -> None:
    with open_ledger(filled.path) as again:
        assert len(again.table("events").fetchall()) == 3


def test_all_is_well_where_nothing_was_touched(filled: Ledger) -> None:
    found = check(filled.tables)
    assert (found.parts, found.raw, found.faults) == (2, 1, ())


def test_a_missing_part_is_told_by_the_check_and_by_the_table(filled: Ledger) -> None:
    place = place_of(filled, 2023)
    place.unlink()
    assert [fault.split(":")[0] for fault in check(filled.tables).faults] == [f"{place} is missing"]
    with pytest.raises(LedgerError, match=f"{place} is missing, so events is not whole"):
        filled.table("events")


def test_a_part_that_was_cut_short_is_told_by_the_check_and_by_the_table(filled: Ledger) -> None:
    place = place_of(filled, 2024)
    place.write_bytes(place.read_bytes()[:-30])
    assert "has changed since it was written" in check(filled.tables).faults[0]
    with pytest.raises(LedgerError, match="has changed since it was written"):
        filled.table("events")


@pytest.mark.parametrize("where", [60, -20])
def test_bytes_that_were_flipped_are_told_by_the_check(where: int, filled: Ledger) -> None:
    place = place_of(filled, 2024)
    data = bytearray(place.read_bytes())
    data[where] ^= 0xFF
    place.write_bytes(data)
    assert [str(place) in fault for fault in check(filled.tables).faults] == [True]


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_part_of_zeros_is_told_by_the_table(year: int, filled: Ledger) -> None:
    place = place_of(filled, year)
    place.write_bytes(b"\0" * place.stat().st_size)
    with pytest.raises(LedgerError, match="has changed since it was written"):
        filled.table("events")


def test_a_part_without_its_columns_is_told_by_the_table_in_one_sentence(filled: Ledger) -> None:
    place = place_of(filled, 2023)
    data = bytearray(place.read_bytes())
    data[4:-4] = b"\xff" * (len(data) - 8)
    place.write_bytes(data)
    with pytest.raises(LedgerError, match="is damaged") as told:
        filled.table("events")
    assert "\n" not in str(told.value)


def test_a_raw_file_that_changed_is_told_and_one_that_went_is_not(filled: Ledger, raw: Path) -> None:
    raw.write_bytes(text(GOOD[:1]))
    assert check(filled.tables).faults == (
        f"{raw} has changed since it was imported: import it again, or put the old one back",
    )
    raw.unlink()
    assert check(filled.tables).faults == ()


def test_a_dataset_that_is_forgotten_can_be_imported_anew(filled: Ledger, raw: Path) -> None:
    place_of(filled, 2023).unlink()
    filled.tables.forget("visits")
    assert (filled.tables.files(), filled.tables.parts(), filled.table("events").fetchall()) == ((), (), [])
    assert not list(filled.tables.folder.rglob("*.parquet"))
    assert [one.status for one in import_files(filled, "visits", [raw]).outcomes] == ["new"]
    assert len(filled.table("events").fetchall()) == 3


def test_forgetting_one_dataset_leaves_the_others(
    filled: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, name="others")
    import_files(filled, "others", [put(tmp_path, "o.csv", text(["9,2024-01-01,KHM,LAO,x"]))])
    import_files(filled, "others", [put(tmp_path, "o.csv", text(["8,2024-01-01,KHM,LAO,x"]))])
    filled.tables.forget("others")
    assert [one.source for one in filled.tables.files()] == ["visits"]
    assert len(filled.table("events").fetchall()) == 3

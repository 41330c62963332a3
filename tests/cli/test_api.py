"""The public surface of the package, and how little it takes to import it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

import comity

HEAVY = ("spacy", "sqlalchemy", "pyarrow", "altair", "pydantic")


@pytest.mark.parametrize("module", ["comity", "comity.cli.main"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_public_surface_is_the_documented_one() -> None:
    errors = {"ComityError", "InputError", "LedgerError", "UsageError"}
    assert set(comity.__all__) == errors | {"__version__", "open_ledger", "read"}


def test_what_is_read_can_be_added_and_asked_for(tmp_path: Path) -> None:
    text = "On 16 May 2024, Cambodia signed an agreement with South Korea."
    record = comity.read(text, published=dt.date(2024, 9, 13), genre="news")
    assert record.document.published == dt.date(2024, 9, 13)
    with comity.open_ledger(tmp_path / "l.db") as ledger:
        assert ledger.add(record).new_document
        assert ledger.events(between=("KHM", "KOR")).num_rows == len(record.events) > 0


def test_a_missing_ledger_is_only_made_when_asked_for(tmp_path: Path) -> None:
    with pytest.raises(comity.LedgerError):
        comity.open_ledger(tmp_path / "l.db", create=False)

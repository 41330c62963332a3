from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.ledger import Ledger, open_ledger

DATA = Path(__file__).with_name("data")
SHARED = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared/data")
    return SHARED


@pytest.fixture
def rows(ledger: Ledger) -> Callable[..., list[dict[str, Any]]]:
    """The rows of a table, in the order of the columns asked for."""

    def found(table: str, *columns: str) -> list[dict[str, Any]]:
        picked = ", ".join(f'"{column}"' for column in columns)
        return ledger.table(table).project(picked).order(picked).arrow().read_all().to_pylist()

    return found

"""The small corpus in a ledger of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from comity.ledger import Ledger, open_ledger

from .corpus import records


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("brief") / "ledger.db") as opened:
        for record in records():
            opened.add(record)
        yield opened

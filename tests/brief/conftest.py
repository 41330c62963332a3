"""The small corpus in a ledger of its own, and the brief made of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.brief import write_html
from comity.ledger import Ledger, open_ledger

from .corpus import records
from .page import Page


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("brief") / "ledger.db") as opened:
        for record in records():
            opened.add(record)
        yield opened


@pytest.fixture(scope="session")
def html(ledger: Ledger) -> str:
    return write_html(ledger, ["KHM", "KOR", "PRK"])


@pytest.fixture(scope="session")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="session")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(html, encoding="utf-8")
    return path

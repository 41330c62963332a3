"""A small ledger for each test, and what a picture needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import vl_convert

from brief.factory import Draft, on
from comity.assessment.holdings import Holdings
from comity.brief.document import Figure
from comity.brief.evidence import Evidence
from comity.brief.request import Request
from comity.ledger import Ledger, open_ledger

Draw = Callable[..., Figure | None]
PAGE = 660


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def draw(ledger: Ledger) -> Draw:
    """Draws a figure, and checks what holds for all: it compiles, fits a page, is told in words, has evidence."""

    def drawn(figure: Any, *states: str) -> Figure | None:
        evidence = Evidence(ledger)
        made: Figure | None = figure(Holdings(ledger), Request(states), evidence)
        if made:
            assert set(made.notes) == {note.number for note in evidence.notes} != set()
            assert made.alt.endswith(".")
            assert len({len(row) for row in made.rows}) == 1
            assert width(made) <= PAGE
        return made

    return drawn


def width(figure: Figure) -> float:
    """Pixels of the drawing, which must compile."""
    svg = vl_convert.vegalite_to_svg(dict(figure.spec))
    assert "NaN" not in svg
    return float(svg.split('width="')[1].split('"')[0])


def told(ledger: Ledger, *acts: tuple[str, str, str, str], **more: str) -> None:
    """Acts as (date, actor, recipient, type), each in a text of its own of 31 December 2024."""
    for number, (date, actor, recipient, kind) in enumerate(acts):
        text = f"Act {number} of {actor} towards {recipient} in {date}."
        when = on(date) if date else None
        draft = Draft(text, "2024-12-31").act(text, actor, recipient, when, event_type=kind, **more)
        ledger.add(draft.record())

from __future__ import annotations

from typing import Literal

import pytest
import vl_convert

from brief.made import HOSTILE, LONG, RTL
from comity.assessment.holdings import Holdings
from comity.brief.document import Figure, Heading
from comity.brief.figures.style import Look, framed, inline, look, years
from comity.brief.make import make
from comity.brief.request import Request
from comity.ledger import Ledger

from .conftest import told

DAYS = [f"20{year}-05-1{year % 10}" for year in range(16, 24)]


@pytest.mark.parametrize(("length", "expected"), [("one-page", False), ("standard", True), ("full", True)])
def test_pictures_stand_in_their_chapters_numbered_in_order(
    ledger: Ledger, length: Literal["one-page", "standard", "full"], expected: bool
) -> None:
    told(ledger, *((day, "KHM", "KOR", "CONSULT") for day in DAYS))
    told(ledger, *((day, "PRK", "KHM", "AID") for day in DAYS))
    begun: list[Figure] = []
    brief = make(Holdings(ledger), Request(("KHM", "KOR", "PRK"), length=length), begun.append)
    assert begun == [block for block in brief.blocks if isinstance(block, Figure)]
    chapter, found = "", {}
    for block in brief.blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapter = block.text
        if isinstance(block, Figure):
            found[block.name] = chapter
    assert found == (
        {
            "sides-khm-kor-prk": "Between the two",
            "plane-khm-kor-prk": "Between the two",
            "flow-khm-kor": "Cambodia and South Korea",
            "calendar-khm-kor": "Cambodia and South Korea",
            "flow-khm-prk": "Cambodia and North Korea",
            "timeline-khm-kor-prk": "Dealings over time",
        }
        if expected
        else {}
    )
    numbers = {note.number for note in brief.notes}
    assert all(set(block.notes) <= numbers for block in brief.blocks if isinstance(block, Figure))


@pytest.mark.parametrize("name", [HOSTILE, LONG, RTL])
def test_names_that_try_to_be_markup_stay_text(name: str) -> None:
    looks = {name: Look("circle", "#1d3f66", "#1d3f66")}
    words = {"mark": "text", "encoding": {"x": years([2000, 2024]), "text": {"field": "kind"}}}
    dots = {"mark": "point", "encoding": {"x": years([2000, 2024]), **look("kind", looks)}}
    data = inline([{"year": 2000, "kind": name}, {"year": 2024, "kind": name}])
    svg = vl_convert.vegalite_to_svg(framed(width=300, height=60, data=data, layer=[dots, words]))
    assert "<script" not in svg
    assert name[:7].replace("<", "&lt;") in svg


def test_labels_of_years_are_round_and_few() -> None:
    assert years([1962, 2024])["axis"]["values"] == [1970, 1980, 1990, 2000, 2010, 2020]
    assert years([2012, 2014])["scale"]["domain"] == [2002.3, 2014.7]

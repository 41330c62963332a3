from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from comity.brief.document import Figure
from comity.brief.forms import beginner, early
from comity.brief.forms.figures import drawn_spec, figure_svg

HOSTILE = 'x" id="clip0" <script>alert(1)</script> \u202eabc\x07\x00\ud800'


def _figure(**changes: Any) -> Figure:
    spec = {
        "data": {
            "values": [{"name": HOSTILE, "n": 1, "to": "javascript:alert(1)"}, {"name": "b", "n": 3, "to": "#x"}]
        },
        "mark": {"type": "bar", "clip": True},
        "config": {"axis": {"labelLimit": 0}},
        "encoding": {
            "x": {"field": "name", "type": "nominal"},
            "y": {"field": "n", "type": "quantitative"},
            "href": {"field": "to"},
        },
        **changes,
    }
    return Figure("acts", "Acts", "One and three.", spec, (("name", "n"),))


def test_text_in_the_data_is_drawn_as_text() -> None:
    root = ElementTree.fromstring(figure_svg(_figure()))
    words = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert 'x" id="clip0" <script>alert(1)</script> \ufffdabc␇␀\ufffd' in words
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "line", "text", "defs", "clipPath"}


def test_a_drawing_only_draws() -> None:
    drawn = figure_svg(_figure())
    names = set(re.findall(r" ([\w:-]+)=", drawn.replace(' id="clip0"', "")))
    assert not {name for name in names if re.match(r"on|style|class|role|aria|href|xlink", name)}
    assert "javascript" not in drawn


def test_the_same_figure_gives_the_same_bytes_and_ids_of_its_own_name() -> None:
    first = figure_svg(_figure())
    assert figure_svg(_figure()) == first
    assert re.findall(r'<clipPath id="([^"]+)"', first) == ["acts_1"]
    assert 'clip-path="url(#acts_1)"' in first


def test_a_figure_begun_early_is_drawn_alike_whatever_it_is_called_then() -> None:
    figure = replace(_figure(), name="b_7")
    drawn = figure_svg(figure)
    beginner(".html")(_figure())
    assert figure_svg(figure) == drawn


def test_a_figure_begun_early_in_a_process_that_was_killed_is_drawn_all_the_same() -> None:
    drawn = figure_svg(_figure())
    begin = beginner(".pdf")
    for process in early._process()._processes.values():
        process.kill()
    begin(_figure())
    assert figure_svg(_figure()) == drawn
    early._process.cache_clear()


def test_a_form_without_drawings_begins_none() -> None:
    beginner(".md")(_figure())
    assert not early._begun.keys() & {json.dumps(drawn_spec(_figure()))}


def test_no_address_is_asked_for_data() -> None:
    with pytest.raises(ValueError, match="not allowed"):
        figure_svg(_figure(data={"url": "https://example.org/acts.json"}))


def test_a_figures_own_configuration_goes_before_the_houses() -> None:
    spec = drawn_spec(_figure(config={"axis": {"labelFontSize": 20}, "background": "white"}))
    assert spec["config"]["axis"]["labelFontSize"] == 20
    assert spec["config"]["axis"]["gridColor"] == "#e2ddd0"
    assert spec["config"]["background"] == "white"

"""What all pictures share: colours, type, the axis of years, and the frame of a Vega-Lite specification.

Whatever a colour tells, shape or filling tells too: blue and rust differ for the colour-blind, and in grey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.languages import say, spoken
from comity.languages.french import NO_BREAK

Spec = dict[str, Any]
BLUE, RUST, INK, SOFT, FAINT, PAPER = "#1d3f66", "#a8571f", "#3a3f47", "#565c66", "#cfc9bb", "#ffffff"
FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH = 590
"""Pixels of a plot; with its axis it stays within the 660 of a page."""
FEWEST_YEARS = 12
"""A shorter axis would set marks of neighbouring years at opposite ends of the page."""
MOST_LABELS = 12
_NUMBERS = {"fr": {"decimal": ",", "thousands": NO_BREAK, "grouping": [3], "currency": ["", f"{NO_BREAK}€"]}}
"""How a drawing writes numbers in languages that are not English."""
_ASKED = frozenset(("year", "month", "kind", "n", "value", "line", "tie", "terms", "low", "high", "told"))
"""Fields whose names are shown where a mark is asked."""
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_TEXT = {
    "labelColor": INK,
    "titleColor": SOFT,
    "labelFontSize": 11,
    "titleFontSize": 11,
    "titleFontWeight": "normal",
}
_CONFIG: Spec = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        **_TEXT,
        "domain": False,
        "gridColor": FAINT,
        "tickColor": FAINT,
        "titlePadding": 8,
        "labelFlush": False,
    },
    "legend": {**_TEXT, "orient": "top", "symbolSize": 90, "labelLimit": 400, "columnPadding": 18, "offset": 8},
    "title": {"color": INK, "fontSize": 12, "fontWeight": 600, "anchor": "start"},
    "text": {"color": INK, "fontSize": 11},
    "rule": {"color": INK},
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of mark looks."""

    shape: str
    fill: str
    stroke: str


def framed(**parts: Any) -> Spec:
    """A whole specification: the parts under the style of the house, in the language of the moment."""
    numbers = _NUMBERS.get(spoken())
    config = {**_CONFIG, **({"locale": {"number": numbers}} if numbers else {})}
    spec = {"$schema": SCHEMA, "background": "transparent", "padding": 4, "config": config, **parts}
    return spec if spoken() == "en" else _titled(spec)


def _titled(part: Any) -> Any:
    """Fields with their names in the language of the moment for titles, as far as they have no other."""
    if isinstance(part, list):
        return [_titled(held) for held in part]
    if not isinstance(part, dict) or "values" in part:
        return part
    field = part.get("field")
    title = {"title": say(field)} if field in _ASKED else {}
    return title | {key: _titled(held) for key, held in part.items()}


def said(looks: Mapping[str, Look]) -> dict[str, Look]:
    """Looks by their kinds in the language of the moment."""
    return {say(kind): one for kind, one in looks.items()}


def inline(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Data inside a specification."""
    return {"values": [dict(row) for row in rows]}


def look(field: str, looks: Mapping[str, Look], shapes: bool = True, offset: int = 8) -> Spec:
    """Encodings that tell a kind by fill, line and, for points, shape; their one legend is `offset` above."""
    channels = ("fill", "stroke", "shape") if shapes else ("fill", "stroke")
    return {
        channel: {
            "field": field,
            "type": "nominal",
            "scale": {"domain": list(looks), "range": [getattr(one, channel) for one in looks.values()]},
            "legend": {"title": None, "offset": offset},
        }
        for channel in channels
    }


def years(given: Sequence[int], fewest: int = FEWEST_YEARS) -> Spec:
    """The axis of years, of which the field is `year`; it ends with the last one given."""
    first, last = min(given), max(given)
    first = min(first, last - fewest + 1)
    step = next(one for one in _STEPS if (last - first) / one < MOST_LABELS)
    labels = list(range(-(-first // step) * step, last + 1, step))
    return {
        "field": "year",
        "type": "quantitative",
        "scale": {"domain": [first - 0.7, last + 0.7], "nice": False, "zero": False},
        "axis": {"values": labels, "format": "d", "title": None, "tickSize": 4},
    }


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    """The rows of a figure as text, under the names of the columns, which are said here."""
    return (tuple(map(say, columns)), *(tuple(str(cell) for cell in row) for row in rows))

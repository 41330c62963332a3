"""The timeline: one dot an act, by year, in a lane for each partner; a static SVG that needs no script.

Above a lane's line stand acts of the first state, alone or with the partner; below it those of the partner.
Shape and colour both tell practical from symbolic, so that the chart reads in grey too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert

from comity.assessment import Names, words
from comity.brief.dealings import Placed

COLOURS = {"practical": "#1d3f66", "symbolic": "#a8571f"}
SHAPES = {"practical": "circle", "symbolic": "diamond"}
INK, FAINT = "#3a3f47", "#cfc9bb"
FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"
FEWEST_YEARS = 12
"""A shorter axis would set dots of neighbouring years at opposite ends of the page."""


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels of a drawing: its width, the height of a dot, and the years between labels."""

    width: int
    step: float
    ticks: int


WIDE, NARROW = Size(660, 13, 5), Size(300, 7, 20)


def timeline(acts: Sequence[Placed], partners: Sequence[str], names: Names, size: Size) -> str:
    """The chart as an SVG element, a lane for each partner; each dot links to its act.

    Empty where no act has a year.
    """
    rows = _rows(acts, names)
    if not rows:
        return ""
    x = _years([row["year"] for row in rows], size)
    lanes = [_lane([row for row in rows if row["partner"] == partner], partner, x, size) for partner in partners]
    return _clean(vl_convert.vegalite_to_svg(_styled(alt.vconcat(*lanes, spacing=14)).to_dict()))


def _rows(acts: Sequence[Placed], names: Names) -> list[dict[str, Any]]:
    """One row an act with a year: dots of a year and side are stacked away from the line."""
    stacks: Counter[tuple[str, int, bool]] = Counter()
    rows: list[dict[str, Any]] = []
    for at in acts:
        if at.act.since is None:
            continue
        partner, year, below = names.state(at.dyad.b), at.act.since.year, at.act.by == "b"
        stacks[partner, year, below] += 1
        rows.append({
            "partner": partner,
            "year": year,
            "height": stacks[partner, year, below] * (-1 if below else 1),
            "substance": at.act.event.substance,
            "label": words.label(at.act, names),
            "link": f"#{at.anchor}",
        })  # fmt: skip
    return rows


def _years(given: Sequence[int], size: Size) -> alt.X:
    first, last = min(given) - 1, max(given) + 1
    first = min(first, last - FEWEST_YEARS)
    labels = range(-(-first // size.ticks) * size.ticks, last, size.ticks)
    axis = alt.Axis(
        values=list(labels), format="d", title=None, domain=False, gridColor=FAINT, tickColor=FAINT,
        labelColor=INK, labelFontSize=11,
    )  # fmt: skip
    return alt.X("year:Q", scale=alt.Scale(domain=(first, last), nice=False), axis=axis)


def _lane(rows: list[dict[str, Any]], partner: str, x: alt.X, size: Size) -> alt.LayerChart | alt.FacetChart:
    top = max([row["height"] for row in rows] + [1]) + 1
    bottom = min([row["height"] for row in rows] + [-1]) - 1
    y = alt.Y("height:Q", scale=alt.Scale(domain=[bottom, top], nice=False), axis=None)
    line = alt.Chart(alt.InlineData([{"height": 0}])).mark_rule(color=INK).encode(y=y)
    heading = alt.TitleParams(partner, anchor="start", fontSize=14, fontWeight=600, color=INK, offset=2)
    height = (top - bottom) * size.step
    lane = alt.layer(line, _dots(rows, size).encode(x=x, y=y))
    return lane.properties(width=size.width, height=height, title=heading)


def _dots(rows: list[dict[str, Any]], size: Size) -> alt.Chart:
    area = 0.785 * (size.step * 0.82) ** 2
    dots: alt.Chart = alt.Chart(alt.InlineData(rows)).mark_point(filled=True, opacity=1, size=area)
    return dots.encode(
        color=alt.Color("substance:N", scale=_scale(COLOURS), legend=None),
        shape=alt.Shape("substance:N", scale=_scale(SHAPES), legend=None),
        href="link:N",
        description="label:N",
    )


def _scale(values: dict[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(values), range=list(values.values()))


def _styled(chart: alt.VConcatChart) -> alt.VConcatChart:
    plain: alt.VConcatChart = chart.configure(font=FONT, background="transparent", padding=2)
    bare: alt.VConcatChart = plain.configure_view(stroke=None)
    return bare


def _clean(svg: str) -> str:
    """Links that stay within the page (Vega puts an address before them) and a drawing that can shrink."""
    svg = re.sub(r'xlink:href="[^"#]*#', 'href="#', svg)
    return re.sub(r'(<svg[^>]*?) width="(\d+)" height="\d+"', r"\1", svg, count=1)

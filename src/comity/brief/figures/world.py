"""The ground of a map: the whole world in the Equal Earth projection, with settled land dotted and no borders.

The projection (Šavrič, Patterson and Jenny 2019) is worked out here as Vega draws it, to place names beside marks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from comity.brief.figures.style import FAINT, PAPER, Spec
from comity.gazetteer.places import settled

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2
_SQUARE = 3.0
"""Degrees of the squares of which the settled ones have a dot."""
_LINE, _LAND = "#e9e5da", "#d5cfc0"


@dataclass(frozen=True, slots=True)
class World:
    """The whole world, `width` pixels wide, with Greenwich in the middle."""

    width: float

    @property
    def scale(self) -> float:
        """Pixels of one unit of the projection."""
        return self.width / (2 * math.pi / (_M * _A[0]))

    @property
    def height(self) -> float:
        """Pixels from pole to pole."""
        return 2 * self.scale * _plain(90, 0)[1]

    @property
    def spec(self) -> Spec:
        """The projection for a specification of this width and height."""
        return {"type": "equalEarth", "scale": self.scale, "translate": [self.width / 2, self.height / 2],
                "pointRadius": 1.7}  # fmt: skip

    @property
    def ground(self) -> list[Spec]:
        """Layers under the marks: the globe's edge, lines of longitude and latitude, dots of settled land."""
        land = {"type": "MultiPoint", "coordinates": [[east, north] for north, east in settled(_SQUARE)]}
        still = {"type": "geoshape", "tooltip": None}
        return [
            {"data": {"sphere": True}, "mark": {**still, "fill": PAPER, "stroke": FAINT}},
            {"data": {"graticule": {"step": [30, 30]}}, "mark": {**still, "filled": False, "stroke": _LINE}},
            {
                "data": {"values": [{"type": "Feature", "geometry": land, "properties": {}}]},
                "mark": {**still, "fill": _LAND, "stroke": None},
            },
        ]

    def at(self, north: float, east: float) -> tuple[float, float]:
        """Pixels from the left and from the top of a place in degrees."""
        across, up = _plain(north, east)
        return self.width / 2 + self.scale * across, self.height / 2 - self.scale * up


def _plain(north: float, east: float) -> tuple[float, float]:
    angle = math.asin(_M * math.sin(math.radians(north)))
    square = angle * angle
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    across = math.radians(east) * math.cos(angle) / (_M * slope)
    return across, angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))

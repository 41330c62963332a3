"""Names beside the marks of a picture, placed so that none lies over another or over a mark."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.brief.figures.style import Spec, inline
from comity.languages import say

SIZE = 11
"""Pixels of the letters."""
_LETTER, _LINE = 0.58 * SIZE, 1.15 * SIZE
"""Pixels that a letter takes, and a line; letters are wider than the mean, for another font may be drawn."""
_SIDES = ((1, -1), (1, 1), (-1, -1), (-1, 1), (1, 0), (-1, 0), (0, -1), (0, 1))
"""Where a name may stand, the best first: off the axes of the mark, where a bar may run through it."""
_FAR = (3, 12, 24, 40)
"""Pixels from a mark to its name; only names that must be there stand farther than the first."""
_NEAR = 30
"""Pixels within which another mark is a neighbour."""
_ALIGN = {1: "left", -1: "right", 0: "center"}
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark at a place in pixels from the top left, with its name; one that `must` be named always is."""

    name: str
    x: float
    y: float
    radius: float
    must: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: the place of its anchor, and on which side of that it begins."""

    spot: Spot
    x: float
    y: float
    align: str


def placed(spots: Sequence[Spot], size: tuple[float, float], marks: Iterable[Spot] = ()) -> list[Label]:
    """A place for the names, those that must be there first, then in the order given; some find none.

    `marks` are others that have no name and that no name may cover.
    """
    every = (*spots, *marks)
    taken = [_around(one) for one in every]
    found: list[Label] = []
    for spot in sorted(spots, key=lambda one: not one.must):
        sides = _sides(spot, every)
        places = [_beside(spot, side, far) for far in (_FAR if spot.must else _FAR[:1]) for side in sides]
        free = (one for one in places if _fits(_box(one), size) and not _hits(_box(one), taken))
        label = next(free, places[0] if spot.must else None)
        if label:
            found.append(label)
            taken.append(_box(label))
    return found


def note(marks: Sequence[object], labels: Sequence[Label]) -> str:
    """' Marks without a name are named in the table.', where there are any; begins with a space."""
    return say(" Marks without room for a name are named in the table.") if len(labels) < len(marks) else ""


def layers(labels: Sequence[Label], size: tuple[float, float]) -> list[Spec]:
    """Layers of text in a plot of that many pixels; names that must be there stand in bold."""
    x, y = (
        {"field": field, "type": "quantitative", "axis": None, "scale": {"domain": domain, "nice": False}}
        for field, domain in (("px", [0, size[0]]), ("py", [size[1], 0]))
    )
    made = []
    for align, must in dict.fromkeys((one.align, one.spot.must) for one in labels):
        rows = [
            {"px": round(one.x, 1), "py": round(one.y, 1), "name": one.spot.name}
            for one in labels
            if (one.align, one.spot.must) == (align, must)
        ]
        mark = {"type": "text", "align": align, "baseline": "middle", "fontSize": SIZE, "tooltip": None}
        weight = {"fontWeight": 700} if must else {}
        text = {"field": "name"}
        made.append({"data": inline(rows), "mark": {**mark, **weight}, "encoding": {"x": x, "y": y, "text": text}})
    return made


def _sides(spot: Spot, every: Sequence[Spot]) -> list[tuple[int, int]]:
    """Where its name may stand: first away from its neighbours, of which the name might seem to be."""
    across = down = 0.0
    for one in every:
        far = math.hypot(spot.x - one.x, spot.y - one.y)
        if 0 < far < _NEAR:
            across, down = across + (spot.x - one.x) / far**2, down + (spot.y - one.y) / far**2
    away = math.hypot(across, down) or 1.0

    def towards(side: tuple[int, int]) -> float:
        return -round((side[0] * across + side[1] * down) / away / math.hypot(*side), 1)

    return sorted(_SIDES, key=towards)


def _beside(spot: Spot, side: tuple[int, int], far: float) -> Label:
    across, down = side
    away = spot.radius + far
    if across and down:
        return Label(spot, spot.x + 0.75 * away * across, spot.y + (0.75 * away + 2) * down, _ALIGN[across])
    return Label(spot, spot.x + away * across, spot.y + (away + _LINE / 2) * down, _ALIGN[across])


def _box(label: Label) -> Box:
    wide = _LETTER * len(label.spot.name) * (1.08 if label.spot.must else 1)
    left = label.x - {"left": 0.0, "center": 0.5, "right": 1.0}[label.align] * wide
    return left, label.y - _LINE / 2, left + wide, label.y + _LINE / 2


def _around(spot: Spot) -> Box:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def _fits(box: Box, size: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def _hits(box: Box, taken: Sequence[Box]) -> bool:
    return any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in taken)

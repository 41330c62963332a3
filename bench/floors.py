"""Floors under the accuracy figures: a file that the tests read, raised freely and lowered on demand only."""

from __future__ import annotations

import json
import math
from pathlib import Path

PATH = Path(__file__).resolve().parents[1] / "tests" / "floors.json"
Figures = dict[str, dict[str, float]]


def floors() -> Figures:
    """By set of cases ('gold_dev') and figure ('parties'), 0 to 1."""
    return json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}


def below(measured: Figures) -> list[str]:
    """A line for each figure that is under its floor."""
    return [
        f"{name} {figure}: {value:.3f} is under its floor of {floor:.3f}"
        for name, figure, value in _flat(measured)
        if (floor := floors().get(name, {}).get(figure)) is not None and value < floor
    ]


def move(measured: Figures, lower: bool) -> None:
    """Set the floors to what was measured, rounded down to the hundredth; none falls unless `lower`."""
    standing = floors()
    for name, figure, value in _flat(measured):
        floor = math.floor(value * 100) / 100
        old = standing.setdefault(name, {}).get(figure, 0.0)
        standing[name][figure] = floor if lower else max(floor, old)
    PATH.write_text(json.dumps(standing, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _flat(measured: Figures) -> list[tuple[str, str, float]]:
    return [(name, figure, value) for name, found in measured.items() for figure, value in found.items()]

"""Two axes, each with its parts, and never one number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from comity.measures.weighing import Weights


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an axis, 0 to 1, with its bounds; `told`: the number in its `unit`; `n`: what it rests on."""

    name: str
    value: float | None = None
    low: float = 0.0
    high: float = 1.0
    told: float | None = None
    unit: str = ""
    n: int = 0
    insufficient: str | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis with its parts. `value` is over the known parts; `low` and `high` set missing ones to 0 and to 1.

    `weight`: share of the weight that is known; below the least share there is no value.
    """

    name: str
    value: float | None
    low: float
    high: float
    weight: float
    parts: tuple[Part, ...]
    weights: Mapping[str, float]
    insufficient: str | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that are not known."""
        return tuple(part.name for part in self.parts if part.value is None)


@dataclass(frozen=True, slots=True)
class Axes:
    """Where a pair stands on both axes in a window; there is no sum of the two."""

    pair: tuple[str, str]
    since: dt.date
    until: dt.date
    interest: Axis
    tradition: Axis
    weights: str


def axis(name: str, parts: Mapping[str, Part], settings: Weights) -> Axis:
    """The axis of that name in the weights, of these parts by name."""
    weights = settings.parts(name)
    own = tuple(parts[part] for part in weights)
    known = [part for part in own if part.value is not None]
    weight = sum(weights[part.name] for part in known)
    points = sum(weights[part.name] * part.value for part in known if part.value is not None)
    is_enough = weight > 0 and weight >= settings.least_share - 1e-9
    return Axis(
        name=name,
        value=points / weight if is_enough else None,
        low=sum(weights[part.name] * part.low for part in own),
        high=sum(weights[part.name] * part.high for part in own),
        weight=weight,
        parts=own,
        weights=weights,
        insufficient=None if is_enough else f"less than {settings.least_share:g} of the weight is known",
    )

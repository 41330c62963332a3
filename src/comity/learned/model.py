"""The trained model: one linear score a label, over features weighed by how rare they are.

`data/model.json` holds, for each head ('type', 'status'), its labels and by group and feature a rarity and one
weight a label, all whole thousandths, so that training again writes the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.errors import ComityError

SCALE = 1000
GROUPS = ("words", "clauses", "rules")
GROUP_WEIGHTS = (1.0, 0.7, 0.7)
"""How much the features of a group count together, whatever their number."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the features of a group weigh: by name the row, by row the rarity and one weight a label."""

    rows: Mapping[str, int]
    rarity: NDArray[np.float64]
    weights: NDArray[np.float64]

    def scores(self, names: frozenset[str]) -> NDArray[np.float64] | float:
        """By label, the features that hold weighed by their rarity, whatever their number."""
        known = sorted(self.rows[name] for name in names if name in self.rows)
        rarity = self.rarity[known]
        return rarity @ self.weights[known] / np.linalg.norm(rarity) if known else 0.0


@dataclass(frozen=True, slots=True)
class Head:
    """One question that the model answers; `temperature` flattens its probabilities to what they are worth."""

    labels: tuple[str, ...]
    bias: NDArray[np.float64]
    groups: tuple[Weights, ...]
    temperature: float

    def probabilities(self, features: Sequence[frozenset[str]]) -> dict[str, float]:
        """By label, adding up to 1; `features` by group."""
        scores = self.bias.copy()
        for names, weights, share in zip(features, self.groups, GROUP_WEIGHTS, strict=True):
            scores += share * weights.scores(names)
        powers = np.exp((scores - scores.max()) / self.temperature)
        return {label: float(power) for label, power in zip(self.labels, powers / powers.sum(), strict=True)}


@dataclass(frozen=True, slots=True)
class Model:
    """The heads, and by event type and predicate the mode that goes with them ('' where none does)."""

    heads: Mapping[str, Head]
    modes: Mapping[str, Mapping[str, str]]

    def mode(self, event_type: str, predicates: Sequence[str]) -> str | None:
        """The mode told by the first predicate known with that type."""
        known = self.modes.get(event_type, {})
        return next((known[word] for word in predicates if word in known), "") or None


@cache
def model() -> Model:
    """The model that comes with the package; the first call takes some 0.1 seconds."""
    path = files("comity.learned") / "data" / "model.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ComityError("the classifier has no model.json: run 'make train', or install Comity again") from error
    return Model({name: _head(one) for name, one in raw["heads"].items()}, raw["modes"])


def _head(raw: Mapping[str, Any]) -> Head:
    groups = tuple(_weights(raw["groups"][group]) for group in GROUPS)
    bias = np.array(raw["bias"], dtype=np.float64) / SCALE
    return Head(tuple(raw["labels"]), bias, groups, raw["temperature"] / SCALE)


def _weights(raw: Mapping[str, Sequence[int]]) -> Weights:
    table = np.array(list(raw.values()), dtype=np.float64) / SCALE
    return Weights({name: row for row, name in enumerate(raw)}, table[:, 0], table[:, 1:])

"""How parts weigh in wholes: `data/weights.toml`, or what a caller puts in its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from comity.errors import UsageError

Given = Mapping[str, Any] | Path | None
"""Changes to the weights: a table shaped like `data/weights.toml`, or a file of that shape."""


@dataclass(frozen=True)
class Weights:
    """The whole table, with the changes of the caller in it."""

    table: Mapping[str, Any]

    @property
    def version(self) -> str:
        """Version of the table; '+' and the word 'changed' where the caller changed it."""
        return str(self.table["version"])

    @property
    def least_share(self) -> float:
        """Share of the weight below which there is no whole."""
        return float(self.table["least_share"])

    @property
    def least_pairs(self) -> int:
        """Directed pairs below which a year has no world maximum."""
        return int(self.table["least_pairs"])

    @property
    def unit(self) -> str:
        """Unit of trade, aid and GDP."""
        return str(self.table["unit"])

    def named(self, thing: str) -> list[str]:
        """What the common tables call a thing."""
        return list(self.table["names"][thing])

    def sub_indices(self, index: str) -> dict[str, dict[str, float]]:
        """By sub-index its parts, each with its weight in the whole index; these add up to 1."""
        return self._effective[index]

    def parts(self, index: str) -> dict[str, float]:
        """Every part with its weight in the whole index."""
        return {name: weight for parts in self.sub_indices(index).values() for name, weight in parts.items()}

    @cached_property
    def _effective(self) -> dict[str, dict[str, dict[str, float]]]:
        return {index: self._of(index) for index in self.table["sub_indices"]}

    def _of(self, index: str) -> dict[str, dict[str, float]]:
        shares = _shares(self.table["sub_indices"][index], f"sub_indices.{index}")
        inner = {sub: _shares(self.table[index][sub], f"{index}.{sub}") for sub in shares}
        return {
            sub: {name: share * weight for name, weight in inner[sub].items()} for sub, share in shares.items()
        }


def part_weights(given: Given = None) -> Weights:
    """The weights with the changes given.

    Raises `UsageError` for a name that the table has not, a weight that is no number from 0, or only zeros.
    """
    text = files("comity").joinpath("measures", "data", "weights.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    changes = _read(given) if isinstance(given, Path) else given
    if changes:
        table = {**_merged(table, changes, ""), "version": f"{table['version']}+changed"}
    found = Weights(table)
    for index in table["sub_indices"]:
        found.sub_indices(index)
    return found


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a TOML file of weights ({error})") from error


def _merged(table: Mapping[str, Any], changes: Mapping[str, Any], place: str) -> dict[str, Any]:
    for name, value in changes.items():
        if name not in table:
            raise UsageError(f"weights have no {place}{name}: choose from {', '.join(table)}")
        if isinstance(table[name], dict) != isinstance(value, Mapping):
            raise UsageError(f"weights: {place}{name} is {value!r}: give it in the shape of weights.toml")
    return {name: _changed(old, changes, name, place) for name, old in table.items()}


def _changed(old: Any, changes: Mapping[str, Any], name: str, place: str) -> Any:
    if name not in changes:
        return old
    return _merged(old, changes[name], f"{place}{name}.") if isinstance(old, dict) else changes[name]


def _shares(given: Mapping[str, Any], place: str) -> dict[str, float]:
    """The weights as shares of their sum; those of 0 are left out."""
    known = dict(_numbers(given, place))
    total = sum(known.values())
    if not total:
        raise UsageError(f"weights: all of {place} are 0: give one of {', '.join(given)} a weight")
    return {name: value / total for name, value in known.items() if value}


def _numbers(given: Mapping[str, Any], place: str) -> Iterator[tuple[str, float]]:
    for name, value in given.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            raise UsageError(f"weights: {place}.{name} is {value!r}: wanted is a number from 0")
        yield name, float(value)

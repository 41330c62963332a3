"""What the measures are: formula, range, unit, interval, reference of each, under a name that carries its version.

A measure whose results change gets a new version under a new name; the old one stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from comity.errors import UsageError

_Function = TypeVar("_Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as it may be cited. `values`: its range. `is_own`: proposed by Comity, not published.

    `interval`: how those of its results come about (95 in 100, save where it says so), or 'none: ' and why.
    """

    name: str
    formula: str
    values: str
    unit: str
    reference: str
    interval: str
    is_own: bool
    function: Callable[..., object]

    @property
    def version(self) -> int:
        """The number at the end of its name."""
        return int(self.name.rpartition("-v")[2])

    @property
    def has_interval(self) -> bool:
        """Whether its results carry intervals."""
        return not self.interval.startswith("none: ")

    @property
    def meaning(self) -> str:
        """The first line of the docstring of its function."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


_MEASURES: dict[str, Measure] = {}


def measure(
    name: str, *, formula: str, values: str, unit: str, reference: str, interval: str, is_own: bool = False
) -> Callable[[_Function], _Function]:
    """Enter a function into the catalogue; two of one name are a mistake of ours."""

    def entered(function: _Function) -> _Function:
        if name in _MEASURES:
            raise ValueError(f"two measures are called {name!r}")
        _MEASURES[name] = Measure(name, formula, values, unit, reference, interval, is_own, function)
        return function

    return entered


def catalogue() -> tuple[Measure, ...]:
    """Every measure, by name."""
    return tuple(_MEASURES[name] for name in sorted(_MEASURES))


def named(name: str) -> Measure:
    """The measure of that name; `UsageError` with the names there are where there is none."""
    if name not in _MEASURES:
        raise UsageError(f"no measure is called {name!r}: choose one of {', '.join(sorted(_MEASURES))}")
    return _MEASURES[name]

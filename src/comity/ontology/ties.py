"""Kinds of ties, and the ladder of partnership levels as states name them."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from comity.record.values import Domain, TieKind
from comity.tables import rows


@dataclass(frozen=True, slots=True)
class TieType:
    """A kind of tie; a `directed` one names first the party that acts, owns, sends or sanctions."""

    kind: TieKind
    directed: bool
    domain: Domain
    meaning: str


@dataclass(frozen=True, slots=True)
class Level:
    """A rung of the ladder; a higher rank is a closer bond."""

    rank: int
    level: str


@cache
def tie_types() -> dict[TieKind, TieType]:
    """Every kind of tie, by kind."""
    return {
        cast(TieKind, row["kind"]): TieType(
            cast(TieKind, row["kind"]), row["directed"] == "yes", cast(Domain, row["domain"]), row["meaning"]
        )
        for row in rows("ontology", "tie_kinds.csv")
    }


@cache
def _ladder() -> dict[str, Level]:
    ladder: dict[str, Level] = {}
    for row in rows("ontology", "partnership_levels.csv"):
        level = Level(int(row["rank"]), row["level"])
        ladder.update(dict.fromkeys((row["level"], *row["also"].split("|")), level))
    return ladder


def ladder() -> tuple[Level, ...]:
    """The rungs from the loosest to the closest."""
    return tuple(sorted({level.rank: level for level in _ladder().values()}.values(), key=lambda x: x.rank))


def level_of(name: str) -> Level | None:
    """The rung that a wording stands on ('Comprehensive and Strategic Partnership'); `None` when unknown."""
    wording = " ".join(name.lower().split())
    return _ladder().get(wording)


def ladder_names() -> tuple[str, ...]:
    """Every wording of a rung, in lower case."""
    return tuple(_ladder())

"""Kinds of ties, and the ladder of partnership levels as states name them."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from comity.record.values import Domain, TieKind
from comity.tables import rows


@dataclass(frozen=True, slots=True)
class TieType:
    """A kind of tie; a `directed` one names first the party that acts, owns, sends or sanctions.

    `single`: 'yes' where two parties have at most one at a time (of a level), 'no' where several may stand side by
    side, else the word that the name of the only one has ('embassy', but not 'consulate').
    """

    kind: TieKind
    directed: bool
    domain: Domain
    single: str
    meaning: str

    def is_single(self, name: str | None) -> bool:
        """Whether a tie so named is the only one of its kind that the two can have at a time."""
        if self.single in {"yes", "no"}:
            return self.single == "yes"
        return bool(name and self.single in name.lower())


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
            cast(TieKind, row["kind"]),
            row["directed"] == "yes",
            cast(Domain, row["domain"]),
            row["single"],
            row["meaning"],
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

"""What became of the files of an import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from comity.errors import InputError
from comity.ledger.datasets.catalogue import ImportedFile

Status = Literal["new", "newer", "known"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that is in the tables now: new, newer than one that it supersedes, or known already.

    `left_out` names members of its archive that are no data of the dataset.
    """

    file: ImportedFile
    status: Status
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """The good files and, each with the reason, the refused ones; in the order given."""

    outcomes: list[Outcome] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: bytes of raw files done and in all, rows of those that are all done."""

    done: int
    total: int
    rows: int


Watch = Callable[[Progress], None]
"""Called several times a second while an import goes on, one call after the other but from another thread."""

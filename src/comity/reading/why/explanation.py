"""What an explanation is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["act", "actor", "recipient", "date", "place", "party", "words"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of the text and what they are to the item."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that shows the item; its marks lie inside it, in text order, and do not overlap."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One question about the item ('Date') and its answers, a sentence or two each."""

    label: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an item was read so."""

    passages: tuple[Passage, ...]
    parts: tuple[Part, ...]
    differs: tuple[str, ...] = ()
    """What the ledger has otherwise, field by field."""


def passage(start: int, end: int, marks: list[Mark]) -> Passage:
    """A sentence with those marks that lie in it; of two that overlap the first given stays."""
    kept: list[Mark] = []
    for mark in marks:
        inside = start <= mark.start < mark.end <= end
        if inside and not any(mark.start < other.end and other.start < mark.end for other in kept):
            kept.append(mark)
    return Passage(start, end, tuple(sorted(kept, key=lambda mark: mark.start)))

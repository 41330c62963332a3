"""What an explanation is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from comity.record import Place

Role = Literal["act", "actor", "recipient", "date", "place", "party", "words", "claim", "opinion"]


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


def words_of_place(place: Place | None, start: int, end: int, text: str) -> list[Mark]:
    """The name of a place where a sentence has it as whole words."""
    name = re.compile(rf"(?<!\w){re.escape(place.name)}(?!\w)") if place else None
    found = name.search(text, start, end) if name else None
    return [Mark(*found.span(), "place")] if found else []

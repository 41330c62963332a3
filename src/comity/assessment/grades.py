"""How far a source is to be trusted, in the Admiralty's letters and figures (NATO STANAG 2511).

Reliability, A to F, is the publisher's, by name, else by the kind of text; of a dataset by its name. A file of
the user's own comes before the one that is shipped. Credibility, 1 to 6, follows from how many independent origins
tell the same, and whether others contradict it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from comity.errors import UsageError
from comity.languages import say
from comity.ledger import Source
from comity.tables import rows

LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
FIGURES = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
KINDS = ("publisher", "genre", "dataset")


@dataclass(frozen=True, slots=True)
class Grade:
    """A letter and a figure, as 'B2'."""

    reliability: str
    credibility: str

    def __str__(self) -> str:
        return self.reliability + self.credibility

    @property
    def meaning(self) -> str:
        """'usually reliable, probably true'."""
        return f"{say(LETTERS[self.reliability])}, {say(FIGURES[self.credibility])}"


class Grades:
    """Letters by publisher, genre and dataset. `own` is a CSV file with columns kind, name, grade; it comes first.

    Raises `UsageError` for the first mistake in it.
    """

    def __init__(self, own: Path | None = None) -> None:
        shipped = {
            (row["kind"], row["name"].lower()): row["grade"] for row in rows("assessment", "reliability.csv")
        }
        self._letters: Mapping[tuple[str, str], str] = {**shipped, **(_own(own) if own else {})}

    def of_source(self, source: Source) -> str:
        """The letter of one publication: by its publisher, else by its genre, else F."""
        by_name = self._letters.get(("publisher", (source.publisher or "").lower()))
        return by_name or self._letters.get(("genre", source.genre), "F")

    def of_dataset(self, name: str) -> str:
        """The letter of a public dataset; F where none is known."""
        return self._letters.get(("dataset", name), "F")


def credibility(origins: int, against: int = 0) -> str:
    """The figure for what so many independent origins tell, and so many others deny.

    Three and more without contradiction confirm; a contradiction by fewer leaves it possible, by as many doubtful,
    by more improbable; nobody's word cannot be judged.
    """
    if not origins:
        return "6"
    if against:
        return "3" if against < origins else "4" if against == origins else "5"
    return {1: "3", 2: "2"}.get(origins, "1")


def best(letters: Iterable[str]) -> str:
    """The best of some letters; F where there is none."""
    return min(letters, default="F")


def _own(path: Path) -> dict[tuple[str, str], str]:
    try:
        with path.open(newline="", encoding="utf-8") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a table of grades ({error}): give a CSV file") from error
    return dict(_letter(path, at, line) for at, line in enumerate(lines, 2))


def _letter(path: Path, at: int, line: Mapping[str, str | None]) -> tuple[tuple[str, str], str]:
    kind, name, grade = (line.get(column) for column in ("kind", "name", "grade"))
    if kind not in KINDS or not name or grade not in LETTERS:
        raise UsageError(
            f"{path}, line {at}: wanted are kind ({', '.join(KINDS)}), name and grade (A to F), "
            f"there is {kind or 'nothing'}, {name or 'nothing'}, {grade or 'nothing'}"
        )
    return (kind, name.lower()), grade

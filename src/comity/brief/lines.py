"""What the template shows: text, notes and citation marks."""

from __future__ import annotations

from dataclasses import dataclass

from comity.brief.citations import Mark
from comity.brief.quotation import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with what it rests on; `mark` is missing only where there is nothing to cite."""

    text: str
    note: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One tie: what it is, how it stands, how many documents tell it."""

    tie: str
    course: str
    note: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """An act in the chronology; `anchor` is where the chart leads, empty for an act that is not drawn."""

    anchor: str
    when: str
    partner: str
    who: str
    what: str
    note: str
    quote: tuple[Piece, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in its sentence or an opinion, word for word, with who says it and where."""

    quote: tuple[Piece, ...]
    kind: str
    speaker: str
    where: str
    about: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Told:
    """One reading of a matter in dispute, with the sentence of the first report that gives it."""

    value: str
    note: str
    quote: tuple[Piece, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Dispute:
    """What reports disagree on, with each reading."""

    subject: str
    aspect: str
    readings: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the table: one cell of lines for each relationship."""

    topic: str
    cells: tuple[tuple[Line, ...], ...]

"""A brief laid out for a page: chapters, and marks that lead from statements to evidence and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from comity.brief.document import (
    Block,
    Brief,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Role,
    Sentence,
    Source,
    Table,
)


class Run(NamedTuple):
    """Numbers of evidence in a row; a run of one begins and ends with the same."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Where evidence is cited: `id` is that of the mark on the page."""

    id: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its mark, which is None where it cites nothing, and where it leads, if anywhere."""

    text: str
    role: Role
    mark: Mark | None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph, or an item of a list."""

    lead: str
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One block; which fields are filled depends on `kind`.

    `block` is the block of the brief, `id` a name for it on the page. Paragraphs and lists have `told`, tables
    `rows` of cells, quotations and figures a `mark`.
    """

    kind: Literal["heading", "paragraph", "bullets", "table", "quotation", "figure"]
    block: Block
    id: str
    told: tuple[Told, ...] = ()
    rows: tuple[tuple[tuple[Said, ...], ...], ...] = ()
    mark: Mark | None = None


@dataclass(slots=True)
class Chapter:
    """What stands under one heading of level 1; `heading` is None for what stands before the first."""

    heading: Heading | None
    blocks: list[Shown] = field(default_factory=list)

    @property
    def sections(self) -> list[Heading]:
        """The headings inside it."""
        return [shown.block for shown in self.blocks if isinstance(shown.block, Heading)]


class Proven(NamedTuple):
    """An item of evidence with the ids of the marks that cite it."""

    note: Note
    marks: Sequence[str]


class Origin(NamedTuple):
    """A source with its items of evidence."""

    source: Source
    proven: Sequence[Proven]


class Page(NamedTuple):
    """All of a brief's blocks and evidence."""

    chapters: list[Chapter]
    origins: list[Origin]

    @property
    def figures(self) -> list[Figure]:
        """Every figure, with its name on the page."""
        blocks = (shown.block for chapter in self.chapters for shown in chapter.blocks)
        return [block for block in blocks if isinstance(block, Figure)]


def lay_out(brief: Brief) -> Page:
    """The chapters of a brief and its sources in order, every citation with a mark of its own.

    A section before the first chapter stands as a chapter, so that no level of headings is left out.
    """
    marks = _Marks()
    chapters = [Chapter(None)]
    for number, block in enumerate(brief.blocks, 1):
        if isinstance(block, Heading) and (block.level == 1 or not chapters[-1].heading):
            chapters.append(Chapter(block))
        else:
            chapters[-1].blocks.append(_shown(block, f"b_{number}", marks))
    kept = [chapter for chapter in chapters if chapter.heading or chapter.blocks]
    return Page(kept, list(_origins(brief, marks)))


class _Marks:
    """Hands out marks in the order of the page, and remembers who cites what."""

    def __init__(self) -> None:
        self._count = 0
        self.citing: dict[int, list[str]] = defaultdict(list)

    def to(self, notes: Iterable[int]) -> Mark | None:
        numbers = tuple(dict.fromkeys(notes))
        if not numbers:
            return None
        self._count += 1
        mark = Mark(f"c_{self._count}", tuple(_runs(numbers)))
        for number in numbers:
            self.citing[number].append(mark.id)
        return mark

    def said(self, sentences: Iterable[Sentence]) -> tuple[Said, ...]:
        return tuple(Said(one.text, one.role, self.to(one.notes), one.link) for one in sentences)

    def told(self, paragraph: Paragraph) -> Told:
        return Told(paragraph.lead, self.said(paragraph.sentences))


def _shown(block: Block, name: str, marks: _Marks) -> Shown:
    match block:
        case Heading():
            return Shown("heading", block, name)
        case Paragraph():
            return Shown("paragraph", block, name, told=(marks.told(block),))
        case Bullets():
            return Shown("bullets", block, name, told=tuple(marks.told(item) for item in block.items))
        case Table():
            rows = tuple(tuple(marks.said(cell) for cell in row) for row in block.rows)
            return Shown("table", block, name, rows=rows)
        case Quotation():
            return Shown("quotation", block, name, mark=marks.to(block.notes))
        case Figure():
            return Shown("figure", replace(block, name=name), name, mark=marks.to(block.notes))


def _runs(numbers: Sequence[int]) -> Iterator[Run]:
    """Numbers as they are given, three and more that follow one another as one run."""
    start = 0
    for stop in range(1, len(numbers) + 1):
        if stop < len(numbers) and numbers[stop] == numbers[stop - 1] + 1:
            continue
        if stop - start > 2:
            yield Run(numbers[start], numbers[stop - 1])
        else:
            yield from (Run(number, number) for number in numbers[start:stop])
        start = stop


def _origins(brief: Brief, marks: _Marks) -> Iterator[Origin]:
    for source in brief.sources:
        notes = [note for note in brief.notes if note.source == source.number]
        yield Origin(source, [Proven(note, marks.citing[note.number]) for note in notes])

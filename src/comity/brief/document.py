"""A brief as a document: what every form of it (HTML, PDF, DOCX, Markdown) shows, in its order.

All text is plain text: what looks like markup in it is shown as it is. Evidence is numbered in the order in which
it is first cited.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Role = Literal["fact", "opinion", "gap", "method", "label"]
"""What a sentence is: a statement of fact and an opinion have evidence; a gap says what is not known, a method how
something was found, a label names."""
CITED: frozenset[Role] = frozenset({"fact", "opinion"})
_LINK = re.compile(r"#[\w-]+|[\w-]+\.html")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or the words of one cell. `notes` are numbers of evidence, `finding` the key it states.

    `link` leads to a heading of the brief ('#anchor') or to a page beside it ('KOR.html').
    """

    text: str
    notes: tuple[int, ...] = ()
    role: Role = "fact"
    finding: str = ""
    link: str = ""

    def __post_init__(self) -> None:
        if self.link and not _LINK.fullmatch(self.link):
            raise ValueError(f"{self.link!r} leads neither to a heading nor to a page beside")
        if self.role in CITED and not self.notes:
            raise ValueError(f"a statement without evidence: {self.text}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter, 2 a section in it. `anchor` is unique in the brief.

    On paper a chapter that `starts_page` begins a new one.
    """

    level: int
    text: str
    anchor: str
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row; `lead` is set before them in bold (the question that they answer)."""

    sentences: tuple[Sentence, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, each item a paragraph."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of a row is its heading. Every row has as many cells as `columns`."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Sentence, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody, verbatim; `voice` says whose and where."""

    text: str
    voice: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as a Vega-Lite specification with its data inside; `alt` says in words what it shows.

    `rows` is the same as a table for who cannot see it: a row a mark, the first row the names of the columns.
    """

    name: str
    caption: str
    alt: str
    spec: Mapping[str, Any]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[int, ...] = ()


Block = Heading | Paragraph | Bullets | Table | Quotation | Figure


@dataclass(frozen=True, slots=True)
class Note:
    """One item of evidence. A passage has its `quotation`; rows of a table have `lines`: which, and some of them.

    `source` is the number of its source; `item` the id of the item, or of the look into the table.
    """

    number: int
    source: int
    item: str
    quotation: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document or an imported dataset that is cited, with its grade ('B': usually reliable)."""

    number: int
    kind: Literal["document", "dataset"]
    title: str
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    urls: tuple[str, ...] = ()
    grade: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief. `facts` are pairs of label and text for the head (ledger state, period, documents)."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    version: str

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the blocks, in order; not the notes."""
        for block in self.blocks:
            yield from _sentences(block)


def _sentences(block: Block) -> Iterator[Sentence]:
    if isinstance(block, Paragraph):
        yield from block.sentences
    elif isinstance(block, Bullets):
        yield from (sentence for item in block.items for sentence in item.sentences)
    elif isinstance(block, Table):
        yield from (sentence for row in block.rows for cell in row for sentence in cell)


def runs(notes: Iterable[int]) -> tuple[str, ...]:
    """Rising numbers in few words: ('1', '4–7'); two neighbours stand apart."""
    found: list[list[int]] = []
    for number in notes:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    told = ((f"{run[0]}–{run[-1]}",) if len(run) > 2 else tuple(map(str, run)) for run in found)
    return tuple(one for run in told for one in run)

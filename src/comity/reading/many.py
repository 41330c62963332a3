"""Many texts to lines of JSON: in several processes where there is enough to read, the lines in input order."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from comity.errors import InputError
from comity.reading.layers import Meta
from comity.reading.ontologies import Ontology
from comity.reading.reader import read_text
from comity.reading.source import Source
from comity.workers import Workers

BATCH = 30_000
"""Characters handed over at once, some two seconds' work."""
_Text = tuple[str, Meta]
_Asked = list[Source | InputError]


@dataclass(frozen=True, slots=True)
class Line:
    """A record as one line of JSON, with the language of its text and where that was found."""

    json: str
    language: str
    place: str


def read_lines(
    sources: Iterable[Source | InputError], jobs: int | None = None, ontology: Ontology | None = None
) -> Generator[Line | InputError, None, None]:
    """A line for each text, an error in its place for each that there is none of.

    Reads ahead by some batches for each of the `jobs` processes, of which there is by default one a core. Close it
    to end the processes before the last line.
    """
    handed: deque[_Asked] = deque()
    with Workers(partial(_read, ontology=ontology), jobs) as workers:
        for batch, full in _batches(sources):
            workers.ask([(one.text, one.meta) for one in batch if isinstance(one, Source)], full)
            handed.append(batch)
            while workers.is_busy:
                yield from _lines(handed.popleft(), workers.told())
        while handed:
            yield from _lines(handed.popleft(), workers.told())


def _batches(sources: Iterable[Source | InputError]) -> Iterator[tuple[_Asked, bool]]:
    """Runs of sources, each with whether it holds as many characters as it should; only the last may not."""
    batch: _Asked = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.text) if isinstance(source, Source) else 0
        if size >= BATCH:
            yield batch, True
            batch, size = [], 0
    if batch:
        yield batch, False


def _lines(batch: _Asked, told: list[tuple[str, str]]) -> Iterator[Line | InputError]:
    answers = iter(told)
    for one in batch:
        yield one if isinstance(one, InputError) else Line(*next(answers), one.place)


def _read(texts: list[_Text], ontology: Ontology | None) -> list[tuple[str, str]]:
    records = (read_text(text, meta, ontology) for text, meta in texts)
    return [(record.to_json(), record.document.language) for record in records]

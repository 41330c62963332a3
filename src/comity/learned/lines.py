"""Sentences as JSON Lines, each answered on its own and in order: the good are kept, the bad named."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from io import BufferedReader
from typing import Any

from comity.errors import InputError
from comity.jsonlines import decoded, encoded, lines_of
from comity.learned.classify import Classified, classify_all
from comity.learned.marked import Marked, located
from comity.workers import Workers

LONGEST_SENTENCE = 10_000
"""Characters of the longest sentence."""
BATCH = 256
"""Sentences handed over at once; less than two batches are not worth a second process."""
_FIELDS = ("sentence", "actor", "recipient")
_FEW = 32
"""So few lines at hand come from somebody who waits for the answers."""
Asked = tuple[dict[str, Any], Marked] | InputError


def classify_lines(
    stream: BufferedReader, name: str, before_wait: Callable[[], None] = lambda: None
) -> Iterator[str | InputError]:
    """Each line with `event_type`, `mode`, `quad`, `status` and `confidence` added, or the error that names it.

    Empty lines are passed over; `name` is what errors call the stream. `before_wait` is called after the answers
    to what came in small portions, before waiting for more.
    """
    with Workers(_classified) as workers:
        desk = _Desk(workers)
        for number, line in lines_of(stream, name):
            if line is not None:
                desk.take(_asked(line, f"{name}, line {number}"))
                yield from desk.finished()
            elif desk.has_few:
                yield from desk.all()
                before_wait()
        yield from desk.all()


class _Desk:
    """Gathers lines into batches, and puts the answers back to their lines."""

    def __init__(self, workers: Workers[list[Marked], list[Classified]]) -> None:
        self._workers = workers
        self._open: list[Asked] = []
        self._handed: deque[list[Asked]] = deque()

    @property
    def has_few(self) -> bool:
        return len(self._open) < _FEW and not self._handed

    def take(self, asked: Asked) -> None:
        self._open.append(asked)
        if len(self._open) == BATCH:
            self._hand_over()

    def finished(self) -> Iterator[str | InputError]:
        """The oldest answers, where the workers have enough to do."""
        while self._workers.is_busy:
            yield from self._next()

    def all(self) -> Iterator[str | InputError]:
        """Every answer that is still owed."""
        if self._open:
            self._hand_over()
        while len(self._workers):
            yield from self._next()

    def _hand_over(self) -> None:
        batch = [one[1] for one in self._open if not isinstance(one, InputError)]
        self._workers.ask(batch, full=len(self._open) == BATCH)
        self._handed.append(self._open)
        self._open = []

    def _next(self) -> Iterator[str | InputError]:
        found = iter(self._workers.told())
        for one in self._handed.popleft():
            yield one if isinstance(one, InputError) else encoded(_with(one[0], next(found)))


def _classified(batch: list[Marked]) -> list[Classified]:
    return list(classify_all(batch))


def _with(row: dict[str, Any], told: Classified) -> dict[str, Any]:
    return row | {
        "event_type": told.event_type,
        "mode": told.mode,
        "quad": told.quad,
        "status": told.status,
        "confidence": told.confidence,
    }


def _asked(line: bytes | InputError, where: str) -> Asked:
    if isinstance(line, InputError):
        return line
    try:
        row = decoded(line, '{"id": …, "sentence": …, "actor": …, "recipient": …}')
        return row, located(*(_text(row, field) for field in _FIELDS))
    except InputError as error:
        return InputError(f"{where}: {error}")


def _text(row: dict[str, Any], field: str) -> str:
    text = row.get(field)
    if text is None and field == "sentence":
        raise InputError(f"has no '{field}'; write the text of the sentence as \"{field}\"")
    if text is not None and not isinstance(text, str):
        raise InputError(f"its '{field}' is {json.dumps(text)[:40]}, not a text")
    if text and len(text) > LONGEST_SENTENCE:
        raise InputError(f"its {field} has {len(text):,} characters, more than {LONGEST_SENTENCE:,}; cut it")
    return text or ""

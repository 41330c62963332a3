"""How far an import is, told while DuckDB works: a long file moves the bar too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Self

from comity.sources.keep import Kept
from comity.sources.report import Progress, Watch

if TYPE_CHECKING:
    import duckdb

_PAUSE = 0.25


class Meter:
    """Asks DuckDB how far the statement is that runs and tells the watcher, from a thread of its own.

    Reading is taken for the first half of a portion and writing for the second; the bar never goes back.
    """

    def __init__(self, watch: Watch | None, connection: duckdb.DuckDBPyConnection, kept: Kept, total: int) -> None:
        self._watch, self._connection, self._kept, self._total = watch, connection, kept, total
        self._done = self._size = self._furthest = 0
        self._ended = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        if self._watch:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._watch:
            self._thread.join()
        if self._watch and kind is None:
            self._watch(Progress(self._total, self._total, self._kept.rows))

    @contextmanager
    def working(self, size: int) -> Iterator[None]:
        """While a portion is in work whose raw files have `size` bytes."""
        self._kept.is_loaded, self._size = False, size
        yield
        self._size, self._done = 0, self._done + size

    def _run(self) -> None:
        while not self._ended.wait(_PAUSE):
            self._tell()

    def _tell(self) -> None:
        share = max(self._connection.query_progress(), 0) / 200 + self._kept.is_loaded / 2
        self._furthest = max(self._furthest, self._done + int(self._size * share))
        if self._watch:
            self._watch(Progress(self._furthest, self._total, self._kept.rows))

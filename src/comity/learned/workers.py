"""Batches of sentences classified in several processes, the answers in the order of the questions."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from comity.learned.classify import Classified, classify_all
from comity.learned.marked import Marked

BATCH = 256
"""Sentences handed over at once; less than two batches are not worth a second process."""
_MOST = 8


class Workers:
    """Takes batches by `ask` and gives their answers by `told`, first in, first out.

    Processes (at most `jobs`, as a rule one a core) start with the second full batch; each takes some 300 MB.
    """

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs or min(os.cpu_count() or 1, _MOST)
        self._pool: ProcessPoolExecutor | None = None
        self._full = 0
        self._waiting: deque[Future[list[Classified]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def is_busy(self) -> bool:
        """Whether so many batches wait that the oldest should be fetched before another is asked."""
        return len(self._waiting) > 2 * self._jobs

    def __len__(self) -> int:
        return len(self._waiting)

    def ask(self, batch: Sequence[Marked]) -> None:
        """Hand over a batch."""
        self._full += len(batch) >= BATCH
        if self._jobs > 1 and self._full > 1:
            self._pool = self._pool or ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
            self._waiting.append(self._pool.submit(_classified, tuple(batch)))
        else:
            done: Future[list[Classified]] = Future()
            done.set_result(_classified(batch))
            self._waiting.append(done)

    def told(self) -> list[Classified]:
        """The answers to the oldest batch; waits for them."""
        return self._waiting.popleft().result()


def _classified(batch: Sequence[Marked]) -> list[Classified]:
    return list(classify_all(batch))

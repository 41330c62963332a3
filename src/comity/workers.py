"""Batches of work done in several processes, the answers in the order of the questions."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Generic, Self, TypeVar

from comity.errors import ComityError

_MOST = 8
_Asked = TypeVar("_Asked")
_Told = TypeVar("_Told")


class Workers(Generic[_Asked, _Told]):
    """Takes questions by `ask` and gives their answers by `told`, first in, first out.

    `work` is a function of a module, called with one question. Processes (at most `jobs`, as a rule one a core)
    start with the second full batch, as less is not worth the start; each takes some 300 MB.
    """

    def __init__(self, work: Callable[[_Asked], _Told], jobs: int | None = None) -> None:
        self._work = work
        self._jobs = jobs or min(os.cpu_count() or 1, _MOST)
        self._pool: ProcessPoolExecutor | None = None
        self._full = 0
        self._waiting: deque[Future[_Told]] = deque()

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

    def ask(self, batch: _Asked, full: bool) -> None:
        """Hand over a batch; `full` tells that there was enough for a whole one."""
        self._full += full
        if self._jobs > 1 and self._full > 1:
            self._waiting.append(self._started().submit(self._work, batch))
        else:
            done: Future[_Told] = Future()
            done.set_result(self._work(batch))
            self._waiting.append(done)

    def told(self) -> _Told:
        """The answers to the oldest batch; waits for them. Raises `ComityError` where a process was killed."""
        try:
            return self._waiting.popleft().result()
        except BrokenProcessPool as error:
            raise ComityError(
                "a process that worked on a part was ended from outside, perhaps for want of memory: "
                "give fewer --jobs, or fewer texts at once"
            ) from error

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), _end_quietly)
        return self._pool


def beside() -> ProcessPoolExecutor:
    """One process that works beside this one, and ends with it."""
    return ProcessPoolExecutor(1, get_context("spawn"), _end_quietly)


def _end_quietly() -> None:
    """At Ctrl-C every process gets the signal; one that only works for another has nothing to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

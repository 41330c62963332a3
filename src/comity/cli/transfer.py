"""Progress bars with rates, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Show = Callable[[int, int, str], None]
"""Takes how much is done, how much in all, and what else to say."""


@contextmanager
def bar(is_bytes: bool) -> Iterator[Show | None]:
    """A bar on standard error; none where that is no terminal. With `is_bytes` it counts bytes and their rate."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TransferSpeedColumn,
    )

    counted = (DownloadColumn(), TransferSpeedColumn()) if is_bytes else (MofNCompleteColumn(),)
    columns = (BarColumn(), *counted, TextColumn("{task.fields[told]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, told="")
        yield lambda done, total, told: progress.update(task, completed=done, total=total, told=told)


def rate(count: int, seconds: float, what: str) -> str:
    """As '1,200,000 rows, 400,000 a second'."""
    return f"{count:,} {what}, {count / max(seconds, 0.001):,.0f} a second"

"""One process at a time, by a lock that the system lets go of when a process is killed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from comity.errors import ComityError


@contextmanager
def alone(file: Path, busy: ComityError) -> Iterator[None]:
    """Hold the lock: SQLite's own, on a file that is made for it. Raises `busy` where another holds it."""
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise busy from error
        yield

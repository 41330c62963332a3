"""The database behind a ledger: connections, transactions, errors. All that is particular to SQLite is here.

Word search, which SQLite does in its own way too, is in `search`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError

from comity.errors import LedgerError, UsageError
from comity.ledger import migrations
from comity.ledger.place import APPLICATION_ID

BUSY_SECONDS = 30.0
"""How long a writer waits for the others before it gives up."""

_MEANING = {
    "SQLITE_BUSY": f"is in use: others have been writing for {BUSY_SECONDS:.0f} seconds; try again later",
    "SQLITE_CORRUPT": "is damaged: put back a copy of it, or name another file",
    "SQLITE_NOTADB": "is damaged: put back a copy of it, or name another file",
    "SQLITE_CANTOPEN": "cannot be opened: see that its folder exists and may be written",
    "SQLITE_READONLY": "may not be written: change its permissions, or name a file elsewhere",
    "SQLITE_FULL": "cannot grow: the disk is full; free some space and run this again",
    "SQLITE_IOERR": "cannot be read or written: the disk or the network share fails",
}


class Store:
    """An open ledger file. Reads see one state from beginning to end; writes happen all or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = _engine(path)
        try:
            self._advance()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, whatever others write meanwhile."""
        with self._spoken(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that holds the write lock; commits at the end, undoes everything on an error."""
        engine = self._engine.execution_options(comity_begin="BEGIN IMMEDIATE")
        with self._spoken(), engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _advance(self) -> None:
        newest = len(migrations.STEPS)
        with self.reading() as connection:
            version = migrations.version(connection)
        if version > newest:
            raise LedgerError(
                f"the ledger {self.path} was written by a newer Comity (its version is {version}, this one"
                f" knows {newest}): update Comity, or name another file"
            )
        for _ in range(version, newest):
            with self.writing() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                migrations.advance(connection)
        self._share()

    def _share(self) -> None:
        """Let readers go on beside a writer. Set last, so that the mark lies in the file, not in the log.

        SQLite itself does not wait for others here: two processes that make one ledger would collide.
        """
        deadline = time.monotonic() + BUSY_SECONDS
        with self._spoken(), self._engine.execution_options(comity_begin=None).connect() as connection:
            while not _set_wal(connection, time.monotonic() > deadline):
                time.sleep(0.01)

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        """Say in a sentence what may go wrong outside the program; faults within it stay as they are."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise UsageError(f"{error.object[:40]!a} is not text: leave out what is no character") from error
        except DBAPIError as error:
            name = _error_name(error)
            meaning = next((text for start, text in _MEANING.items() if name.startswith(start)), None)
            if meaning is None:
                raise
            raise LedgerError(f"the ledger {self.path} {meaning}") from error


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA foreign_keys = ON").close()


def _begin(connection: Connection) -> None:
    """Begin here, as the driver would begin only before the first change, too late for a stable view."""
    begin = connection.get_execution_options().get("comity_begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


def _set_wal(connection: Connection, last_try: bool) -> bool:
    try:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    except OperationalError as error:
        if last_try or _error_name(error) != "SQLITE_BUSY":
            raise
        return False
    return True


def _error_name(error: DBAPIError) -> str:
    """SQLite's own name for what went wrong, such as 'SQLITE_BUSY'."""
    return getattr(error.orig, "sqlite_errorname", "")

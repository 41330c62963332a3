"""Where the ledger lies, and whether what lies there is one; looks at the file without touching it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from platformdirs import user_data_path

from comity.errors import LedgerError

VARIABLE = "COMITY_LEDGER"
APPLICATION_ID = 0x436F6D69
"""'Comi': the mark of a ledger, in bytes 68 to 71 of the file, where SQLite keeps it."""
_MAGIC = b"SQLite format 3\0"
_MARK = slice(68, 72)


def ledger_path(path: str | Path | None) -> Path:
    """The place meant: `path`, else the variable COMITY_LEDGER, else the user's data folder."""
    chosen = path or os.environ.get(VARIABLE) or user_data_path("comity") / "ledger.db"
    return Path(chosen).expanduser().absolute()


def prepare(path: Path, create: bool) -> None:
    """Refuse, with `LedgerError` and untouched, what is no ledger or cannot be written.

    A missing or empty file is a ledger to be made: fine where `create` allows it; folders are made.
    """
    try:
        found = _look(path)
        if found is None and not create:
            raise LedgerError(f"there is no ledger at {path} yet: make it with 'comity add FILE'")
        if found is None:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif found.st_size:
            _refuse_stranger(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LedgerError(f"cannot use {path} as a ledger: {reason}; name another file") from error
    _refuse_read_only(path)


def _look(path: Path) -> os.stat_result | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise LedgerError(f"{path} is a folder, not a ledger: name a file, such as {path / 'ledger.db'}")
    if not stat.S_ISREG(found.st_mode):
        raise LedgerError(f"{path} is not a regular file, so it cannot be a ledger: name another file")
    return found if found.st_size else None


def _refuse_stranger(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(100)
    if head.startswith(_MAGIC) and head[_MARK] == APPLICATION_ID.to_bytes(4, "big"):
        return
    what = "another program's database" if head.startswith(_MAGIC) else "not a database"
    raise LedgerError(f"{path} is {what}, not a ledger, and is left as it is: name another file")


def _refuse_read_only(path: Path) -> None:
    """The folder has to be writable too: SQLite keeps its write-ahead log beside the file."""
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK):
            raise LedgerError(
                f"{place} may not be written, but a ledger is written in its folder: name a file elsewhere"
            )

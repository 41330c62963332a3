"""Folders → the files in them that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from comity.errors import InputError
from comity.reading.formats.kinds import ENDINGS

FILE_LIMIT = 100_000
"""Most files of one call."""


def find_files(paths: Iterable[Path]) -> Iterator[Path | InputError]:
    """Each file named and, sorted, each file with a known ending in the folders named and below them.

    Hidden files are passed over and a folder is entered once, however many links lead to it. A missing
    path or a folder with nothing to read gives an error in its place; the other paths go on.
    """
    found = (one for path in paths for one in _below(path))
    yield from islice(found, FILE_LIMIT)
    if next(found, None) is not None:
        yield InputError(f"more than {FILE_LIMIT:,} files were given: the rest is left; give fewer at a time")


def _below(path: Path) -> Iterator[Path | InputError]:
    try:
        is_folder = path.is_dir()
        path.stat()
    except (OSError, ValueError) as error:
        yield cannot_open(path, error)
        return
    if not is_folder:
        yield path
        return
    is_empty = True
    for one in _walk(path):
        is_empty = False
        yield one
    if is_empty:
        yield InputError(f"{path}: holds no file that can be read; known endings are {', '.join(ENDINGS)}")


def _walk(folder: Path) -> Iterator[Path | InputError]:
    """The readable files of a folder and those below it; folders that cannot be opened as errors."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                if path.suffix.lower() in ENDINGS and path.is_file():
                    yield path
                continue
            status = path.stat()
            place = (status.st_dev, status.st_ino)
            if place not in entered:
                entered.add(place)
                inside = sorted(path.iterdir(), reverse=True)
                waiting += [one for one in inside if not one.name.startswith(".")]
        except OSError as error:
            yield cannot_open(path, error)


def cannot_open(path: Path, error: OSError | ValueError) -> InputError:
    """The system's reason why a path cannot be opened, as an error for people."""
    why = error.strerror if isinstance(error, OSError) else str(error)
    return InputError(f"{path}: cannot be opened: {(why or str(error)).lower()}")

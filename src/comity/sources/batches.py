"""Raw files in portions that are loaded at once, the next one unpacked while one is loaded."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Event

from comity.errors import InputError
from comity.sources.form import Delimited, Form
from comity.sources.load import Load
from comity.sources.raw import RawFile, Unpacked, unpacked
from comity.sources.unpack import Heed

SIZE = 384 << 20
"""Bytes of data files that make a portion full; a quarter does for the first, as nothing is done meanwhile."""
MOST = 2_000
"""Files of a portion."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Raw files with the loads that bring in their data files, one after the other.

    Files of several data files, or of forms that are not text, come alone: what is refused can then be left out
    as a whole.
    """

    files: tuple[Unpacked, ...]
    loads: tuple[Load, ...]


def batches(
    files: Sequence[RawFile], folder: Path, source: str, forms: Sequence[Form]
) -> Generator[Batch | InputError]:
    """The files in portions of like ones, and the errors of those that hold nothing of the dataset.

    What was unpacked for a portion is removed when the next one is asked for. Closing it ends the unpacking that
    goes on ahead.
    """
    closed = Event()

    def heed() -> None:
        if closed.is_set():
            raise InterruptedError

    with ThreadPoolExecutor(1) as ahead:
        try:
            read = _portions(files, folder, source, forms, heed)
            coming = ahead.submit(next, read, None)
            while (portion := coming.result()) is not None:
                coming = ahead.submit(next, read, None)
                yield portion[0]
                for used in portion[1]:
                    shutil.rmtree(used, ignore_errors=True)
        finally:
            closed.set()


Portion = tuple[Batch | InputError, tuple[Path, ...]]


def _portions(
    files: Sequence[RawFile], folder: Path, source: str, forms: Sequence[Form], heed: Heed
) -> Iterator[Portion]:
    gathered: list[tuple[Unpacked, Path]] = []
    full = SIZE // 4
    for number, file in zip(count(), files, strict=False):
        place = folder / f"unpacked-{number}"
        try:
            found = unpacked(file, place, source, forms, heed)
        except InputError as error:
            yield error, (place,)
            continue
        if gathered and (not _alike(gathered[0][0], found) or _is_full(gathered, full)):
            yield _gathered(gathered)
            gathered, full = [], SIZE
        gathered.append((found, place))
    if gathered:
        yield _gathered(gathered)


def _gathered(gathered: Sequence[tuple[Unpacked, Path]]) -> Portion:
    files, places = zip(*gathered, strict=True)
    if len(files) > 1:
        pieces = [(one.pieces[0][0], one.raw.id) for one in files]
        return Batch(files, (Load(files[0].pieces[0][1], pieces),)), places
    loads = tuple(Load(form, [(peek, files[0].raw.id)]) for peek, form in files[0].pieces)
    return Batch(files, loads), places


def _is_full(gathered: Sequence[tuple[Unpacked, Path]], size: int) -> bool:
    return len(gathered) == MOST or sum(one.size for one, _ in gathered) >= size


def _alike(one: Unpacked, other: Unpacked) -> bool:
    """Whether both hold one text file of the same form with the same header."""
    if len(one.pieces) != 1 or len(other.pieces) != 1:
        return False
    (peek, form), (second, same) = one.pieces[0], other.pieces[0]
    layout = form.layout
    if form is not same or not isinstance(layout, Delimited):
        return False
    return not layout.has_header or peek.first_line == second.first_line

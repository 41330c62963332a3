"""Raw files as they lie on disk: found in folders, known by content, unpacked into pieces of a known form."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from comity.errors import InputError
from comity.ledger.datasets.shelf import checksum
from comity.sources.form import Form
from comity.sources.peek import Peek
from comity.sources.unpack import Heed, pieces


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it was downloaded; `id` is made from the dataset, the version of its reader and the content."""

    path: Path
    id: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A raw file with its data files, each with its form; `left_out` names what else was in it."""

    raw: RawFile
    pieces: tuple[tuple[Peek, Form], ...]
    left_out: tuple[str, ...]

    @property
    def forms(self) -> str:
        """The names of the forms, as the catalogue keeps them."""
        return ", ".join(dict.fromkeys(form.name for _, form in self.pieces))

    @property
    def size(self) -> int:
        """Bytes of the data files."""
        return sum(peek.path.stat().st_size for peek, _ in self.pieces)


def find(paths: Iterable[Path]) -> Iterator[Path | InputError]:
    """The files named, and those in the folders named, in an order of their own; hidden ones are passed over."""
    for path in paths:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if one.is_file() and not _is_hidden(one, path))
            if not found:
                yield InputError(f"{path} has no files: name the folder that the data lie in")
            yield from found
        elif path.is_file():
            yield path
        else:
            yield InputError(f"{path} does not exist: name a file or a folder")


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def identified(paths: Iterable[Path | InputError], source: str, version: int) -> Generator[RawFile | InputError]:
    """The files with their checksums; an error where one is empty or cannot be read. Reads every byte."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(lambda path: _identified(path, source, version), paths)


def _identified(path: Path | InputError, source: str, version: int) -> RawFile | InputError:
    if isinstance(path, InputError):
        return path
    try:
        size, digest = path.stat().st_size, checksum(path)
    except OSError as error:
        return InputError(f"{path} cannot be read: {error.strerror}; see its permissions")
    if not size:
        return InputError(f"{path} is empty: download it again")
    name = hashlib.sha256(f"{source} {version} {digest}".encode()).hexdigest()
    return RawFile(path, int(name[:15], 16), digest, size)


def unpacked(raw: RawFile, folder: Path, source: str, forms: Sequence[Form], heed: Heed) -> Unpacked:
    """The data files of a raw file, in `folder` where they had to be unpacked; `heed` is called meanwhile.

    Raises `InputError` where nothing in it has a form of the dataset, and says what the forms are.
    """
    folder.mkdir()
    known: list[tuple[Peek, Form]] = []
    others: list[Peek] = []
    for piece in pieces(raw.path, folder, heed):
        peek = Peek(piece.path, piece.name)
        form = next((form for form in forms if form.fits(peek)), None)
        if form is not None:
            known.append((peek, form))
        else:
            others.append(peek)
    if not known:
        raise InputError(_refusal(raw.path, source, forms, others))
    return Unpacked(raw, tuple(known), tuple(peek.name for peek in others))


def _refusal(path: Path, source: str, forms: Sequence[Form], others: Sequence[Peek]) -> str:
    if any(peek.is_html for peek in others):
        return (
            f"{path} is a web page, not data of {source}: download it again from the address of 'comity sources'"
        )
    if any(peek.is_archive for peek in others):
        return f"{path} holds another archive and no data of {source}: unpack it yourself and import what is in it"
    if any(peek.is_utf16 for peek in others):
        return f"{path} is written in UTF-16: save it as UTF-8 and import that"
    wanted = "; or ".join(dict.fromkeys(form.layout.wanted for form in forms))
    shown = f"begins with {others[0].first_line[:80]!r}" if others else "holds no file"
    return f"{path} is no file of {source}: it {shown}, wanted is {wanted}"

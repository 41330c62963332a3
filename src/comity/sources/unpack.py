"""Raw files as they are downloaded: plain, gzip or zip, unpacked within bounds."""

from __future__ import annotations

import gzip
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from isal import isal_zlib

from comity.errors import InputError

LARGEST = 64 << 30
"""Bytes that one file may unpack to."""
RATIO = 200
"""How many times larger than the archive its contents may be, past the first 64 MiB; text packs 5 to 30 times."""
MOST_MEMBERS = 1_000
_FREE = 64 << 20
_BLOCK = 1 << 20
_PACKED = 1 << 14
"""Bytes that are inflated at once, to a thousand times as many at most."""
_LENGTHS = 26
"""Where, before the data of a member, the lengths of its name and of what follows the name stand."""
_IsalError = cast("type[Exception]", isal_zlib.error)
"""Its package declares it an exception where it is a class of them."""

Heed = Callable[[], None]
"""Called for each block, of some MiB at most, that is unpacked; what it raises ends the unpacking."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One data file: the file itself, or a member of the archive that it is."""

    path: Path
    name: str


def pieces(path: Path, folder: Path, heed: Heed) -> Iterator[Piece]:
    """The data files in a raw file; what is packed is unpacked into `folder`.

    Raises `InputError` for an archive that is damaged, encrypted, or unpacks to too much.
    """
    with path.open("rb") as file:
        magic = file.read(4)
    try:
        if magic[:2] == b"\x1f\x8b":
            yield _gzip(path, folder, heed)
        elif magic == b"PK\x03\x04" and path.suffix.lower() != ".xlsx":
            yield from _zip(path, folder, heed)
        elif magic == b"PK\x05\x06":
            raise InputError(f"{path} is an empty archive: download it again")
        else:
            yield Piece(path, path.name)
    except (zipfile.BadZipFile, EOFError, gzip.BadGzipFile, zlib.error, _IsalError, NotImplementedError) as error:
        raise InputError(f"{path} is damaged or cut short ({error}): download it again") from error


def _gzip(path: Path, folder: Path, heed: Heed) -> Piece:
    name = path.name.removesuffix(".gz")
    with gzip.open(path) as packed:
        blocks = _read(cast(IO[bytes], packed))
        return _written(blocks, Piece(folder / _short(0, name), name), path, _bound(path), heed)


def _zip(path: Path, folder: Path, heed: Heed) -> Iterator[Piece]:
    left = _bound(path)
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if _is_data(member)]
        if len(members) > MOST_MEMBERS:
            raise InputError(
                f"{path} holds {len(members):,} files, more than {MOST_MEMBERS:,}: unpack it yourself"
            )
        for number, member in enumerate(members):
            if member.flag_bits & 1:
                raise InputError(f"{path} is encrypted: unpack it yourself and import what is in it")
            name = Path(member.filename).name
            with archive.open(member) as packed:
                blocks = _inflated(path, member) if member.compress_type == zipfile.ZIP_DEFLATED else _read(packed)
                piece = _written(blocks, Piece(folder / _short(number, name), name), path, left, heed)
            left -= piece.path.stat().st_size
            yield piece


def _short(number: int, name: str) -> str:
    """A name that any disk takes: names in archives may be longer."""
    return f"{number}-{name[-60:]}"


def _is_data(member: zipfile.ZipInfo) -> bool:
    """No folder, no link, and none of what a Mac adds."""
    mode = member.external_attr >> 16
    return not (member.is_dir() or stat.S_ISLNK(mode) or member.filename.startswith("__MACOSX/"))


def _bound(path: Path) -> int:
    return min(LARGEST, _FREE + RATIO * path.stat().st_size)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: file.read(_BLOCK), b"")


def _inflated(path: Path, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """What `zipfile` reads of a deflated member that it has opened, in half the time."""
    inflater, left = isal_zlib.decompressobj(-isal_zlib.MAX_WBITS), member.compress_size
    size = checksum = 0
    with path.open("rb") as file:
        file.seek(member.header_offset + _LENGTHS)
        file.seek(sum(struct.unpack("<HH", file.read(4))), 1)
        while not inflater.eof:
            if not (packed := file.read(min(_PACKED, left))):
                raise EOFError(f"{member.filename} ends early")
            left -= len(packed)
            block = inflater.decompress(packed)
            size, checksum = size + len(block), isal_zlib.crc32(block, checksum)
            yield block
    if (size, checksum) != (member.file_size, member.CRC):
        raise zipfile.BadZipFile(f"{member.filename} has another size or checksum than it should")


def _written(blocks: Iterable[bytes], piece: Piece, path: Path, bound: int, heed: Heed) -> Piece:
    """The bytes are counted as they come: what an archive says of its sizes may be wrong."""
    written = 0
    with piece.path.open("wb") as file:
        for block in blocks:
            heed()
            written += len(block)
            if written > bound:
                raise InputError(
                    f"{path} unpacks to more than {bound >> 20:,} MiB, {RATIO} times its size: it is no data file"
                )
            file.write(block)
    return piece

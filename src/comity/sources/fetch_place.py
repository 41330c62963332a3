"""Where a fetched file lies, whole or begun, and whether it is what its publisher describes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from comity.errors import InputError
from comity.sources import fetch_memo
from comity.sources.fetch_memo import Memo
from comity.sources.fetch_plan import Wanted


class Place:
    """The place of one file; what is begun has a hidden name, so that no import takes it."""

    def __init__(self, wanted: Wanted, folder: Path) -> None:
        self.wanted, self.folder = wanted, folder
        self.path = folder / wanted.name
        self._part = folder / f".{wanted.name}.part"

    @property
    def begun(self) -> int:
        """Bytes of what is begun."""
        return self._part.stat().st_size if self._part.is_file() else 0

    def is_as_told(self) -> bool:
        """Whether the whole file is there and its publisher's figures prove it."""
        return self.path.is_file() and self.wanted.is_described and fault(self.path, self.wanted) is None

    def is_of(self, size: int) -> bool:
        """Whether a file that was fetched by other means, and of which nothing else is known, has this size."""
        if self.wanted.is_described or fetch_memo.read(self.path) or not self.path.is_file():
            return False
        return self.path.stat().st_size == size

    def headers(self) -> dict[str, str]:
        """Ask for the rest of what was begun, or for a version newer than the one here."""
        if self.begun:
            memo = self._memo(self._part)
            same = memo.validator if memo else None
            if not (same or self.wanted.has_sum):
                return {}
            return {"Range": f"bytes={self.begun}-"} | ({"If-Range": same} if same else {})
        memo = self._memo(self.path) if self.path.is_file() else None
        told = {"If-None-Match": memo.etag, "If-Modified-Since": memo.modified} if memo else {}
        return {name: value for name, value in told.items() if value}

    def begin(self, memo: Memo) -> None:
        """Start anew with the version that the memo describes."""
        self.drop()
        fetch_memo.write(self._part, memo)

    def add(self, blocks: Iterable[bytes], largest: int) -> None:
        """Write to the end of what is begun. Raises `InputError` where it grows beyond `largest`."""
        size = self.begun
        with self._part.open("ab") as file:
            for block in blocks:
                size += len(block)
                self.bound(size, largest)
                file.write(block)

    def bound(self, size: int, largest: int) -> None:
        """Raise `InputError` where a file of this size is larger than allowed."""
        if size > largest:
            self.drop()
            raise InputError(
                f"{self.wanted.address} has more than {largest:,} bytes and is not fetched: --largest allows more"
            )

    def make_room(self, coming: int) -> None:
        """Raise `InputError` where the disk cannot hold so many bytes more."""
        if coming > shutil.disk_usage(self.folder).free:
            raise InputError(f"{self.folder} has no room for {self.wanted.address} ({coming:,} bytes): free some")

    def drop(self) -> None:
        """Forget what was begun."""
        self._part.unlink(missing_ok=True)
        fetch_memo.drop(self._part)

    def finish(self) -> str | None:
        """Make what was begun the file; or drop it and say what is wrong with it."""
        found = fault(self._part, self.wanted)
        if found:
            self.drop()
            return found
        self._part.replace(self.path)
        fetch_memo.move(self._part, self.path)
        return None

    def _memo(self, path: Path) -> Memo | None:
        memo = fetch_memo.read(path)
        return memo if memo and memo.address == self.wanted.address else None


def fault(path: Path, wanted: Wanted) -> str | None:
    """What of the publisher's figures the file does not agree with; reads every byte where there is a sum."""
    size = path.stat().st_size
    if wanted.size is not None and size != wanted.size:
        return f"it has {size:,} bytes where its publisher tells of {wanted.size:,}"
    for name, told in (("md5", wanted.md5), ("sha256", wanted.sha256)):
        if told and _digest(path, name) != told:
            return f"it has not the {name.upper()} that its publisher tells"
    return None


def _digest(path: Path, name: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, name).hexdigest()

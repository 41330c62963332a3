"""What is remembered beside a fetched file: where it came from, and by what its server knows this version."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memo:
    """The address asked for, and the ETag and Last-Modified of the answer."""

    address: str
    etag: str | None = None
    modified: str | None = None

    @property
    def validator(self) -> str | None:
        """What proves that bytes are of this version: a strong ETag, else the time of the last change."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.modified


def write(place: Path, memo: Memo) -> None:
    """Keep the memo of a file."""
    _beside(place).write_text(json.dumps(asdict(memo)), encoding="utf-8")


def read(place: Path) -> Memo | None:
    """The memo of a file; none where it was not fetched, or the memo cannot be read."""
    try:
        return Memo(**json.loads(_beside(place).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def move(place: Path, to: Path) -> None:
    """Let the memo follow its file."""
    _beside(place).replace(_beside(to))


def drop(place: Path) -> None:
    """Forget the memo of a file."""
    _beside(place).unlink(missing_ok=True)


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name}.memo")

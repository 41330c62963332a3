"""Files and bytes → texts with what they say about themselves."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from comity.errors import ComityError, InputError
from comity.reading.files import cannot_open, find_files
from comity.reading.formats.found import FormatError, reason
from comity.reading.formats.kinds import kind_of
from comity.reading.layers import Meta
from comity.reading.source import Source, parse_date

__all__ = ["SIZE_LIMIT", "Source", "extract", "extract_bytes", "find_files", "parse_date"]

SIZE_LIMIT = 20_000_000
"""Most bytes of one file."""
_NOTHING = Meta()
_log = logging.getLogger(__name__)


def extract(
    path: Path, overrides: Meta = _NOTHING, input_format: str | None = None
) -> Iterator[Source | InputError]:
    """The texts of a file, in order, with an error in the place of each that cannot be read.

    What `overrides` says wins over what the file says. `input_format` is a name in `formats.kinds.KINDS`;
    without it the content decides, then the ending. Only an unknown format is raised, as UsageError.
    """
    try:
        data = _bytes(path)
    except InputError as error:
        yield error
    else:
        yield from extract_bytes(data, str(path), overrides, input_format)


def extract_bytes(
    data: bytes, name: str, overrides: Meta = _NOTHING, input_format: str | None = None
) -> Iterator[Source | InputError]:
    """As `extract`, for bytes at hand; `name` is the file's name, or '-' for standard input."""
    try:
        _check_size(name, len(data))
        if not data.strip():
            raise InputError(f"{name}: is empty")
        yield from kind_of(data, name, input_format).sources(data, name, overrides)
    except FormatError as error:
        yield InputError(f"{name}: {error}")
    except InputError as error:
        yield error
    except ComityError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge to parsers of hostile files; the log has the traceback
        _log.info("unforeseen error in %s", name, exc_info=True)
        yield InputError(f"{name}: cannot be read: {reason(error)}")


def _bytes(path: Path) -> bytes:
    """The file's bytes, after a look at its kind and size."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise InputError(f"{path}: is not a file; give files, or folders that hold some")
        _check_size(str(path), size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise cannot_open(path, error) from error


def _check_size(name: str, size: int) -> None:
    if size > SIZE_LIMIT:
        sizes = f"has {size / 1e6:,.1f} MB, more than the {SIZE_LIMIT / 1e6:.0f} MB of one file"
        raise InputError(f"{name}: {sizes}; split it")

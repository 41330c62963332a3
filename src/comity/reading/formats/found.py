"""What every format hands back, and how it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from comity.reading.layers import Meta
from comity.reading.source import one_line

_NOBODY = frozenset(["admin", "administrator", "author", "microsoft office user", "owner", "python-docx",
                     "unknown", "user", "windows user"])  # fmt: skip
"""What programs file as author when nobody told them one."""


class FormatError(Exception):
    """The data cannot be read; the message is the rest of a sentence that begins with the file's name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text as it stands in the data, paragraphs apart by blank lines, and what the data says of it."""

    text: str
    meta: Meta


def fails_as(
    label: str, *errors: type[Exception]
) -> Callable[[Callable[[bytes], Found]], Callable[[bytes], Found]]:
    """Turn the errors that a library is known to raise for broken data into a FormatError."""

    def decorate(read: Callable[[bytes], Found]) -> Callable[[bytes], Found]:
        @wraps(read)
        def reads(data: bytes) -> Found:
            try:
                return read(data)
            except errors as error:
                raise FormatError(f"cannot be read as {label}: {reason(error)}") from error

        return reads

    return decorate


def reason(error: Exception) -> str:
    """A library's own words, in one short line; its class where it says nothing."""
    return (one_line(str(error)) or type(error).__name__)[:200].rstrip(".")


def filed_author(value: object) -> str | None:
    """The author in a file's properties, unless a program put its own filler there."""
    name = one_line(value)
    return None if name is None or name.lower() in _NOBODY else name

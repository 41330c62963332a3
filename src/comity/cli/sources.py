"""From command-line arguments to texts, the good ones and the errors in one stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.printing import plain
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.reading.layers import Meta
    from comity.reading.source import Source


def sources(paths: Sequence[str], meta: Meta, input_format: str | None) -> Iterator[Source | InputError]:
    """The texts of files, folders and '-' in the order given; an error stands where its text would."""
    from comity.reading.extract import SIZE_LIMIT, extract, extract_bytes, find_files

    for path in paths:
        if path == "-":
            data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
            yield from extract_bytes(data, "-", meta, input_format)
            continue
        for file in find_files([Path(path)]):
            if isinstance(file, InputError):
                yield file
            else:
                yield from extract(file, meta, input_format)


def note_language(language: str, place: str) -> None:
    """One sentence on standard error for a text that is not in English: it is kept, and nothing is read in it."""
    if language == "und":
        why = "does not seem to be in English, the one language that is read; nothing was found in it"
        note(f"{place}: {why}")


def complain(error: Exception) -> None:
    """What went wrong, in one sentence on standard error."""
    note(str(error))


def note(said: str) -> None:
    """One sentence on standard error."""
    sys.stderr.write(f"comity: {plain(said)}\n")

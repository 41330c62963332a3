"""In which lines of a delimited file its records begin: quoted values may hold line breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comity.sources.form import Delimited


def starts(path: Path, layout: Delimited) -> Iterator[tuple[int, int, bytes]]:
    """Each record's number and that of its first line, both from 1, with that line; headers are records too.

    Reads the file in Python, so that it costs about a second for a million lines.
    """
    quote, delimiter = layout.quote.encode(), layout.delimiter.encode()
    record, is_inside = 0, False
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not is_inside:
                record += 1
                yield record, number, line
            if is_inside or (quote and quote in line):
                is_inside = _stays_open(line, quote, delimiter, is_inside)


def _stays_open(line: bytes, quote: bytes, delimiter: bytes, is_inside: bool) -> bool:
    """Whether a quoted value goes on in the next line; a quote opens one only where a field begins."""
    place = 0
    while True:
        if not is_inside and line.startswith(quote, place):
            is_inside, place = True, place + 1
        if is_inside:
            place = _end(line, quote, place)
            if place < 0:
                return True
            is_inside = False
        place = line.find(delimiter, place) + 1
        if not place:
            return False


def _end(line: bytes, quote: bytes, place: int) -> int:
    """The place after the quote that closes a value; -1 where none does. Two quotes are one of the value."""
    while (found := line.find(quote, place)) >= 0:
        if not line.startswith(quote, found + 1):
            return found + 1
        place = found + 2
    return -1

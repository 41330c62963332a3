"""`comity resolve`: who short mentions stand for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from comity.cli.sources import complain
from comity.errors import InputError

if TYPE_CHECKING:
    from io import BufferedReader


def resolve(
    files: Annotated[list[str] | None, typer.Argument(help="JSONL files, or - for standard input.")] = None,
) -> None:
    """Say which state, sector and entity short mentions stand for, one JSON object a line.

    Reads {"id", "text", "date"} with the date left out where there is none, and prints the same lines with
    country (ISO3), sector (PLOVER), entity and confidence, null where nothing is known.

    Example: echo '{"id": 1, "text": "American warplanes"}' | comity resolve
    """
    from comity.gazetteer.lines import resolve_lines

    failed = False
    for stream, name in _streams(files or ["-"]):
        if isinstance(stream, InputError):
            complain(stream)
            failed = True
            continue
        for answer in resolve_lines(stream, name, sys.stdout.flush):
            if isinstance(answer, InputError):
                complain(answer)
                failed = True
            else:
                sys.stdout.write(answer + "\n")
    if failed:
        raise typer.Exit(1)


def _streams(files: Sequence[str]) -> Iterator[tuple[BufferedReader | InputError, str]]:
    """The files in the order given, each open while it is read; an error stands where a file would."""
    for file in files:
        if file == "-":
            yield cast("BufferedReader", sys.stdin.buffer), "-"
            continue
        try:
            with Path(file).open("rb") as stream:
                yield stream, file
        except OSError as error:
            yield InputError(f"{file}: cannot be read: {error.strerror}; name a JSONL file"), file

"""Commands that answer JSON Lines: from files or standard input to standard output, errors to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import cast

import typer

from comity.cli.sources import complain
from comity.errors import InputError

Answers = Callable[[BufferedReader, str, Callable[[], None]], Iterable[str | InputError]]


def answer(files: Sequence[str], answers: Answers) -> None:
    """Print the answers to every line of the files, '-' being standard input; exit status 1 where any failed."""
    failed = False
    for stream, name in _streams(files):
        found = [stream] if isinstance(stream, InputError) else answers(stream, name, sys.stdout.flush)
        for one in found:
            if isinstance(one, InputError):
                complain(one)
                failed = True
            else:
                sys.stdout.write(one + "\n")
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

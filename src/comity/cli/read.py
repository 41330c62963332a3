"""`comity read`: texts in, records out; nothing is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from comity.cli.options import Author, GenreName, InputFormat, Published, Publisher, Title, Url, meta
from comity.cli.sources import complain, sources
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.record import Record


def read(
    files: Annotated[list[str] | None, typer.Argument(help="Files, folders, or - for standard input.")] = None,
    published: Published = None,
    publisher: Publisher = None,
    author: Author = None,
    title: Title = None,
    url: Url = None,
    genre: GenreName = None,
    input_format: InputFormat = None,
    output: Annotated[
        Literal["jsonl", "table"], typer.Option("--format", help="jsonl for programs, table for people.")
    ] = "jsonl",
) -> None:
    """Read texts and print what they say, one record a line.

    Example: comity read column.txt --published 2024-09-13 --genre opinion --format table
    """
    about = meta(published, publisher, author, title, url, genre)
    failed = False
    for source in sources(files or ["-"], about, input_format):
        if isinstance(source, InputError):
            complain(source)
            failed = True
            continue
        from comity.reading.reader import read_text

        record = read_text(source.text, source.meta)
        if output == "jsonl":
            sys.stdout.write(record.to_json() + "\n")
            sys.stdout.flush()
        else:
            _print(record)
    if failed:
        raise typer.Exit(1)


def _print(record: Record) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table(title=record.document.title or record.document.id[:12], show_lines=False)
    for column in ("what", "who", "to whom", "when", "status", "sentence"):
        table.add_column(column, overflow="fold")
    for event in record.events:
        first = event.evidence[0]
        sentence = " ".join(record.document.text[first.start : first.end].split())
        sides = (", ".join(p.country or p.entity for p in side) for side in (event.actors, event.recipients))
        what = f"{event.event_type} {event.mode or ''}".strip()
        table.add_row(what, *sides, str(event.date.start or ""), event.status, sentence)
    for tie in record.ties:
        first = tie.evidence[0]
        sentence = " ".join(record.document.text[first.start : first.end].split())
        name = " ".join(filter(None, (tie.kind.replace("_", " "), tie.level or tie.name)))
        table.add_row(name, *tie.parties, tie.start or tie.end or "", tie.status, sentence)
    console.print(table)
    for claim in record.claims:
        console.print(f"claim ({claim.kind}): “{claim.text}”", markup=False)
    for opinion in record.opinions:
        console.print(f"{opinion.holder} ({opinion.kind}): “{opinion.text}”", markup=False)

"""`comity read`: texts in, records out; nothing is kept."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from comity.cli.options import (
    Author,
    DateOrderName,
    GenreName,
    InputFormat,
    Jobs,
    OntologyFile,
    Published,
    Publisher,
    Title,
    Url,
    meta,
)
from comity.cli.options import ontology as load
from comity.cli.printing import print_table, say
from comity.cli.sources import complain, note_language, sources
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.record import Evidence, Record


def read(  # noqa: PLR0913 - one parameter an option
    files: Annotated[list[str] | None, typer.Argument(help="Files, folders, or - for standard input.")] = None,
    published: Published = None,
    publisher: Publisher = None,
    author: Author = None,
    title: Title = None,
    url: Url = None,
    genre: GenreName = None,
    date_order: DateOrderName = None,
    input_format: InputFormat = None,
    ontology: OntologyFile = None,
    jobs: Jobs = None,
    output: Annotated[
        Literal["jsonl", "table"], typer.Option("--format", help="jsonl for programs, table for people.")
    ] = "jsonl",
) -> None:
    """Read texts and print what they say, one record a line.

    Example: comity read column.txt --published 2024-09-13 --genre opinion --format table
    """
    from comity.reading.many import read_lines
    from comity.record import Record

    about = meta(published, publisher, author, title, url, genre, date_order)
    own = load(ontology)
    failed = False
    with closing(read_lines(sources(files or ["-"], about, input_format), jobs, own)) as lines:
        for line in lines:
            if isinstance(line, InputError):
                complain(line)
                failed = True
                continue
            note_language(line.language, line.place)
            if output == "jsonl":
                sys.stdout.write(line.json + "\n")
                sys.stdout.flush()
            else:
                _print(Record.from_json(line.json))
    if failed:
        raise typer.Exit(1)


def _print(record: Record) -> None:
    rows = []
    for event in record.events:
        sides = (", ".join(p.country or p.entity for p in side) for side in (event.actors, event.recipients))
        kind = event.own_type.type if event.own_type else event.event_type
        mode = event.own_type.mode if event.own_type else event.mode
        what = " ".join(filter(None, (kind, mode)))
        rows.append(
            (what, *sides, str(event.date.start or ""), event.status, _sentence(record, event.evidence[0]))
        )
    for tie in record.ties:
        name = " ".join(filter(None, (tie.kind.replace("_", " "), tie.level or tie.name)))
        since = tie.start or tie.end or ""
        rows.append((name, *tie.parties, since, tie.status, _sentence(record, tie.evidence[0])))
    columns = ("what", "who", "to whom", "when", "status", "sentence")
    print_table(columns, rows, record.document.title or record.document.id[:12])
    for claim in record.claims:
        say(f"claim ({claim.kind}): “{claim.text}”")
    for opinion in record.opinions:
        say(f"{opinion.holder} ({opinion.kind}): “{opinion.text}”")


def _sentence(record: Record, evidence: Evidence) -> str:
    return " ".join(record.document.text[evidence.start : evidence.end].split())

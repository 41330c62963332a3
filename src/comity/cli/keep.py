"""`comity add`, `docs` and `info`: what the ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from comity._version import __version__
from comity.cli.options import (
    Author,
    DateOrderName,
    GenreName,
    InputFormat,
    LedgerPath,
    OntologyFile,
    Published,
    Publisher,
    Title,
    Url,
    meta,
    open_existing,
)
from comity.cli.options import ontology as load
from comity.cli.printing import print_table, say, watched
from comity.cli.sources import complain, note, note_language, sources
from comity.errors import InputError


def add(  # noqa: PLR0913 - one parameter an option
    files: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    published: Published = None,
    publisher: Publisher = None,
    author: Author = None,
    title: Title = None,
    url: Url = None,
    genre: GenreName = None,
    date_order: DateOrderName = None,
    input_format: InputFormat = None,
    ontology: OntologyFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Read texts into the ledger; a text that is there already is not added again.

    Example: comity add column.txt --published 2024-09-13 --author "Sokvy Rim" --genre opinion
    """
    from comity.ledger import open_ledger
    from comity.reading.reader import read_text

    about = meta(published, publisher, author, title, url, genre, date_order)
    own = load(ontology)
    new = sourced = known = failed = 0
    with open_ledger(ledger) as opened:
        for source in watched(sources(files, about, input_format), "texts read"):
            if isinstance(source, InputError):
                complain(source)
                failed += 1
                continue
            record = read_text(source.text, source.meta, own)
            note_language(record.document.language, source.place)
            added = opened.add(record)
            new += added.new_document
            sourced += added.new_source and not added.new_document
            known += not added.new_source
            if added.retraction:
                note(f"{source.place}: known already and {added.retraction}; nothing of it counts")
        say(f"{new} new, {sourced} known under another source, {known} known already, {failed} failed")
        say(f"ledger: {opened.path}")
    if failed:
        raise typer.Exit(1)


def docs(ledger: LedgerPath = None) -> None:
    """List the documents of the ledger with what was found in each, those retracted among them.

    Example: comity docs
    """
    columns = ["id", "published", "title", "publisher", "events", "ties", "claims", "opinions"]
    with open_existing(ledger) as opened:
        listed = opened.documents()
    rows = [
        [
            *(row.id[:12], str(row.published or ""), row.title or "", row.publisher or ""),
            *map(str, (row.events, row.ties, row.claims, row.opinions)),
        ]
        for row in listed
    ]
    if any(row.retraction for row in listed):
        columns.append("counts nowhere")
        rows = [[*cells, str(row.retraction or "")] for cells, row in zip(rows, listed, strict=True)]
    print_table(columns, rows)


def info(ledger: LedgerPath = None) -> None:
    """Say the version, where the ledger is, what it holds and which model reads.

    Example: comity info
    """
    from comity.ledger.place import ledger_path
    from comity.reading.model import model_name

    path = ledger_path(ledger)
    say(f"comity   {__version__}")
    say(f"model    {model_name()}")
    say(f"ledger   {path}")
    if not path.exists():
        say("holds    nothing yet: comity add FILE makes it")
        return
    with open_existing(path) as opened:
        state = opened.state()
        last = {one.document_id: one for one in opened.decisions()}
    retracted = sum(one.retracted for one in last.values())
    counts = f"{state.documents} documents, {state.events} events, {state.ties} ties, {state.claims} claims"
    say(f"holds    {counts}, {state.opinions} opinions (state {state.id})")
    if retracted:
        say(f"besides  {retracted} retracted, which count nowhere: comity docs")

"""The entry of the command line. Commands import what they need when they run, so that help is quick."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Annotated

import typer

from comity._version import __version__
from comity.cli import (
    ask,
    assess,
    brief,
    check,
    classify,
    demo,
    dossier,
    explain,
    fetching,
    imports,
    keep,
    measures,
    moves,
    partners,
    public,
    read,
    resolve,
    retract,
    show,
    triangle,
    who,
)
from comity.cli.datasets import TellsOfDatasets
from comity.cli.sources import complain
from comity.errors import ComityError, UsageError

_NEW_OBJECTS = 100_000
"""Made between two searches for dead cycles: with the 700 of Python they take a twentieth of a brief's time."""
app = typer.Typer(
    name="comity",
    help="Reads what states do with one another, keeps every act with its sentence, writes sourced briefs.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (
    read.read,
    resolve.resolve,
    classify.classify,
    keep.add,
    keep.docs,
    retract.retract,
    retract.restore,
    show.show,
    explain.explain,
    ask.timeline,
    ask.ties,
    who.who,
    assess.dyad,
    partners.partners,
    assess.compare,
    assess.changes,
    moves.precedents,
    moves.whatif,
    check.check,
    check.argue,
    triangle.triangle,
    brief.brief,
    dossier.dossier,
    ask.export,
    fetching.fetch,
    public.sources,
    public.tables,
    public.problems,
    public.cite,
    imports.forget,
    keep.info,
    measures.measures,
    demo.demo,
):
    app.command()(command)
app.command("import", cls=TellsOfDatasets)(imports.import_)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Reads what states do with one another, keeps every act with its sentence, writes sourced briefs."""


def run() -> None:
    """Run the command line: exit status 0 done, 1 some input failed, 2 the command line is wrong."""
    gc.set_threshold(_NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except UsageError as error:
        complain(error)
        sys.exit(2)
    except ComityError as error:
        complain(error)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output went away ('| head'); standard output is pointed at nothing for the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)

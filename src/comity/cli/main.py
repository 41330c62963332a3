"""The entry of the command line. Commands import what they need when they run, so that help is quick."""

from __future__ import annotations

import os
import sys

import typer

from comity.cli import ask, demo, keep, read
from comity.cli.sources import complain
from comity.errors import ComityError, UsageError

app = typer.Typer(
    name="comity",
    help="Reads what states do with one another, keeps every act with its sentence, writes sourced briefs.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (
    read.read,
    keep.add,
    keep.docs,
    keep.show,
    ask.timeline,
    ask.ties,
    ask.brief,
    ask.export,
    keep.info,
    demo.demo,
):
    app.command()(command)


def run() -> None:
    """Run the command line: exit status 0 done, 1 some input failed, 2 the command line is wrong."""
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

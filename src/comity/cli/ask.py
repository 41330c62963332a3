"""`comity timeline`, `ties` and `export`: answers from the ledger."""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import Annotated, Literal

import typer

from comity.cli.options import LedgerPath, codes, open_existing
from comity.cli.printing import say
from comity.errors import LedgerError, UsageError

Countries = Annotated[list[str], typer.Argument(help="Two or three states, by name or ISO3 code.")]


def timeline(countries: Countries, ledger: LedgerPath = None) -> None:
    """Print what the states did with each other, in order of time.

    Example: comity timeline Cambodia "North Korea"
    """
    from comity.assessment import Names, stand, words

    wanted = codes(countries)
    with open_existing(ledger) as opened:
        names = Names(opened)
        for pair in combinations(wanted, 2):
            dyad = stand(opened, *pair)
            say(f"{names.state(pair[0])} and {names.state(pair[1])}: {len(dyad.dealings)} dealings")
            for act in dyad.dealings:
                told = f"  {act.told}" if act.told else ""
                say(f"  {act.when:30} {words.who(act, names)}: {words.what(act)}  [{act.event.id}]{told}")


def ties(
    a: Annotated[str, typer.Argument(help="A state.")],
    b: Annotated[str, typer.Argument(help="Another.")],
    ledger: LedgerPath = None,
) -> None:
    """Print what stands between two states, since when, and by how many documents.

    Example: comity ties KHM KOR
    """
    from comity.assessment import Names, stand, words

    one, other = codes([a, b])
    with open_existing(ledger) as opened:
        names = Names(opened)
        dyad = stand(opened, one, other)
        for bond in (*dyad.bonds, *dyad.measures):
            told = ", ".join(held.item.id for held in bond.shown_by)
            say(f"{words.tie(bond, names)}: {words.course(bond)}  [{told}]")
        if not (dyad.bonds or dyad.measures):
            say(f"nothing stands between {names.state(one)} and {names.state(other)} in the ledger")


def export(
    what: Annotated[Literal["events", "ties", "claims", "opinions"], typer.Argument(help="Which table.")],
    output: Annotated[
        Literal["csv", "jsonl", "parquet"], typer.Option("--format", help="The file format.")
    ] = "csv",
    out: Annotated[Path | None, typer.Option(help="The file to write; standard output without it.")] = None,
    ledger: LedgerPath = None,
) -> None:
    """Export a table of the ledger.

    Example: comity export events --format parquet --out events.parquet
    """
    from comity.ledger import write_table

    if out is None and output == "parquet" and sys.stdout.isatty():
        raise UsageError(f"parquet is no text for a terminal: name a file, as in --out {what}.parquet")
    with open_existing(ledger) as opened:
        table = {
            "events": opened.events,
            "ties": opened.ties,
            "claims": opened.claims,
            "opinions": opened.opinions,
        }[what]()
    if out is None:
        write_table(table, output, sys.stdout.buffer)
        return
    try:
        with out.open("wb") as stream:
            write_table(table, output, stream)
    except OSError as error:
        raise LedgerError(
            f"{out}: cannot be written ({error.strerror}): choose another place with --out"
        ) from error
    say(f"wrote {table.num_rows} rows to {out}")

"""`comity import` and `comity forget`: public datasets into the tables of the ledger and out again."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.options import LedgerPath, open_existing
from comity.cli.printing import print_table, say
from comity.cli.sources import complain
from comity.cli.transfer import bar, rate
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.ledger import Ledger
    from comity.sources import Options, Outcome, Progress, Report

_SHOWN = 40
"""Files that are listed one by one."""
_REASONS = 3
"""Reasons that are named of each file."""


def import_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The dataset: see 'comity sources'.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files as published, or folders of them.")
    ],
    ledger: LedgerPath = None,
    part: Annotated[bool, typer.Option("--part", help="They are parts of whole files, and may be short.")] = False,
    mapping: Annotated[
        Path | None, typer.Option(help="What the columns mean, for the dataset 'table'.", show_default=False)
    ] = None,
    bad_share: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, help="The share of bad rows allowed, if not the dataset's own.", show_default=False
        ),
    ] = None,
    origin: Annotated[
        str | None, typer.Option(help="Where the files came from, kept with them.", show_default=False)
    ] = None,
) -> None:
    """Import a public dataset into the tables beside the ledger.

    A file that is known adds nothing, a newer version takes the place of the older one, and what cannot be
    read is set aside with its line and reason ('comity problems').

    Example: comity import gdelt 20240101.export.CSV.zip more/
    """
    from comity.ledger import open_ledger
    from comity.sources import Options, descriptor

    descriptor(name)
    with open_ledger(ledger) as opened:
        report = run_import(opened, name, files, Options(part, mapping, bad_share, origin))
        tell(report, opened.path)


def run_import(ledger: Ledger, name: str, files: Iterable[Path], options: Options) -> Report:
    """Import with a bar on a terminal; a stop leaves the tables as they were, and says so."""
    from comity.sources import import_files

    before, start = len(ledger.tables.files()), time.monotonic()
    try:
        with bar(is_bytes=True) as show:

            def watch(progress: Progress) -> None:
                if show:
                    told = rate(progress.rows, time.monotonic() - start, "rows")
                    show(progress.done, progress.total, told)

            return import_files(ledger, name, files, options, watch)
    except KeyboardInterrupt:
        is_done = len(ledger.tables.files()) > before
        told = "stopped just after the files were taken in" if is_done else "stopped: nothing was changed"
        complain(UsageError(told))
        raise typer.Exit(1) from None


def tell(report: Report, place: Path) -> None:
    """Print what became of the files; ends with status 1 where one was refused."""
    for error in report.errors:
        complain(error)
    if report.outcomes:
        columns = ("file", "form", "period", "kept", "aside", "most frequent reasons", "")
        print_table(columns, [_row(outcome) for outcome in report.outcomes[:_SHOWN]])
    if len(report.outcomes) > _SHOWN:
        say(f"and {len(report.outcomes) - _SHOWN:,} more files")
    counts = [sum(one.status == status for one in report.outcomes) for status in ("new", "newer", "known")]
    rows = sum(one.file.rows_kept for one in report.outcomes if one.status != "known")
    say(
        f"{counts[0]} new, {counts[1]} newer than one that was known, {counts[2]} known already,"
        f" {len(report.errors)} refused; {rows:,} rows added"
    )
    say(f"ledger: {place}")
    if report.errors:
        raise typer.Exit(1)


def forget(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The dataset.")], ledger: LedgerPath = None
) -> None:
    """Remove every row of a public dataset, to free the disk or to import it anew; raw files stay.

    Example: comity forget gdelt
    """
    with open_existing(ledger) as opened:
        known = opened.tables.files(name)
        if not known:
            raise UsageError(f"the ledger holds nothing of {name!r}: see 'comity sources'")
        opened.tables.forget(name)
        say(f"forgot {len(known)} files of {name}")


def _row(outcome: Outcome) -> Sequence[str]:
    from comity.sources.held import period

    file = outcome.file
    reasons = [f"{reason} ({rows:,})" for reason, rows in list(file.reasons.items())[:_REASONS]]
    reasons += [f"left out: {name}" for name in outcome.left_out[:_REASONS]]
    kept, aside = f"{file.rows_kept:,}", f"{file.rows_aside:,}"
    status = f"{outcome.status}; a newer one counts" if file.superseded_by else outcome.status
    return file.name, file.form, period([file]), kept, aside, "\n".join(reasons), status

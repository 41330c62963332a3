"""`comity fetch`: public datasets from their publishers, only when asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.imports import run_import, tell
from comity.cli.options import LedgerPath
from comity.cli.printing import say
from comity.cli.sources import complain
from comity.cli.transfer import bar
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.sources.fetch_files import FetchProgress, FetchReport

_GIB = 1 << 30


def fetch(
    what: Annotated[str, typer.Argument(metavar="NAME|URL", help="A dataset, or the address of one file.")],
    first: Annotated[
        str | None, typer.Option("--from", help="First day, as 2024-01-01.", show_default=False)
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", help="Last day; today without it.", show_default=False)
    ] = None,
    files: Annotated[
        str | None, typer.Option("--set", help="Which files of the dataset: see 'comity sources NAME'.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="Where to; beside the ledger without it.", show_default=False)
    ] = None,
    is_imported: Annotated[bool, typer.Option("--import", help="Import them too.")] = False,
    largest: Annotated[float, typer.Option(min=0, help="The largest file to fetch, in GiB.")] = 20,
    ledger: LedgerPath = None,
) -> None:
    """Fetch files of a public dataset; those that are here already and have not changed are not fetched again.

    What was broken off goes on where it stopped. One request a second goes to each host. Only public addresses
    are asked, unless COMITY_ALLOW_PRIVATE_ADDRESSES=1.

    Example: comity fetch gdelt --from 2024-01-01 --to 2024-01-07 --import
    """
    from comity.ledger.place import ledger_path
    from comity.sources.fetch_files import raw_folder

    is_url = "://" in what
    if is_url and (is_imported or first or last or files):
        raise UsageError(f"{what} is one file: fetch it alone, then 'comity import NAME FILE'")
    folder = into or raw_folder(ledger_path(ledger), "files" if is_url else what)
    days = _day(first, "--from"), _day(last, "--to")
    report = _run(what, folder, days, files, int(largest * _GIB))
    for error in report.errors:
        complain(error)
    held = sum(one.status == "held" for one in report.files)
    say(f"{len(report.files) - held} fetched, {held} here already, {len(report.errors)} failed")
    say(f"folder: {folder}")
    if is_imported and report.files:
        _import(what, report, ledger)
    if report.errors:
        raise typer.Exit(1)


def _run(
    what: str, folder: Path, days: tuple[dt.date | None, dt.date | None], files: str | None, largest: int
) -> FetchReport:
    from comity.sources import fetch as fetch_set
    from comity.sources import fetch_address
    from comity.sources.fetch_client import Settings

    settings = replace(Settings(), largest=largest)
    try:
        with bar(is_bytes=False) as show:

            def watch(progress: FetchProgress) -> None:
                if show:
                    show(progress.done, progress.total, f"files, {progress.size:,} bytes")

            if "://" in what:
                return fetch_address(what, folder, settings, watch)
            return fetch_set(what, folder, *days, files=files, settings=settings, watch=watch)
    except KeyboardInterrupt:
        complain(UsageError("stopped: the same command goes on where this one was"))
        raise typer.Exit(1) from None


def _import(name: str, report: FetchReport, ledger: LedgerPath) -> None:
    from comity.ledger import open_ledger
    from comity.sources import Options

    with open_ledger(ledger) as opened:
        tell(run_import(opened, name, sorted(one.path for one in report.files), Options()), opened.path)


def _day(text: str | None, option: str) -> dt.date | None:
    if text is None:
        return None
    from comity.reading.extract import parse_date

    return parse_date(text, option)

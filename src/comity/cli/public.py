"""`comity sources`, `tables`, `problems` and `cite`: what is known and what is held of public datasets."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from comity.cli.options import LedgerPath, open_existing
from comity.cli.printing import print_table, say
from comity.cli.sources import complain
from comity.errors import LedgerError, UsageError

Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Datasets; all without one.")]


def sources(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|check]", help="A dataset, or 'check'.", show_default=False)
    ] = None,
    ledger: LedgerPath = None,
) -> None:
    """List the public datasets that can be imported, and what the ledger holds of each.

    With a name: where to get it, what it costs, what may be done with it, how to cite it, and its forms.
    With 'check': whether the tables, and the raw files that still lie there, are as they were.

    Example: comity sources gdelt
    """
    if name == "check":
        _check(ledger)
    elif name is None:
        _list(ledger)
    else:
        _describe(name)


def tables(
    name: Annotated[str | None, typer.Argument(metavar="[TABLE]", help="One of them.", show_default=False)] = None,
) -> None:
    """Explain the tables that public datasets are brought into, and their columns.

    Example: comity tables events
    """
    from comity.ledger.datasets.schemas import SCHEMAS, schema

    if name is None:
        print_table(("table", "what is in it"), [(one.name, one.meaning) for one in SCHEMAS.values()])
        return
    wanted = schema(name)
    say(f"{wanted.name}: {wanted.meaning}")
    columns = [(column.name, column.kind, column.meaning) for column in wanted.columns]
    print_table(("column", "type", "what it holds"), columns)


def problems(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A dataset.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most rows and codes to list.")] = 50,
    ledger: LedgerPath = None,
) -> None:
    """List rows that imports set aside, by file, line and reason, and codes that stand for no known state.

    Example: comity problems gdelt
    """
    from comity.sources.problems import rejects, unresolved

    with open_existing(ledger) as opened:
        aside, total = rejects(opened, name, limit)
        codes = unresolved(opened, name)
    if aside:
        columns = ("dataset", "file", "line", "column", "reason", "row")
        rows = [
            (one.source, one.file, _told(one.line), one.field or "", one.reason, one.content or "")
            for one in aside
        ]
        print_table(columns, rows, "set aside")
    _rest(len(aside), total, "rows were set aside")
    if codes:
        shown = [(one.source, one.table, one.column, one.code, f"{one.rows:,}") for one in codes[:limit]]
        print_table(("dataset", "table", "column", "code", "rows"), shown, "codes of no known state")
    _rest(min(len(codes), limit), len(codes), "codes stand for no known state")


def cite(
    names: Names = None,
    output: Annotated[Literal["plain", "bibtex"], typer.Option("--format", help="How to print.")] = "plain",
    ledger: LedgerPath = None,
) -> None:
    """Print the citations of what the ledger holds, with the files and days that were used.

    Example: comity cite gdelt --format bibtex
    """
    from comity.sources.held import bibtex, citation, holdings

    with open_existing(ledger) as opened:
        found = holdings(opened.tables)
    for name in names or found:
        if name not in found:
            raise UsageError(f"the ledger holds nothing of {name!r}: it holds {', '.join(found) or 'no dataset'}")
        say(bibtex(found[name]) if output == "bibtex" else citation(found[name]))
    if not found:
        raise LedgerError("the ledger holds no dataset yet: see 'comity import --help'")


def _list(ledger: LedgerPath) -> None:
    from comity.ledger.place import ledger_path
    from comity.sources import descriptor, names
    from comity.sources.held import holdings

    place = ledger_path(ledger)
    found = {}
    if place.exists():
        with open_existing(place) as opened:
            found = holdings(opened.tables)
    rows = []
    for name in sorted({*names(), *found}):
        about, held = (descriptor(name) if name in names() else None), found.get(name)
        told = (f"{len(held.files):,}", f"{held.rows:,}", held.period) if held else ("", "", "")
        licence = about.licence if about else held.files[0].licence if held else ""
        rows.append((name, about.title if about else "", *told, licence))
    print_table(("dataset", "title", "files", "rows", "period", "licence"), rows)


def _describe(name: str) -> None:
    from comity.sources.pages import facts

    for label, told in facts(name):
        say(f"{label:12} {told}")


def _check(ledger: LedgerPath) -> None:
    from comity.sources.check import check

    with open_existing(ledger) as opened:
        found = check(opened.tables)
    for fault in found.faults:
        complain(LedgerError(fault))
    say(f"{found.parts:,} parts and {found.raw:,} raw files looked at, {len(found.faults):,} not as they were")
    if found.faults:
        raise typer.Exit(1)


def _rest(shown: int, total: int, what: str) -> None:
    more = f"; {total - shown:,} more are not listed: --limit {total}" if total > shown else ""
    say(f"{total:,} {what}{more}")


def _told(line: int | None) -> str:
    return "" if line is None else str(line)

"""`comity who`: who holds an office, or which offices somebody holds, by the ledger."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from comity.cli.options import LedgerPath, open_existing
from comity.cli.printing import print_table, say
from comity.cli.sources import complain
from comity.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from comity.ledger import Holding, Imported, Ledger, Telling

_COLUMNS = ("", "person", "office", "of", "host", "held", "documents")


def who(
    query: Annotated[str, typer.Argument(metavar="NAME|OFFICE", help="A person, or an office of a state.")],
    on: Annotated[str | None, typer.Option(help="Who held it on this day, as 2024-06-01.")] = None,
    output: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", help="table for people, jsonl for programs.")
    ] = "table",
    ledger: LedgerPath = None,
) -> None:
    """Say who holds an office, or which offices somebody holds, with the sentence that shows it.

    Dates are stated by a text, or evidenced: the first or last day on which texts show the person in office.
    Behind the texts come those that imported files of leaders know, with the dataset and its citation.

    Example: comity who "South Korean ambassador to Cambodia" --on 2024-06-01
    """
    day = _day(on) if on is not None else None
    with open_existing(ledger) as opened:
        found = opened.who(query, day)
        if not found:
            complain(LedgerError(_nobody(opened, query, on)))
            raise typer.Exit(1)
    if output == "jsonl":
        for holding in found:
            typer.echo(json.dumps(_fields(holding), ensure_ascii=False, default=str))
    else:
        _print(found, day)


def _day(on: str) -> dt.date:
    """The day of an ISO date, without loading the reader and its parser of dates."""
    try:
        return dt.date.fromisoformat(on)
    except ValueError:
        raise UsageError(
            f"--on: {on!r} is not a date; write year, month and day, for example 2024-09-13"
        ) from None


def _nobody(ledger: Ledger, query: str, on: str | None) -> str:
    then = f" on {on}" if on else ""
    known = ", ".join(ledger.near(query)) or "nobody like that; add texts that name the holder"
    return f"{query!r}: the ledger shows nobody in office{then}; it knows {known}"


def _print(found: Sequence[Holding], day: dt.date | None) -> None:
    numbered = list(enumerate(found, 1))
    print_table(_COLUMNS, [(str(at), *_row(one, day)) for at, one in numbered])
    for at, one in numbered:
        say(f"{at}  {_import(one.imported) if one.imported else _passage(one.tellings[0])}")


def _row(one: Holding, day: dt.date | None) -> tuple[str, ...]:
    from comity import gazetteer
    from comity.ledger.titles import one_per

    name = gazetteer.load().name
    unsaid = "not told" if one_per(one.title) == "host" else ""
    of, host = name(one.of) if one.of else "not told", name(one.host) if one.host else unsaid
    return one.name, one.title, of, host, _when(one, day), str(one.documents)


def _when(holding: Holding, day: dt.date | None) -> str:
    """'2016 to 2019, stated', '2016 (stated) to 2024-06-03 (evidenced)'; what is not known is left out."""
    if holding.imported:
        return f"{holding.from_ or 'not told'} to {holding.to or 'no end told'}, imported"
    ends = dict.fromkeys((_end(holding.from_, holding.first), _end(holding.to, holding.last)))
    known = [(date, how) for date, how in ends if date]
    if len({how for _, how in known}) == 1:
        told = f"{' to '.join(date for date, _ in known)}, {known[0][1]}"
    else:
        told = " to ".join(f"{date} ({how})" for date, how in known)
    told = told or ("former" if holding.is_former else "not told when")
    return f"{told}; inferred for {day}" if holding.by == "inferred" else told


def _end(stated: str | None, evidenced: dt.date | None) -> tuple[str, str]:
    return (stated, "stated") if stated else (str(evidenced or ""), "evidenced")


def _import(told: Imported) -> str:
    """The row of the public record, with what it calls the office."""
    return f"imported as “{told.role}” ({told.dataset}, {told.file}, {told.id}): {told.citation}"


def _passage(telling: Telling) -> str:
    """The sentence with the title and date of its document."""
    words = f"“{' '.join(telling.quotation.split())}” " if telling.quotation else ""
    source = telling.source
    told = ", ".join(
        str(part) for part in (source.title or "untitled", source.publisher, source.published) if part
    )
    return f"{words}({told}; document {telling.document_id[:12]})"


def _fields(holding: Holding) -> dict[str, Any]:
    """The holding under the names of the record: `from` and `to` as stated, `first` and `last` as evidenced."""
    fields = {name.rstrip("_"): value for name, value in asdict(holding).items()}
    return {**fields, "documents": holding.documents}

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.ledger import Ledger
    from comity.reading.layers import DateOrder, Meta
    from comity.reading.ontologies import Ontology

LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", envvar="COMITY_LEDGER", help="The ledger file.", show_default=False)
]
Published = Annotated[str | None, typer.Option(help="Date of publication, as 2024-09-13.")]
Publisher = Annotated[str | None, typer.Option(help="Who published it.")]
Author = Annotated[str | None, typer.Option(help="Who wrote it.")]
Title = Annotated[str | None, typer.Option(help="Its title.")]
Url = Annotated[str | None, typer.Option(help="Where it is found; nothing is fetched.")]
GenreName = Annotated[
    str | None, typer.Option("--genre", help="news, opinion, release, communique, report or unknown.")
]
DateOrderName = Annotated[
    str | None,
    typer.Option(
        "--date-order",
        help="How 03/04/2024 is meant: dmy, mdy, ymd, or dmy-be where years are Buddhist. "
        "Without it the publisher decides, where it is known.",
    ),
]
OntologyFile = Annotated[
    Path | None,
    typer.Option(
        "--ontology", envvar="COMITY_ONTOLOGY", help="A TOML file of event types of your own.", show_default=False
    ),
]
InputFormat = Annotated[
    str | None, typer.Option(help="txt, html, pdf, docx, eml or jsonl, where the name misleads.")
]

Jobs = Annotated[
    int | None,
    typer.Option(min=1, help="Processes for many texts; without it one a core.", show_default=False),
]


def one_of(option: str, known: Sequence[str]) -> Callable[[str], str]:
    """A parser for an option of a few values: another is one sentence that lists them, as for other mistakes."""

    def parse(given: str) -> str:
        if given not in known:
            raise UsageError(f"{option}: {given!r} is none of its values: choose one of {', '.join(known)}")
        return given

    parse.__name__ = "|".join(known)  # what help shows for the value
    return parse


def open_existing(path: Path | None) -> Ledger:
    """The ledger that a command asks questions of; a missing one is an error that says how to make it."""
    from comity.ledger import open_ledger

    return open_ledger(path, create=False)


def ontology(path: Path | None) -> Ontology | None:
    """The ontology of a file; `None` where none is named. Raises `UsageError` for the first mistake in it."""
    if path is None:
        return None
    from comity.reading.ontologies import load_ontology

    return load_ontology(path)


def meta(
    published: str | None,
    publisher: str | None,
    author: str | None,
    title: str | None,
    url: str | None,
    genre: str | None,
    date_order: str | None = None,
) -> Meta:
    """What the command line says about the documents. Raises `UsageError` for a value that is none."""
    from comity.reading.extract import parse_date
    from comity.reading.layers import Meta
    from comity.record.values import Genre

    if genre is not None and genre not in get_args(Genre):
        raise UsageError(f"--genre: {genre!r} is no genre: choose one of {', '.join(get_args(Genre))}")
    order = checked_order(date_order)
    date = parse_date(published, "--published") if published is not None else None
    return Meta(title, publisher, author, url, date, genre or "unknown", order)  # type: ignore[arg-type]


def checked_order(date_order: str | None) -> DateOrder | None:
    """An order of day, month and year. Raises `UsageError` for a word that is none."""
    from comity.reading.layers import DateOrder

    if date_order is not None and date_order not in get_args(DateOrder):
        raise UsageError(
            f"--date-order: {date_order!r} is no order: choose one of {', '.join(get_args(DateOrder))}"
        )
    return date_order  # type: ignore[return-value]


def codes(countries: list[str]) -> tuple[str, ...]:
    """ISO3 codes of states given by name or code; two or three different ones."""
    from comity import gazetteer

    found = tuple(dict.fromkeys(gazetteer.load().country_code(country) for country in countries))
    if not 2 <= len(found) <= 3:
        raise UsageError(f"{' '.join(countries)!r}: give two or three different states, as in KHM KOR PRK")
    return found

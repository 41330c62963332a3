"""`comity brief`: a finished document on two states, or on one between two others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.assess import GradesFile, day
from comity.cli.options import LedgerPath, open_existing
from comity.cli.printing import say
from comity.cli.sources import complain
from comity.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from comity.brief.document import Brief
    from comity.brief.request import Request

Countries = Annotated[
    list[str] | None, typer.Argument(help="Two or three states, by name or ISO3 code.", show_default=False)
]
Audience = Annotated[str, typer.Option(help="minister, desk, researcher or press.")]
NewSince = Annotated[
    str | None, typer.Option("--since", help="Tell what is new since this day, as 2024-06-30.", show_default=False)
]
FromManifest = Annotated[
    Path | None,
    typer.Option("--from-manifest", help="Make again what a manifest tells of.", show_default=False),
]
Lang = Annotated[str, typer.Option("--lang", help="en or fr.")]
MANIFEST = ".json"


def brief(
    countries: Countries = None,
    out: Annotated[Path, typer.Option(help="The file to write: .html, .pdf, .docx or .md.")] = Path("brief.html"),
    length: Annotated[str, typer.Option(help="one-page, standard or full.")] = "standard",
    audience: Audience = "desk",
    since: NewSince = None,
    lang: Lang = "en",
    manifest: FromManifest = None,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Write a brief, every statement with the passages and rows that it rests on, and its manifest beside it.

    The same ledger gives the same brief, byte for byte. The manifest (brief.html.json) lists its findings and
    evidence; from it the brief is made again, and what has changed in the ledger since is told.

    Example: comity brief KHM KOR PRK --out brief.html
    """
    from comity.assessment.holdings import Holdings
    from comity.brief.decided import decided
    from comity.brief.forms import beginner
    from comity.brief.make import make
    from comity.brief.manifest import changed, written

    form = form_for(out)
    request, old = _request(tuple(countries or ()), length, audience, since, lang, manifest)
    with open_existing(ledger) as opened:
        holdings = Holdings(opened, grades)
        made = make(holdings, request, beginner(out.suffix.lower()))
        new = written(made, request, holdings.state.id, decided(holdings))
    write(out, form(made))
    write(out.with_name(out.name + MANIFEST), new.encode())
    for line in changed(old, new) if old else ():
        complain(LedgerError(line))
    say(f"wrote {out}")


def _request(
    countries: tuple[str, ...], length: str, audience: str, since: str | None, lang: str, manifest: Path | None
) -> tuple[Request, dict[str, object] | None]:
    from comity.brief.manifest import read
    from comity.brief.request import requested

    if manifest is not None:
        if countries:
            raise UsageError(f"{', '.join(countries)}: the manifest names the states already: leave them out")
        request, old = read(manifest)
        if len(request.states) == 1:
            raise UsageError(f"{manifest}: is the manifest of a dossier: give it to 'comity dossier'")
        return request, dict(old)
    since_day = day(since, "--since")
    return requested(countries, length, audience, since_day, lang), None


def form_for(out: Path) -> Callable[[Brief], bytes]:
    """What makes the form that the name of the file asks for. Raises `UsageError` for another."""
    from comity.brief.forms import FORMS, form_of

    if out.suffix.lower() not in FORMS:
        raise UsageError(f"{out}: a brief is written as {', '.join(FORMS)}: choose another name with --out")
    return form_of(out.suffix.lower())


def write(out: Path, content: bytes) -> None:
    """A file whole. Raises `LedgerError` where it cannot be written."""
    try:
        out.write_bytes(content)
    except OSError as error:
        raise LedgerError(
            f"{out}: cannot be written ({error.strerror}): choose another place with --out"
        ) from error

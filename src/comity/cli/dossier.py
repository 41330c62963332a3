"""`comity dossier`: a page for each partner of a state, with an index and a comparison."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.assess import GradesFile, day
from comity.cli.brief import MANIFEST, Audience, FromManifest, Lang, NewSince, form_for, write
from comity.cli.options import LedgerPath, open_existing
from comity.cli.printing import say, watched
from comity.cli.sources import complain
from comity.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from comity.brief.request import Request


def dossier(
    state: Annotated[str | None, typer.Argument(help="A state, by name or ISO3 code.", show_default=False)] = None,
    out: Annotated[
        Path, typer.Option(help="A folder for a page each, or one file: .html, .pdf, .docx or .md.")
    ] = Path("dossier"),
    most: Annotated[int, typer.Option(min=1, help="Pages at most, on the partners with the longest record.")] = 20,
    length: Annotated[str, typer.Option(help="Of each page: one-page, standard or full.")] = "one-page",
    audience: Audience = "desk",
    since: NewSince = None,
    lang: Lang = "en",
    manifest: FromManifest = None,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Write a brief on a state with each of its partners, an index of them, and a comparison, and a manifest.

    A folder gets index.html and a page for each partner (KOR.html); a file holds all. Partners without a page are
    named, with the reason. A page takes about a second. The manifest (index.html.json, or dossier.pdf.json) does
    what that of 'comity brief' does.

    Example: comity dossier KHM --out khm --most 10
    """
    from comity.assessment.counting import counted
    from comity.assessment.holdings import Holdings
    from comity.brief.decided import decided
    from comity.brief.dossier import INDEX, make_dossier
    from comity.brief.manifest import changed, written

    request, most, old = _request(state, most, (length, audience, since, lang), manifest)
    main = out if out.suffix else out / INDEX
    form = form_for(main)
    if main != out and out.is_file():
        raise UsageError(f"{out}: is a file, not a folder for pages: choose another place with --out")
    with open_existing(ledger) as opened:
        holdings = Holdings(opened, grades)
        made = make_dossier(holdings, request, most, lambda partners: watched(partners, "pages"))
        whole = made.whole()
        new = written(whole, request, holdings.state.id, decided(holdings), most=most)
    _folder(main.parent)
    for name, brief in ({main.name: whole} if out.suffix else made.files()).items():
        write(main.with_name(name), form(brief))
    write(main.with_name(main.name + MANIFEST), new.encode())
    for line in changed(old, new) if old else ():
        complain(LedgerError(line))
    say(f"wrote {main}: {counted(len(made.pages), 'page')}")


def _request(
    state: str | None, most: int, how: tuple[str, str, str | None, str], manifest: Path | None
) -> tuple[Request, int, dict[str, Any] | None]:
    from comity.brief.manifest import read
    from comity.brief.request import requested_of

    if manifest is None:
        if state is None:
            raise UsageError("a dossier is about one state: name it, as in 'comity dossier KHM'")
        length, audience, since, lang = how
        return requested_of(state, length, audience, day(since, "--since"), lang), most, None
    if state is not None:
        raise UsageError(f"{state}: the manifest names the state already: leave it out")
    request, old = read(manifest)
    pages = old["request"].get("most")
    if len(request.states) != 1 or not isinstance(pages, int) or pages < 1:
        raise UsageError(f"{manifest}: is no manifest of a dossier: give it to 'comity brief'")
    return request, pages, dict(old)


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{path}: cannot be made ({error.strerror}): choose another place with --out") from error

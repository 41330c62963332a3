"""`comity demo`: the sample corpus from text to brief."""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.cli.printing import say
from comity.errors import LedgerError

if TYPE_CHECKING:
    from comity.assessment import Names
    from comity.brief.document import Brief
    from comity.ledger import Ledger

_FOLDER = Path("comity-demo")
_STATES = ("KHM", "KOR", "PRK")


def demo() -> None:
    """Read the sample corpus into a ledger and write the brief on Cambodia between the two Koreas.

    Example: comity demo
    """
    from comity.assessment import Names
    from comity.assessment.holdings import Holdings
    from comity.brief.forms.html import html_of
    from comity.brief.make import make
    from comity.brief.request import requested
    from comity.ledger import open_ledger

    path, page = _FOLDER / "ledger.db", _FOLDER / "cambodia-two-koreas.html"
    with open_ledger(path) as ledger:
        reused = _fill(ledger)
        if reused:
            say(f"{path} holds {reused} of the documents already; they are used as they are")
        _summary(ledger, Names(ledger))
        brief = make(Holdings(ledger), requested(_STATES))
        _headline(brief)
        _write(page, html_of(brief))
    say(f"\nthe ledger  {path}\nthe brief   {page}  (open it in a browser)")
    say("\nnext, try:")
    for line in ("triangle KHM KOR PRK", "check", "timeline KHM PRK", "export events --format csv"):
        say(f"  comity {line} --ledger {path}")


def _write(page: Path, text: str) -> None:
    try:
        page.write_text(text, encoding="utf-8")
    except OSError as error:
        raise LedgerError(
            f"{page}: cannot be written ({error.strerror}): run the demo in another folder"
        ) from error


def _fill(ledger: Ledger) -> int:
    """Add the sample documents; returns how many were there before."""
    from rich.console import Console
    from rich.progress import track

    from comity.reading.layers import Meta
    from comity.reading.normalise import normalise
    from comity.reading.reader import read_text
    from comity.record import document_id

    folder = files("comity") / "sample"
    index: list[dict[str, Any]] = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    held = {row.id for row in ledger.documents()}
    texts = [(entry, normalise((folder / entry["file"]).read_text(encoding="utf-8"))) for entry in index]
    fresh = [(entry, text) for entry, text in texts if document_id(text) not in held]
    for entry, text in track(fresh, description="reading", console=Console(stderr=True), disable=not fresh):
        published = dt.date.fromisoformat(entry["published"])
        about = Meta(entry["title"], entry["publisher"], entry["author"], None, published, entry["genre"])
        ledger.add(read_text(text, about))
    return len(texts) - len(fresh)


def _summary(ledger: Ledger, names: Names) -> None:
    from comity.assessment import stand, words

    state = ledger.state()
    say(
        f"{state.documents} documents: {state.events} events, {state.ties} ties, {state.claims} claims, "
        f"{state.opinions} opinions"
    )
    for other in _STATES[1:]:
        say(f"\nlast dealings of Cambodia with {names.state(other)}:")
        dated = [act for act in stand(ledger, "KHM", other).dealings if act.is_dated]
        for act in dated[-4:]:
            say(f"  {act.when:22} {words.who(act, names)}: {words.what(act)}")


def _headline(brief: Brief) -> None:
    """The first chapter of the brief, as far as it is text."""
    from comity.brief.document import Heading, Paragraph

    say(f"\n{brief.title}")
    for block in brief.blocks[1:]:
        if isinstance(block, Heading):
            return
        if isinstance(block, Paragraph):
            say(f"  {block.lead}")
            say(f"    {' '.join(sentence.text for sentence in block.sentences)}")

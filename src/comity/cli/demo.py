"""`comity demo`: the sample corpus from text to brief."""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from comity.assessment import Names
    from comity.ledger import Ledger

_FOLDER = Path("comity-demo")
_STATES = ("KHM", "KOR", "PRK")


def demo() -> None:
    """Read the sample corpus into a ledger and write the brief on Cambodia between the two Koreas.

    Example: comity demo
    """
    from comity.assessment import Names
    from comity.brief import write_html
    from comity.ledger import open_ledger

    _FOLDER.mkdir(exist_ok=True)
    path, page = _FOLDER / "ledger.db", _FOLDER / "cambodia-two-koreas.html"
    with open_ledger(path) as ledger:
        reused = _fill(ledger)
        if reused:
            typer.echo(f"{path} holds {reused} of the documents already; they are used as they are")
        _summary(ledger, Names(ledger))
        page.write_text(write_html(ledger, _STATES), encoding="utf-8")
    typer.echo(f"\nthe ledger  {path}\nthe brief   {page}  (open it in a browser)")
    typer.echo("\nnext, try:")
    for line in ("docs", "timeline KHM PRK", "ties KHM KOR", "export events --format csv"):
        typer.echo(f"  comity {line} --ledger {path}")


def _fill(ledger: Ledger) -> int:
    """Add the sample documents; returns how many were there before."""
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
    for entry, text in track(fresh, description="reading", disable=not fresh):
        published = dt.date.fromisoformat(entry["published"])
        about = Meta(entry["title"], entry["publisher"], entry["author"], None, published, entry["genre"])
        ledger.add(read_text(text, about))
    return len(texts) - len(fresh)


def _summary(ledger: Ledger, names: Names) -> None:
    from rich.console import Console
    from rich.table import Table

    from comity.assessment import side_by_side, stand, words

    state = ledger.state()
    typer.echo(
        f"{state.documents} documents: {state.events} events, {state.ties} ties, {state.claims} claims, "
        f"{state.opinions} opinions"
    )
    for other in _STATES[1:]:
        typer.echo(f"\nlast dealings of Cambodia with {names.state(other)}:")
        dated = [act for act in stand(ledger, "KHM", other).dealings if act.is_dated]
        for act in dated[-4:]:
            typer.echo(f"  {act.when:22} {words.who(act, names)}: {words.what(act)}")
    typer.echo("")
    table = Table(title="side by side")
    for column in ("", *(names.state(other) for other in _STATES[1:])):
        table.add_column(column, overflow="fold")
    for row in side_by_side(ledger, *_STATES).rows:
        table.add_row(row.topic, *("\n".join(finding.value for finding in cell) for cell in row.cells))
    Console().print(table)

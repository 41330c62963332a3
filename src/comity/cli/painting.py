"""Colours for people: whether there are any, which part of a text has which, and texts that carry them.

Colour is an extra: with it or without it the words are the same ones, made safe by `printing.plain`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from comity.cli.printing import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from comity.reading.why.explanation import Passage

ColourName = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", help="Colours: auto is on a terminal only, unless NO_COLOR is set."),
]
STYLES = {
    "act": "bold red",
    "actor": "bold green",
    "recipient": "bold cyan",
    "party": "bold green",
    "state": "bold green",
    "person": "bold cyan",
    "body": "bold blue",
    "date": "yellow",
    "place": "magenta",
    "words": "underline",
    "claim": "underline blue",
    "opinion": "underline italic magenta",
}
"""By what a part of a text is; of the sixteen colours that every terminal lets its user choose."""
_WIDEST = _PIPED = 100
_GUTTER = 14


def is_coloured(colour: str) -> bool:
    """Whether to colour standard output: as asked, else where it is a terminal that has colours."""
    if colour != "auto":
        return colour == "always"
    plainly = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plainly


def console(coloured: bool) -> Console:
    """Standard output as wide as is good to read; escape sequences only where `coloured`."""
    from rich.console import Console

    wide = Console().width if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPED
    return Console(
        width=max(40, min(wide, _WIDEST)),
        force_terminal=coloured,
        no_color=not coloured,
        color_system="standard" if coloured else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def painted(text: str, spans: Iterable[tuple[int, int, str]], offset: int = 0) -> Text:
    """A text with the style of each (start, end, part); later ones lie over earlier ones."""
    from rich.text import Text

    whole = Text(plain(text))
    for start, end, part in spans:
        whole.stylize(STYLES[part], start - offset, end - offset)
    return whole


def marked(text: str, passage: Passage, coloured: bool) -> Text:
    """A sentence with its marks in colour, or where there is none in brackets with their names: '[act: met]'."""
    from rich.text import Text

    whole, at = Text(), passage.start
    for mark in passage.marks:
        whole.append(_flat(text[at : mark.start]))
        words = _flat(text[mark.start : mark.end])
        whole.append(words if coloured else f"[{mark.role}: {words}]", STYLES[mark.role])
        at = mark.end
    whole.append(_flat(text[at : passage.end]))
    return whole


def _flat(text: str) -> str:
    return plain(text.replace("\n", " "))


def legend(parts: Sequence[str]) -> Text:
    """One line that shows each part in its colour."""
    from rich.text import Text

    return Text("  ").join(Text(part, STYLES[part]) for part in parts)


def flow(out: Console, text: Text | str, head: Text | str = "") -> None:
    """A text wrapped to the width of the output, no line ending in a space; `head` stands before the first."""
    from rich.text import Text

    first = Text(head) if isinstance(head, str) else head
    rows = (Text(plain(text)) if isinstance(text, str) else text).wrap(out, out.width - len(first))
    for row in rows:
        row.rstrip()
        out.print(first + row)
        first = Text(" " * len(first))


def entry(
    out: Console, label: str, lines: Sequence[Text | str], part: str | None = None, gutter: int = _GUTTER
) -> None:
    """A label with what is said under it, indented and wrapped beside it."""
    from rich.text import Text

    head = Text.assemble((label.ljust(gutter), STYLES[part] if part else "bold"))
    for line in lines:
        flow(out, line, head)
        head = Text(" " * gutter)

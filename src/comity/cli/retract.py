"""`comity retract` and `comity restore`: a document taken back, and let count again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.headings import told_in
from comity.cli.options import LedgerPath, open_existing
from comity.cli.printing import say
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.ledger import Found, Ledger

Which = Annotated[str, typer.Argument(metavar="DOC", help="The id of a document, or the beginning of one.")]
By = Annotated[str, typer.Option("--by", help="Who decides it.", show_default=False)]
Why = Annotated[str, typer.Option("--why", help="The reason, in a sentence.", show_default=False)]


def retract(document: Which, by: By, why: Why, ledger: LedgerPath = None) -> None:
    """Take a document back: it is kept with all that was read in it, but nothing of it counts any more.

    Who decided it and why is kept too, and told wherever the document is looked at.

    Example: comity retract 65b638 --by "M. Reader" --why "the paper has withdrawn it"
    """
    with open_existing(ledger) as opened:
        found = _document(opened, document)
        decision = opened.retract(found.document.id, by, why)
        say(f"{_place(found)}\n{decision}")
        say(f"taken out: {_items(opened, found)}; they are kept, and count nowhere")
        for copy in found.copies:
            say(f"near-copy that still counts: {_place(opened.find(copy))}")
        say(f"to let it count again: comity restore {found.document.id[:12]} --by WHO --why WHY")


def restore(document: Which, by: By, why: Why, ledger: LedgerPath = None) -> None:
    """Let a document that was retracted count again, with all that was read in it.

    Example: comity restore 65b638 --by "M. Reader" --why "another paper of that name had withdrawn its own"
    """
    with open_existing(ledger) as opened:
        found = _document(opened, document)
        decision = opened.restore(found.document.id, by, why)
        say(f"{_place(found)}\n{decision}")
        say(f"counts again: {_items(opened, found)}")


def _document(ledger: Ledger, which: str) -> Found:
    found = ledger.find(which)
    if found.kind != "document":
        raise UsageError(
            f"{which!r} is the id of an item ({found.kind}): only whole documents are retracted and restored;"
            f" the item is of document {found.document.id[:12]}"
        )
    return found


def _place(found: Found) -> str:
    return told_in(found.sources[0], found.document)


def _items(ledger: Ledger, found: Found) -> str:
    """'2 acts, 1 tie, 0 claims and 1 opinion'."""
    from comity.assessment.counting import counted
    from comity.assessment.names import listed

    record = ledger.record(found.document.id)
    kinds = {"act": record.events, "tie": record.ties, "claim": record.claims, "opinion": record.opinions}
    return listed([counted(len(items), noun) for noun, items in kinds.items()])

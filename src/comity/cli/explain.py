"""`comity explain`: why an item was read so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.headings import heading, retracted, sources
from comity.cli.options import DateOrderName, LedgerPath, OntologyFile, checked_order, open_existing
from comity.cli.options import ontology as load
from comity.cli.painting import ColourName, console, entry, flow, is_coloured, legend, marked
from comity.cli.printing import plain
from comity.cli.reports import reports
from comity.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from comity.ledger import Found
    from comity.reading.why.explanation import Explanation
    from comity.record import Claim, Event, Opinion, Tie

_OTHERWISE = (
    "Read again now, the text gives no item of this id: the ledger keeps what an earlier version, another model "
    "or other options found."
)


def explain(
    item: Annotated[str, typer.Argument(metavar="ID", help="An id or the beginning of one.")],
    ledger: LedgerPath = None,
    date_order: DateOrderName = None,
    ontology: OntologyFile = None,
    colour: ColourName = "auto",
) -> None:
    """Tell why an event, tie, claim or opinion was read so: rule, parties, date, place, voice, code, confidence.

    The text is read again as it was added; give --date-order and --ontology again if they were given then.

    Example: comity explain event-1f0c
    """
    from comity.assessment import Names
    from comity.reading.why.explain import explain as why

    order, own, coloured = checked_order(date_order), load(ontology), is_coloured(colour)
    with open_existing(ledger) as opened:
        found = opened.find(item)
        if found.kind == "document":
            listed = f"comity show {found.item.id[:12]} --color always lists them"
            raise UsageError(f"{item!r} is a document: give the id of one of its items; {listed}")
        kept: Event | Tie | Claim | Opinion = found.item  # type: ignore[assignment]
        out = console(coloured)
        out.print(plain(found.item.id), style="bold" if coloured else "")
        for line in (*retracted(found), heading(kept, found.document, Names(opened)), *sources(found)):
            flow(out, line)
        out.print()
        explanation = why(found.document, kept, order, own)
        if explanation is None:
            flow(out, _otherwise(kept, given=own is not None))
            return
        _tell(out, found, explanation, coloured)
        for label, lines in reports(opened, found):
            entry(out, label, lines)


def _otherwise(item: Event | Tie | Claim | Opinion, given: bool) -> str:
    own = getattr(item, "own_type", None)
    if own is None or given:
        return _OTHERWISE
    return f"It was read by an ontology of the user's own, {own.ontology}: give its file with --ontology."


def _tell(out: Console, found: Found, explanation: Explanation, coloured: bool) -> None:
    text = found.document.text
    for passage in explanation.passages:
        flow(out, marked(text, passage, coloured))
        out.print()
    roles = dict.fromkeys(mark.role for passage in explanation.passages for mark in passage.marks)
    if coloured and roles:
        out.print(legend(list(roles)))
        out.print()
    for part in explanation.parts:
        entry(out, part.label, part.said)
    if explanation.differs:
        fields = ", ".join(explanation.differs)
        entry(out, "Differs", [f"The ledger has it otherwise, as it was read first: {fields} (see comity show)."])

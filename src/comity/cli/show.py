"""`comity show`: a document with what was found in it, or an item with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.headings import heading, retracted, sources
from comity.cli.options import LedgerPath, open_existing
from comity.cli.painting import ColourName, console, flow, is_coloured, legend, marked
from comity.cli.printing import plain, say

if TYPE_CHECKING:
    from comity.ledger import Found, Ledger
    from comity.record import Claim, Document, Event, Evidence, Opinion, Tie


def show(
    item: Annotated[str, typer.Argument(metavar="ID", help="An id or the beginning of one.")],
    ledger: LedgerPath = None,
    colour: ColourName = "auto",
) -> None:
    """Show a document, event, tie, claim or opinion with its sentence and sources.

    With colours a document shows what was found in it: parties, acts, dates, places, claims and opinions in the
    text, and under each paragraph its events, ties, claims and opinions with their ids.

    Example: comity show event-1f0c
    """
    with open_existing(ledger) as opened:
        found = opened.find(item)
        told = _told(opened, found)
        if is_coloured(colour):
            _in_colour(opened, found, told)
            return
    for line in (f"{found.kind} {found.item.id}", *retracted(found)):
        say(line)
    document = found.document
    if found.kind == "document":
        say(document.text)
    else:
        evidence = found.item.evidence  # type: ignore[union-attr]
        for one in evidence if isinstance(evidence, tuple) else (evidence,):
            say(f"  “{_sentence(document, one)}” [{one.start}, {one.end})")
        say(found.item.model_dump_json(by_alias=True, indent=2, exclude={"evidence"}))
    for line in (*told, *sources(found)):
        say(line)


def _told(ledger: Ledger, found: Found) -> tuple[str, ...]:
    """How many reports and origins tell an event; the course of a tie, by all reports of it that count."""
    from comity.assessment import told, words
    from comity.assessment.bonds import course_of

    if found.retraction:
        return ()
    if found.kind == "event":
        return (f"told by {told(ledger.act_of(found).events)}",)
    if found.kind != "tie":
        return ()
    tie: Tie = found.item  # type: ignore[assignment]
    spells = course_of(tie, ledger.held("ties", between=tie.parties))
    if not spells:
        return ()
    told_by = told(held for bond in spells for held in bond.items)
    return (f"course: {'; '.join(map(words.course, spells))}", f"told by {told_by}")


def _sentence(document: Document, evidence: Evidence) -> str:
    return " ".join(document.text[evidence.start : evidence.end].split())


def _in_colour(ledger: Ledger, found: Found, told: tuple[str, ...]) -> None:
    from comity.assessment import Names
    from comity.cli.annotated import print_document
    from comity.cli.marks import passages

    out, names = console(coloured=True), Names(ledger)
    out.print(f"{found.kind} {plain(found.item.id)}", style="bold")
    for line in (*retracted(found), *told, *sources(found)):
        flow(out, line)
    out.print()
    if found.kind == "document":
        print_document(out, ledger.record(found.document.id), names)
        return
    kept: Event | Tie | Claim | Opinion = found.item  # type: ignore[assignment]
    shown = passages(kept, found.document.text)
    for passage in shown:
        flow(out, marked(found.document.text, passage, coloured=True))
        out.print()
    out.print(legend(list(dict.fromkeys(mark.role for one in shown for mark in one.marks))))
    flow(out, heading(kept, found.document, names))
    out.print(plain(kept.model_dump_json(by_alias=True, indent=2, exclude={"evidence"})), style="dim")
    out.print(f"why it was read so: comity explain {plain(kept.id)}")

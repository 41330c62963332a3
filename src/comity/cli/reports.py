"""What else the ledger holds on an item: other reports of it, where they disagree, acts told by its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comity.cli.headings import heading, told_in

if TYPE_CHECKING:
    from comity.assessment import Names
    from comity.assessment.bonds import Difference
    from comity.ledger import Found, Held, Ledger
    from comity.record import Event, Tie

_MOST = 8
"""Lines of one list; what is more is counted."""


def reports(ledger: Ledger, found: Found) -> Iterator[tuple[str, list[str]]]:
    """Labels with lines; nothing where the item stands alone. Asks for the dealings of its two sides once."""
    from comity.assessment import Names
    from comity.record import Event, Tie

    names = Names(ledger)
    if isinstance(found.item, Event):
        yield from _of_event(ledger, found, found.item)
    if isinstance(found.item, Tie):
        yield from _of_tie(ledger, found, found.item, names)


def _of_event(ledger: Ledger, found: Found, event: Event) -> Iterator[tuple[str, list[str]]]:
    from comity.ledger import same_acts

    sides = list(dict.fromkeys(one.country or one.entity for one in (*event.actors, *event.recipients)))
    if len(sides) != 2:
        return
    alike = [held for held in ledger.held("events", between=sides) if held.item.status == event.status]
    groups = (group.events for group in same_acts(alike))
    group = next((items for items in groups if any(_is(held, found) for held in items)), ())
    others = [f"{_place(held, found)}  {held.item.id}" for held in group if not _is(held, found)]
    if others:
        yield "Also told in", _short(others)


def _of_tie(ledger: Ledger, found: Found, tie: Tie, names: Names) -> Iterator[tuple[str, list[str]]]:
    from comity.assessment import words
    from comity.assessment.bonds import course_of

    spells = course_of(tie, ledger.held("ties", between=tie.parties))
    bond = next((one for one in spells if any(_is(other, found) for other in one.items)), None)
    acts = [
        f"{heading(one.item, one.document, names)}  {one.item.id}"
        for one in ledger.held("events", between=tie.parties)
        if one.document.id == found.document.id and _beside(one.item, tie)
    ]
    if acts:
        yield "Acts", _short(acts)
    if bond is None:
        return
    if len(spells) > 1:
        yield "Course", [words.course(one) for one in spells]
    others = [_report(other, found) for other in bond.shown_by if not _is(other, found)]
    if others:
        yield "Also told in", _short(others)
    for difference in bond.differences:
        yield "Disagree", [f"{words.differing(difference)}:", *_readings(difference, found)]


def _readings(difference: Difference, found: Found) -> list[str]:
    from comity.assessment import words

    said = zip(words.readings(difference), difference.readings, strict=True)
    return [
        f"{value}: {'; '.join(_place(held, found) for held in reading.items[:_MOST])}" for value, reading in said
    ]


def _is(held: Held[Event] | Held[Tie], found: Found) -> bool:
    return held.item.id == found.item.id and held.document.id == found.document.id


def _place(held: Held[Event] | Held[Tie], found: Found) -> str:
    return "this text" if held.document.id == found.document.id else told_in(held.sources[0], held.document)


def _report(held: Held[Tie], found: Found) -> str:
    dates = " to ".join(filter(None, (held.item.start or "", held.item.end or "")))
    return f"{_place(held, found)}: {held.item.status}{f', {dates}' if dates else ''}  {held.item.id}"


def _beside(event: Event, tie: Tie) -> bool:
    """Whether an act and a tie are told in one sentence."""
    return bool({one.start for one in event.evidence} & {one.start for one in tie.evidence})


def _short(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST
    return [*lines[:_MOST], f"and {more} more"] if more > 0 else lines

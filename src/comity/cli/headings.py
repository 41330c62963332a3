"""An item in one line for people: what it is, between whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.assessment import Names
    from comity.ledger import Found, Source
    from comity.record import Claim, Document, Event, Opinion, Tie

_SHORT = 8


def heading(item: Event | Tie | Claim | Opinion, document: Document, names: Names) -> str:
    """'visit: Hun Manet → South Korea, May 2024', 'strategic partnership: …, active', 'ordinal claim about …'."""
    from comity.assessment import words
    from comity.assessment.names import listed
    from comity.assessment.when import period
    from comity.record import Event, Tie

    def called(entities: list[str]) -> str:
        return listed(list(dict.fromkeys(names.entity(document, one) for one in entities)))

    if isinstance(item, Event):
        sides = (called([one.entity for one in side]) for side in (item.actors, item.recipients))
        who = " → ".join(side for side in sides if side)
        status = "" if item.status == "actual" else f", {item.status}"
        return f"{words.kind_of_act(item)}: {who}, {period(item.date)}{status}"
    if isinstance(item, Tie):
        named = item.name or item.level or item.kind.replace("_", " ")
        return f"{named}: {called(list(item.parties))}, {item.status}"
    what = "claim" if item.id.startswith("claim") else "opinion"
    return f"{item.kind} ({what}) about {called(list(item.about)) or 'nobody named'}"


def short(item: str) -> str:
    """An id as far as it is needed to name an item of a ledger that is not huge: 'event-1f0c2a7b'."""
    kind, dash, code = item.partition("-")
    return kind + dash + code[:_SHORT]


def told_in(source: Source, document: Document) -> str:
    """'“Title”, Publisher, 2024-09-13 (document 1f0c…)'."""
    said = ", ".join(str(part) for part in (source.title, source.publisher, source.published) if part)
    return f"{said or 'unnamed'} (document {document.id[:12]})"


def retracted(found: Found) -> list[str]:
    """A line on a document that was taken back; none on one that counts."""
    return [f"{found.retraction}; nothing of the document counts"] if found.retraction else []


def sources(found: Found) -> list[str]:
    """A line for each publication of the text, and for each near-copy of it."""
    published = [f"source: {told_in(one, found.document)}" for one in found.sources]
    return published + [f"copy: document {copy[:12]}" for copy in found.copies]

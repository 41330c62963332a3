"""From an item of a document to why it was read so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from comity.reading.frames import in_use
from comity.reading.language import UNDETERMINED
from comity.reading.layers import DateOrder
from comity.reading.ontologies import Ontology
from comity.reading.why.acts import explain_event
from comity.reading.why.again import Again
from comity.reading.why.bonds import explain_tie
from comity.reading.why.explanation import Explanation
from comity.reading.why.statements import explain_claim, explain_opinion
from comity.record import Claim, Document, Event, Opinion, Tie

Item = Event | Tie | Claim | Opinion
_Kept = TypeVar("_Kept", Event, Tie, Claim, Opinion)


def explain(
    document: Document, item: Item, date_order: DateOrder | None = None, ontology: Ontology | None = None
) -> Explanation | None:
    """Read the document again and tell why it has this item; `None` where it no longer has one of that id.

    The reading of now is told; `differs` lists what `item` has otherwise. Costs what reading first did.
    """
    if document.language == UNDETERMINED:
        return None
    with in_use(ontology.lexicon if ontology else None):
        found = _explained(Again(document, date_order), item)
    if found is None:
        return None
    now, explanation = found
    return replace(explanation, differs=tuple(_differs(item, now)))


def _explained(again: Again, item: Item) -> tuple[Item, Explanation] | None:
    record = again.record
    match item:
        case Event():
            event = _same(item, record.events)
            return (event, explain_event(again, event)) if event else None
        case Tie():
            tie = _same(item, record.ties)
            return (tie, explain_tie(again, tie)) if tie else None
        case Claim():
            claim = _same(item, record.claims)
            return (claim, explain_claim(again, claim)) if claim else None
        case Opinion():
            opinion = _same(item, record.opinions)
            return (opinion, explain_opinion(again, opinion)) if opinion else None


def _same(item: _Kept, now: Iterable[_Kept]) -> _Kept | None:
    return next((one for one in now if one.id == item.id), None)


def _differs(item: Item, now: Item) -> Iterator[str]:
    """The names of the fields that the ledger has otherwise."""
    kept, read = item.model_dump(), now.model_dump()
    yield from (name for name in kept if kept[name] != read[name])

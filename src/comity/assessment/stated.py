"""What one text claims and thinks, without reading the rest of the ledger."""

from __future__ import annotations

from comity.assessment.holdings import Holdings
from comity.ledger import Held
from comity.ledger.answers import ItemT
from comity.record import Claim, Opinion


def claims_of(holdings: Holdings, document_id: str) -> tuple[Held[Claim], ...]:
    """The claims of a document (whole id), in the order of its record."""
    return tuple(_held(holdings, document_id, claim) for claim in holdings.record(document_id).claims)


def opinions_of(holdings: Holdings, document_id: str) -> tuple[Held[Opinion], ...]:
    """Its opinions, likewise."""
    return tuple(_held(holdings, document_id, opinion) for opinion in holdings.record(document_id).opinions)


def _held(holdings: Holdings, document_id: str, item: ItemT) -> Held[ItemT]:
    told = holdings.found(document_id)
    return Held(item, told.document, told.sources, min(document_id, *told.copies) if told.copies else None)

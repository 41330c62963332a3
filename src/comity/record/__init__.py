"""The record: what Comity says about a text. Imports nothing else of Comity but its errors."""

from comity.record.record import Record, document_id, item_id
from comity.record.types import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Office,
    Opinion,
    OwnType,
    Party,
    Period,
    Place,
    Span,
    Tie,
)

__all__ = [
    "Amount", "Attribution", "Claim", "Document", "Entity", "Event", "Evidence", "Office",
    "Opinion", "OwnType", "Party", "Period", "Place", "Record", "Span", "Tie", "document_id", "item_id",
]  # fmt: skip

"""Evidence as rows: events and ties keep theirs in tables of the same columns."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Named

from comity.ledger.metadata import PartColumns
from comity.ledger.shelf import Rows
from comity.record import Event, Tie


class EvidenceColumns(PartColumns):
    """A stretch of the text that shows the item, and the word in it that names the act."""

    start: Named[int]
    end: Named[int]
    trigger_start: Named[int | None]
    trigger_end: Named[int | None]


def rows(items: Sequence[Event | Tie]) -> Rows:
    """One row for each telling of each item."""
    for at, item in enumerate(items):
        for place, evidence in enumerate(item.evidence):
            first, last = evidence.trigger or (None, None)
            trigger = {"trigger_start": first, "trigger_end": last}
            yield {"item": at, "position": place, "start": evidence.start, "end": evidence.end, **trigger}

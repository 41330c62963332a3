"""PLOVER event types with their modes, quads, scores and contexts.

Source: the PLOVER manual (Open Event Data Alliance, draft of 2021, CC BY-SA 4.0). Two pins: ACCUSE is -3
(the manual prints +3, evidently a slip), and SANCTION is material conflict, as in POLECAT, though one table
of the manual says verbal.
"""

from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from comity.record.values import EventType, Quad
from comity.tables import rows

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
PROMISED_TYPES: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Types that PLOVER codes as AGREE when they are only promised or planned."""


@dataclass(frozen=True, slots=True)
class Code:
    """A type with a mode (or none), its quad and its conflict-cooperation score from -10 to 10."""

    event_type: EventType
    mode: str | None
    quad: Quad
    score: float


@cache
def codes() -> dict[tuple[EventType, str | None], Code]:
    """Every type and mode of the table, by (event type, mode)."""
    table: dict[tuple[EventType, str | None], Code] = {}
    for row in rows("ontology", "plover.csv"):
        event_type, mode = cast(EventType, row["event_type"]), row["mode"] or None
        table[event_type, mode] = Code(event_type, mode, cast(Quad, row["quad"]), float(row["score"]))
    return table


def code(event_type: EventType, mode: str | None = None) -> Code:
    """The code of a type and mode. Raises `KeyError` for a mode that the type does not have."""
    return codes()[event_type, mode]


@cache
def contexts() -> frozenset[str]:
    """The names of the contexts."""
    return frozenset(row["context"] for row in rows("ontology", "contexts.csv"))

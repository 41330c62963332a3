"""CAMEO codes: their names, and the PLOVER type, mode and contexts that each maps to.

Source: the PLOVER project's conversion table of 2021; its modes and contexts that PLOVER itself does not list
are left out. Codes are text: '010' and '10' differ. Statements (01) map to no type: talk alone is no act.
"""

from dataclasses import dataclass
from functools import cache
from typing import cast

from comity.record.values import EventType
from comity.tables import rows


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code; `event_type` is `None` where PLOVER has no type for it."""

    code: str
    name: str
    event_type: EventType | None
    mode: str | None
    contexts: tuple[str, ...]


@cache
def cameo_codes() -> dict[str, Cameo]:
    """Every code of the table, by code."""
    return {
        row["code"]: Cameo(
            row["code"],
            row["name"],
            cast(EventType, row["event_type"]) if row["event_type"] else None,
            row["mode"] or None,
            tuple(filter(None, row["contexts"].split("|"))),
        )
        for row in rows("ontology", "cameo.csv")
    }

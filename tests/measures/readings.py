"""Acts as the ledger gives them, of Cambodia and the two Koreas; made up for the tests."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

SCHEMA = {
    "id": pl.String, "act": pl.String, "published": pl.Date, "event_type": pl.String, "mode": pl.String,
    "contexts": pl.String, "cameo": pl.String, "quad": pl.String, "score": pl.Float64,
    "actor_country": pl.String, "actor_sector": pl.String, "recipient_country": pl.String,
    "recipient_sector": pl.String, "date_start": pl.Date, "date_end": pl.Date, "status": pl.String,
    "domain": pl.String, "substance": pl.String, "sentence": pl.String,
}  # fmt: skip
_QUADS = {"ACCUSE": "verbal_conflict", "REJECT": "verbal_conflict", "SANCTION": "material_conflict",
          "AID": "material_cooperation", "COOPERATE": "material_cooperation"}  # fmt: skip


def act(sides: str, event_type: str, day: str | None = None, **more: Any) -> dict[str, Any]:
    """'KHM>KOR', its type and its day, as '2024-05-16'; a month ('2024-05') spans its days."""
    actor, recipient = sides.split(">")
    first = last = None
    if day:
        first = date.fromisoformat(day if len(day) > 7 else f"{day}-01")
        last = first if len(day) > 7 else date(first.year + first.month // 12, first.month % 12 + 1, 1)
        last = last if last == first else date.fromordinal(last.toordinal() - 1)
    usual = {
        "actor_country": actor, "recipient_country": recipient, "event_type": event_type, "date_start": first,
        "date_end": last, "published": last, "status": "actual", "substance": "practical",
        "domain": "diplomatic", "contexts": "diplomatic", "sentence": "",
        "quad": _QUADS.get(event_type, "verbal_cooperation"),
    }  # fmt: skip
    return {**usual, **more}


def acts(*told: dict[str, Any]) -> pl.DataFrame:
    """A table of them; ids run from e00 where none is given, and each is an act of its own."""
    rows = [{**dict.fromkeys(SCHEMA), "id": f"e{at:02}", **row} for at, row in enumerate(told)]
    return pl.DataFrame([{**row, "act": row["act"] or f"act-{row['id']}"} for row in rows], schema=SCHEMA)

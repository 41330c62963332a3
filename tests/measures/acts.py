"""Acts made up by the month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

SCHEMA = {
    "date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "quad": pl.String,
    "score": pl.Float64,
}  # fmt: skip


def monthly(actor: str, recipient: str, counts: Sequence[int], score: float = -5.0) -> pl.DataFrame:
    """So many acts in each month from January 2010 on, on different days; bad ones where the score is below 0."""
    quad = "material_conflict" if score < 0 else "verbal_cooperation"
    rows = [
        (date(2010 + month // 12, month % 12 + 1, 1 + day), actor, recipient, quad, score)
        for month, count in enumerate(counts)
        for day in range(count)
    ]
    return pl.DataFrame(rows, SCHEMA, orient="row")

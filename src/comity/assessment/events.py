"""All acts of one state with others, out of texts and of every event dataset, in one frame of one shape.

Acts of texts have the source 'texts'. A score is the source's own; where it has none, PLOVER's of the type and
mode on the scale 'plover', which acts of texts have too. Scores of two scales, and counts of two sources, never
add: sources tell of the same acts.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.ontology import codes

if TYPE_CHECKING:
    import pyarrow as pa

    from comity.ledger import Ledger

TEXTS = "texts"
PLOVER = "plover"
COLUMNS = {
    "id": pl.String, "source": pl.String, "date": pl.Date, "actor_country": pl.String,
    "recipient_country": pl.String, "event_type": pl.String, "mode": pl.String, "code": pl.String,
    "score": pl.Float64, "score_scale": pl.String, "quad": pl.String, "is_repeat": pl.Boolean, "place": pl.String,
    "url": pl.String, "actor_name": pl.String, "recipient_name": pl.String,
}  # fmt: skip
_DONE = ("actual", "historical")
LONGEST_DATE = 31
"""Days that the date of an act may span to be counted in a period."""


def events_of(ledger: Ledger, state: str, known: dt.date | None = None) -> pl.DataFrame:
    """Every act of a state towards another, or of another towards it, with a date; repeats are left out.

    Columns as in `COLUMNS`, which are those of the common table `events`. An act of several states is a row for
    each; ids are unique within a source at most. With `known` only texts published up to that day are read.
    """
    return pl.concat([_told(ledger.events([state]), state, known), _imported(ledger, state)])


def _imported(ledger: Ledger, state: str) -> pl.DataFrame:
    if not ledger.tables.has("events"):
        return pl.DataFrame(schema=COLUMNS)
    import duckdb

    other = (
        f"(actor_country = '{state}' OR recipient_country = '{state}') AND actor_country <> recipient_country"
        " AND NOT coalesce(is_repeat, false) AND date IS NOT NULL"
    )
    if len(state) != 3 or not state.isalpha():
        return pl.DataFrame(schema=COLUMNS)
    found: duckdb.DuckDBPyRelation = ledger.table("events").filter(other).select(", ".join(COLUMNS))
    return _scored(found.pl().cast(COLUMNS))


def _scored(events: pl.DataFrame) -> pl.DataFrame:
    """With PLOVER's score where the source has none."""
    table = pl.DataFrame(
        [(one.event_type, one.mode, one.score) for one in codes().values()],
        schema={"event_type": pl.String, "mode": pl.String, "plover": pl.Float64},
        orient="row",
    )
    plain = table.filter(pl.col("mode").is_null()).select("event_type", plain="plover")
    joined = events.join(table, on=["event_type", "mode"], how="left", maintain_order="left", nulls_equal=True)
    joined = joined.join(plain, on="event_type", how="left", maintain_order="left")
    own = pl.coalesce("plover", "plain")
    is_bare = pl.col("score").is_null()
    return joined.with_columns(
        score=pl.when(is_bare).then(own).otherwise("score"),
        score_scale=pl.when(is_bare).then(pl.lit(PLOVER)).otherwise("score_scale"),
    ).select(*COLUMNS)


def _told(table: pa.Table, state: str, known: dt.date | None) -> pl.DataFrame:
    """Acts that texts tell as done, each once by its first report, a row for each two states."""
    acts = pl.from_arrow(table)
    assert isinstance(acts, pl.DataFrame)  # a table is never a series
    if known:
        acts = acts.filter(pl.col("published").is_null() | (pl.col("published") <= known))
    span = (pl.col("date_end") - pl.col("date_start")).dt.total_days()
    acts = acts.filter(pl.col("status").is_in(_DONE), span < LONGEST_DATE).sort("id")
    acts = acts.unique("act", keep="first", maintain_order=True)
    for side in ("actor_country", "recipient_country"):
        acts = acts.with_columns(pl.col(side).str.split(";").list.unique(maintain_order=True)).explode(side)
    actor, recipient = pl.col("actor_country"), pl.col("recipient_country")
    acts = acts.filter(actor != "", recipient != "", actor != recipient, (actor == state) | (recipient == state))
    renamed = acts.with_columns(
        source=pl.lit(TEXTS),
        date=pl.col("date_start"),
        code=pl.col("cameo"),
        score_scale=pl.lit(PLOVER),
        is_repeat=pl.lit(False),
        **{name: pl.lit(None, pl.String) for name in ("url", "actor_name", "recipient_name")},
    )
    return renamed.select(*COLUMNS).cast(COLUMNS).sort("date", "id")  # type: ignore[arg-type]


def told(row: dict[str, Any]) -> str:
    """An event as a line: '2005-03-01 THA to KHM: CONSULT visit, code 042'."""
    kind = " ".join(filter(None, (row["event_type"], row["mode"]))) or "of no type"
    code = f", code {row['code']}" if row["code"] else ""
    return f"{row['date']} {row['actor_country']} to {row['recipient_country']}: {kind}{code}"

"""All acts of one state with others, out of texts and of every event dataset, in one frame of one shape.

Acts of texts have the source 'texts'. A score is the source's own; where it has none, PLOVER's of the type and
mode on the scale 'plover', which acts of texts have too. Scores of two scales, and counts of two sources, never
add: sources tell of the same acts. An act dated before a state of its was there is none of that state, whatever
code a source has given it, and is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.gazetteer import absences
from comity.languages import say
from comity.ontology import codes

if TYPE_CHECKING:
    import duckdb

    Imported = duckdb.DuckDBPyRelation | None
    """The common table of events, where any are imported."""

TEXTS = "texts"
PLOVER = "plover"
COLUMNS = {
    "id": pl.String, "source": pl.String, "date": pl.Date, "actor_country": pl.String,
    "recipient_country": pl.String, "event_type": pl.String, "mode": pl.String, "code": pl.String,
    "code_table": pl.String,
    "score": pl.Float64, "score_scale": pl.String, "quad": pl.String, "is_repeat": pl.Boolean, "place": pl.String,
    "actor_name": pl.String, "recipient_name": pl.String,
}  # fmt: skip
_ORDER = ("date", "source", "actor_country", "recipient_country", "code", "id")
_COUNTED = "actor_country <> recipient_country AND NOT coalesce(is_repeat, false) AND date IS NOT NULL"
_DONE = ("actual", "historical")
LONGEST_DATE = 31
"""Days that the date of an act may span to be counted in a period."""


def events_of(imported: Imported, acts: pl.DataFrame, state: str) -> pl.DataFrame:
    """Every act of a state towards another, or of another towards it, with a date; repeats are left out.

    `imported` is the common table of events, `acts` the ledger's table of what texts tell of the state. Columns
    as in `COLUMNS`, which are those of the common table. An act of several states is a row for each; ids are
    unique within a source at most.
    """
    either = f"actor_country = '{state}' OR recipient_country = '{state}'"
    return pl.concat([told_of(acts, state), _read(None if imported is None else imported_of(imported, either))])


def pairs_of(imported: Imported, pairs: Sequence[tuple[str, str]]) -> pl.DataFrame:
    """Every imported act of two states of a pair towards each other, of all pairs in one pass."""
    # Of two states their own days are enough to look at, which is quicker than those of all.
    each = (
        f"(actor_country IN ('{a}', '{b}') AND recipient_country IN ('{a}', '{b}'){there(a, b)})" for a, b in pairs
    )
    return _read(None if imported is None else _scored(imported.filter(f"({' OR '.join(each)}) AND {_COUNTED}")))


def pair_of(found: pl.DataFrame, acts: pl.DataFrame, a: str, b: str) -> pl.DataFrame:
    """Every act of two states towards each other, of what `pairs_of` found and of texts, as `events_of` has it."""
    pair = [a, b]
    sides = [pl.col(side).is_in(pair) for side in ("actor_country", "recipient_country")]
    return pl.concat([told_of(acts, a).filter(*sides), found.filter(*sides)])


def imported_of(imported: duckdb.DuckDBPyRelation, condition: str) -> duckdb.DuckDBPyRelation:
    """Acts of one state towards another in the common table that a condition holds for, repeats left out.

    Nothing is read before it is asked for: of millions of rows ask for few columns, or for sums. A score is the
    source's own, else PLOVER's of type and mode, or of the type alone.
    """
    return _scored(standing(imported.filter(f"({condition}) AND {_COUNTED}")))


def _read(found: Imported) -> pl.DataFrame:
    if found is None:
        return pl.DataFrame(schema=COLUMNS)
    acts: pl.DataFrame = found.select(", ".join(COLUMNS)).pl().cast(COLUMNS)
    return acts.sort(_ORDER, nulls_last=True)


def _scored(acts: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    scored = acts.query("acts", _scores())
    assert scored is not None  # a query that selects gives rows
    return scored


@cache
def _scores() -> str:
    rows = ((one.event_type, f"'{one.mode}'" if one.mode else "NULL", one.score) for one in codes().values())
    table = ", ".join(f"('{event_type}', {mode}, {score})" for event_type, mode, score in rows)
    return f"""
WITH plover(event_type, mode, score) AS (VALUES {table})
SELECT acts.* REPLACE (
    coalesce(acts.score, fine.score, plain.score) AS score,
    CASE WHEN acts.score IS NULL THEN '{PLOVER}' ELSE acts.score_scale END AS score_scale)
FROM acts
LEFT JOIN plover fine ON acts.event_type = fine.event_type AND acts.mode = fine.mode
LEFT JOIN plover plain ON acts.event_type = plain.event_type AND plain.mode IS NULL"""


def standing(acts: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """Acts in the common table without those of days on which a state of theirs was not there."""
    found = acts.query("told", _standing())
    assert found is not None  # a query that selects gives rows
    return found


@cache
def _standing() -> str:
    away = ", ".join(f"('{code}', {_sql(start)}, {_sql(end)})" for code, start, end in absences())
    return f"""
WITH away(code, since, until) AS (VALUES {away})
SELECT told.* FROM told
ANTI JOIN away ON told.actor_country = away.code AND told.date >= away.since AND told.date < away.until
ANTI JOIN away far ON told.recipient_country = far.code AND told.date >= far.since AND told.date < far.until"""


def _sql(day: dt.date | None) -> str:
    return f"DATE '{day or dt.date.min}'"


def missing(*states: str) -> str:
    """When any of some states was not there, as a condition on `date`; empty where all always were."""
    away = ((start, end) for code, start, end in absences() if code in states)
    return " OR ".join(f"(date >= {_sql(start)} AND date < {_sql(end)})" for start, end in away)


def there(*states: str) -> str:
    """That all of some states were there, to be added to a condition on acts of theirs."""
    away = missing(*states)
    return f" AND NOT ({away})" if away else ""


def told_of(acts: pl.DataFrame, state: str) -> pl.DataFrame:
    """Those that texts tell as done, each once by its first report, a row for each two states."""
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
        **{name: pl.lit(None, pl.String) for name in ("code_table", "actor_name", "recipient_name")},
    )
    every = renamed.select(*COLUMNS).cast(COLUMNS)  # type: ignore[arg-type]
    return _there(every).sort("date", "id")


def _there(acts: pl.DataFrame) -> pl.DataFrame:
    """Without acts of days on which a state of theirs was not there."""
    codes = {*acts["actor_country"], *acts["recipient_country"]}
    for code, start, end in absences():
        if code in codes:
            is_its = (pl.col("actor_country") == code) | (pl.col("recipient_country") == code)
            acts = acts.filter(~(is_its & pl.col("date").is_between(start or dt.date.min, end, closed="left")))
    return acts


def scale_of(name: str) -> str:
    """A scale of scores within a sentence: 'PLOVER's scale', 'the scale goldstein'."""
    return say("PLOVER's scale") if name == PLOVER else say("the scale {name}", name=name)


def told(row: dict[str, Any]) -> str:
    """An event as a line: '2005-03-01 THA to KHM: CONSULT visit, code 042'."""
    kind = " ".join(filter(None, (row["event_type"], row["mode"]))) or say("of no type")
    code = say(", code {code}", code=row["code"]) if row["code"] else ""
    return say(
        "{date} {actor_country} to {recipient_country}: {kind}{code}",
        date=row["date"],
        actor_country=row["actor_country"],
        recipient_country=row["recipient_country"],
        kind=kind,
        code=code,
    )

"""The acts of a state with each partner, counted where they lie: no row of millions comes into memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comity.assessment import events
from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Proof
from comity.assessment.window import Window

if TYPE_CHECKING:
    import polars as pl


def best_source(holdings: Holdings, state: str, window: Window) -> str | None:
    """The source with most acts of the state with others in a window; none where no source has any."""

    def count() -> list[tuple[str, int]]:
        counts = told(holdings, state, window).group_by("source").len().rows()
        if holdings.has("events"):
            acts = events.imported_of(holdings.table("events"), f"({_of(state)}){dated(window)}")
            counts += acts.aggregate("source, count(*)").fetchall()
        return sorted(counts, key=lambda row: (-row[1], row[0]))

    found = holdings.once(("sources", state, window), count)
    return found[0][0] if found else None


def tally(holdings: Holdings, state: str, source: str, window: Window) -> pl.DataFrame:
    """Acts of one source with each partner by kind: partner, is_there (the state acts), score_scale, score, quad,
    event_type, n."""
    import polars as pl

    columns = ("partner", "is_there", "score_scale", "score", "quad", "event_type")

    def count() -> pl.DataFrame:
        if source == TEXTS:
            acts = told(holdings, state, window)
            is_there = pl.col("actor_country") == state
            partner = pl.when(is_there).then("recipient_country").otherwise("actor_country")
            counted = acts.with_columns(partner=partner, is_there=is_there).group_by(columns).agg(n=pl.len())
        else:
            imported = events.imported_of(holdings.table("events"), condition(state, source, window))
            there = f"actor_country = '{state}'"
            partners = f"CASE WHEN {there} THEN recipient_country ELSE actor_country END AS partner"
            wanted = f"{partners}, {there} AS is_there, {', '.join(columns[2:])}, count(*) AS n"
            counted = imported.aggregate(wanted).pl()
        return counted.with_columns(pl.col("n").cast(pl.Int64)).sort(columns, nulls_last=True)

    return holdings.once(("tally", state, source, window), count)


def counts(holdings: Holdings, state: str, source: str, window: Window) -> dict[tuple[str, bool], int]:
    """How many acts of one dataset there are with each partner, by whether the state acts."""

    def count() -> dict[tuple[str, bool], int]:
        imported = events.imported_of(holdings.table("events"), condition(state, source, window))
        rows = imported.aggregate("actor_country, recipient_country, count(*)").fetchall()
        return {(to if by == state else by, by == state): n for by, to, n in rows}

    return holdings.once(("counts", state, source, window), count)


def told(holdings: Holdings, state: str, window: Window) -> pl.DataFrame:
    """The dated acts that texts tell of a state with others."""
    import polars as pl

    found = holdings.once(("told", state), lambda: events.told_of(holdings.told(state), state))
    if window.since:
        found = found.filter(pl.col("date") >= window.since)
    return found.filter(pl.col("date") <= window.until) if window.until else found


def condition(state: str, source: str, window: Window, partner: str | None = None) -> str:
    """SQL over the common table of events for the acts of a state, with one partner or with all."""
    whose = f"actor_country IN ('{state}', '{partner}') AND recipient_country IN ('{state}', '{partner}')"
    name = source.replace("'", "''")
    return f"source = '{name}' AND ({whose if partner else _of(state)}){dated(window)}"


def proofs(
    holdings: Holdings, state: str, partner: str, source: str, window: Window, n: int, where: str = ""
) -> tuple[Proof, ...]:
    """What shows the acts of two states in one source: passages, or rows of the table; `where` narrows these."""
    if source == TEXTS:
        return holdings.of_events(holdings.dyad_events(state, partner, window), source, state, partner)
    pair = f"{condition(state, source, window, partner)}{events.there(state, partner)}"
    whole = f"{pair} AND actor_country <> recipient_country{where}"
    return (holdings.looked("events", source, f"{whole} AND NOT coalesce(is_repeat, false)", n, window),)


def dated(window: Window) -> str:
    """The window as SQL to follow another condition."""
    since = f" AND date >= DATE '{window.since}'" if window.since else ""
    return since + (f" AND date <= DATE '{window.until}'" if window.until else "")


def partners_of(frame: pl.DataFrame) -> Iterable[tuple[str, pl.DataFrame]]:
    """The rows of each partner that is a state of today, by its code."""
    from comity.gazetteer.tables import states

    for (partner,), rows in frame.sort("partner").group_by("partner", maintain_order=True):
        if str(partner) in states():
            yield str(partner), rows


def _of(state: str) -> str:
    return f"actor_country = '{state}' OR recipient_country = '{state}'"

"""Partners by how often a state meets or speaks with them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from comity.assessment.dyads import sources
from comity.assessment.events import TEXTS, imported_of
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Proof
from comity.assessment.rankings import acts, flow
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.languages import say

METHOD = "days on which an act of the type CONSULT is told of, a year; exact interval of a Poisson rate"
_YEAR = 365.25


def contact(holdings: Holdings, state: str, window: Window, source: str | None) -> Ranking:
    """Partners by days with talks or visits a year, as one source tells of them."""
    return holdings.once(("contact", state, window, source), lambda: _contact(holdings, state, window, source))


def _contact(holdings: Holdings, state: str, window: Window, source: str | None) -> Ranking:
    empty = Ranking(
        state,
        say("days with talks"),
        say(METHOD),
        say("days a year"),
        window=window,
        would_change=say(flow.IMPORT),
    )
    if source is None:
        return replace(empty, insufficient=say(flow.NO_ACTS))
    days = _days(holdings, state, source, window)
    since = window.since or min((first for _, _, first, _ in days), default=None)
    until = window.until or max((last for _, _, _, last in days), default=None)
    if since is None or until is None:
        return replace(
            empty,
            insufficient=say(
                "{source} tells of no talks or visits, {window}", source=sources.title(source), window=window
            ),
        )
    years = ((until - since).days + 1) / _YEAR
    return replace(
        empty,
        by=say("days with talks or visits in {called}", called=sources.called(holdings, source)),
        coverage=sources.coverage(holdings, source),
        scores=tuple(
            Score(
                partner, n / years, rate(n, years), n, proofs=_proofs(holdings, state, partner, source, window, n)
            )
            for partner, n, _, _ in days
        ),
    )


def rate(n: int, years: float) -> tuple[float, float]:
    """The interval of a rate a year that 95 in 100 such counts come with (Garwood 1936)."""
    from scipy.special import gammaincinv

    low = float(gammaincinv(n, 0.025)) if n else 0.0
    return low / years, float(gammaincinv(n + 1, 0.975)) / years


def _days(holdings: Holdings, state: str, source: str, window: Window) -> list[tuple[str, int, dt.date, dt.date]]:
    import polars as pl

    from comity.gazetteer.tables import states

    if source == TEXTS:
        found = acts.told(holdings, state, window).filter(event_type="CONSULT")
        partner = pl.when(actor_country=state).then("recipient_country").otherwise("actor_country")
        day = pl.col("date")
        rows = found.group_by(partner.alias("partner")).agg(day.n_unique(), first=day.min(), last=day.max()).rows()
    else:
        whole = f"{acts.condition(state, source, window)} AND event_type = 'CONSULT'"
        other = f"CASE WHEN actor_country = '{state}' THEN recipient_country ELSE actor_country END AS partner"
        relation = imported_of(holdings.table("events"), whole)
        rows = relation.aggregate(f"{other}, count(DISTINCT date), min(date), max(date)").fetchall()
    return sorted(row for row in rows if row[0] in states())


def _proofs(
    holdings: Holdings, state: str, partner: str, source: str, window: Window, n: int
) -> tuple[Proof, ...]:
    return acts.proofs(holdings, state, partner, source, window, n, " AND event_type = 'CONSULT'")

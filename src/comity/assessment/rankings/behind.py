"""What a whole ranking by standing rests on: one look into each table, in place of one for each partner."""

from __future__ import annotations

from collections.abc import Iterator

from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Rows
from comity.assessment.rankings import acts, trade, votes
from comity.assessment.rankings.sight import Sight
from comity.assessment.window import Window


def behind(holdings: Holdings, state: str, seen: Sight) -> Iterator[Rows]:
    """The acts, votes and goods of a state and all others, as far as they stand in tables and not in texts.

    Votes are those of all states, for what is contested is told by them.
    """
    if seen.source and seen.source != TEXTS:
        whole = acts.condition(state, seen.source, seen.acts)
        once = "actor_country <> recipient_country AND NOT coalesce(is_repeat, false)"
        yield _looked(holdings, "events", seen.source, f"{whole} AND {once}", seen.acts)
    cast = votes.ballots(holdings)
    if cast and state in cast.voters:
        whole = f"source = '{cast.source}' AND series = '{cast.series}'"
        yield _looked(holdings, "votes", cast.source, whole, seen.votes)
    found = trade.goods(holdings, state, seen.whole)
    if isinstance(found, trade.Goods):
        either = f"(country = '{state}' OR partner = '{state}') AND kind IN {trade.KINDS}"
        whole = f"{found.condition} AND {either} AND year(start) = {found.year}"
        yield _looked(holdings, "flows", found.source, whole, seen.whole)


def _looked(holdings: Holdings, table: str, source: str, whole: str, window: Window) -> Rows:
    (n,) = holdings.table(table).filter(whole).count("*").fetchall()[0]
    return holdings.looked(table, source, whole, n, window)

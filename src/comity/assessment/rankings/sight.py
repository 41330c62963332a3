"""What is looked at to say where partners stand on a day: the last years that each source has by then."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from comity.assessment.holdings import Holdings
from comity.assessment.rankings import spans, votes
from comity.assessment.rankings.acts import best_source
from comity.assessment.window import Window

YEARS = 5
"""Years before a day that count for where partners stand on it, save for interest and tradition: there all do."""


@dataclass(frozen=True, slots=True)
class Sight:
    """`source` of acts is that with most acts of the state in all, so that two days compare; none without any."""

    source: str | None
    acts: Window
    votes: Window
    whole: Window


def sight(holdings: Holdings, state: str, until: dt.date | None) -> Sight:
    """The last `YEARS` of acts and votes that are known up to a day, and all up to it."""
    whole = Window(None, until)
    source = best_source(holdings, state, Window(None, holdings.last_day))
    acts = spans.covered(holdings, source, whole) if source else whole
    return Sight(source, spans.before(acts, YEARS), spans.before(_of_votes(holdings, whole), YEARS), whole)


def _of_votes(holdings: Holdings, whole: Window) -> Window:
    """All votes known up to the day; on the last day of acts all that there are."""
    if whole.until == holdings.last_day and holdings.known is None:
        whole = Window(whole.since)
    cast = votes.ballots(holdings)
    days = [] if cast is None else votes.within(cast.calls, whole)["date"].drop_nulls().to_list()
    return Window(None, max(days, default=whole.until))

"""The texts on two states that were taken back: what was read in them counts in no other finding."""

from __future__ import annotations

import datetime as dt

from comity.assessment import retracted
from comity.assessment.dyads.common import Pair, both
from comity.assessment.finding import Finding
from comity.assessment.holdings import Holdings
from comity.assessment.window import Window
from comity.languages import say, say_of


def texts(holdings: Holdings, pair: Pair, _: Window) -> Finding | None:
    """Those of any day, with who retracted them and why; none where there is none."""
    found = retracted.standing(holdings, pair)
    if not found:
        return None
    return Finding(
        key="coverage.retracted",
        question=say("Which texts on them were retracted?"),
        answer=say_of(
            len(found),
            "{n} text on {both} is retracted and counts nowhere.",
            "{n} texts on {both} are retracted and count nowhere.",
            both=both(holdings, pair),
        ),
        value=len(found),
        unit="texts",
        n=len(found),
        coverage=(say("retracted texts with an act, tie, claim or opinion on both, of any day"),),
        would_change=say("a further retraction, or a restoration of one of them"),
        parts=tuple(one.part(holdings) for one in found),
    )


def taken_back(holdings: Holdings, pair: Pair, since: dt.date) -> Finding | None:
    """The decisions made since a day, restorations among them; none where there is none."""
    found = retracted.since(holdings, pair, since)
    if not found:
        return None
    return Finding(
        key="changes.coverage.decisions",
        question=say("Which texts on them were retracted or restored since?"),
        answer=say_of(
            len(found),
            "{n} decision on texts on {both}.",
            "{n} decisions on texts on {both}.",
            both=both(holdings, pair),
        ),
        value=len(found),
        unit="decisions",
        n=len(found),
        window=Window(since),
        coverage=(say("decisions on texts with an act, tie, claim or opinion on both"),),
        would_change=say("a further retraction or restoration"),
        parts=tuple(one.part(holdings) for one in found),
    )

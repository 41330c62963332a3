"""The texts on two states that were taken back: what was read in them counts in no other finding."""

from __future__ import annotations

import datetime as dt

from comity.assessment import retracted
from comity.assessment.counting import counted
from comity.assessment.dyads.common import Pair, both
from comity.assessment.finding import Finding
from comity.assessment.holdings import Holdings
from comity.assessment.window import Window


def texts(holdings: Holdings, pair: Pair, _: Window) -> Finding | None:
    """Those of any day, with who retracted them and why; none where there is none."""
    found = retracted.standing(holdings, pair)
    if not found:
        return None
    verb = "is retracted and counts" if len(found) == 1 else "are retracted and count"
    return Finding(
        key="coverage.retracted",
        question="Which texts on them were retracted?",
        answer=f"{counted(len(found), 'text')} on {both(holdings, pair)} {verb} nowhere.",
        value=len(found),
        unit="texts",
        n=len(found),
        coverage=("retracted texts with an act, tie, claim or opinion on both, of any day",),
        would_change="a further retraction, or a restoration of one of them",
        parts=tuple(one.part(holdings) for one in found),
    )


def taken_back(holdings: Holdings, pair: Pair, since: dt.date) -> Finding | None:
    """The decisions made since a day, restorations among them; none where there is none."""
    found = retracted.since(holdings, pair, since)
    if not found:
        return None
    return Finding(
        key="changes.coverage.decisions",
        question="Which texts on them were retracted or restored since?",
        answer=f"{counted(len(found), 'decision')} on texts on {both(holdings, pair)}.",
        value=len(found),
        unit="decisions",
        n=len(found),
        window=Window(since),
        coverage=("decisions on texts with an act, tie, claim or opinion on both",),
        would_change="a further retraction or restoration",
        parts=tuple(one.part(holdings) for one in found),
    )

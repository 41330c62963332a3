"""How the two others deal with each other: the mean score of their acts."""

from __future__ import annotations

from comity.assessment.counting import counted
from comity.assessment.events import TEXTS, scale_of
from comity.assessment.finding import Finding, insufficient
from comity.assessment.numbers import number
from comity.assessment.triangles import record
from comity.assessment.triangles.triangle import Triangle
from comity.languages import say


def terms(triangle: Triangle) -> Finding:
    """How the two others deal with each other: mean score of their acts with its interval."""
    key, question = "rivalry.score", say("How do the two others treat each other?")
    holdings = triangle.holdings
    sources = holdings.event_sources(*triangle.rivals, triangle.window)
    source = sources[0][0] if sources else TEXTS
    found = holdings.dyad_events(*triangle.rivals, triangle.window)
    own = found.filter(found["source"] == source)
    mean = record.mean_score(own)
    if mean is None or mean[3] < record.FEWEST_FOR_A_MEAN:
        n = mean[3] if mean else 0
        why = say(
            "{acts} of {both}; a mean needs {fewest}",
            acts=counted(n, "scored act"),
            both=triangle.both,
            fewest=record.FEWEST_FOR_A_MEAN,
        )
        return insufficient(key, question, why, window=triangle.window)
    scale, value, interval, n = mean
    return Finding(
        key=key,
        question=question,
        answer=say(
            "In {named} their acts towards each other have a mean score of {value} on {scale_of};"
            " cooperation is above 0, conflict below.",
            named=record.named(source),
            value=number(value, interval),
            scale_of=scale_of(scale),
        ),
        value=value,
        unit=say("points of {scale} an act", scale=scale),
        interval=interval,
        n=n,
        window=triangle.window,
        proofs=holdings.of_events(own, source, *triangle.rivals, triangle.window),
        coverage=(record.coverage(holdings, source),),
        method="flow-v1",
    )

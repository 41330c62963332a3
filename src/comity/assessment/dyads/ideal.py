"""How far the published ideal points of two states lie apart."""

from __future__ import annotations

import datetime as dt

from comity.assessment.finding import Finding, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number
from comity.assessment.reasons import reason
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say

Pair = tuple[str, str]
_IDEAL = "ideal-point-distance-v1"


def ideal(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How far the published ideal points of the two lie apart, in the last year that both have one."""
    from comity.measures import ideal_point_distance

    key, question = "votes.ideal", say("How far apart do their ideal points lie?")
    import_ = say("ideal points, as 'comity import ideal_points FILE' brings, of both states")
    end = f" AND year <= {window.until.year}" if window.until else ""
    begin = f" AND year >= {window.since.year}" if window.since else ""
    told = holdings.table("country_years").filter(f"variable LIKE 'ideal_point%'{begin}{end}").pl()
    if told.is_empty():
        return insufficient(
            key, question, say("no ideal points are imported"), would_change=import_, method=_IDEAL
        )
    try:
        found = ideal_point_distance(told, dyad=pair).sort("year")
    except UsageError as error:
        return insufficient(key, question, reason(str(error)), would_change=import_, method=_IDEAL)
    if found.is_empty():
        return insufficient(key, question, say("no year has a point of both"), would_change=import_, method=_IDEAL)
    last, first = found.row(-1, named=True), found.row(0, named=True)
    bounds = None if last["distance_low"] is None else (last["distance_low"], last["distance_high"])
    codes, unit = "', '".join(pair), last["unit"]
    looked = f"variable LIKE 'ideal_point_all%' AND country IN ('{codes}') AND year = {last['year']}"
    source = str(told["source"][0])
    return Finding(
        key=key,
        question=question,
        answer=say(
            "In {year} they lay {distance} apart; about 1 is the spread of all states.",
            year=last["year"],
            distance=number(last["distance"], bounds),
        ),
        value=last["distance"],
        unit=say(unit),
        interval=bounds,
        n=last["n"],
        window=Window(dt.date(first["year"], 1, 1), dt.date(last["year"], 12, 31)),
        comparison=(
            say("In {year} they lay {distance} apart.", year=first["year"], distance=number(first["distance"])),
        )
        if len(found) > 1
        else (),
        proofs=(holdings.rows("country_years", source, looked, ("country", "year", "variable", "value")),),
        coverage=(say("points that others estimated from all votes; of two estimations they do not compare"),),
        would_change=import_,
        method=_IDEAL,
    )

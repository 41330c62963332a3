"""How far each of two states depends on the other: a composite with all its parts, and what the two share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number
from comity.assessment.rankings import depends
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.languages import say

Pair = tuple[str, str]
_LABELS = {
    "trade_share": "share of the other in its trade",
    "trade_of_gdp": "that trade over its GDP",
    "aid_share": "share of the other in the aid it takes",
    "aid_of_gdp": "that aid over its GDP",
    "arms_share": "share of the other in the arms it takes",
}


def there(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How far the first depends on the second."""
    return _depends(holdings, pair, window, "there")


def back(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How far the second depends on the first."""
    return _depends(holdings, pair[::-1], window, "back")


def _depends(holdings: Holdings, pair: Pair, window: Window, way: str) -> Finding:
    """How far the first of the pair depends on the second."""
    a, b = (holdings.names.the(state) for state in pair)
    key, question = f"dependence.{way}", say("How far does {a} depend on {b}?", a=a, b=b)
    found = depends.world(holdings, window)
    if isinstance(found, str):
        return insufficient(key, question, found, would_change=say(depends.IMPORT), method=depends.METHOD)
    row = found.of(pair[1], pair[0])
    year = Window(dt.date(found.year, 1, 1), dt.date(found.year, 12, 31))
    proofs = tuple(
        holdings.looked(name, source, _pair_of(name, source, pair, found.year), 0, year)
        for name, source in found.sources
    )
    if row is None or row["dependence"] is None:
        why = _little_known() if row else say("the tables have nothing between the two in {year}", year=found.year)
        return insufficient(key, question, why, window=year, proofs=proofs, parts=_parts(row),
                            would_change=say(depends.IMPORT), method=depends.METHOD)  # fmt: skip
    place = _ranking(pair[0], found, year).place(pair[1], a)
    bounds = (row["dependence_low"], row["dependence_high"])
    return Finding(
        key=key,
        question=question,
        answer=say(
            "In {year} at {dependence}, from 0 to 1, where 1 is the highest of all pairs in every"
            " part; the bounds are what unknown parts leave open.",
            year=found.year,
            dependence=number(row["dependence"], bounds),
        ),
        value=row["dependence"],
        unit=say("from 0 to 1"),
        interval=bounds,
        n=row["dependence_n"],
        window=year,
        comparison=(say("{b} is {place}.", b=holdings.names.nominal(pair[1]), place=place),) if place else (),
        proofs=proofs,
        coverage=(say("n counts parts that are known; weights of version {weights}", weights=row["weights"]),),
        would_change=say(depends.IMPORT),
        method=depends.METHOD,
        parts=_parts(row),
    )


def _little_known() -> str:
    from comity.measures import part_weights

    return say("less than {share:g} of the weight is known", share=part_weights().least_share)


def _parts(row: dict[str, Any] | None) -> tuple[Part, ...]:
    from comity.measures import part_weights

    if row is None:
        return ()
    weights = part_weights().parts("dependence")
    parts = []
    for name, weight in weights.items():
        label, scaled = say(_LABELS.get(name, name)), row[f"{name}_scaled"]
        if scaled is None:
            parts.append(Part(label, weight=weight, insufficient=say("the tables do not tell it")))
        else:
            text = say(
                "{value}, {scaled} of the highest of all pairs", value=number(row[name]), scaled=number(scaled)
            )
            parts.append(Part(label, text, scaled, n=row[f"{name}_pairs"], weight=weight))
    return tuple(parts)


def _ranking(state: str, found: depends.World, year: Window) -> Ranking:
    """Whom the state depends on most."""
    rows = found.rows.filter(found.rows["dependent"] == state).sort("influencer")
    scores = tuple(Score(row["influencer"], row["dependence"], n=row["dependence_n"]) for row in rows.to_dicts())
    return Ranking(state, say("dependence on them"), depends.METHOD, window=year, scores=scores)


def _pair_of(name: str, source: str, pair: Pair, year: int) -> str:
    codes = "', '".join(sorted(pair))
    when = f"year(start) = {year}" if name == "flows" else f"year = {year}"
    return f"source = '{source}' AND country IN ('{codes}') AND partner IN ('{codes}') AND {when}"

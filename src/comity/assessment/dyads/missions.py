"""The missions that two states keep in each other, as far as tables tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

from comity.assessment.dyads.bound import proof_of, reach, rows_of
from comity.assessment.dyads.common import capital
from comity.assessment.finding import Finding, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.window import Window
from comity.languages import say

Pair = tuple[str, str]
LEVEL = ("mission_level",)


def missions(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Missions of each in the other that stood at the end of the window, or the last that tables know of."""
    key, question = "dependence.missions", say("Which missions do they keep in each other?")
    codes, end = "', '".join(pair), window.until or dt.date.max
    where = f"kind = 'mission' AND country IN ('{codes}') AND partner IN ('{codes}') AND start <= DATE '{end}'"
    spells = (
        holdings.table("spells")
        .filter(where)
        .select('source, country, partner, role, start, "end", is_ongoing, precision')
    )
    rows = sorted(spells.fetchall(), key=lambda row: (row[1], row[4] or dt.date.min, str(row[3])))
    if not rows:
        return _levels(holdings, pair, window, key, question)
    last = {(row[1], row[2]): row for row in rows}
    source = rows[0][0]
    proof = holdings.rows("spells", source, where, ("country", "partner", "role", "start", '"end"'))
    names = holdings.names
    said = [_mission(names, last[way], end) for way in (pair, pair[::-1]) if way in last]
    missing = [way for way in (pair, pair[::-1]) if way not in last]
    silent = [
        say("of a mission of {one} in {other} the table says nothing", one=names.the(one), other=names.the(other))
        for one, other in missing
    ]
    told = say("; ").join([*said, *silent])
    return Finding(
        key=key,
        question=question,
        answer=f"{capital(told)}.",
        n=len(rows),
        window=window,
        proofs=(proof,),
        coverage=(say("what has no row is unknown, not without a mission"),),
        would_change=_would(),
    )


def _levels(holdings: Holdings, pair: Pair, window: Window, key: str, question: str) -> Finding:
    """By tables that give a rank a year."""
    found = reach(holdings, LEVEL, window)
    rows = None if found is None else rows_of(holdings, found[0], LEVEL, pair)
    if found is None or rows is None or rows.is_empty():
        why = say("no mission of the two is in the tables; what has no row is unknown, not absent")
        return insufficient(key, question, why, would_change=_would())
    source, year = found
    rows = rows_of(holdings, source, LEVEL, pair)
    now = rows.filter(rows["year"] == year).sort("country").to_dicts()
    said = [_level(holdings.names, row) for row in now]
    return Finding(
        key=key,
        question=question,
        answer=say("In {year} the rank of missions was: {said}.", year=year, said=listed(said)),
        n=len(now),
        window=Window(dt.date(year, 1, 1), dt.date(year, 12, 31)),
        proofs=(proof_of(holdings, source, LEVEL, pair, year, rows),),
        coverage=(say("ranks are the source's own; what has no row is unknown"),),
        would_change=_would(),
    )


def _would() -> str:
    return say("a table of missions, as 'comity import missions FILE' brings")


def _level(names: Names, row: dict[str, Any]) -> str:
    """'Cambodia in China ambassador'."""
    gaps = {"country": names.the(row["country"]), "partner": names.the(row["partner"])}
    if row["text"] == "none":
        return say("{country} in {partner} none", **gaps)
    return say("{country} in {partner} {rank}", rank=_rank(row), **gaps)


def _rank(row: dict[str, Any]) -> str:
    return say(str(row["text"])) if row["text"] else say("rank {value:g}", value=row["value"])


def _mission(names: Names, row: tuple[Any, ...], end: dt.date) -> str:
    """'the United States had an embassy in Cambodia since 1993'."""
    _, country, partner, role, start, ended, _, _ = row
    host = names.the(partner)
    if role in (None, "None"):
        return say(
            "{country} has had no mission in {host} since {year}",
            country=names.the(country),
            host=host,
            year=start.year,
        )
    kind = say(role).lower()
    gaps = {"country": names.the(country), "host": host, "year": start.year, "kind": kind}
    gaps["article"] = "an" if kind[0] in "aeiou" else "a"
    if ended and ended <= end:
        return say("{country} had {article} {kind} in {host} from {year} to {end}", end=ended.year, **gaps)
    return say("{country} has had {article} {kind} in {host} since {year}", **gaps)

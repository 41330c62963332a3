"""Correlates of War inter-state wars 4.0: states in wars (CSV) and directed pairs by year (Parquet)."""

from __future__ import annotations

from comity.sources.disputes.sides import day, details, holder, known, no_day, precision, runs, state
from comity.sources.form import Delimited, Fault, Form, Parquet

_NUMBERS = [
    f"{end}{part}{number}" for number in (1, 2) for end in ("Start", "End") for part in ("Month", "Day", "Year")
]
_RAW = {
    "WarNum": "INTEGER", "WarName": "VARCHAR", "ccode": "VARCHAR", "StateName": "VARCHAR", "Side": "INTEGER",
    **dict.fromkeys(_NUMBERS, "INTEGER"),
    **dict.fromkeys(("WhereFought", "Initiator", "Outcome", "BatDeath"), "INTEGER"),
}  # fmt: skip
_PARQUET = {
    "warnum": "INTEGER", "ccode1": "VARCHAR", "ccode2": "VARCHAR", "year": "SMALLINT", "war_onset": "INTEGER",
    "sidea1": "INTEGER", "initiator1": "INTEGER", "initiator2": "INTEGER", "outcome1": "INTEGER",
    "batdeath1": "INTEGER", "batdeath2": "INTEGER", "resume": "INTEGER",
}  # fmt: skip


def _dates(number: int) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    start, end = (
        (f"{which}Year{number}", f"{which}Month{number}", f"{which}Day{number}") for which in ("Start", "End")
    )
    return start, end


def _phase(number: int) -> str:
    """The first fighting of a state, or what was resumed."""
    start, end = _dates(number)
    return f"""
SELECT WarNum, WarName, ccode, Side, Initiator = 1 AS began, {known("Outcome")} AS outcome,
    {known("BatDeath")} AS deaths, WhereFought AS region, {number} AS phase,
    {day(*start)} AS start, {day(*end, last=True)} AS "end", {end[0]} = -7 AS goes_on,
    {precision((start[1], end[1]), (start[2], end[2]))} AS precision, file
FROM raw WHERE {start[0]} > 0"""


_PHASES = f"WITH phases AS ({_phase(1)} UNION ALL {_phase(2)})"
_MEETINGS = f"""{_PHASES}, pairs AS (
    SELECT one.*, other.ccode AS against, other.deaths AS deaths_against,
        greatest(one.start, other.start) AS met,
        least(coalesce(one."end", other."end"), coalesce(other."end", one."end")) AS parted,
        one.goes_on AND other.goes_on AS both_go_on,
        CASE WHEN 'year' IN (one.precision, other.precision) THEN 'year'
            WHEN 'month' IN (one.precision, other.precision) THEN 'month' ELSE 'day' END AS vaguest
    FROM phases AS one JOIN phases AS other
        ON one.file = other.file AND one.WarNum = other.WarNum AND one.phase = other.phase
        AND one.Side <> other.Side AND one.ccode <> other.ccode
        AND one.start <= coalesce(other."end", other.start) AND other.start <= coalesce(one."end", one.start)
)"""
_WAR = {"phase": "phase", "began": "began", "outcome": "outcome", "deaths": "deaths"}
_PARTIES = f"""{_PHASES}
SELECT 'cow-war ' || WarNum AS id, 'war party' AS kind, {holder("ccode", "country")}, WarName AS name,
    CASE WHEN began THEN 'initiator' END AS role, start, "end", precision, goes_on AS is_ongoing,
    {details({"side": "Side", "region": "region", **_WAR})}, file
FROM phases"""
_SPELLS = f"""{_MEETINGS}
SELECT 'cow-war ' || WarNum AS id, 'war' AS kind, {holder("ccode", "country")}, {holder("against", "partner")},
    WarName AS name, CASE WHEN began THEN 'initiator' END AS role, met AS start,
    CASE WHEN NOT both_go_on THEN parted END AS "end", vaguest AS precision, both_go_on AS is_ongoing,
    {details({**_WAR, "deaths_against": "deaths_against"})}, file
FROM pairs"""


def _years(pairs: str) -> str:
    """1 in a year of war and 1 in the year that it begins in, of a pair; nothing where there is none."""
    return f"""
SELECT {state("ccode1", "country")}, {state("ccode2", "partner")}, 'cow' AS code_system, year,
    listed.variable, listed.value, true AS is_directed, file
FROM (SELECT ccode1, ccode2, year, file, max(onset)::DOUBLE AS onset FROM ({pairs}) GROUP BY ALL),
    LATERAL (VALUES ('cow_war', 1.0), ('cow_war_onset', onset)) AS listed (variable, value)"""


_MET = f"""{_MEETINGS}
SELECT ccode AS ccode1, against AS ccode2, year::SMALLINT AS year, file,
    CASE WHEN phase = 1 AND year = year(met) THEN 1 ELSE 0 END AS onset
FROM pairs, LATERAL generate_series(year(met), year(coalesce(parted, met))) AS span (year)"""

_EPISODES = f"""
WITH counted AS ({runs("raw", "file, warnum, ccode1, ccode2, resume")})
SELECT 'cow-war ' || warnum AS id, 'war' AS kind, {holder("ccode1", "country")}, {holder("ccode2", "partner")},
    CASE WHEN any_value(initiator1) = 1 THEN 'initiator' END AS role,
    make_date(min(year), 1, 1) AS start, make_date(max(year), 12, 31) AS "end", 'year' AS precision,
    false AS is_ongoing,
    {
    details(
        {
            "phase": "resume + 1",
            "began": "any_value(initiator1) = 1",
            "outcome": "any_value(outcome1)",
            "deaths": "any_value(batdeath1)",
            "deaths_against": "any_value(batdeath2)",
        }
    )
}, file
FROM counted GROUP BY warnum, ccode1, ccode2, resume, run, file"""
_CONVERTED = """
SELECT ccode1, ccode2, year, file, CASE WHEN resume = 0 THEN war_onset ELSE 0 END AS onset FROM raw"""


FORMS = (
    Form(
        "cow_war",
        Delimited(_RAW, encoding="latin-1", nulls=("", "NA")),
        {
            "spells": f"SELECT * FROM ({_SPELLS}) UNION ALL BY NAME SELECT * FROM ({_PARTIES})",
            "dyad_years": _years(_MET),
        },
        tuple(
            Fault(no_day(*one), f"no {which} day in the calendar")
            for number in (1, 2)
            for which, one in zip(("first", "last"), _dates(number), strict=True)
        ),
    ),
    Form("cow_war_parquet", Parquet(_PARQUET), {"spells": _EPISODES, "dyad_years": _years(_CONVERTED)}),
)

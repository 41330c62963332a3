"""Leaders and holders of offices as spells of the kind `leader`; `comity who` looks them up.

Archigos (`Archigos_4.1.txt` between tabs, the same between commas, or Parquet) has the one who effectively ruled,
not a holder of a certain office: `role` is 'leader'. Those in office on its last day have no end and are ongoing;
that day is `known_until` in `details`. On the day of a change two are in office. Names are in ASCII and often a
surname alone. Its numbers of states are Gleditsch and Ward's. The scores of willingness to use force are spells
without state or days, of the kind `leader scores`, with the `id` of the tenure; 479 tenures have none. Not read:
Stata files (save them as text). The raw layout is known from programs that read it, not from a file.

A list is a CSV with the columns name, title, country, from, to and, if you like, source (whom to cite): country is
a code or an English name, from and to are a year, month or day ('2016', '2016-03', '2016-03-02'), empty where
unknown; an empty `to` says nothing of the end. What is not known of the state stays as text.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Parquet

_RAW = {
    "obsid": "VARCHAR", "leadid": "VARCHAR", "ccode": "VARCHAR", "leader": "VARCHAR", "startdate": "VARCHAR",
    "enddate": "VARCHAR", "entry": "VARCHAR", "exit": "VARCHAR", "exitcode": "VARCHAR", "gender": "VARCHAR",
    "yrborn": "VARCHAR",
}  # fmt: skip
_PARQUET = {
    "obsid": "VARCHAR", "leadid": "VARCHAR", "gwcode": "VARCHAR", "leader": "VARCHAR", "start_date": "VARCHAR",
    "end_date": "VARCHAR", "entry": "VARCHAR", "exit": "VARCHAR", "exit_code": "VARCHAR", "gender": "VARCHAR",
    "year_born": "VARCHAR",
}  # fmt: skip
_SCORES = [f"theta{model}_{part}" for model in range(1, 5) for part in ("mean", "sd")]
_LIST = dict.fromkeys(("name", "title", "country", "from", "to", "source"), "VARCHAR")
_OPTIONAL = frozenset({"gender", "yrborn"})


def _tenures(state: str, start: str, end: str, code: str, born: str) -> str:
    day = f"try_cast({end} AS DATE)"
    return f"""
SELECT obsid AS id, 'leader' AS kind, iso3_of('gw', {state}) AS country, 'gw ' || {state} AS country_code,
    leader AS name, 'leader' AS role, try_cast({start} AS DATE) AS start,
    CASE WHEN exit IS DISTINCT FROM 'Still in Office' THEN {day} END AS "end", 'day' AS precision,
    coalesce(exit = 'Still in Office', false) AS is_ongoing,
    json_object('person', leadid, 'entry', entry, 'exit', exit, 'exit_code', {code}, 'gender', gender,
        'born', {born}, 'known_until', {day}::VARCHAR)::VARCHAR AS details, file
FROM raw"""


def _faults(start: str, end: str) -> tuple[Fault, ...]:
    return (
        Fault("leader IS NULL", "no name", "leader"),
        Fault(f"try_cast({start} AS DATE) IS NULL", "no first day", start),
        Fault(f"try_cast({end} AS DATE) IS NULL", "no last day", end),
        Fault(f"try_cast({end} AS DATE) < try_cast({start} AS DATE)", "ends before it begins"),
    )


def _day(column: str, month: str, last: bool) -> str:
    """Of a year, month or day the first day, or the last."""
    rest = f"CASE length({column}) WHEN 4 THEN '-{month}-01' WHEN 7 THEN '-01' ELSE '' END"
    whole = f"try_cast({column} || {rest} AS DATE)"
    return f"CASE WHEN length({column}) < 10 THEN last_day({whole}) ELSE {whole} END" if last else whole


def _no_day(column: str) -> str:
    shape = rf"regexp_full_match({column}, '\d{{4}}(-\d\d(-\d\d)?)?')"
    return f"{column} IS NOT NULL AND (NOT {shape} OR ({_day(column, '01', False)}) IS NULL)"


_FROM, _TO = _day('"from"', "01", False), _day('"to"', "12", True)
_FROM_LIST = f"""
SELECT concat_ws(' ', country, title, name, "from") AS id, 'leader' AS kind,
    coalesce(iso3_of('iso3', upper(country)), iso3_of('iso2', upper(country)), iso3_named(country)) AS country,
    country AS country_code, name, title AS role, {_FROM} AS start, {_TO} AS "end",
    CASE least(length("from"), length("to")) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END
        AS precision,
    CASE WHEN "to" IS NOT NULL THEN false END AS is_ongoing,
    json_object('from', "from", 'to', "to", 'citation', coalesce("source", 'a list that names no source'))::VARCHAR
        AS details, file
FROM raw"""
_FROM_SCORES = f"""
SELECT obsid AS id, 'leader scores' AS kind,
    json_object({", ".join(f"'{name}', {name}" for name in _SCORES)})::VARCHAR AS details, file
FROM raw"""

_FROM_RAW = _tenures("ccode", "startdate", "enddate", "exitcode", "yrborn")
_NULLS = ("", "NA", ".")

FORMS = (
    Form(
        "archigos",
        Delimited(_RAW, "\t", nulls=_NULLS, encoding="latin-1", optional=_OPTIONAL),
        {"spells": _FROM_RAW},
        _faults("startdate", "enddate"),
    ),
    Form(
        "archigos_commas",
        Delimited(_RAW, nulls=_NULLS, encoding="latin-1", optional=_OPTIONAL),
        {"spells": _FROM_RAW},
        _faults("startdate", "enddate"),
    ),
    Form(
        "archigos_parquet",
        Parquet(_PARQUET),
        {"spells": _tenures("gwcode", "start_date", "end_date", "exit_code", "year_born")},
        _faults("start_date", "end_date"),
    ),
    Form(
        "scores_parquet",
        Parquet({"obsid": "VARCHAR", **dict.fromkeys(_SCORES, "DOUBLE")}),
        {"spells": _FROM_SCORES},
        (Fault("obsid IS NULL", "no tenure", "obsid"),),
    ),
    Form(
        "list",
        Delimited(_LIST, optional=frozenset({"source"})),
        {"spells": _FROM_LIST},
        (
            Fault("name IS NULL", "no name", "name"),
            Fault("title IS NULL", "no title", "title"),
            Fault("country IS NULL", "no country", "country"),
            Fault(_no_day('"from"'), "not a year, month or day", "from"),
            Fault(_no_day('"to"'), "not a year, month or day", "to"),
            Fault(f"coalesce(({_TO}) < ({_FROM}), false)", "ends before it begins"),
        ),
    ),
)

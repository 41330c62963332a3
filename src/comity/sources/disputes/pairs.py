"""Disputes by directed pair and year: Gibler-Miller-Little (CSV, Parquet), COW (Parquet), COW dyadic (Maoz)."""

from __future__ import annotations

from dataclasses import dataclass

from comity.sources.disputes.sides import LEVELS, details, faults, holder, known, runs, state
from comity.sources.form import Delimited, Form, Parquet
from comity.sources.peek import Peek

_PAIR = {"dispnum": "INTEGER", "ccode1": "VARCHAR", "ccode2": "VARCHAR", "year": "SMALLINT"}
_SIDES = {
    f"{name}{side}": "INTEGER"
    for name in ("sidea", "fatality", "fatalpre", "hiact", "hostlev", "orig")
    for side in (1, 2)
}
_WHOLE = dict.fromkeys(("outcome", "settle", "recip", "numa", "numb", "mindur", "maxdur"), "INTEGER")
_GML = {
    **_PAIR,
    "midonset": "INTEGER",
    **_SIDES,
    **_WHOLE,
    "stmon": "INTEGER",
    "endmon": "INTEGER",
    "ongo2010": "INTEGER",
}
_GML_PARQUET = {
    **_PAIR, "mid_onset": "INTEGER", **_SIDES, **_WHOLE, "start_month": "INTEGER", "end_month": "INTEGER",
    "ongoing_2010": "INTEGER",
}  # fmt: skip
_COW_PARQUET = {**_PAIR, "mid_onset": "INTEGER", **_SIDES}
_DYADIC = {
    "disno": "INTEGER", "statea": "VARCHAR", "stateb": "VARCHAR", "year": "SMALLINT",
    **dict.fromkeys(("strtday", "strtmnth", "strtyr", "endday", "endmnth", "endyear"), "INTEGER"),
    **dict.fromkeys(("outcome", "settlmnt", "recip", "noinit", "notarg"), "INTEGER"),
    **{f"{name}{side}": "INTEGER" for name in ("sidea", "fatlev", "highmca", "hihost",
    "orignat") for side in "ab"},
}  # fmt: skip


@dataclass(frozen=True)
class _Directed(Delimited):
    """The archive of Gibler, Miller and Little has the same pairs without direction too, under the same names."""

    def fits(self, peek: Peek) -> bool:
        return super().fits(peek) and "-ndy-" not in peek.name


def _told(onset: str, start: str, end: str, ongoing: str, whole: bool) -> str:
    """The rows under one set of names, without the -9 of the CSV; a month that is none is kept as it is."""
    names = {"side_a": "sidea1", "originator": "orig1", "hostility": "hostlev1", "action": "hiact1",
             "fatality": "fatality1", "deaths": "fatalpre1", "onset": onset,
             **{name: name if whole else "NULL::INTEGER" for name in _WHOLE}, "first_month": start,
             "last_month": end, "ongoing": ongoing}  # fmt: skip
    columns = ", ".join(f"{known(column)} AS {name}" for name, column in names.items())
    return f"SELECT dispnum, ccode1, ccode2, year, {columns}, file FROM raw"


def _reversed(one: str, other: str) -> str:
    return f"""
SELECT disno AS dispnum, state{one} AS ccode1, state{other} AS ccode2, year,
    {known(f"sidea{one}")} AS side_a, {known(f"orignat{one}")} AS originator, {known(f"hihost{one}")} AS hostility,
    {known(f"highmca{one}")} AS action, {known(f"fatlev{one}")} AS fatality, NULL::INTEGER AS deaths,
    CASE WHEN year = strtyr THEN 1 ELSE 0 END AS onset, {known("outcome")} AS outcome,
    {known("settlmnt")} AS settle, {known("recip")} AS recip, {known("noinit")} AS numa,
    {known("notarg")} AS numb, NULL::INTEGER AS mindur, NULL::INTEGER AS maxdur,
    {known("strtmnth")} AS first_month, {known("endmnth")} AS last_month, 0 AS ongoing, file
FROM raw"""


def years(told: str, prefix: str) -> str:
    """Values of the first state towards the second: the highest of the disputes of the year, and how many.

    Where that of one dispute is not known, the highest is not either, but for the top of the scale.
    `told` gives a row a dispute, pair and year, with `side_a`, `originator`, `onset` and the three levels.
    """
    columns = {
        **{
            name: f"CASE WHEN count({name}) = count(*) OR max({name}) = {top} THEN max({name}) END"
            for name, (_, top) in (LEVELS | {"side_a": (0, 1), "originator": (0, 1)}).items()
        },
        "disputes": "count(DISTINCT dispnum)",
        "onsets": "count(DISTINCT dispnum) FILTER (onset = 1)",
    }
    values = ", ".join(f"{value}::DOUBLE AS {name}" for name, value in columns.items())
    listed = ", ".join(f"('{prefix}_{name}', {name})" for name in columns)
    return f"""
WITH told AS ({told}), pairs AS (SELECT ccode1, ccode2, year, file, {values} FROM told GROUP BY ALL)
SELECT {state("ccode1", "country")}, {state("ccode2", "partner")}, 'cow' AS code_system, year,
    listed.variable, listed.value, true AS is_directed, file
FROM pairs, LATERAL (VALUES {listed}) AS listed (variable, value)"""


_EPISODE = (
    "side_a",
    "originator",
    "hostility",
    "action",
    "fatality",
    "deaths",
    *_WHOLE,
    "first_month",
    "last_month",
)
_DETAILS = details({name: name for name in _EPISODE})


def _spells(told: str, prefix: str) -> str:
    """One row a pair and run of years. Months are those of the dispute, so of the pair only where there is no
    other; else, and where a month is none, days are as exact as the year."""
    highest = ", ".join(f"max({name}) AS {name}" for name in _EPISODE)
    return f"""
WITH told AS ({told}), counted AS ({runs("told", "file, dispnum, ccode1, ccode2")}), episodes AS (
    SELECT dispnum, ccode1, ccode2, file, min(year) AS first_year, max(year) AS last_year, {highest},
        coalesce(max(ongoing), 0) = 1 AND max(year) >= any_value(last) AS goes_on
    FROM (SELECT *, max(year) OVER (PARTITION BY file) AS last FROM counted)
    GROUP BY dispnum, ccode1, ccode2, file, run
), months AS (
    SELECT *, coalesce(numa = 1 AND numb = 1 AND first_month BETWEEN 1 AND 12
            AND (last_month BETWEEN 1 AND 12 OR goes_on)
            AND count(*) OVER (PARTITION BY file, dispnum, ccode1, ccode2) = 1, false) AS has_months
    FROM episodes
)
SELECT '{prefix} ' || dispnum AS id, 'dispute' AS kind, {holder("ccode1", "country")},
    {holder("ccode2", "partner")},
    CASE originator WHEN 1 THEN 'originator' WHEN 0 THEN 'joiner' END AS role,
    make_date(first_year, CASE WHEN has_months THEN first_month ELSE 1 END, 1) AS start,
    CASE WHEN NOT goes_on THEN last_day(make_date(last_year, CASE WHEN has_months THEN last_month ELSE 12 END, 1))
        END AS "end",
    CASE WHEN has_months THEN 'month' ELSE 'year' END AS precision, goes_on AS is_ongoing, {_DETAILS}, file
FROM months"""


def _form(name: str, layout: Delimited | Parquet, told: str, prefix: str, levels: dict[str, list[str]]) -> Form:
    outputs = {"dyad_years": years(told, prefix), "spells": _spells(told, prefix.replace("_", "-"))}
    return Form(name, layout, outputs, faults(levels))


_LEVELS = {name: [f"{column}{side}" for side in (1, 2)]
           for name, column in zip(LEVELS, ("hostlev", "hiact", "fatality"), strict=True)}  # fmt: skip
_DYADIC_LEVELS = {name: [f"{column}{side}" for side in "ab"]
                  for name, column in zip(LEVELS, ("hihost", "highmca", "fatlev"), strict=True)}  # fmt: skip
_BOTH = f"{_reversed('a', 'b')} UNION ALL {_reversed('b', 'a')}"

FORMS = (
    _form("gml", _Directed(_GML), _told("midonset", "stmon", "endmon", "ongo2010", whole=True), "gml", _LEVELS),
    _form(
        "gml_parquet",
        Parquet(_GML_PARQUET),
        _told("mid_onset", "start_month", "end_month", "ongoing_2010", whole=True),
        "gml",
        _LEVELS,
    ),
    _form(
        "cow_mid_parquet",
        Parquet(_COW_PARQUET),
        _told("mid_onset", "NULL::INTEGER", "NULL::INTEGER", "NULL::INTEGER", whole=False),
        "cow_mid",
        _LEVELS,
    ),
    _form("cow_dyadic", Delimited(_DYADIC, encoding="latin-1"), _BOTH, "cow_mid", _DYADIC_LEVELS),
)

"""Disputes as a whole and their parties: MIDA and MIDB of COW 5.0 and of Gibler-Miller-Little, and Parquet."""

from __future__ import annotations

from comity.sources.disputes.pairs import years
from comity.sources.disputes.sides import day, details, faults, holder, known, no_day, precision
from comity.sources.form import Delimited, Fault, Form, Parquet

_DAYS = dict.fromkeys(("stday", "stmon", "styear", "endday", "endmon", "endyear"), "INTEGER")
_LEVELS = dict.fromkeys(("fatality", "fatalpre", "hiact", "hostlev"), "INTEGER")
_MIDA = {
    "dispnum": "INTEGER", **_DAYS, **_LEVELS,
    **dict.fromkeys(("outcome", "settle", "mindur", "maxdur", "recip", "numa", "numb", "ongo2010",
    "ongo2014"), "INTEGER"),
    "version": "VARCHAR",
}  # fmt: skip
_MIDB = {
    "dispnum": "INTEGER", "stabb": "VARCHAR", "ccode": "VARCHAR", **_DAYS, "sidea": "INTEGER",
    "revstate": "INTEGER", **_LEVELS, "orig": "INTEGER", "version": "VARCHAR",
}  # fmt: skip
_SHORT = {
    "dispnum": "INTEGER", "start_year": "SMALLINT", "start_month": "INTEGER",
    **dict.fromkeys(("outcome", "settle", "fatality", "mindur", "maxdur", "hiact", "hostlev", "recip"), "INTEGER"),
}  # fmt: skip

_START, _END = ("styear", "stmon", "stday"), ("endyear", "endmon", "endday")
_SPAN = f"""{day(*_START)} AS start, {day(*_END, last=True)} AS "end",
    {precision(("stmon", "endmon"), ("stday", "endday"))} AS precision"""
_IS_GML = "starts_with(lower(version), 'gml')"
_CALENDAR = (
    Fault(no_day(*_START), "no first day in the calendar"),
    Fault(no_day(*_END), "no last day in the calendar"),
)
_WHOLE = {"hostility": "hostlev", "action": "hiact", "fatality": "fatality", "outcome": "outcome",
          "settle": "settle", "recip": "recip", "mindur": "mindur", "maxdur": "maxdur"}  # fmt: skip
_TABLE = {"hostility": ["hostlev"], "action": ["hiact"], "fatality": ["fatality"]}

_SIZES = {"deaths": "fatalpre", "numa": "numa", "numb": "numb"}
_COUNTED = {name: known(column) for name, column in (_WHOLE | _SIZES).items()}
_OWN = {
    name: known(column)
    for name, column in (("side_a", "sidea"), ("hostility", "hostlev"), ("action", "hiact"),
                         ("fatality", "fatality"), ("deaths", "fatalpre"), ("revisionist", "revstate"))
}  # fmt: skip

_FROM_MIDA = f"""
SELECT CASE WHEN ongo2010 IS NULL THEN 'cow-mid ' ELSE 'gml ' END || dispnum AS id, 'dispute as a whole' AS kind,
    start, CASE WHEN NOT goes_on THEN "end" END AS "end", precision, goes_on AS is_ongoing,
    {details(_COUNTED)}, file
FROM (SELECT *, {_SPAN}, coalesce(ongo2014, ongo2010, 0) = 1 AS goes_on FROM raw)"""

_FROM_SHORT = f"""
SELECT 'gml ' || dispnum AS id, 'dispute as a whole' AS kind,
    {day("start_year", "start_month", "NULL::INTEGER")} AS start,
    CASE WHEN start_month BETWEEN 1 AND 12 THEN 'month' ELSE 'year' END AS precision,
    {details(_WHOLE | {"first_month": "start_month"})}, file
FROM raw"""

_FROM_MIDB = f"""
SELECT CASE WHEN {_IS_GML} THEN 'gml ' ELSE 'cow-mid ' END || dispnum AS id, 'dispute party' AS kind,
    {holder("ccode", "country")}, CASE orig WHEN 1 THEN 'originator' WHEN 0 THEN 'joiner' END AS role, {_SPAN},
    {details(_OWN)}, file
FROM raw"""

_MET = """
SELECT one.dispnum, one.ccode AS ccode1, other.ccode AS ccode2, year::SMALLINT AS year, one.sidea AS side_a,
    one.orig AS originator, one.hostility, one.action, one.fatality,
    (year = min(year) OVER (PARTITION BY one.file, one.dispnum, one.ccode, other.ccode))::INTEGER AS onset,
    one.file
FROM parties AS one JOIN parties AS other
    ON one.file = other.file AND one.dispnum = other.dispnum AND one.sidea <> other.sidea
    AND one.ccode <> other.ccode
    AND one.styear <= other.endyear AND other.styear <= one.endyear,
    LATERAL generate_series(greatest(one.styear, other.styear), least(one.endyear,
    other.endyear)) AS span (year)"""
_NAIVE = f"""
WITH parties AS (
    SELECT file, dispnum, ccode, styear, endyear, {known("sidea")} AS sidea, {known("orig")} AS orig,
        {known("hostlev")} AS hostility, {known("hiact")} AS action, {known("fatality")} AS fatality
    FROM raw WHERE NOT coalesce({_IS_GML}, false) AND styear > 0 AND endyear > 0
) {_MET}"""

FORMS = (
    Form(
        "mida",
        Delimited(
            _MIDA, nulls=("", "NA"), optional=frozenset({"ongo2010", "ongo2014", "version", "numa", "numb"})
        ),
        {"spells": _FROM_MIDA},
        (*_CALENDAR, *faults(_TABLE)),
    ),
    Form("gml_disputes_parquet", Parquet(_SHORT), {"spells": _FROM_SHORT}, faults(_TABLE)),
    Form(
        "midb",
        Delimited(_MIDB, nulls=("", "NA"), optional=frozenset({"version"})),
        {"spells": _FROM_MIDB, "dyad_years": years(_NAIVE, "cow_mid")},
        (*_CALENDAR, *faults(_TABLE)),
    ),
)

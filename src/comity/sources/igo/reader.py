"""Intergovernmental organisations of the Correlates of War, version 3, 1816 to 2014.

Raw: `state_year_formatv3.csv` (one column an organisation), `dyadic_formatv3.csv` (the same for pairs) and
`igo_year_formatv3.csv`, which has tabs and one column a state, of which the life of the organisations is taken.
Columns after the code of programs that read them; the raw files were not at hand. Converted: the sums of R package
peacesciencer as Parquet files. Codes are -9 missing, -1 organisation or state not there, 0 no, 1 full member, 2
associate, 3 observer; of a pair 1 means that both are full members. A pair stands once, the lower number first.
Counts leave out what is missing: `igo_unknown` tells how much that is, in pairs `joint_memberships_unknown`.
Memberships were surveyed every five years before 1965: their first and last years are not exact there.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Parquet

_COUNTRY = "iso3_of('cow', ccode::VARCHAR) AS country, ccode AS country_code, 'cow' AS code_system, year"
_PAIR = """iso3_of('cow', ccode1::VARCHAR) AS country, ccode1 AS country_code,
    iso3_of('cow', ccode2::VARCHAR) AS partner, ccode2 AS partner_code, 'cow' AS code_system, year"""
_STRANGE = "len(list_filter(further, lambda one: one NOT IN (-9, -1, 0, 1, 2, 3)))"


def _counted(code: int) -> str:
    return f"len(list_filter(further, lambda one: one = {code}))"


def _values(columns: dict[str, str]) -> str:
    rows = ", ".join(f"{{variable: '{name}', value: {value}}}" for name, value in columns.items())
    return f"""
SELECT * EXCLUDE (told), told.variable AS variable, told.value AS value, 'organisations' AS unit
FROM (SELECT {_COUNTRY}, unnest([{rows}]) AS told, file FROM raw)"""


def _joint(columns: dict[str, str]) -> str:
    rows = ", ".join(f"{{variable: '{name}', value: {value}}}" for name, value in columns.items())
    return f"""
SELECT * EXCLUDE (told), told.variable AS variable, told.value AS value, 'organisations' AS unit,
    false AS is_directed
FROM (SELECT {_PAIR}, unnest([{rows}]) AS told, file FROM raw)"""


_MEMBERSHIPS = """
WITH stated AS (
    SELECT ccode, year, unnest(held, recursive := true), file, max(year) OVER (PARTITION BY file) AS newest
    FROM raw
), marked AS (
    SELECT *, lag(code) OVER run AS before, lag(year) OVER run AS year_before,
        lead(code) OVER run AS after, lead(year) OVER run AS year_after
    FROM stated WINDOW run AS (PARTITION BY file, ccode, body ORDER BY year)
), numbered AS (
    SELECT *, count(*) FILTER (WHERE before IS DISTINCT FROM code OR year_before <> year - 1) OVER (
        PARTITION BY file, ccode, body ORDER BY year) AS spell
    FROM marked
), spells AS (
    SELECT file, ccode, body, code, min(year) AS since, max(year) AS until, any_value(newest) AS newest,
        arg_min(before = -9 AND year_before = year - 1, year) AS start_unknown,
        arg_max(after = -9 AND year_after = year + 1, year) AS end_unknown
    FROM numbered WHERE code > 0 GROUP BY file, ccode, body, code, spell
)
SELECT body AS id, 'membership' AS kind, iso3_of('cow', ccode::VARCHAR) AS country, ccode AS country_code,
    body AS name, CASE code WHEN 1 THEN 'full member' WHEN 2 THEN 'associate member' ELSE 'observer' END AS role,
    CASE WHEN coalesce(start_unknown, false) THEN NULL ELSE make_date(since, 1, 1) END AS start,
    CASE WHEN coalesce(end_unknown, false) OR until = newest THEN NULL ELSE make_date(until, 12, 31) END AS "end",
    'year' AS precision, CASE WHEN coalesce(end_unknown, false) THEN NULL ELSE until = newest END AS is_ongoing,
    json_object('first_coded', since, 'last_coded', until) AS details, file
FROM spells"""
_NO_YEAR = Fault("year IS NULL OR year NOT BETWEEN 1800 AND 2100", "no year", "year")
_STATE_YEARS = Form(
    "state_years",
    Delimited(
        {"ccode": "SMALLINT", "year": "SMALLINT", "state": "VARCHAR"},
        further="TINYINT",
        computed={
            "held": """[{body: one[1], code: one[2]} FOR one IN list_zip(further_names, further)
                IF one[2] IN (-9, 1, 2, 3)]""",
            "igo_full": _counted(1),
            "igo_associate": _counted(2),
            "igo_observer": _counted(3),
            "igo_unknown": _counted(-9),
            "strange": _STRANGE,
        },
    ),
    {
        "country_years": _values(
            {name: name for name in ("igo_full", "igo_associate", "igo_observer", "igo_unknown")}
        ),
        "spells": _MEMBERSHIPS,
    },
    (
        Fault("ccode IS NULL", "no state", "ccode"),
        _NO_YEAR,
        Fault("strange > 0", "a code of membership that is none"),
    ),
)
_DYADS = Form(
    "dyad_years",
    Delimited(
        {
            "ccode1": "SMALLINT", "country1": "VARCHAR", "ccode2": "SMALLINT", "country2": "VARCHAR",
            "year": "SMALLINT", "state": "VARCHAR",
        },
        optional=frozenset({"country1", "country2", "state"}),
        further="TINYINT",
        computed={"joint": _counted(1), "unknown": _counted(-9), "strange": _STRANGE},
    ),
    {"dyad_years": _joint({"joint_memberships": "joint", "joint_memberships_unknown": "unknown"})},
    (
        Fault("ccode1 IS NULL OR ccode2 IS NULL OR ccode1 = ccode2", "no pair of states"),
        _NO_YEAR,
        Fault("strange > 0", "a code of membership that is none"),
    ),
)  # fmt: skip
_FIELDS = ", ".join(f"CASE WHEN max({one}) = 1 THEN '{one}' END" for one in ("political", "economic", "social"))
_LIVES = f"""
SELECT ioname AS id, 'organisation' AS kind, coalesce(any_value(longorgname), any_value(orgname)) AS name,
    nullif(concat_ws(', ', {_FIELDS}), '') AS role,
    make_date(any_value(sdate), 1, 1) AS start, make_date(any_value(deaddate), 12, 31) AS "end",
    'year' AS precision, any_value(deaddate) IS NULL AS is_ongoing, file
FROM raw GROUP BY ioname, file"""
_BODIES = Form(
    "igo_years",
    Delimited(
        {
            "ioname": "VARCHAR", "orgname": "VARCHAR", "longorgname": "VARCHAR", "year": "SMALLINT",
            "sdate": "SMALLINT", "deaddate": "SMALLINT", "political": "TINYINT", "economic": "TINYINT",
            "social": "TINYINT",
        },
        "\t",
        nulls=("", "NA", ".", "-9"),
        optional=frozenset({"longorgname", "political", "economic", "social"}),
    ),
    {"spells": _LIVES},
    (Fault("ioname IS NULL", "no organisation", "ioname"), _NO_YEAR),
)  # fmt: skip
_SUMS = Form(
    "sums_state_years",
    Parquet(
        {
            "ccode": "SMALLINT", "year": "SMALLINT", "sum_igo_full": "SMALLINT", "sum_igo_associate": "SMALLINT",
            "sum_igo_observer": "SMALLINT",
        }
    ),
    {
        "country_years": _values(
            {
                "igo_full": "sum_igo_full",
                "igo_associate": "sum_igo_associate",
                "igo_observer": "sum_igo_observer",
            }
        )
    },
)  # fmt: skip
_PAIR_SUMS = Form(
    "sums_dyad_years",
    Parquet({"ccode1": "SMALLINT", "ccode2": "SMALLINT", "year": "SMALLINT", "dyad_igos": "SMALLINT"}),
    {"dyad_years": _joint({"joint_memberships": "dyad_igos"})},
)

FORMS = (_DYADS, _STATE_YEARS, _BODIES, _PAIR_SUMS, _SUMS)

"""UCDP/PRIO armed conflict: the CSV of the Uppsala Conflict Data Program, and Parquet with one state a row."""

from __future__ import annotations

from comity.sources.disputes.sides import details, holder, state
from comity.sources.form import Delimited, Fault, Form, Parquet

_STATES = ("gwno_a", "gwno_a_2nd", "gwno_b", "gwno_b_2nd")
_PARQUET = {
    "conflict_id": "INTEGER", "year": "SMALLINT", **dict.fromkeys(_STATES, "VARCHAR"),
    "incompatibility": "VARCHAR", "intensity_level": "INTEGER", "type_of_conflict": "VARCHAR",
    "episode_start_date": "DATE", "episode_start_date_precision": "INTEGER", "episode_ended": "INTEGER",
    "episode_end_date": "DATE",
}  # fmt: skip
_RAW = {
    "conflict_id": "INTEGER", "location": "VARCHAR", "side_a": "VARCHAR", "side_b": "VARCHAR",
    "incompatibility": "VARCHAR", "territory_name": "VARCHAR", "year": "SMALLINT", "intensity_level": "INTEGER",
    "type_of_conflict": "VARCHAR", "start_date2": "VARCHAR", "start_prec2": "INTEGER", "ep_end": "INTEGER",
    "ep_end_date": "VARCHAR", **dict.fromkeys(_STATES, "VARCHAR"),
}  # fmt: skip
_TYPES = {"1": "extrasystemic", "2": "interstate", "3": "intrastate", "4": "internationalized intrastate"}
_MATTERS = {"1": "territory", "2": "government", "3": "both"}


def _named(column: str, words: dict[str, str]) -> str:
    cases = " ".join(f"WHEN '{code}' THEN '{word}'" for code, word in words.items())
    return f"CASE {column} {cases} END"


def _each(column: str) -> str:
    """The states of a list such as '2, 200'; one null where there is none."""
    return f"unnest(coalesce(string_split(replace({column}, ' ', ''), ','), [NULL])) AS {column}"


_FROM_RAW = f"""
SELECT conflict_id, year, {_named("incompatibility", _MATTERS)} AS incompatibility, territory_name,
intensity_level,
    {_named("type_of_conflict", _TYPES)} AS type_of_conflict, try_cast(left(start_date2, 10) AS DATE) AS began,
    start_prec2 AS exactness, coalesce(ep_end, 0) = 1 AS has_ended, try_cast(left(ep_end_date,
    10) AS DATE) AS ended,
    gwno_a, gwno_a_2nd, gwno_b, gwno_b_2nd, file
FROM (SELECT * REPLACE (coalesce(gwno_a, '') AS gwno_a) FROM raw)"""
_SPLIT = f"""
SELECT * EXCLUDE ({", ".join(_STATES)}), nullif(gwno_a, '') AS gwno_a, gwno_a_2nd, gwno_b, gwno_b_2nd
FROM (SELECT * EXCLUDE (gwno_b_2nd), {_each("gwno_b_2nd")} FROM (SELECT * EXCLUDE (gwno_b), {_each("gwno_b")}
FROM (SELECT * EXCLUDE (gwno_a_2nd), {_each("gwno_a_2nd")} FROM (SELECT * EXCLUDE (gwno_a), {_each("gwno_a")}
FROM ({_FROM_RAW})))))"""
_FROM_PARQUET = """
SELECT conflict_id, year, incompatibility, NULL::VARCHAR AS territory_name, intensity_level, type_of_conflict,
    episode_start_date AS began, episode_start_date_precision AS exactness, coalesce(episode_ended,
    0) = 1 AS has_ended,
    episode_end_date AS ended, gwno_a, gwno_a_2nd, gwno_b, gwno_b_2nd, file
FROM raw"""


def _years(told: str) -> str:
    """The highest intensity of the conflicts of a year in which two states fight, or one sends troops.

    A state with troops beside side A is for A and, where B is a state, against B; beside B the other way round.
    """
    sent = [("gwno_a_2nd", "gwno_a", "gwno_b"), ("gwno_b_2nd", "gwno_b", "gwno_a")]
    troops = [(sender, friend, "ucdp_troops_for") for sender, friend, _ in sent]
    troops += [(sender, foe, "ucdp_troops_against") for sender, _, foe in sent]
    rows = [f"SELECT {one} AS one, {other} AS other, '{name}' AS variable, year, intensity_level, file FROM told"
            for one, other, name in troops]  # fmt: skip
    rows += [
        f"SELECT {one}, {other}, 'ucdp_conflict', year, intensity_level, file FROM told"
        " WHERE type_of_conflict = 'interstate'"
        for one, other in (("gwno_a", "gwno_b"), ("gwno_b", "gwno_a"))
    ]
    return f"""
WITH told AS ({told}), pairs AS ({" UNION ALL ".join(rows)})
SELECT {state("one", "country", "gw")}, {state("other", "partner", "gw")}, 'gw' AS code_system, year, variable,
    max(intensity_level)::DOUBLE AS value, 'level 1 or 2' AS unit, true AS is_directed, file
FROM pairs WHERE one IS NOT NULL AND other IS NOT NULL GROUP BY one, other, year, variable, file"""


def _spells(told: str) -> str:
    """One row an episode of a conflict between two states, side A first."""
    return f"""
WITH told AS ({told})
SELECT 'ucdp ' || conflict_id AS id, 'armed conflict' AS kind, {holder("gwno_a", "country", "gw")},
    {holder("gwno_b", "partner", "gw")}, any_value(territory_name) AS name, any_value(incompatibility) AS role,
    began AS start, max(ended) AS "end",
    CASE WHEN min(exactness) = 1 THEN 'day' WHEN min(exactness) <= 3 THEN 'month' ELSE 'year' END AS precision,
    NOT bool_or(has_ended) AND max(year) = any_value(last) AS is_ongoing,
    {details({"first_year": "min(year)", "last_year": "max(year)", "intensity": "max(intensity_level)"})}, file
FROM (SELECT *, max(year) OVER (PARTITION BY file) AS last FROM told)
WHERE type_of_conflict = 'interstate' AND gwno_a IS NOT NULL AND gwno_b IS NOT NULL
GROUP BY conflict_id, gwno_a, gwno_b, began, file"""


def _outputs(told: str) -> dict[str, str]:
    return {"dyad_years": _years(told), "spells": _spells(told)}


_INTENSITY = Fault(
    "intensity_level IS NULL OR intensity_level NOT IN (1, 2)", "an intensity that is neither 1 nor 2"
)

FORMS = (
    Form(
        "ucdp",
        Delimited(_RAW, encoding="utf-8"),
        _outputs(_SPLIT),
        (
            _INTENSITY,
            Fault(f"{_named('type_of_conflict', _TYPES)} IS NULL", "a type of conflict that is not 1 to 4"),
            Fault(
                "start_date2 IS NOT NULL AND try_cast(left(start_date2, 10) AS DATE) IS NULL",
                "not a date",
                "start_date2",
            ),
            Fault(
                "ep_end_date IS NOT NULL AND try_cast(left(ep_end_date, 10) AS DATE) IS NULL",
                "not a date",
                "ep_end_date",
            ),
        ),
    ),
    Form("ucdp_parquet", Parquet(_PARQUET), _outputs(_FROM_PARQUET), (_INTENSITY,)),
)

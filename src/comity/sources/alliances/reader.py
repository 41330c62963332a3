"""Alliances: ATOP directed dyad-years, COW formal alliances by directed dyad (spells) and directed dyad-year.

Pitfalls. A pair without an alliance has no row: absence is not in the files. Both directions are there, and the
obligations may differ (sums over both count twice). ATOP's non-aggression holds in 96 % of its rows and says
little; 170 rows have no obligation at all. COW's alliances still in force when its version was made end on its
last day with `right_censor` 1: they are ongoing here, not ended. The two projects disagree; their variables are
kept apart.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Parquet

_ATOP = {"defense": "defense", "offense": "offense", "neutral": "neutrality", "nonagg": "nonaggression",
         "consul": "consultation"}  # fmt: skip
_COW = ("defense", "neutrality", "nonaggression", "entente")
_ONCE = "by_dyad"
"""COW's archive holds the same alliances by pair and by direction: those by pair are passed over."""
_PAIR = {"ccode1": "VARCHAR", "ccode2": "VARCHAR"}
_SPELL = {
    **_PAIR, "version4id": "VARCHAR", "right_censor": "BOOLEAN",
    **{f"dyad_{end}_{part}": "INTEGER" for end in ("st", "end") for part in ("day", "month", "year")},
    **dict.fromkeys(_COW, "BOOLEAN"),
}  # fmt: skip


def _sides(one: str, other: str) -> str:
    return f"""iso3_of('cow', {one}) AS country, {one} AS country_code,
    iso3_of('cow', {other}) AS partner, {other} AS partner_code"""


def _years(one: str, other: str, variables: dict[str, str]) -> str:
    """One row an obligation, 1 or 0."""
    told = ", ".join(f"('{name}', {column})" for column, name in variables.items())
    return f"""
SELECT {_sides(one, other)}, 'cow' AS code_system, year, told.variable, told.value, true AS is_directed, file
FROM raw, LATERAL (VALUES {told}) AS told (variable, value)"""


def _faults(columns: list[str]) -> tuple[Fault, ...]:
    strange = " OR ".join(f"{column} NOT IN (0, 1)" for column in columns)
    return (Fault(f"coalesce({strange}, false)", "an obligation that is neither 0 nor 1"),)


_ROLE = ", ".join(f"CASE WHEN {name} THEN '{name}' END" for name in _COW)
_SPELLS = f"""
SELECT version4id AS id, 'alliance' AS kind, {_sides("ccode1", "ccode2")},
    nullif(concat_ws(', ', {_ROLE}), '') AS role,
    make_date(dyad_st_year, dyad_st_month, dyad_st_day) AS start,
    CASE WHEN NOT right_censor THEN make_date(dyad_end_year, dyad_end_month, dyad_end_day) END AS "end",
    'day' AS precision, right_censor AS is_ongoing, file
FROM raw"""
_DAYS = "concat_ws('-', dyad_{0}_year, lpad(dyad_{0}_month::VARCHAR, 2, '0'), lpad(dyad_{0}_day::VARCHAR, 2, '0'))"


def _no_day(which: str) -> str:
    return f"try_cast({_DAYS.format(which)} AS DATE) IS NULL"


FORMS = (
    Form(
        "atop",
        Delimited(
            {"stateA": "VARCHAR", "stateB": "VARCHAR", "year": "SMALLINT", **dict.fromkeys(_ATOP, "INTEGER")}
        ),
        {"dyad_years": _years("stateA", "stateB", {column: f"atop_{name}" for column, name in _ATOP.items()})},
        _faults(list(_ATOP)),
    ),
    Form(
        "atop_parquet",
        Parquet({**_PAIR, "year": "SMALLINT", **{f"atop_{column}": "INTEGER" for column in _ATOP}}),
        {
            "dyad_years": _years(
                "ccode1", "ccode2", {f"atop_{column}": f"atop_{name}" for column, name in _ATOP.items()}
            )
        },
        _faults([f"atop_{column}" for column in _ATOP]),
    ),
    Form(
        "cow_years",
        Delimited({**_PAIR, "year": "SMALLINT", **dict.fromkeys(_COW, "INTEGER")}),
        {"dyad_years": _years("ccode1", "ccode2", {name: f"cow_{name}" for name in _COW})},
        _faults(list(_COW)),
        unlike=_ONCE,
    ),
    Form(
        "cow_spells",
        Delimited(_SPELL),
        {"spells": _SPELLS},
        (
            Fault(_no_day("st"), "no first day"),
            Fault(f"NOT coalesce(right_censor, false) AND {_no_day('end')}", "no last day"),
        ),
        unlike=_ONCE,
    ),
)

"""Correlates of War trade 4.0: pairs (`Dyadic_COW_4.0.csv`) and states (`National_COW_4.0.csv`, or Parquet)."""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Parquet

_PAIRS = {
    "ccode1": "VARCHAR", "ccode2": "VARCHAR", "year": "SMALLINT", "flow1": "DOUBLE", "flow2": "DOUBLE",
}  # fmt: skip
_STATES = {"ccode": "VARCHAR", "year": "SMALLINT", "imports": "DOUBLE", "exports": "DOUBLE"}
_CONVERTED = {"ccode": "VARCHAR", "year": "SMALLINT", "imports_musd": "DOUBLE", "exports_musd": "DOUBLE"}


def _imports(importer: str, exporter: str, flow: str) -> str:
    return f"""
SELECT iso3_of('cow', {importer}) AS country, 'cow ' || {importer} AS country_code,
    iso3_of('cow', {exporter}) AS partner, 'cow ' || {exporter} AS partner_code,
    make_date(year, 1, 1) AS start, 'year' AS frequency, 'import' AS kind,
    nullif({flow}, -9) * 1e6 AS value, 'USD' AS unit, file
FROM raw"""


def _totals(imports: str, exports: str) -> str:
    return f"""
SELECT iso3_of('cow', ccode) AS country, ccode AS country_code, 'cow' AS code_system, year,
    told.variable, told.value, 'USD' AS unit, file
FROM raw, LATERAL (
    VALUES ('imports', nullif({imports}, -9) * 1e6), ('exports', nullif({exports}, -9) * 1e6)
) AS told (variable, value)"""


_BELOW = "a value below zero that is not -9"

FORMS = (
    Form(
        "cow_dyads",
        Delimited(_PAIRS),
        {"flows": f"{_imports('ccode1', 'ccode2', 'flow1')} UNION ALL {_imports('ccode2', 'ccode1', 'flow2')}"},
        (Fault("coalesce((flow1 < 0 AND flow1 <> -9) OR (flow2 < 0 AND flow2 <> -9), false)", _BELOW),),
    ),
    Form(
        "cow_states",
        Delimited(_STATES),
        {"country_years": _totals("imports", "exports")},
        (Fault("coalesce((imports < 0 AND imports <> -9) OR (exports < 0 AND exports <> -9), false)", _BELOW),),
    ),
    Form("cow_states_parquet", Parquet(_CONVERTED), {"country_years": _totals("imports_musd", "exports_musd")}),
)

"""Codes and names of states as datasets use them, as macros that readers call in their SQL.

`data/codes.csv` has a row a code: `iso3` is empty for what is no one state of today (a region, Czechoslovakia),
`former` is its withdrawn ISO3, `start` and `end` are when the system has the state. Sources: Correlates of War
state system 2016, Gleditsch and Ward 2017, ISO 3166-1, GeoNames (FIPS 10-4), CAMEO, UN Comtrade. The system
`name` has names that only datasets write, such as 'Korea, Rep. of'; `dac` has what only the OECD's aid
statistics write, where Korea alone is the Republic; `cameo` has those codes that are not ISO3's.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from comity.sources import sql
from comity.tables import rows

if TYPE_CHECKING:
    import duckdb

_MACROS = """
CREATE OR REPLACE TEMP MACRO iso3_of(a, b) AS
    (SELECT any_value(iso3) FROM state_codes WHERE system = a AND code = b);
CREATE OR REPLACE TEMP MACRO iso3_named(a) AS (
    SELECT any_value(iso3) FROM state_names
    WHERE name = trim(lower(strip_accents(replace(replace(replace(a, '.', ''), '&', 'and'), '’', '''')))));
"""


def install(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the macros `iso3_of(system, code)`, both texts, and `iso3_named(name)`: ISO3, or null where unknown."""
    from comity.gazetteer.codes import present_states
    from comity.gazetteer.tables import fold

    names = present_states() | {fold(code): iso3 for system, code, iso3 in _codes() if system == "name"}
    codes = zip(("system", "code", "iso3"), zip(*_codes(), strict=True), strict=True)
    sql.table(connection, "state_codes", {column: ("VARCHAR", values) for column, values in codes})
    named = {"name": list(names), "iso3": list(names.values())}
    sql.table(connection, "state_names", {column: ("VARCHAR", values) for column, values in named.items()})
    connection.execute(_MACROS)


def systems() -> tuple[str, ...]:
    """The code systems that `iso3_of` knows."""
    return tuple(dict.fromkeys(system for system, _, _ in _codes() if system != "name"))


@cache
def _codes() -> tuple[tuple[str, str, str], ...]:
    found = {(row["system"], row["code"]): row["iso3"] for row in rows("sources", "codes.csv")}
    found = {("cameo", code): iso3 for (system, code), iso3 in found.items() if system == "iso3"} | found
    return tuple((system, code, iso3) for (system, code), iso3 in found.items() if iso3)

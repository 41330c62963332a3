"""Highest mission of the United States in each state (Kenkel), by year and by range of days; raw CSV and Parquet.

Raw columns end in the system of states (`_cow`, `_gw`; gwm is gw with micro-states under the same names), those of
the Parquet files do not: there the file's name tells it. All three tell of the same missions: import one of them
only. `None` is a status, no missing value: there was no mission. It is one side only; the months' files are not
read, they add nothing to the ranges. A range that ends on the last day of its file goes on. Its days are those
of the State Department's records or, where these name a year or a month only, the first of it.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Layout, Parquet

_STATUSES = (
    "None", "Interests", "Liaison", "Consul Nonresident", "Consulate", "Envoy Nonresident", "Legation",
    "Ambassador Nonresident", "Embassy",
)  # fmt: skip
_OF_YEAR = ("mode", "min", "max", "median", "start", "end")
_RANKS = " ".join(f"WHEN '{status}' THEN {rank}" for rank, status in enumerate(_STATUSES))
_TOLD = ", ".join(f"{{variable: 'us_mission_{one}', status: us_mission_{one}}}" for one in _OF_YEAR)


def _host(system: str, code: str) -> str:
    return f"""'USA' AS country, '2' AS country_code, iso3_of('{system}', {code}::VARCHAR) AS partner,
    {code} AS partner_code"""


def _years(system: str, code: str) -> str:
    return f"""
SELECT {_host(system, code)}, '{system}' AS code_system, year, told.variable AS variable, told.status AS text,
    CASE told.status {_RANKS} END AS value, 'rank from 0 to 8' AS unit, true AS is_directed, file
FROM (SELECT {code}, year, unnest([{_TOLD}]) AS told, file FROM raw)
WHERE told.status IS NOT NULL"""


def _ranges(system: str, code: str) -> str:
    return f"""
SELECT 'mission' AS kind, {_host(system, code)}, us_mission_status AS role, date_start AS start,
    CASE WHEN date_end < newest THEN date_end END AS "end", 'day' AS precision, date_end = newest AS is_ongoing,
    json_object('code_system', '{system}', 'rank', CASE us_mission_status {_RANKS} END) AS details, file
FROM (SELECT *, max(date_end) OVER (PARTITION BY file) AS newest FROM raw)"""


def _forms(system: str, code: str, years: Layout, ranges: Layout, suffix: str) -> tuple[Form, Form]:
    return (
        Form(f"us_years_{suffix}", years, {"dyad_years": _years(system, code)}, _faults(code, _OF_YEAR)),
        Form(f"us_ranges_{suffix}", ranges, {"spells": _ranges(system, code)}, _faults(code, ("status",))),
    )


def _faults(code: str, statuses: tuple[str, ...]) -> tuple[Fault, ...]:
    known = f"IN {_STATUSES}"
    faults = [Fault(f"{code} IS NULL", "no state", code)]
    faults += [
        Fault(
            f"NOT coalesce(us_mission_{one} {known}, {str(one in ('start', 'end')).lower()})",
            "no status of a mission",
        )
        for one in statuses
    ]
    if statuses == ("status",):
        faults.append(Fault("date_start IS NULL OR date_end IS NULL OR date_end < date_start", "no range of days"))
    return tuple(faults)


_YEAR_COLUMNS = {"year": "SMALLINT"} | {f"us_mission_{one}": "VARCHAR" for one in _OF_YEAR}
_RANGE_COLUMNS = {"date_start": "DATE", "date_end": "DATE", "us_mission_status": "VARCHAR"}
_LATER = frozenset({"us_mission_start", "us_mission_end"})


def _raw(system: str) -> tuple[Form, Form]:
    code = f"country_code_{system}"
    years = Delimited({code: "SMALLINT"} | _YEAR_COLUMNS, optional=_LATER)
    return _forms(system, code, years, Delimited({code: "SMALLINT"} | _RANGE_COLUMNS), system)


def _converted(system: str) -> tuple[Form, Form]:
    code, named = {"country_code": "SMALLINT"}, f"_{system}"
    years, ranges = Parquet(code | _YEAR_COLUMNS, _LATER, named), Parquet(code | _RANGE_COLUMNS, named=named)
    return _forms(system, "country_code", years, ranges, f"{system}_parquet")


FORMS = (*_raw("cow"), *_raw("gw"), *_converted("cow"), *_converted("gw"))

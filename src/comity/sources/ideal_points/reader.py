"""Ideal points of Bailey, Strezhnev and Voeten, one row a state and year or session, as CSV or tab file.

Headers as published in April 2020 (with and without a topic behind each name), June 2024 (`All`), July 2025 (lower
case, three kinds beside each other, by calendar year) and 2026 (`FP`); the older `Theta5thpct` names from programs
that read them, of which no file was seen. A kind is which votes were counted: all, final passage (fp), those named
important, those on a topic. `unit` tells whether the year is a calendar year or the year in which a session began
(the session plus 1945): the two never go in one series. Only quantiles of the posterior are published, no standard
error; the median is q50. The scale is that of one estimation: points of two files do not compare.
Yugoslavia (345) is no state of today before the year 2000.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form

_KINDS = {
    "All": "all", "": "all", "FP": "fp", "Legacy": "legacy", "Important": "important",
    "HumanRights": "human_rights", "MiddleEast": "middle_east", "NoNukes": "no_nukes", "Nuclear": "nuclear",
}  # fmt: skip
_QUANTILES = (5, 10, 50, 90, 95)
_PARTNERS = {
    "USA": ("USAgree", "PctAgreeUS"), "RUS": ("RussiaAgree", "PctAgreeRUSSIA"),
    "BRA": ("BrazilAgree", "PctAgreeBrazil"), "CHN": ("ChinaAgree", "PctAgreeChina"),
    "IND": ("IndiaAgree", "PctAgreeIndia"), "ISR": ("IsraelAgree", "PctAgreeIsrael"),
}  # fmt: skip


def _names(kind: str, quantile: int) -> tuple[str, ...]:
    """What the quantile of a kind is called in one file or another."""
    found = (f"Q{quantile}%{kind}", f"q{quantile}{kind.lower()}")
    return (*found, f"Theta{quantile}thpct") if not kind else found


def _measures() -> dict[str, list[str]]:
    """By variable the columns that it stands in, the first that is filled counts."""
    found: dict[str, list[str]] = {}
    for kind, name in _KINDS.items():
        variable = f"ideal_point_{name}"
        found.setdefault(variable, []).append(f"IdealPoint{kind}")
        for quantile in _QUANTILES:
            found.setdefault(f"{variable}_q{quantile}", []).extend(_names(kind, quantile))
        found.setdefault(f"{variable}_votes", []).append(f"NVotes{kind}")
    return found | {f"agreement_with_{state}": list(columns) for state, columns in _PARTNERS.items()}


_MEASURES = _measures()
_STATE = {"ccode": "SMALLINT", "iso3c": "VARCHAR", "year": "SMALLINT", "session": "SMALLINT"}
_COLUMNS = _STATE | {column: "DOUBLE" for columns in _MEASURES.values() for column in columns}


def _unit(variable: str) -> str:
    if variable.endswith("_votes"):
        return "'votes'"
    return "'share of votes'" if variable.startswith("agreement") else "'ideal point'"


def _told() -> str:
    """A list of what a row tells, each with its variable, value and unit."""
    rows = []
    for variable, columns in _MEASURES.items():
        value = ", ".join(f'"{column}"' for column in columns)
        rows.append(f"{{variable: '{variable}', value: coalesce({value}), unit: {_unit(variable)}}}")
    return f"[{', '.join(rows)}]"


_SELECT = f"""
SELECT country, country_code, 'cow' AS code_system, year, told.variable AS variable, told.value AS value,
    told.unit || CASE WHEN by_session THEN ', by session' ELSE ', by calendar year' END AS unit, file
FROM (
    SELECT CASE WHEN ccode = 345 AND coalesce(year, session + 1945) < 2000 THEN NULL
            ELSE coalesce(iso3_of('cow', ccode::VARCHAR), iso3_of('iso3', iso3c)) END AS country,
        ccode AS country_code, coalesce(year, session + 1945) AS year, year IS NULL AS by_session,
        unnest({_told()}) AS told, file
    FROM raw
)
WHERE told.value IS NOT NULL"""
_FAULTS = (
    Fault("ccode IS NULL", "no state", "ccode"),
    Fault("coalesce(year, session + 1945) IS NULL", "neither a year nor a session", "year"),
    Fault("coalesce(year, session + 1945) NOT BETWEEN 1946 AND 2100", "no year of the United Nations", "year"),
)


def _form(name: str, delimiter: str, *kinds: str) -> Form:
    """Files of one form take each other's place, whether commas or tabs stand in them."""
    layout = Delimited(
        _COLUMNS,
        delimiter,
        nulls=("", "NA"),
        optional=frozenset(_COLUMNS) - {"ccode"},
        one_of=frozenset(f"IdealPoint{kind}" for kind in kinds),
    )
    return Form(name, layout, {"country_years": _SELECT}, _FAULTS)


FORMS = (
    *(_form("fp", delimiter, "FP") for delimiter in ",\t"),
    *(_form("all", delimiter, "All", "") for delimiter in ",\t"),
    *(_form(_KINDS[kind], ",", kind) for kind in ("Important", "HumanRights", "MiddleEast", "NoNukes", "Nuclear")),
)

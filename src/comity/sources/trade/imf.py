"""IMF: DOTS as a file of series (a column a period), and IMTS as the CSV of the present interface."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from comity.sources.form import Delimited, Fault, Form, Records, Unreadable
from comity.sources.peek import Peek

_PERIOD = re.compile(r"(\d{4})(?:Q([1-4])|M(\d{1,2}))?")
_COLUMNS = {
    "Country Name": "VARCHAR", "Country Code": "VARCHAR", "Indicator Code": "VARCHAR",
    "Counterpart Country Name": "VARCHAR", "Counterpart Country Code": "VARCHAR", "start": "DATE",
    "frequency": "VARCHAR", "value": "DOUBLE",
}  # fmt: skip
_NAMED = ("Country Name", "Country Code", "Indicator Code", "Counterpart Country Name", "Counterpart Country Code")


def _series(path: Path) -> Iterator[Mapping[str, object] | Unreadable]:
    """One row a value; periods without one are passed over, notes on values (other attributes) too."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        read = csv.reader(file)
        header = next(read, [])
        place = {name: header.index(name) for name in (*_NAMED, "Attribute")}
        periods = {index: found for index, name in enumerate(header) if (found := _start(name))}
        for row in read:
            if len(row) < len(header) - 1:
                yield Unreadable(read.line_num, "too few columns", ",".join(row))
            elif row[place["Attribute"]] == "Value":
                told = {name: row[place[name]] for name in _NAMED}
                yield from _values(row, told, periods, read.line_num)


def _values(
    row: list[str], told: Mapping[str, str], periods: Mapping[int, tuple[str, str]], line: int
) -> Iterator[Mapping[str, object] | Unreadable]:
    for index, (start, frequency) in periods.items():
        if index < len(row) and row[index]:
            try:
                yield {**told, "start": start, "frequency": frequency, "value": float(row[index])}
            except ValueError:
                yield Unreadable(line, f"not a number in {start[:7]}", row[index])


def _start(name: str) -> tuple[str, str] | None:
    found = _PERIOD.fullmatch(name.strip())
    if found is None:
        return None
    year, quarter, month = found.groups()
    if quarter:
        return f"{year}-{int(quarter) * 3 - 2:02}-01", "quarter"
    return (f"{year}-{int(month):02}-01", "month") if month else (f"{year}-01-01", "year")


def _looks(peek: Peek) -> bool:
    return {*_NAMED, "Attribute"} <= set(peek.fields(","))


def _flow(indicator: str) -> str:
    """Balances and indicators of other matters are none of these and are left out by `_WANTED`."""
    return f"""CASE WHEN {indicator} LIKE '%XG_FOB_USD' THEN 'export' ELSE 'import' END AS kind,
    split_part({indicator}, '_', -2) AS valuation, 'USD' AS unit"""


_WANTED = "similar to 'T?(XG_FOB|MG_CIF|MG_FOB)_USD'"
_FROM_SERIES = f"""
SELECT iso3_named("Country Name") AS country, concat_ws(' ', "Country Code", "Country Name") AS country_code,
    iso3_named("Counterpart Country Name") AS partner,
    concat_ws(' ', "Counterpart Country Code", "Counterpart Country Name") AS partner_code,
    start, frequency, {_flow('"Indicator Code"')}, value, file
FROM raw WHERE "Indicator Code" {_WANTED}"""

_IMTS = {
    "COUNTRY": "VARCHAR", "INDICATOR": "VARCHAR", "COUNTERPART_COUNTRY": "VARCHAR",
    "TIME_PERIOD": "VARCHAR", "OBS_VALUE": "DOUBLE",
}  # fmt: skip
_PERIODS = r"\d{4}(-?(Q[1-4]|M(0?[1-9]|1[0-2])))?"
_NUMBER = r"regexp_extract(TIME_PERIOD, '[QM](\d+)', 1)::INT"
_FROM_IMTS = f"""
SELECT iso3_of('iso3', COUNTRY) AS country, COUNTRY AS country_code,
    iso3_of('iso3', COUNTERPART_COUNTRY) AS partner, COUNTERPART_COUNTRY AS partner_code,
    CASE WHEN TIME_PERIOD LIKE '%Q%' THEN 'quarter' WHEN TIME_PERIOD LIKE '%M%' THEN 'month' ELSE 'year' END
        AS frequency,
    make_date(left(TIME_PERIOD, 4)::INT, CASE frequency
        WHEN 'quarter' THEN {_NUMBER} * 3 - 2 WHEN 'month' THEN {_NUMBER} ELSE 1 END, 1) AS start,
    {_flow("INDICATOR")}, OBS_VALUE AS value, file
FROM raw WHERE INDICATOR {_WANTED}"""

FORMS = (
    Form(
        "imf_series",
        Records(_COLUMNS, _series, _looks, "the series file of IMF DOTS, with a column a period"),
        {"flows": _FROM_SERIES},
    ),
    Form(
        "imf_imts",
        Delimited(_IMTS),
        {"flows": _FROM_IMTS},
        (
            Fault(
                f"NOT coalesce(regexp_full_match(TIME_PERIOD, '{_PERIODS}'), false)",
                "no year, quarter or month",
                "TIME_PERIOD",
            ),
        ),
    ),
)

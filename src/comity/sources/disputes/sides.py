"""SQL that the readers of disputes share: states, days, levels, and years that follow each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.sources.form import Fault

LEVELS = {"hostility": (1, 5), "action": (0, 21), "fatality": (0, 6)}
"""The least and the largest value of each level."""


def state(code: str, side: str, system: str = "cow") -> str:
    """The columns of one state, in a table that has a column for the system of codes."""
    return f"iso3_of('{system}', {code}) AS {side}, {code} AS {side}_code"


def holder(code: str, side: str, system: str = "cow") -> str:
    """The columns of one state in `spells`, where the code has to say its system."""
    return f"iso3_of('{system}', {code}) AS {side}, '{system} ' || {code} AS {side}_code"


def known(column: str) -> str:
    """The value, null where it is the -9 that stands for missing."""
    return f"nullif({column}, -9)"


def details(values: Mapping[str, str]) -> str:
    """A JSON object of SQL expressions, as `details`."""
    told = ", ".join(f"'{name}', {value}" for name, value in values.items())
    return f"json_object({told})::VARCHAR AS details"


def faults(levels: Mapping[str, Sequence[str]]) -> tuple[Fault, ...]:
    """By level the columns that hold it: what is outside its table of values and not -9 is a fault."""
    return tuple(
        Fault(
            f"coalesce({column} <> -9 AND {column} NOT BETWEEN {LEVELS[level][0]} AND {LEVELS[level][1]}, false)",
            f"a level of {level} that is not {LEVELS[level][0]} to {LEVELS[level][1]}",
            column,
        )
        for level, columns in levels.items()
        for column in columns
    )


def runs(table: str, key: str) -> str:
    """`table` with `run`, one number for years that follow each other among rows of the same `key`."""
    return f"SELECT *, year - dense_rank() OVER (PARTITION BY {key} ORDER BY year) AS run FROM {table}"


def day(year: str, month: str, number: str, last: bool = False) -> str:
    """A day of numbers of which month and day may be unknown: then the first, or `last`, day possible.

    Null where the year is not known, or is the -7 of what goes on.
    """
    whole = f"concat_ws('-', {year}, lpad({month}::VARCHAR, 2, '0'), lpad({number}::VARCHAR, 2, '0'))"
    in_month, in_year = f"make_date({year}, {month}, 1)", f"make_date({year}, 1, 1)"
    if last:
        in_month, in_year = f"last_day({in_month})", f"make_date({year}, 12, 31)"
    return f"""CASE WHEN {year} > 0 THEN CASE
        WHEN {month} BETWEEN 1 AND 12 AND {number} BETWEEN 1 AND 31 THEN try_cast({whole} AS DATE)
        WHEN {month} BETWEEN 1 AND 12 THEN {in_month} ELSE {in_year} END END"""


def precision(months: Sequence[str], days: Sequence[str]) -> str:
    """How exact days made of these numbers are: as the vaguest; the -7 of what goes on does not count."""
    month = " AND ".join(f"coalesce({one} BETWEEN 1 AND 12 OR {one} = -7, false)" for one in months)
    whole = " AND ".join(f"coalesce({one} BETWEEN 1 AND 31 OR {one} = -7, false)" for one in days)
    return f"CASE WHEN NOT ({month}) THEN 'year' WHEN NOT ({whole}) THEN 'month' ELSE 'day' END"


def no_day(year: str, month: str, number: str) -> str:
    """True where year, month and day are all told and the calendar has no such day."""
    told = f"{year} > 0 AND {month} BETWEEN 1 AND 12 AND {number} BETWEEN 1 AND 31"
    return f"coalesce({told} AND ({day(year, month, number)}) IS NULL, false)"

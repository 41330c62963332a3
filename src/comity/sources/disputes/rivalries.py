"""Strategic rivalries of Thompson, Sakuwa and Suhas and of Thompson and Dreyer, arms races: Parquet or CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comity.sources.disputes.sides import details, holder
from comity.sources.form import Delimited, Fault, Form, Parquet

_SPAN = {"ccode1": "VARCHAR", "ccode2": "VARCHAR", "start_year": "SMALLINT", "end_year": "SMALLINT"}
_KINDS = ("positional", "spatial", "ideological", "interventionary", "principal", "asymmetric_principal")
_TSS = {"tssr_id": "INTEGER", "rivalry": "VARCHAR", **_SPAN, **dict.fromkeys(_KINDS, "BOOLEAN")}
_TD = {"rivalry_no": "INTEGER", "rivalry": "VARCHAR", **_SPAN,
       **dict.fromkeys(("region", "type1", "type2", "type3"), "VARCHAR")}  # fmt: skip
_ARMS = {"race_id": "INTEGER", **_SPAN}
_FAULTS = (
    Fault("start_year IS NULL OR end_year IS NULL", "no first or no last year"),
    Fault("coalesce(end_year < start_year, false)", "ends before it begins"),
)


def _spells(id_: str, kind: str, last: str, columns: Mapping[str, str]) -> str:
    """`last` is the year that stands for 'not ended', as a text, or NULL where none does."""
    return f"""
SELECT {id_} AS id, '{kind}' AS kind, {holder("ccode1", "country")}, {holder("ccode2", "partner")},
    {", ".join(f"{value} AS {name}" for name, value in columns.items())}, make_date(start_year, 1, 1) AS start,
    CASE WHEN end_year IS DISTINCT FROM {last} THEN make_date(end_year, 12, 31) END AS "end", 'year' AS precision,
    coalesce(end_year = {last}, false) AS is_ongoing,
    {details({"first_year": "start_year", "last_year": "end_year"})}, file
FROM raw"""


def _forms(name: str, columns: Mapping[str, str], spells: str) -> Iterator[Form]:
    yield Form(f"{name}_parquet", Parquet(columns), {"spells": spells}, _FAULTS)
    yield Form(name, Delimited(columns, nulls=("", "NA")), {"spells": spells}, _FAULTS)


_TOLD = ", ".join(f"CASE WHEN \"{one}\" THEN '{one.replace('_', ' ')}' END" for one in _KINDS)
_ABOUT = f"nullif(concat_ws(', ', {_TOLD}), '')"

FORMS = (
    *_forms("tss", _TSS, _spells("'tss ' || tssr_id", "rivalry", "2020", {"name": "rivalry", "role": _ABOUT})),
    *_forms(
        "td",
        _TD,
        _spells(
            "'td ' || rivalry_no",
            "rivalry",
            "2010",
            {"name": "rivalry", "role": "concat_ws(', ', type1, type2, type3)"},
        ),
    ),
    *_forms("arms", _ARMS, _spells("'grh ' || race_id", "arms race", "NULL", {"name": "NULL"})),
)

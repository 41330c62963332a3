"""POLECAT: weekly and yearly tab-separated files of events in PLOVER terms (`ngecEvents.DV.*.txt`, also zipped).

Pitfalls. Some weeks have their header again among the rows, or rows with more columns than the header: all are
read, what is too much is left out. The score is called `Intensity` in some files and `Event Intensity` in others,
and is on PLOVER's scale: it never adds to scores of ICEWS or GDELT. `None` is written for what is missing. A side
of several states has their codes with semicolons between them: it keeps its text and has no ISO3. One sentence
may give several rows of the same act; `is_repeat` marks those after the first in a file.
"""

from __future__ import annotations

from typing import get_args

from comity.record.values import EventType
from comity.sources import sql
from comity.sources.form import Delimited, Fault, Form

_COLUMNS = {
    "Event ID": "VARCHAR", "Event Date": "DATE", "Event Type": "VARCHAR", "Event Mode": "VARCHAR",
    "Intensity": "DOUBLE", "Event Intensity": "DOUBLE", "Quad Code": "VARCHAR",
    "Actor Name": "VARCHAR", "Actor Country": "VARCHAR", "Primary Actor Sector": "VARCHAR",
    "Actor Name Raw": "VARCHAR", "Recipient Name": "VARCHAR", "Recipient Country": "VARCHAR",
    "Primary Recipient Sector": "VARCHAR", "Recipient Name Raw": "VARCHAR", "Placename": "VARCHAR",
    "Country": "VARCHAR", "Latitude": "DOUBLE", "Longitude": "DOUBLE", "Source": "VARCHAR",
}  # fmt: skip
_OPTIONAL = {"Intensity", "Event Intensity", "Actor Name Raw", "Recipient Name Raw", "Placename"}
_TYPES = ", ".join(sql.text(name) for name in get_args(EventType))


def _side(name: str, side: str) -> str:
    return f"""
    iso3_of('iso3', "{name} Country") AS {side}_country, "{name} Country" AS {side}_code,
    "Primary {name} Sector" AS {side}_sector, coalesce("{name} Name", "{name} Name Raw") AS {side}_name,"""


_EVENTS = f"""
SELECT "Event ID" AS id, "Event Date" AS date, {_side("Actor", "actor")} {_side("Recipient", "recipient")}
    upper("Event Type") AS event_type, "Event Mode" AS mode,
    concat_ws('/', upper("Event Type"), "Event Mode") AS code, 'plover-polecat' AS code_table,
    coalesce(Intensity, "Event Intensity") AS score, 'plover-polecat' AS score_scale,
    replace(lower("Quad Code"), ' ', '_') AS quad,
    row_number() OVER (
        PARTITION BY file, "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name" ORDER BY rowid
    ) > 1 AS is_repeat,
    coalesce(Placename, Country) AS place,
    coalesce(iso3_of('iso3', Country), iso3_named(Country)) AS place_country,
    Latitude AS latitude, Longitude AS longitude, file
FROM raw"""

FORMS = (
    Form(
        "tab",
        Delimited(
            _COLUMNS, "\t", quote="", nulls=("", "None", "NA"), optional=frozenset(_OPTIONAL), is_ragged=True
        ),
        {"events": _EVENTS},
        (
            Fault('"Event Date" IS NULL', "no date", "Event Date"),
            Fault(f'coalesce(upper("Event Type") NOT IN ({_TYPES}), true)', "no PLOVER type", "Event Type"),
            Fault("coalesce(abs(Latitude) > 90 OR abs(Longitude) > 180, false)", "no place on Earth"),
        ),
    ),
)

"""ICEWS: the tab-separated files of the Dataverse, and the sample of 2005 to 2015 used for knowledge graphs.

Pitfalls. `Event ID` is not unique over files. One act that several stories tell has a row for each: `is_repeat`
marks those after the first in a file. Codes are CAMEO with ICEWS's own changes (163 is an embargo). Missing is an
empty field, or the text NA where R wrote the file again. Countries are English names. The sample of 2005 to 2015
is a random fifth and lacks the actors that stand for a whole country of the United States, Russia, India and some
ten others: never read volumes or ranks off it; it has no scores and no ids.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Parquet

_TAB = {
    "Event ID": "VARCHAR", "Event Date": "DATE", "Source Name": "VARCHAR", "Source Sectors": "VARCHAR",
    "Source Country": "VARCHAR", "CAMEO Code": "VARCHAR", "Intensity": "DOUBLE", "Target Name": "VARCHAR",
    "Target Sectors": "VARCHAR", "Target Country": "VARCHAR", "Story ID": "VARCHAR", "Publisher": "VARCHAR",
    "City": "VARCHAR", "Country": "VARCHAR", "Latitude": "DOUBLE", "Longitude": "DOUBLE",
}  # fmt: skip
_SAMPLE = {
    "date": "DATE", "source": "VARCHAR", "target": "VARCHAR", "cameo_code": "VARCHAR",
    "source_country": "VARCHAR", "target_country": "VARCHAR",
}  # fmt: skip


def _act(code: str) -> str:
    return f"""{code} AS code, 'cameo-icews' AS code_table, plover_type({code}) AS event_type,
    plover_mode({code}) AS mode, cameo_quad({code}) AS quad"""


_FROM_TAB = f"""
SELECT "Event ID" AS id, "Event Date" AS date,
    iso3_named("Source Country") AS actor_country, "Source Country" AS actor_code,
    "Source Sectors" AS actor_sector, "Source Name" AS actor_name,
    iso3_named("Target Country") AS recipient_country, "Target Country" AS recipient_code,
    "Target Sectors" AS recipient_sector, "Target Name" AS recipient_name,
    {_act('"CAMEO Code"')}, Intensity AS score, 'cameo-icews' AS score_scale,
    row_number() OVER (
        PARTITION BY file, "Event Date", "Source Name", "CAMEO Code", "Target Name" ORDER BY rowid
    ) > 1 AS is_repeat,
    coalesce(City, Country) AS place, iso3_named(Country) AS place_country,
    Latitude AS latitude, Longitude AS longitude, file
FROM raw"""

_FROM_SAMPLE = f"""
SELECT date, source_country AS actor_country, source AS actor_name, target_country AS recipient_country,
    target AS recipient_name, {_act("cameo_code")}, false AS is_repeat, file
FROM raw"""

FORMS = (
    Form(
        "tab",
        Delimited(_TAB, "\t", quote="", nulls=("", "NA"), optional=frozenset({"Publisher", "City", "Story ID"})),
        {"events": _FROM_TAB},
        (
            Fault('"Event Date" IS NULL', "no date", "Event Date"),
            Fault('"CAMEO Code" IS NULL', "no event code", "CAMEO Code"),
            Fault("coalesce(abs(Latitude) > 90 OR abs(Longitude) > 180, false)", "no place on Earth"),
        ),
    ),
    Form("sample", Parquet(_SAMPLE), {"events": _FROM_SAMPLE}),
)

"""GDELT event files of 57, 58 and 61 columns: tab-separated, never quoted, without a header."""

from __future__ import annotations

from comity.sources.form import Delimited, Form

_QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_ACT = {
    "IsRootEvent": "BOOLEAN", "EventCode": "VARCHAR", "EventBaseCode": "VARCHAR", "EventRootCode": "VARCHAR",
    "QuadClass": "TINYINT", "GoldsteinScale": "DOUBLE", "NumMentions": "INTEGER", "NumSources": "INTEGER",
    "NumArticles": "INTEGER", "AvgTone": "DOUBLE",
}  # fmt: skip


def _columns(width: int) -> dict[str, str]:
    found = {"GLOBALEVENTID": "VARCHAR", "SQLDATE": "DATE"}
    found |= dict.fromkeys(("MonthYear", "Year", "FractionDate"), "VARCHAR")
    found |= {f"Actor{side}{name}": "VARCHAR" for side in (1, 2) for name in _ACTOR}
    found |= _ACT
    for place in ("Actor1Geo", "Actor2Geo", "ActionGeo"):
        found |= {f"{place}_{name}": "VARCHAR" for name in ("Type", "FullName", "CountryCode", "ADM1Code")}
        found |= {f"{place}_ADM2Code": "VARCHAR"} if width == 61 else {}
        found |= {f"{place}_Lat": "DOUBLE", f"{place}_Long": "DOUBLE", f"{place}_FeatureID": "VARCHAR"}
    found["DATEADDED"] = "VARCHAR"
    return found | ({"SOURCEURL": "VARCHAR"} if width > 57 else {})


def _side(number: int, name: str) -> str:
    return f"""
    iso3_of('iso3', Actor{number}CountryCode) AS {name}_country, trim(Actor{number}Code) AS {name}_code,
    Actor{number}Type1Code AS {name}_sector, Actor{number}Name AS {name}_name,"""


def _events(width: int) -> Form:
    url = "SOURCEURL" if width > 57 else "NULL"
    quads = " ".join(f"WHEN {number} THEN '{quad}'" for number, quad in _QUADS.items())
    act = f"file, hash(SQLDATE, Actor1Code, Actor2Code, EventCode, {url})"
    select = f"""
SELECT GLOBALEVENTID AS id, SQLDATE AS date, {_side(1, "actor")} {_side(2, "recipient")}
    EventCode AS code, 'cameo-gdelt' AS code_table, GoldsteinScale AS score, 'goldstein-gdelt' AS score_scale,
    CASE QuadClass {quads} END AS quad, IsRootEvent AS is_root,
    row_number() OVER (PARTITION BY {act} ORDER BY GLOBALEVENTID) > 1 AS is_repeat,
    NumMentions AS mentions, NumSources AS sources, NumArticles AS articles, ActionGeo_FullName AS place,
    iso3_of('fips', ActionGeo_CountryCode) AS place_country, ActionGeo_Lat AS latitude,
    ActionGeo_Long AS longitude, {url} AS url, file
FROM raw"""
    layout = Delimited(_columns(width), "\t", has_header=False, quote="", date_format="%Y%m%d")
    return Form(f"events_{width}", layout, {"events": select})


FORMS = tuple(_events(width) for width in (57, 58, 61))

"""GDELT events of 57, 58 and 61 columns and 2.0 mentions: tab-separated, never quoted, without a header.

57 columns is the backfile (a file a year to 2005, a month to March 2013), without addresses of texts; 58 the daily
files since; 61 the 2.0 files of 15 minutes. Only the number of columns tells them apart.

Pitfalls. One sentence often gives several rows that differ in place alone: `is_repeat` marks those after the
first in a file; the backfile names no text, so nothing is marked there. The day of an event may be a week, a
month, a year or ten years before it was added, read from phrases such as "a year ago". `mentions`, `sources` and
`is_root` are those of the first day or 15 minutes and never updated. A place that is not known lies at 0, 0 in
the backfile. On 1 April 2013 codes of the second actor begin with a blank.

Codes are CAMEO 1.1b3. A code keeps the meaning of the ontology's table, also 163, which is said to be "halt
negotiations" in GDELT: the rows seen have -8, the score of an embargo, and tell of boycotts. A code that is not
in the table has no type. Scores are those of the rows: other tables give other scores for 016, 022 and 164.
Actors have CAMEO country codes, where a region has no ISO3; for Romania, and in part for Taiwan, that column is
empty and only the actor's code begins with the state's. Places have FIPS 10-4 with Serbia under RB and RI.
"""

from __future__ import annotations

from comity.sources.form import UNREAD, Delimited, Fault, Form

_QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
_ACTOR = {
    "Code": "VARCHAR", "Name": "VARCHAR", "CountryCode": "VARCHAR", "KnownGroupCode": UNREAD, "EthnicCode": UNREAD,
    "Religion1Code": UNREAD, "Religion2Code": UNREAD, "Type1Code": "VARCHAR", "Type2Code": UNREAD,
    "Type3Code": UNREAD,
}  # fmt: skip
_ACT = {
    "IsRootEvent": "BOOLEAN", "EventCode": "VARCHAR", "EventBaseCode": UNREAD, "EventRootCode": UNREAD,
    "QuadClass": "TINYINT", "GoldsteinScale": "DOUBLE", "NumMentions": "INTEGER", "NumSources": "INTEGER",
    "NumArticles": "INTEGER", "AvgTone": UNREAD,
}  # fmt: skip
_PLACE = {
    "Type": "TINYINT", "FullName": "VARCHAR", "CountryCode": "VARCHAR", "ADM1Code": UNREAD, "ADM2Code": UNREAD,
    "Lat": "DOUBLE", "Long": "DOUBLE", "FeatureID": UNREAD,
}  # fmt: skip
_MENTION = {
    "GLOBALEVENTID": "VARCHAR", "EventTimeDate": "TIMESTAMP", "MentionTimeDate": "TIMESTAMP",
    "MentionType": UNREAD, "MentionSourceName": "VARCHAR", "MentionIdentifier": "VARCHAR", "SentenceID": "INTEGER",
    "Actor1CharOffset": UNREAD, "Actor2CharOffset": UNREAD, "ActionCharOffset": UNREAD, "InRawText": UNREAD,
    "Confidence": "INTEGER", "MentionDocLen": UNREAD, "MentionDocTone": "DOUBLE",
    "MentionDocTranslationInfo": UNREAD, "Extras": UNREAD,
}  # fmt: skip


def _columns(width: int) -> dict[str, str]:
    found = {"GLOBALEVENTID": "VARCHAR", "SQLDATE": "DATE"}
    found |= dict.fromkeys(("MonthYear", "Year", "FractionDate"), UNREAD)
    found |= {f"Actor{side}{name}": kind for side in (1, 2) for name, kind in _ACTOR.items()}
    found |= _ACT
    for place in ("Actor1Geo", "Actor2Geo", "ActionGeo"):
        kinds = {name: kind for name, kind in _PLACE.items() if name != "ADM2Code" or width == 61}
        found |= {f"{place}_{name}": kind if place == "ActionGeo" else UNREAD for name, kind in kinds.items()}
    found["DATEADDED"] = "TIMESTAMP" if width == 61 else "DATE"
    return found | ({"SOURCEURL": "VARCHAR"} if width > 57 else {})


def _side(number: int, name: str) -> str:
    state, code = f"Actor{number}CountryCode", f"Actor{number}Code"
    return f"""
    coalesce(iso3_of('cameo', {state}),
        CASE WHEN left(trim({code}), 3) IN ('ROU', 'TWN') THEN left(trim({code}), 3) END) AS {name}_country,
    nullif(trim({code}), '') AS {name}_code, Actor{number}Type1Code AS {name}_sector,
    Actor{number}Name AS {name}_name,"""


def _events(width: int) -> Form:
    quads = " ".join(f"WHEN {number} THEN '{quad}'" for number, quad in _QUADS.items())
    select = f"""
SELECT GLOBALEVENTID AS id, SQLDATE AS date, {_side(1, "actor")} {_side(2, "recipient")}
    plover_type(EventCode) AS event_type, plover_mode(EventCode) AS mode,
    EventCode AS code, 'cameo-1.1b3-gdelt' AS code_table, GoldsteinScale AS score,
    'goldstein-gdelt' AS score_scale, CASE QuadClass {quads} END AS quad, IsRootEvent AS is_root,
    {"rowid IN (FROM repeated)" if width > 57 else "false"} AS is_repeat,
    NumMentions AS mentions, NumSources AS sources, NumArticles AS articles, ActionGeo_FullName AS place,
    iso3_of('fips', ActionGeo_CountryCode) AS place_country,
    if(ActionGeo_Type > 0, ActionGeo_Lat, NULL) AS latitude,
    if(ActionGeo_Type > 0, ActionGeo_Long, NULL) AS longitude,
    {"SOURCEURL" if width > 57 else "NULL"} AS url, DATEADDED AS added, file
FROM raw"""
    layout = Delimited(
        _columns(width), "\t", has_header=False, quote="", date_format="%Y%m%d", timestamp_format="%Y%m%d%H%M%S"
    )
    repeats = ("SQLDATE", "Actor1Code", "Actor2Code", "EventCode", "SOURCEURL") if width > 57 else ()
    return Form(f"events_{width}", layout, {"events": select}, _EVENT_FAULTS, repeats)


_EVENT_FAULTS = (
    Fault("GLOBALEVENTID IS NULL", "no id", "GLOBALEVENTID"),
    Fault("SQLDATE IS NULL", "no date", "SQLDATE"),
    Fault("EventCode IS NULL", "no event code", "EventCode"),
    Fault("coalesce(SQLDATE > DATEADDED + INTERVAL 1 DAY, false)", "happened after it was added", "SQLDATE"),
    Fault("coalesce(QuadClass NOT BETWEEN 1 AND 4, false)", "no class from 1 to 4", "QuadClass"),
    Fault("coalesce(abs(GoldsteinScale) > 10, false)", "no score from -10 to 10", "GoldsteinScale"),
    Fault("coalesce(abs(ActionGeo_Lat) > 90 OR abs(ActionGeo_Long) > 180, false)", "no place on Earth"),
)
_TOLD = """
SELECT GLOBALEVENTID AS event, EventTimeDate AS event_time, MentionTimeDate AS time,
    MentionSourceName AS publisher, MentionIdentifier AS url, SentenceID AS sentence,
    Confidence AS confidence, MentionDocTone AS tone, file
FROM raw"""
_MENTIONS = Form(
    "mentions",
    Delimited(_MENTION, "\t", has_header=False, quote="", timestamp_format="%Y%m%d%H%M%S"),
    {"mentions": _TOLD},
    (
        Fault("GLOBALEVENTID IS NULL", "no id", "GLOBALEVENTID"),
        Fault("MentionTimeDate IS NULL", "no time", "MentionTimeDate"),
        Fault("coalesce(Confidence NOT BETWEEN 0 AND 100, false)", "no share of 100", "Confidence"),
    ),
)

FORMS = (*(_events(width) for width in (57, 58, 61)), _MENTIONS)

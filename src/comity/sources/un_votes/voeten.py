"""Erik Voeten's collection of votes in the General Assembly, one row a state and roll call, as CSV or tab file.

Columns as in his programs and in copies of the published files; the CSV itself was not at hand. `NA` is missing.
Votes are 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member; the column `year` is the year a session began, not the
vote's, which `date` tells. Until the 51st session the day of `date` is none of the month, and in the 52nd to 57th
neither where it is at most the 7th: there the date is the first of the month. Yugoslavia (345) goes on as Serbia
since the 55th session and is no state of today before; Taiwan (713) is the Republic of China in the seat of China
until October 1971.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form
from comity.tables import rows

_ISSUES = {row["code"]: row["issue"] for row in rows("sources", "un_issues.csv")}
_NEEDED = {"rcid": "INTEGER", "ccode": "SMALLINT", "session": "SMALLINT", "vote": "TINYINT"}
_MORE = {
    "Countryname": "VARCHAR", "date": "DATE", "unres": "VARCHAR", "short": "VARCHAR",
    "descr": "VARCHAR", "importantvote": "TINYINT", "amend": "TINYINT", "para": "TINYINT",
}  # fmt: skip
_COLUMNS = _NEEDED | _MORE | dict.fromkeys(_ISSUES, "TINYINT")
_VOTES = {1: "yes", 2: "abstain", 3: "no", 8: "absent", 9: "not a member"}

IS_MONTH = "session <= 51 OR (session <= 57 AND day(date) <= 7)"
"""SQL over a session and a date, true where the day is none of the month."""

_FLAGS = ", ".join(f"CASE WHEN max({code}) = 1 THEN '{issue}' END" for code, issue in _ISSUES.items())
_TOPICS = f"""CASE WHEN max(coalesce({", ".join(_ISSUES)})) IS NOT NULL
        THEN list_filter([{_FLAGS}], lambda one: one IS NOT NULL) END"""
_VOTE = " ".join(f"WHEN {code} THEN '{vote}'" for code, vote in _VOTES.items())

_CALLS = f"""
SELECT rcid AS id, 'voeten' AS series, 'UNGA' AS body, session,
    CASE WHEN {IS_MONTH} THEN date_trunc('month', date) ELSE date END AS date,
    CASE WHEN date IS NULL THEN NULL WHEN {IS_MONTH} THEN 'month' ELSE 'day' END AS date_precision,
    resolution, title, text, is_important, is_amendment, is_paragraph, issues, file
FROM (
    SELECT rcid, file, any_value(session) AS session, any_value(date) AS date, any_value(unres) AS resolution,
        any_value(short) AS title, any_value(descr) AS text, any_value(importantvote) = 1 AS is_important,
        any_value(amend) = 1 AS is_amendment, any_value(para) = 1 AS is_paragraph, {_TOPICS} AS issues
    FROM raw GROUP BY rcid, file
)"""
_VOTED = f"""
SELECT rcid AS roll_call, 'voeten' AS series, ccode AS country_code, Countryname AS country_name,
    CASE WHEN ccode = 345 AND session < 55 THEN NULL ELSE iso3_of('cow', ccode::VARCHAR) END AS country,
    year(date) AS year, CASE vote {_VOTE} END AS vote, file
FROM raw WHERE vote IS NOT NULL"""
_TOPIC_ROWS = f"SELECT id AS roll_call, 'voeten' AS series, unnest(issues) AS issue, file FROM ({_CALLS})"
_FAULTS = (
    Fault("rcid IS NULL", "no number of the roll call", "rcid"),
    Fault("ccode IS NULL", "no state", "ccode"),
    Fault(f"coalesce(vote NOT IN {tuple(_VOTES)}, false)", "not a vote", "vote"),
    Fault("coalesce(year(date) < 1946, false)", "no day of a vote in the United Nations", "date"),
)


def _form(name: str, delimiter: str) -> Form:
    layout = Delimited(_COLUMNS, delimiter, nulls=("", "NA"), optional=frozenset(_COLUMNS.keys() - _NEEDED.keys()))
    outputs = {"roll_calls": _CALLS, "roll_call_issues": _TOPIC_ROWS, "votes": _VOTED}
    return Form(name, layout, outputs, _FAULTS)


FORMS = (_form("voeten", ","), _form("voeten_tab", "\t"))

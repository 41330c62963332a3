"""Voeten's collection as the R package unvotes gives it, in three Parquet files: votes, roll calls and topics.

The files come together or one by one. The votes have no date: theirs is with the roll call. Only yes, abstain and
no have a row. The country `NA` is Namibia. `iso3` and `date_precision` are additions to the package's columns.
"""

from __future__ import annotations

from comity.sources.form import Fault, Form, Parquet
from comity.sources.un_votes.voeten import IS_MONTH

_VOTES = Form(
    "unvotes_votes",
    Parquet(
        {"rcid": "INTEGER", "country": "VARCHAR", "country_code": "VARCHAR", "iso3": "VARCHAR", "vote": "VARCHAR"}
    ),
    {
        "votes": """
SELECT rcid AS roll_call, 'voeten' AS series, iso3 AS country, coalesce(country_code, country) AS country_code,
    country AS country_name, vote, file
FROM raw"""
    },
    (Fault("vote IS NULL OR vote NOT IN ('yes', 'abstain', 'no')", "not a vote", "vote"),),
)
_CALLS = Form(
    "unvotes_roll_calls",
    Parquet(
        {
            "rcid": "INTEGER", "session": "SMALLINT", "date": "DATE", "important_vote": "BOOLEAN",
            "unres": "VARCHAR", "amend": "BOOLEAN", "para": "BOOLEAN", "short": "VARCHAR", "descr": "VARCHAR",
        }
    ),
    {
        "roll_calls": f"""
SELECT rcid AS id, 'voeten' AS series, 'UNGA' AS body, session,
    CASE WHEN {IS_MONTH} THEN date_trunc('month', date) ELSE date END AS date,
    CASE WHEN date IS NULL THEN NULL WHEN {IS_MONTH} THEN 'month' ELSE 'day' END AS date_precision,
    unres AS resolution, short AS title, descr AS text, important_vote AS is_important, amend AS is_amendment,
    para AS is_paragraph, file
FROM raw"""
    },
)  # fmt: skip
_TOPICS = Form(
    "unvotes_issues",
    Parquet({"rcid": "INTEGER", "short_name": "VARCHAR", "issue": "VARCHAR"}),
    {"roll_call_issues": "SELECT rcid AS roll_call, 'voeten' AS series, issue, file FROM raw"},
    (Fault("issue IS NULL", "no topic", "issue"),),
)

FORMS = (_VOTES, _CALLS, _TOPICS)

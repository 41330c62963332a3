"""Voting data of the UN Digital Library, one row a member and vote, as CSV with a header.

Header of the General Assembly as published in 2025 and, with `vote_note`, in 2026; that of the Security Council
after its data dictionary of 2025, the order of columns not seen. Both tell only of what was adopted: a draft that
a veto stopped is not there, so the Council looks more of one mind than it is. In the Council a resolution adopted
without a vote has a yes of every member: see `modality`. The seat of China was the Republic of China's to the
25th of October 1971, under the same code. Codes are of today (RUS before 1991), but YUG, SCG, CSK, DDR and YMD.
Emergency special sessions have no number: theirs is in the resolution's.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form

_VOTES = {"Y": "yes", "N": "no", "A": "abstain", "X": "absent", "NV": "absent"}
_COMMON = {
    "undl_id": "VARCHAR", "ms_code": "VARCHAR", "ms_name": "VARCHAR", "ms_vote": "VARCHAR", "date": "DATE",
    "resolution": "VARCHAR", "subjects": "VARCHAR", "modality": "VARCHAR",
}  # fmt: skip
_ASSEMBLY = _COMMON | {"session": "VARCHAR", "title": "VARCHAR", "agenda_title": "VARCHAR"}
_COUNCIL = _COMMON | {"permanent_member": "VARCHAR", "description": "VARCHAR", "agenda": "VARCHAR"}
_OPTIONAL = frozenset({"subjects", "modality", "agenda_title", "agenda", "description"})

_COUNTRY = """CASE WHEN ms_code = 'CHN' AND date <= DATE '1971-10-25' THEN 'TWN'
    WHEN ms_code IN ('YUG', 'SCG') AND date >= DATE '2000-11-01' THEN 'SRB'
    WHEN ms_code = 'GER' THEN 'DEU'
    ELSE iso3_of('iso3', ms_code) END"""
_VOTE = " ".join(f"WHEN '{code}' THEN '{vote}'" for code, vote in _VOTES.items())
_SUBJECTS = "list_filter([trim(one) FOR one IN string_split(any_value(subjects), '|')], lambda one: one <> '')"

_VOTED = f"""
SELECT undl_id AS roll_call, 'undl' AS series, {_COUNTRY} AS country, ms_code AS country_code,
    ms_name AS country_name, year(date) AS year, CASE ms_vote {_VOTE} END AS vote, file
FROM raw"""
_ISSUES = f"""
SELECT undl_id AS roll_call, 'undl' AS series, unnest({_SUBJECTS}) AS issue, file
FROM raw GROUP BY undl_id, file"""
_FAULTS = (
    Fault("undl_id IS NULL", "no number of the vote", "undl_id"),
    Fault("date IS NULL OR year(date) < 1946", "no day of a vote in the United Nations", "date"),
    Fault(f"ms_vote IS NULL OR ms_vote NOT IN {tuple(_VOTES)}", "not a vote", "ms_vote"),
)


def _form(name: str, columns: dict[str, str], body: str, session: str, title: str, text: str) -> Form:
    calls = f"""
SELECT undl_id AS id, 'undl' AS series, '{body}' AS body, {session} AS session, any_value(date) AS date,
    'day' AS date_precision, any_value(resolution) AS resolution, any_value({title}) AS title,
    any_value({text}) AS text, any_value(modality) AS modality, {_SUBJECTS} AS issues, file
FROM raw GROUP BY undl_id, file"""
    outputs = {"roll_calls": calls, "roll_call_issues": _ISSUES, "votes": _VOTED}
    return Form(name, Delimited(columns, optional=_OPTIONAL), outputs, _FAULTS)


FORMS = (
    _form("undl_unsc", _COUNCIL, "UNSC", "NULL", "description", "agenda"),
    _form(
        "undl_unga", _ASSEMBLY, "UNGA", "try_cast(any_value(session) AS SMALLINT)", "title", "agenda_title"
    ),
)  # fmt: skip

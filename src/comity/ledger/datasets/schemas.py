"""The common tables that every public dataset is brought into, and what their columns mean.

States are ISO 3166-1 alpha-3 beside the original code; null where the code names no state of today, or is
unknown. Null is never zero. `file` is the id of the imported file in the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comity.errors import UsageError


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its DuckDB type and what it holds."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Schema:
    """A common table. `first` and `last` are SQL over its columns: the days between which a row tells.

    `is_split` says whether its files are split by the year of the first day.
    """

    name: str
    meaning: str
    first: str
    last: str
    columns: tuple[Column, ...]
    is_split: bool = True


def schema(name: str) -> Schema:
    """The table of that name; `UsageError` where there is none."""
    if name not in SCHEMAS:
        raise UsageError(f"no table is called {name!r}: ask for one of {', '.join(SCHEMAS)}")
    return SCHEMAS[name]


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in (*rows, ("file", "BIGINT", "id of the imported file in the catalogue")))


def _state(name: str, what: str) -> tuple[tuple[str, str, str], ...]:
    return (
        (name, "VARCHAR", f"ISO3 of {what}"),
        (f"{name}_code", "VARCHAR", f"code or name of {what} in the source"),
    )


def _side(side: str) -> tuple[tuple[str, str, str], ...]:
    return (
        (f"{side}_country", "VARCHAR", f"ISO3 of the state of the {side}"),
        (f"{side}_code", "VARCHAR", f"code of the {side} in the source"),
        (f"{side}_sector", "VARCHAR", f"sector of the {side}, as the source writes it"),
        (f"{side}_name", "VARCHAR", f"name of the {side}"),
    )


_SOURCE = ("source", "VARCHAR", "name of the dataset")

_EVENTS = _columns(
    ("id", "VARCHAR", "id in the source; unique within the source only where the source's are"),
    _SOURCE,
    ("date", "DATE", "day of the event"),
    *_side("actor"),
    *_side("recipient"),
    ("event_type", "VARCHAR", "PLOVER type; null where the code has none"),
    ("mode", "VARCHAR", "PLOVER mode"),
    ("code", "VARCHAR", "event code in the source, as text: 010 and 10 differ"),
    ("code_table", "VARCHAR", "the table, with its version, that `code` belongs to"),
    ("score", "DOUBLE", "the source's own score"),
    ("score_scale", "VARCHAR", "the scale of `score`; scores of two scales never add"),
    ("quad", "VARCHAR", "verbal or material, cooperation or conflict"),
    ("is_root", "BOOLEAN", "told in the first paragraph of its text"),
    (
        "is_repeat",
        "BOOLEAN",
        "repeats day, parties, code and, where one is named, text of an earlier row of its file",
    ),
    ("mentions", "INTEGER", "times it was mentioned"),
    ("sources", "INTEGER", "publishers that told it"),
    ("articles", "INTEGER", "texts that told it"),
    ("place", "VARCHAR", "where it happened"),
    ("place_country", "VARCHAR", "ISO3 of the state where it happened"),
    ("latitude", "DOUBLE", "degrees north"),
    ("longitude", "DOUBLE", "degrees east"),
    ("url", "VARCHAR", "a text that tells it"),
    ("added", "TIMESTAMP", "when the source added it, UTC"),
)
_MENTIONS = _columns(
    ("event", "VARCHAR", "id of the event in the source"),
    _SOURCE,
    ("event_time", "TIMESTAMP", "when the event was added, UTC"),
    ("time", "TIMESTAMP", "when this mention was added, UTC"),
    ("publisher", "VARCHAR", "who told it"),
    ("url", "VARCHAR", "the text"),
    ("sentence", "INTEGER", "number of the sentence"),
    ("confidence", "INTEGER", "of the reading, per cent"),
    ("tone", "DOUBLE", "tone of the text"),
)
_FLOWS = _columns(
    _SOURCE,
    *_state("country", "the state that reports, sends or gives"),
    *_state("partner", "the other state; null also for the world and for groups"),
    ("start", "DATE", "first day of the period"),
    ("frequency", "VARCHAR", "year, quarter or month"),
    ("kind", "VARCHAR", "export, import, re-export, re-import, commitment, disbursement ..."),
    ("item", "VARCHAR", "code of the goods or purpose; null for all"),
    ("item_system", "VARCHAR", "the table, with its version, that `item` belongs to"),
    ("breakdown", "VARCHAR", "null for the whole; else which part of it: mode of transport, procedure, origin"),
    ("value", "DOUBLE", "how much, in `unit`; null where the source has none"),
    ("unit", "VARCHAR", "currency, with its year where prices are constant, as USD or USD2021"),
    ("valuation", "VARCHAR", "FOB, CIF or what else the value counts in"),
    ("quantity", "DOUBLE", "how much, in `quantity_unit`"),
    ("quantity_unit", "VARCHAR", "unit of the quantity"),
    ("is_estimated", "BOOLEAN", "estimated by the source, not reported"),
    ("note", "VARCHAR", "name of the project, or what the source remarks"),
)
_COUNTRY_YEARS = _columns(
    _SOURCE,
    *_state("country", "the state"),
    ("code_system", "VARCHAR", "what `country_code` is: cow, gw, iso2, iso3, name ..."),
    ("year", "SMALLINT", "calendar year"),
    ("variable", "VARCHAR", "what was measured"),
    ("value", "DOUBLE", "its value; null where the source has none"),
    ("text", "VARCHAR", "its value where it is a word"),
    ("unit", "VARCHAR", "unit of the value"),
)
_DYAD_YEARS = _columns(
    _SOURCE,
    *_state("country", "the first state"),
    *_state("partner", "the second state"),
    ("code_system", "VARCHAR", "what the codes are: cow, gw, iso2, iso3, name ..."),
    ("year", "SMALLINT", "calendar year"),
    ("variable", "VARCHAR", "what was measured"),
    ("value", "DOUBLE", "its value; null where the source has none"),
    ("text", "VARCHAR", "its value where it is a word"),
    ("unit", "VARCHAR", "unit of the value"),
    ("is_directed", "BOOLEAN", "true: from first to second; false: the pair stands here once, in one order"),
)
_SERIES = ("series", "VARCHAR", "who numbers the roll calls: voeten or undl; of the same votes, so never added up")
_ROLL_CALLS = _columns(
    ("id", "VARCHAR", "number of the roll call in the series"),
    _SOURCE,
    _SERIES,
    ("body", "VARCHAR", "who voted: UNGA, UNSC, UNHRC"),
    ("session", "SMALLINT", "session"),
    ("date", "DATE", "day of the vote, or first of its month; see `date_precision`"),
    ("date_precision", "VARCHAR", "day or month"),
    ("resolution", "VARCHAR", "number of the resolution"),
    ("title", "VARCHAR", "what it is about"),
    ("text", "VARCHAR", "longer description"),
    ("is_important", "BOOLEAN", "named important by the US State Department"),
    ("is_amendment", "BOOLEAN", "a vote on an amendment"),
    ("is_paragraph", "BOOLEAN", "a vote on a paragraph"),
    ("modality", "VARCHAR", "with or without a vote, as the source writes it; without one all are written as yes"),
    ("issues", "VARCHAR[]", "topics; null where the file has none: `roll_call_issues` has those of all files"),
)
_ROLL_CALL_ISSUES = _columns(
    ("roll_call", "VARCHAR", "number of the roll call in the series"),
    _SOURCE,
    _SERIES,
    ("issue", "VARCHAR", "a topic of it"),
)
_VOTES = _columns(
    ("roll_call", "VARCHAR", "number of the roll call in the series"),
    _SOURCE,
    _SERIES,
    *_state("country", "the state"),
    ("country_name", "VARCHAR", "its name in the source"),
    ("year", "SMALLINT", "calendar year of the vote; null where the file has no date: that is with the roll call"),
    ("vote", "VARCHAR", "yes, abstain, no, absent (or took no part) or not a member"),
)
_SPELLS = _columns(
    ("id", "VARCHAR", "id in the source"),
    _SOURCE,
    ("kind", "VARCHAR", "leader, sanction, alliance, mission, rivalry, dispute ..."),
    *_state("country", "the state that holds, sends, signs or imposes; of a leader, the state led"),
    *_state("partner", "the state that hosts, is allied, is a rival or is sanctioned"),
    ("name", "VARCHAR", "of the person, regime, treaty, rivalry or body"),
    ("role", "VARCHAR", "office, level of representation, kind of measure"),
    ("start", "DATE", "first day; null where unknown"),
    ("end", "DATE", "last day; null where unknown or where it goes on"),
    ("precision", "VARCHAR", "how exact the days are: day, month or year"),
    ("is_ongoing", "BOOLEAN", "had not ended when the source was made; null where unknown"),
    ("details", "VARCHAR", "further columns of the source, as JSON"),
)
_REJECTS = _columns(
    _SOURCE,
    ("line", "BIGINT", "line of the raw file, from 1; null where the form has no lines"),
    ("field", "VARCHAR", "column at fault; null where it is the whole row"),
    ("reason", "VARCHAR", "why the row was set aside"),
    ("content", "VARCHAR", "the row as it was found, cut short"),
)

_YEAR = ("make_date(year, 1, 1)", "make_date(year, 12, 31)")

SCHEMAS: Mapping[str, Schema] = {
    one.name: one
    for one in (
        Schema("events", "who did what to whom, one row an event", "date", "date", _EVENTS),
        Schema("mentions", "texts that tell an event", "time::DATE", "time::DATE", _MENTIONS),
        Schema("flows", "trade, aid and arms from one state to another in a period", "start", "start", _FLOWS),
        Schema("country_years", "values of a state in a year", *_YEAR, _COUNTRY_YEARS, is_split=False),
        Schema("dyad_years", "values between two states in a year", *_YEAR, _DYAD_YEARS, is_split=False),
        Schema("roll_calls", "what was voted on", "date", "date", _ROLL_CALLS, is_split=False),
        Schema(
            "roll_call_issues",
            "topics of what was voted on, one row a topic",
            "NULL::DATE",
            "NULL::DATE",
            _ROLL_CALL_ISSUES,
            is_split=False,
        ),
        Schema("votes", "how each state voted", *_YEAR, _VOTES),
        Schema(
            "spells",
            "what held from one day to another: offices, missions, sanctions",
            "start",
            'coalesce("end", start)',
            _SPELLS,
            is_split=False,
        ),
        Schema(
            "rejects", "rows that were set aside, and why", "NULL::DATE", "NULL::DATE", _REJECTS, is_split=False
        ),
    )
}

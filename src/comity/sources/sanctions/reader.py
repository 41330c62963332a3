"""UN sanctions: the consolidated list (`consolidated.xml`) by listing, and our table of regimes by measure.

Pitfalls. The list has who is listed now: who was taken off is not in it, so an older list is no history. `partner`
is the state that a regime is about, known by the first letters of a reference number (KPi.001: Democratic People's
Republic of Korea), and not the nationality, which is in `details`; few regimes are aimed at the state itself: see
`against` there. ISIL and Al-Qaida are about no state. `role` is individual or entity for a listing, and the kind
of measure for a regime. A regime's days are those of the resolutions that decided and ended it, which may differ
from those of taking effect; an end that is not sure is left out. The list's dates may carry a time or a zone.
The layout was checked against excerpts in public repositories, not against a whole list of today.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from comity.sources.form import Delimited, Fault, Form, Records
from comity.sources.peek import Peek
from comity.sources.xmlrecords import elements

_ROLES = {"INDIVIDUAL": "individual", "ENTITY": "entity"}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ONE = {"reference": "REFERENCE_NUMBER", "list": "UN_LIST_TYPE", "listed": "LISTED_ON", "number": "DATAID"}
_MANY = {
    "nationality": ("NATIONALITY/VALUE",),
    "designation": ("DESIGNATION/VALUE",),
    "alias": ("INDIVIDUAL_ALIAS/ALIAS_NAME", "ENTITY_ALIAS/ALIAS_NAME"),
    "updated": ("LAST_DAY_UPDATED/VALUE",),
    "comments": ("COMMENTS1",),
}
_LISTING = {
    **dict.fromkeys((*_ONE, "role", "name"), "VARCHAR"), **dict.fromkeys(_MANY, "VARCHAR[]"),
}  # fmt: skip


def _listings(path: Path) -> Iterator[Mapping[str, object]]:
    for tag, found in elements(path, frozenset(_ROLES)):
        yield {
            **{column: next(iter(found.get(name, ())), None) for column, name in _ONE.items()},
            **{
                column: [text for name in names for text in found.get(name, ())] for column, names in _MANY.items()
            },
            "role": _ROLES[tag],
            "name": " ".join(part for name in _NAMES for part in found.get(name, ())) or None,
        }


def _looks(peek: Peek) -> bool:
    return "<CONSOLIDATED_LIST" in peek.text[:4000]


_DAY = "try_cast(left(listed, 10) AS DATE)"
_FROM_LIST = f"""
SELECT coalesce(reference, number) AS id, 'sanction' AS kind, 'UNSC' AS country_code,
    programme_state(left(reference, 2)) AS partner, list AS partner_code, name, role,
    {_DAY} AS start, 'day' AS precision, true AS is_ongoing,
    json_object('number', number, 'against', programme_against(left(reference, 2)),
        'nationality', nationality,
        'nationality_iso3', (SELECT list(iso3_named(one)) FROM unnest(nationality) AS told (one)),
        'designation', designation, 'alias', alias, 'updated', updated, 'comments', comments) AS details, file
FROM raw"""

_REGIME = {
    **dict.fromkeys(("regime", "state", "state_name", "against", "measure"), "VARCHAR"),
    "start": "DATE", "end": "DATE", "is_ongoing": "BOOLEAN",
    **dict.fromkeys(("resolutions", "ended_by", "note"), "VARCHAR"),
}  # fmt: skip
_FROM_REGIMES = """
SELECT concat_ws(', ', regime, state_name, measure, against, start) AS id, 'sanction' AS kind,
    'UNSC' AS country_code, state AS partner, coalesce(state_name, regime) AS partner_code,
    regime AS name, measure AS role, start, "end",
    'day' AS precision, is_ongoing,
    json_object('against', against, 'resolutions', string_split(resolutions, '; '), 'ended_by', ended_by,
        'note', note) AS details, file
FROM raw"""

FORMS = (
    Form(
        "un_list",
        Records(_LISTING, _listings, _looks, "XML with CONSOLIDATED_LIST, as the UN gives it out"),
        {"spells": _FROM_LIST},
        (
            Fault("name IS NULL", "no name", "name"),
            Fault(f"listed IS NOT NULL AND {_DAY} IS NULL", "not a date in LISTED_ON", "listed"),
        ),
    ),
    Form(
        "regimes",
        Delimited(_REGIME),
        {"spells": _FROM_REGIMES},
        (
            Fault("regime IS NULL OR measure IS NULL", "no regime or no measure"),
            Fault('coalesce("end" < start, false)', "ends before it starts", "end"),
            Fault('coalesce(is_ongoing AND "end" IS NOT NULL, false)', "goes on and has an end", "end"),
        ),
    ),
)

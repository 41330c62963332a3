"""OpenSanctions: `targets.simple.csv` by target and programme, `entities.ftm.json` by sanction.

Pitfalls. The data are CC BY-NC 4.0. `country` is who imposes (null with the code UNSC or EU for those two), and
`partner` the state that the programme is about where that is beyond doubt, else null beside the programme's id;
it is never the nationality of the target, which is in `details`. Simple files have no days of listing
(`first_seen` is when OpenSanctions first saw a target) and hold people of other lists too, such as politicians:
these are passed over. FollowTheMoney files have a line an entity in no order, and are read twice; days may be a
year or a month alone, and one sanction may tell several: the first start and the last end are taken. Every list
repeats those of the UN that it takes over. Two lists have the same name on the publisher's site: name each file
after its list.
"""

from __future__ import annotations

import re

from comity.sources.form import Delimited, Fault, Form, Records
from comity.sources.opensanctions import entities

_TARGETS = dict.fromkeys(
    (
        "id", "schema", "name", "aliases", "birth_date", "countries", "sanctions", "program_ids", "dataset",
        "first_seen", "last_seen", "last_change",
    ),
    "VARCHAR",
)  # fmt: skip


def _imposer(told: str, programme: str) -> str:
    """`told` is a code of two letters, or null where only the programme's id says whose it is."""
    return f"""coalesce(iso3_of('iso2', upper({told})), CASE WHEN {told} IS NULL
        THEN iso3_of('iso2', regexp_replace(split_part({programme}, '-', 1), '^SECO$', 'CH')) END) AS country,
    CASE coalesce(upper({told}), split_part({programme}, '-', 1)) WHEN 'UN' THEN 'UNSC'
        ELSE coalesce(upper({told}), split_part({programme}, '-', 1)) END AS country_code"""


def _iso3(countries: str) -> str:
    return f"(SELECT list(iso3_of('iso2', upper(one))) FROM unnest({countries}) AS told (one))"


_ROLE = "CASE WHEN schema = 'Person' THEN 'individual' WHEN schema IS NOT NULL THEN 'entity' END AS role"
_FROM_TARGETS = f"""
WITH listed AS (
    SELECT *, unnest(coalesce(string_split(program_ids, ';'), [NULL])) AS programme
    FROM raw WHERE sanctions IS NOT NULL OR program_ids IS NOT NULL
)
SELECT id, 'sanction' AS kind, {_imposer("NULL::VARCHAR", "programme")},
    programme_state(programme) AS partner, programme AS partner_code, name, {_ROLE},
    json_object('schema', schema, 'countries', string_split(countries, ';'),
        'countries_iso3', {_iso3("string_split(countries, ';')")},
        'sanctions', sanctions, 'alias', string_split(aliases, ';'), 'birth_date', birth_date, 'datasets', dataset,
        'first_seen', first_seen, 'last_seen', last_seen, 'last_change', last_change) AS details, file
FROM listed"""

_FROM_ENTITIES = f"""
SELECT id, 'sanction' AS kind, {_imposer("country", "programme")},
    programme_state(programme) AS partner, coalesce(programme, programme_name) AS partner_code, name, {_ROLE},
    start, "end", precision,
    CASE WHEN status = 'active' THEN true WHEN status = 'inactive' THEN false
        WHEN "end" IS NOT NULL THEN "end" >= try_cast(left(last_seen, 10) AS DATE)
        WHEN status IS NULL THEN true END AS is_ongoing,
    json_object('target', target, 'schema', schema, 'countries', countries,
        'countries_iso3', {_iso3("countries")},
        'authority', authority, 'programme', programme_name, 'status', status, 'reason', reason,
        'datasets', datasets, 'first_seen', first_seen, 'last_seen', last_seen) AS details, file
FROM raw"""

FORMS = (
    Form(
        "targets",
        Delimited(_TARGETS, optional=frozenset({"program_ids", "last_change", "birth_date", "aliases"})),
        {"spells": _FROM_TARGETS},
        (Fault("id IS NULL", "no id", "id"),),
    ),
    Form(
        "entities",
        Records(
            entities.COLUMNS,
            entities.sanctions,
            lambda peek: re.match(r'\{.*"schema"\s*:\s*".*"properties"\s*:\s*\{', peek.first_line) is not None,
            "JSON lines of FollowTheMoney with schema and properties",
        ),
        {"spells": _FROM_ENTITIES},
    ),
)

"""Diplomatic Representation of Diplometrics (Pardee Center), a row a sender, destination and year, as CSV.

The columns Destination, Sending Country (SendingCountry in 2025), Year, Embassy, Focus, EmbassyFocus and LOR are
known from programs that read the file; a file and its tables of values were not at hand, so that the numbers are
passed on as they are, `LOR` being the source's level of representation. It is published as a workbook too, which
is not read here: save it as CSV in UTF-8. States are by name.
"""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form

_MEASURES = {"LOR": "diplometrics_lor", "Embassy": "diplometrics_embassy", "Focus": "diplometrics_focus"}
_TOLD = ", ".join(f"{{variable: '{variable}', value: \"{column}\"}}" for column, variable in _MEASURES.items())
_SENDERS = ("Sending Country", "SendingCountry")
_SENDER = """coalesce("Sending Country", "SendingCountry")"""
_SELECT = f"""
SELECT iso3_named(sender) AS country, sender AS country_code, iso3_named(host) AS partner, host AS partner_code,
    'name' AS code_system, year, told.variable AS variable, told.value AS value, 'code of the source' AS unit,
    true AS is_directed, file
FROM (
    SELECT {_SENDER} AS sender, "Destination" AS host, "Year" AS year, unnest([{_TOLD}]) AS told, file FROM raw
)
WHERE told.value IS NOT NULL"""

FORMS = (
    Form(
        "diplometrics",
        Delimited(
            dict.fromkeys((*_SENDERS, "Destination"), "VARCHAR")
            | {"Year": "SMALLINT"}
            | dict.fromkeys(_MEASURES, "DOUBLE"),
            optional=frozenset({*_SENDERS, "LOR", "Focus"}),
            one_of=frozenset(_SENDERS),
        ),
        {"dyad_years": _SELECT},
        (
            Fault(f'{_SENDER} IS NULL OR "Destination" IS NULL', "no pair of states"),
            Fault('"Year" IS NULL OR "Year" NOT BETWEEN 1900 AND 2100', "no year", "Year"),
        ),
    ),
)

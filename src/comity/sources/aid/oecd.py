"""OECD: CRS text files (a project a row), and the CSV of the Data Explorer (a value a row) for DAC2A and CRS."""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form

_AMOUNTS = {
    "USD_Commitment": ("commitment", "USD"),
    "USD_Disbursement": ("disbursement", "USD"),
    "USD_Commitment_Defl": ("commitment", "USD constant"),
    "USD_Disbursement_Defl": ("disbursement", "USD constant"),
}
_CRS = {
    **dict.fromkeys(
        ("Year", "DonorCode", "DEDonorcode", "DonorName", "RecipientCode", "DERecipientcode", "RecipientName",
         "FlowName", "PurposeCode", "ProjectTitle", "ShortDescription"), "VARCHAR"
    ),
    **dict.fromkeys(_AMOUNTS, "DOUBLE"),
}  # fmt: skip
_CRS_OPTIONAL = frozenset({
    "DonorCode", "DEDonorcode", "RecipientCode", "DERecipientcode", "FlowName", "ProjectTitle", "ShortDescription",
    "USD_Commitment_Defl", "USD_Disbursement_Defl",
})  # fmt: skip
_EXPLORER = {
    **dict.fromkeys(
        ("DONOR", "RECIPIENT", "SECTOR", "MEASURE", "CHANNEL", "MODALITY", "FLOW_TYPE", "PRICE_BASE", "MD_DIM",
         "UNIT_MEASURE", "TIME_PERIOD", "BASE_PER", "PROJECT_TITLE"), "VARCHAR"
    ),
    "OBS_VALUE": "DOUBLE", "UNIT_MULT": "INTEGER",
}  # fmt: skip
_EXPLORER_OPTIONAL = frozenset(
    {"SECTOR", "CHANNEL", "MODALITY", "FLOW_TYPE", "MD_DIM", "BASE_PER", "PROJECT_TITLE"}
)


def _side(code: str, number: str, name: str, side: str) -> str:
    iso3 = f"coalesce(iso3_of('iso3', {code}), iso3_of('dac', {code}), iso3_of('dac', {name}), iso3_named({name}))"
    return f"{iso3} AS {side}, concat_ws(' ', coalesce({code}, {number}), {name}) AS {side}_code"


def _code(code: str, side: str) -> str:
    return f"coalesce(iso3_of('iso3', {code}), iso3_of('dac', {code})) AS {side}, {code} AS {side}_code"


_TOLD = ", ".join(f"('{kind}', {column}, '{unit}')" for column, (kind, unit) in _AMOUNTS.items())
_FROM_CRS = f"""
SELECT {_side("DEDonorcode", "DonorCode", "DonorName", "country")},
    {_side("DERecipientcode", "RecipientCode", "RecipientName", "partner")},
    make_date(try_cast(Year AS INTEGER), 1, 1) AS start, 'year' AS frequency, told.kind, PurposeCode AS item,
    'oecd-crs purpose' AS item_system, FlowName AS breakdown, told.value * 1e6 AS value, told.unit,
    coalesce(ProjectTitle, ShortDescription) AS note, file
FROM raw, LATERAL (VALUES {_TOLD}) AS told (kind, value, unit)
WHERE told.value IS NOT NULL"""

_IS_CRS = "SECTOR IS NOT NULL"
_PARTS = ", ".join(
    (
        f"CASE WHEN MEASURE NOT IN (CASE WHEN {_IS_CRS} THEN '100' ELSE '206' END) THEN 'measure ' || MEASURE END",
        "CASE WHEN CHANNEL NOT IN ('_T', '0') THEN 'channel ' || CHANNEL END",
        "CASE WHEN MODALITY <> '_T' THEN 'modality ' || MODALITY END",
        "CASE WHEN MD_DIM <> '_T' THEN 'detail ' || MD_DIM END",
    )
)
_FROM_EXPLORER = f"""
SELECT {_code("DONOR", "country")}, {_code("RECIPIENT", "partner")},
    make_date(try_cast(TIME_PERIOD AS INTEGER), 1, 1) AS start, 'year' AS frequency,
    CASE WHEN FLOW_TYPE = 'C' THEN 'commitment' WHEN FLOW_TYPE = 'D' THEN 'disbursement'
        WHEN FLOW_TYPE IS NOT NULL THEN 'flow type ' || FLOW_TYPE
        WHEN MEASURE = '206' THEN 'net disbursement' ELSE 'disbursement' END AS kind,
    nullif(SECTOR, '1000') AS item, CASE WHEN {_IS_CRS} THEN 'oecd-crs sector' END AS item_system,
    nullif(concat_ws(', ', {_PARTS}), '') AS breakdown, OBS_VALUE * pow(10, UNIT_MULT) AS value,
    UNIT_MEASURE || CASE PRICE_BASE WHEN 'V' THEN '' WHEN 'Q' THEN coalesce(BASE_PER, ' constant')
        ELSE ' ' || PRICE_BASE END AS unit,
    PROJECT_TITLE AS note, file
FROM raw"""


def _year(column: str) -> Fault:
    return Fault(f"coalesce(NOT regexp_full_match({column}, '(19|20)\\d\\d'), true)", "no year", column)


_CRS_FAULTS = (
    _year("Year"),
    Fault("DonorName IS NULL OR RecipientName IS NULL", "no donor or no recipient"),
)

FORMS = (
    *(
        Form(name, Delimited(_CRS, delimiter, optional=_CRS_OPTIONAL), {"flows": _FROM_CRS}, _CRS_FAULTS)
        for name, delimiter in (("crs", "|"), ("crs_commas", ","))
    ),
    Form(
        "explorer",
        Delimited(_EXPLORER, optional=_EXPLORER_OPTIONAL),
        {"flows": _FROM_EXPLORER},
        (
            _year("TIME_PERIOD"),
            Fault("DONOR IS NULL OR RECIPIENT IS NULL", "no donor or no recipient"),
            Fault("UNIT_MULT IS NULL", "no power of ten for the value", "UNIT_MULT"),
        ),
    ),
)

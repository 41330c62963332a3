"""UN Comtrade: the CSV of the present site, that of the site until 2022, and the JSON of the interface."""

from __future__ import annotations

from comity.sources.form import Delimited, Fault, Form, Records
from comity.sources.jsonarray import members

_KINDS = {"X": "export", "M": "import", "RX": "re-export", "RM": "re-import", "DX": "domestic export"}
_NOW = {
    "freqCode": "VARCHAR", "period": "VARCHAR", "reporterCode": "VARCHAR", "reporterDesc": "VARCHAR",
    "flowCode": "VARCHAR", "partnerCode": "VARCHAR", "partnerDesc": "VARCHAR", "partner2Code": "VARCHAR",
    "classificationCode": "VARCHAR", "cmdCode": "VARCHAR", "customsCode": "VARCHAR", "motCode": "VARCHAR",
    "qtyUnitAbbr": "VARCHAR", "qty": "DOUBLE", "cifvalue": "DOUBLE", "fobvalue": "DOUBLE",
    "primaryValue": "DOUBLE",
}  # fmt: skip
_OLD = {
    "Classification": "VARCHAR", "Year": "SMALLINT", "Period": "VARCHAR", "Trade Flow": "VARCHAR",
    "Reporter Code": "VARCHAR", "Reporter": "VARCHAR", "Partner Code": "VARCHAR", "Partner": "VARCHAR",
    "Commodity Code": "VARCHAR", "Qty Unit": "VARCHAR", "Qty": "DOUBLE", "Trade Value (US$)": "DOUBLE",
}  # fmt: skip

_OPTIONAL = frozenset({"partner2Code", "customsCode", "motCode", "qtyUnitAbbr", "qty"})


def _state(code: str, name: str, side: str) -> str:
    iso3 = f"coalesce(iso3_of('comtrade', {code}), iso3_of('m49', {code}))"
    return f"{iso3} AS {side}, concat_ws(' ', {code}, {name}) AS {side}_code"


def _start(period: str) -> str:
    return f"""try_strptime(rpad({period}, 6, '01') || '01', '%Y%m%d')::DATE AS start,
    CASE length({period}) WHEN 4 THEN 'year' WHEN 6 THEN 'month' END AS frequency"""


def _kind(code: str) -> str:
    return (
        f"CASE {code} "
        + " ".join(f"WHEN '{one}' THEN '{kind}'" for one, kind in _KINDS.items())
        + f" ELSE {code} END"
    )


_FROM_NOW = f"""
SELECT {_state("reporterCode", "reporterDesc", "country")}, {_state("partnerCode", "partnerDesc", "partner")},
    {_start("period")}, {_kind("flowCode")} AS kind, nullif(cmdCode, 'TOTAL') AS item,
    classificationCode AS item_system,
    nullif(concat_ws(', ',
        CASE WHEN coalesce(motCode, '0') <> '0' THEN 'transport ' || motCode END,
        CASE WHEN coalesce(customsCode, 'C00') <> 'C00' THEN 'procedure ' || customsCode END,
        CASE WHEN coalesce(partner2Code, '0') <> '0' THEN 'second partner ' || partner2Code END), '') AS breakdown,
    primaryValue AS value, 'USD' AS unit,
    CASE primaryValue WHEN cifvalue THEN 'CIF' WHEN fobvalue THEN 'FOB' END AS valuation,
    qty AS quantity, qtyUnitAbbr AS quantity_unit, file
FROM raw"""

_FROM_OLD = f"""
SELECT {_state('"Reporter Code"', "Reporter", "country")}, {_state('"Partner Code"', "Partner", "partner")},
    {_start("Period")}, lower("Trade Flow") AS kind,
    nullif("Commodity Code", 'TOTAL') AS item, Classification AS item_system,
    "Trade Value (US$)" AS value, 'USD' AS unit, Qty AS quantity, "Qty Unit" AS quantity_unit, file
FROM raw"""

_NO_PERIOD = "coalesce(try_strptime(rpad({0}, 6, '01') || '01', '%Y%m%d') IS NULL, true)"
_NOW_FAULTS = (
    Fault(_NO_PERIOD.format("period"), "no year or month in period", "period"),
    Fault("reporterCode IS NULL OR partnerCode IS NULL", "no reporter or no partner"),
    Fault("coalesce(primaryValue < 0, false)", "a value below zero", "primaryValue"),
)

FORMS = (
    Form(
        "comtrade",
        Delimited(
            _NOW,
            optional=frozenset({"partner2Code", "customsCode", "motCode", "qtyUnitAbbr", "qty"}),
            is_ragged=True,
        ),
        {"flows": _FROM_NOW},
        _NOW_FAULTS,
    ),
    Form(
        "comtrade_2022",
        Delimited(_OLD, optional=frozenset({"Qty Unit", "Qty"})),
        {"flows": _FROM_OLD},
        (
            Fault(_NO_PERIOD.format("Period"), "no year or month in Period", "Period"),
            Fault('coalesce("Trade Value (US$)" < 0, false)', "a value below zero", "Trade Value (US$)"),
        ),
    ),
    Form(
        "comtrade_json",
        Records(
            _NOW,
            lambda path: members(path, "data"),
            lambda peek: peek.first_line.startswith("{") and '"primaryValue"' in peek.text,
            "JSON of the Comtrade interface with 'data'",
        ),
        {"flows": _FROM_NOW},
        _NOW_FAULTS,
    ),
)

"""AidData: Core Research Release (thin and full CSV) and Global Chinese Development Finance 2.0 and 3.0 (CSV)."""

from __future__ import annotations

from dataclasses import dataclass

from comity.sources.form import Delimited, Fault, Form
from comity.sources.peek import Peek

_CORE = {
    "donor": "VARCHAR", "donor_iso": "VARCHAR", "recipient": "VARCHAR", "recipient_iso": "VARCHAR",
    "year": "VARCHAR", "commitment_amount_usd_constant": "DOUBLE",
    "coalesced_purpose_code": "VARCHAR", "title": "VARCHAR",
}  # fmt: skip


def _chinese(constant: str, nominal: str) -> dict[str, str]:
    texts = (
        "AidData Record ID", "Recommended For Aggregates", "Status", "Financier Country", "Recipient",
        "Recipient ISO-3", "Commitment Year", "Title", "Flow Type", "Flow Class", "Sector Code",
        "Funding Agencies", "Amount Estimated",
    )  # fmt: skip
    return {**dict.fromkeys(texts, "VARCHAR"), constant: "DOUBLE", nominal: "DOUBLE"}


_CHINESE_OPTIONAL = frozenset({
    "Financier Country", "Recipient ISO-3", "Flow Class", "Funding Agencies", "Amount Estimated",
    "Amount (Nominal USD)", "Amount (Nominal)",
})  # fmt: skip


@dataclass(frozen=True)
class _Third(Delimited):
    """The third release, whose prices are those of 2011, as only the name of the file tells."""

    def fits(self, peek: Peek) -> bool:
        return super().fits(peek) and "_v3" in peek.name.lower()


_FINANCIER = """coalesce("Financier Country", 'China')"""


def _side(name: str, iso: str, side: str) -> str:
    iso3 = f"coalesce(iso3_of('iso2', {iso}), iso3_of('iso3', {iso}), iso3_of('dac', {name}), iso3_named({name}))"
    return f"{iso3} AS {side}, {name} AS {side}_code"


def _from_core(unit: str) -> str:
    return f"""
SELECT {_side("donor", "donor_iso", "country")}, {_side("recipient", "recipient_iso", "partner")},
    make_date(nullif(try_cast(year AS INTEGER), 9999), 1, 1) AS start, 'year' AS frequency, 'commitment' AS kind,
    coalesced_purpose_code AS item, 'aiddata purpose' AS item_system, commitment_amount_usd_constant AS value,
    '{unit}' AS unit, title AS note, file
FROM raw"""


def _from_chinese(constant: str, nominal: str, year: int) -> str:
    return f"""
SELECT {_side(_FINANCIER, "NULL::VARCHAR", "country")},
    {_side("Recipient", '"Recipient ISO-3"', "partner")},
    make_date(try_cast("Commitment Year" AS INTEGER), 1, 1) AS start, 'year' AS frequency,
    CASE WHEN "Recommended For Aggregates" = 'Yes' THEN 'commitment' ELSE 'commitment not for totals' END AS kind,
    "Sector Code" AS item, 'oecd-crs sector' AS item_system,
    nullif(concat_ws(', ', "Flow Type", "Flow Class", Status), '') AS breakdown, told.value, told.unit,
    "Amount Estimated" = 'Yes' AS is_estimated, concat_ws('; ', Title, "Funding Agencies") AS note, file
FROM raw, LATERAL (VALUES ("{constant}", 'USD{year}'), ("{nominal}", 'USD')) AS told (value, unit)
WHERE told.value IS NOT NULL OR told.unit <> 'USD'"""


_CORE_FAULTS = (
    Fault("coalesce(NOT regexp_full_match(year, '(19|20)\\d\\d|9999'), true)", "no year", "year"),
    Fault("donor IS NULL OR recipient IS NULL", "no donor or no recipient"),
)
_CHINESE_FAULTS = (
    Fault(
        """coalesce(NOT regexp_full_match("Commitment Year", '20\\d\\d'), true)""", "no year", "Commitment Year"
    ),
    Fault("Recipient IS NULL", "no recipient", "Recipient"),
)
_CORE_OPTIONAL = frozenset({"donor_iso", "recipient_iso", "title"})

FORMS = (
    Form("core_3", _Third(_CORE, optional=_CORE_OPTIONAL), {"flows": _from_core("USD2011")}, _CORE_FAULTS),
    Form("core", Delimited(_CORE, optional=_CORE_OPTIONAL), {"flows": _from_core("USD constant")}, _CORE_FAULTS),
    *(
        Form(
            name,
            Delimited(_chinese(constant, nominal), optional=_CHINESE_OPTIONAL),
            {"flows": _from_chinese(constant, nominal, year)},
            _CHINESE_FAULTS,
        )
        for name, constant, nominal, year in (
            ("chinese_3", "Amount (Constant USD 2021)", "Amount (Nominal USD)", 2021),
            ("chinese_2", "Amount (Constant USD2017)", "Amount (Nominal)", 2017),
        )
    ),
)

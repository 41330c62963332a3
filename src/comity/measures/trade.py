"""What crossed the border from one state to another in a year, by one rule for what two sides report."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, gathered, given, opened, some

_NEEDS = {
    "source": "text", "country": "text", "partner": "text", "start": "day", "frequency": "text", "kind": "text",
    "item": "text", "breakdown": "text", "value": "number", "unit": "text", "valuation": "text",
}  # fmt: skip
_FULL = {"year": 1, "quarter": 4, "month": 12}
"""How many periods make a year."""
_REPORT = ("country", "partner", "kind", "year")


@measure(
    "trade-mirrored-v1",
    formula="value = imports of the buyer from the seller where the buyer reports them, else exports of the seller"
    " to the buyer where the seller reports them, else unknown",
    values="from 0; no row where neither side reports",
    unit="that of the flows",
    interval="from the lower to the higher of the two reports; none where one side reports",
    reference="Importers' reports first, as usual in trade statistics: UN, International Merchandise Trade"
    " Statistics: Compilers Manual; the exact rule is Comity's.",
    is_own=True,
)
def trade(flows: Frame) -> Frame:
    """Goods from each seller to each buyer in each year, by the report of the buyer first, then of the seller.

    Takes the common table of flows, of one source and unit, of which rows of single goods, of breakdowns, of
    groups and of other kinds are left out. A year's row comes before its four quarters, these before its twelve
    months; an incomplete year is unknown. Of several valuations CIF comes first, then FOB. What one side reports
    twice with different values is unknown. Nothing is averaged, nor set right for freight. One row a seller, buyer
    and year: value, reported_by (buyer or seller), bought and sold (what each side reports), n (the sides that
    report, 1 or 2), low and high (the lower and the higher of the two; null where one side reports), unit. Nothing
    is drawn here: what is uncertain is which of the two is right.
    """
    found = traded(opened(flows, "flows", _NEEDS))
    some(found, "flows has no trade of a whole year between two states, told without contradiction")
    return given(found, flows, "seller", "buyer", "year")


def traded(
    flows: nw.LazyFrame[Any], kinds: tuple[str, str] = ("import", "export"), unit: str | None = None
) -> nw.LazyFrame[Any]:
    """`trade`, of kinds that are called so, in that unit or in any single one."""
    whole = nw.col("item").is_null() & nw.col("breakdown").is_null() & nw.col("kind").is_in(kinds)
    wanted = between(flows.filter(whole))
    unit = one_source(wanted, " or ".join(kinds), unit)
    reports = _of_years(wanted)
    bought, sold = (_side(reports, kind, is_buyer=kind == kinds[0]) for kind in kinds)
    both = nw.concat([bought, sold]).group_by("seller", "buyer", "year").agg(nw.col("bought", "sold").max())
    by_buyer = ~nw.col("bought").is_null()
    is_both = by_buyer & ~nw.col("sold").is_null()
    return both.select(
        *("seller", "buyer", "year"),
        nw.coalesce("bought", "sold").alias("value"),
        nw.when(by_buyer).then(nw.lit("buyer")).otherwise(nw.lit("seller")).alias("reported_by"),
        *("bought", "sold"),
        nw.when(is_both).then(nw.lit(2)).otherwise(nw.lit(1)).cast(nw.Int64).alias("n"),
        nw.when(is_both).then(nw.min_horizontal("bought", "sold")).alias("low"),
        nw.when(is_both).then(nw.max_horizontal("bought", "sold")).alias("high"),
        nw.lit(unit, nw.String).alias("unit"),
    )


def between(flows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The rows with a value from one known state to another, with their year."""
    sides = ~nw.col("country").is_null() & ~nw.col("partner").is_null() & (nw.col("country") != nw.col("partner"))
    known = flows.filter(sides & ~nw.col("value").is_null())
    return known.with_columns(nw.col("start").cast(nw.Date).dt.year().cast(nw.Int64).alias("year"))


def one_source(rows: nw.LazyFrame[Any], what: str, unit: str | None = None) -> str | None:
    """The unit of rows that may stand beside each other; none where there are no rows.

    Raises `UsageError` where they come from two sources or have two units, which must not be mixed, or are not
    in the unit asked for.
    """
    found = gathered(rows.select("source", "unit").unique())
    for column in ("source", "unit"):
        if found[column].n_unique() > 1:
            names = ", ".join(sorted(str(one) for one in found[column].unique()))
            raise UsageError(f"rows of {what} have more than one {column} ({names}): give those of one")
    told: str | None = None if found.is_empty() else found["unit"][0]
    if unit and not found.is_empty() and told != unit:
        raise UsageError(
            f"rows of {what} are in {told}: convert them to {unit}, or change the unit of the weights"
        )
    return told


def _of_years(reports: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """One row a report of a year: the best that its parts make up."""
    parts = reports.select(*_REPORT, "start", "frequency", "valuation", "value").unique()
    sums = parts.group_by(*_REPORT, "frequency", "valuation").agg(
        nw.len().alias("n"), nw.col("start").n_unique().alias("periods"), nw.col("value").sum()
    )
    full = _chosen("frequency", _FULL)
    sums = sums.with_columns(nw.when(nw.col("periods") == full).then(full).alias("_order")).filter(
        ~nw.col("_order").is_null()
    )
    rank = nw.col("_order") * 10 + _chosen("valuation", {"CIF": 0, "FOB": 1}, other=2)
    best = sums.with_columns(rank.alias("_rank")).filter(nw.col("_rank") == nw.col("_rank").min().over(*_REPORT))
    single = best.group_by(*_REPORT).agg(
        nw.len().alias("_same"), nw.col("n", "periods").max(), nw.col("value").max()
    )
    return single.filter((nw.col("_same") == 1) & (nw.col("n") == nw.col("periods"))).select(*_REPORT, "value")


def _side(reports: nw.LazyFrame[Any], kind: str, *, is_buyer: bool) -> nw.LazyFrame[Any]:
    buyer, seller = ("country", "partner") if is_buyer else ("partner", "country")
    value, nothing = nw.col("value").cast(nw.Float64), nw.lit(None, nw.Float64)
    return reports.filter(nw.col("kind") == kind).select(
        nw.col(seller).alias("seller"),
        nw.col(buyer).alias("buyer"),
        "year",
        (value if is_buyer else nothing).alias("bought"),
        (nothing if is_buyer else value).alias("sold"),
    )


def _chosen(column: str, values: dict[str, int], other: int | None = None) -> nw.Expr:
    found = nw.lit(other, nw.Int64)
    for name, value in values.items():
        found = nw.when(nw.col(column) == name).then(nw.lit(value, nw.Int64)).otherwise(found)
    return found

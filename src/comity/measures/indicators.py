"""What two states have with each other in a year, each as a number of its own, before anything is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic

import narwhals as nw

from comity.errors import UsageError
from comity.measures.frames import Frame, gathered, one_engine, opened, some
from comity.measures.trade import between, one_source, traded
from comity.measures.weighing import Weights

PAIR = ("influencer", "dependent", "year")
_FLOWS = {
    "source": "text", "country": "text", "partner": "text", "start": "day", "frequency": "text", "kind": "text",
    "item": "text", "breakdown": "text", "value": "number", "unit": "text", "valuation": "text",
}  # fmt: skip
_DYAD_YEARS = {
    "source": "text", "country": "text", "partner": "text", "year": "number", "variable": "text",
    "value": "number", "is_directed": "yes or no",
}  # fmt: skip
_COUNTRY_YEARS = {
    "source": "text", "country": "text", "year": "number", "variable": "text", "value": "number", "unit": "text",
}  # fmt: skip
_TABLES = {"flows": _FLOWS, "dyad_years": _DYAD_YEARS, "country_years": _COUNTRY_YEARS}
_RAW = ("sold", "bought", "aid_given", "aid_taken", "arms_given", "arms_taken", "missions", "memberships",
        "alliance")  # fmt: skip
_OF_ALL = {"trade": ("sold", "bought"), "aid": ("aid_given",), "arms": ("arms_given",)}
"""By kind what makes up all that a dependent has of it."""


@dataclass(frozen=True, slots=True)
class Tables(Generic[Frame]):
    """Common tables of the whole world, as frames of one kind; what is not given is missing, not 0.

    `flows`: trade, aid and arms; `dyad_years`: missions, joint memberships, alliances; `country_years`: GDP.
    Trade, aid and GDP are to be in the unit that the weights name. Each variable is to come from one source.
    """

    flows: Frame | None = None
    dyad_years: Frame | None = None
    country_years: Frame | None = None


def indicators(tables: Tables[Any], settings: Weights) -> nw.LazyFrame[Any]:
    """Every pair and year that a table tells of, in both directions, with a column an indicator; null: unknown."""
    given = {name: getattr(tables, name) for name in _TABLES}
    frames = {name: opened(frame, name, _TABLES[name]) for name, frame in given.items() if frame is not None}
    one_engine(**frames)
    rows: list[nw.LazyFrame[Any]] = []
    if "flows" in frames:
        rows += _of_flows(frames["flows"], settings)
    if "dyad_years" in frames:
        rows += _of_dyad_years(frames["dyad_years"], settings)
    if not rows:
        raise UsageError("no table of pairs is given: give flows, dyad_years or both")
    told = nw.concat(rows)
    some(told, "the tables tell nothing of two states that the weights name: see `names` in the weights")
    return _compared(_with_gdp(_filled(_wide(told), settings), frames.get("country_years"), settings))


def _of_flows(flows: nw.LazyFrame[Any], settings: Weights) -> list[nw.LazyFrame[Any]]:
    imports, exports = settings.named("trade")
    goods = traded(flows, (imports, exports), settings.unit).rename({"seller": "first", "buyer": "second"})
    rows = _both_ways(goods, "sold", "bought")
    for thing in ("aid", "arms"):
        rows += _both_ways(_transfers(flows, settings, thing), f"{thing}_given", f"{thing}_taken")
    return rows


def _transfers(flows: nw.LazyFrame[Any], settings: Weights, thing: str) -> nw.LazyFrame[Any]:
    """What was given in a year: the row of the whole where there is one, else all its items and parts together.

    Of the kinds that the weights name the first that the table has: net and gross sums do not stand side by side.
    """
    known = _of_first_kind(between(flows), settings.named(thing))
    known = _in_unit(known, settings.unit) if thing == "aid" else known
    part = nw.col("breakdown")
    known = known.filter(part.is_null() | part.is_in(settings.named(f"{thing}_parts")))
    one_source(known, thing, settings.unit if thing == "aid" else None)
    keys = ("country", "partner", "year")
    is_whole = nw.col("item").is_null() & part.is_null()
    sums = known.with_columns((is_whole.cast(nw.Int64) * 2 + part.is_null().cast(nw.Int64)).alias("_whole"))
    sums = sums.group_by(*keys, "_whole").agg(nw.col("value").sum().cast(nw.Float64))
    best = sums.filter(nw.col("_whole") == nw.col("_whole").max().over(*keys))
    return best.select(nw.col("country").alias("first"), nw.col("partner").alias("second"), "year", "value")


def _of_first_kind(flows: nw.LazyFrame[Any], kinds: list[str]) -> nw.LazyFrame[Any]:
    there = set(gathered(flows.filter(nw.col("kind").is_in(kinds)).select("kind").unique())["kind"])
    return flows.filter(nw.col("kind") == next((kind for kind in kinds if kind in there), ""))


def _in_unit(flows: nw.LazyFrame[Any], unit: str) -> nw.LazyFrame[Any]:
    """The rows in that unit, for many sources tell each amount in two; all of them where none is in it."""
    there = set(gathered(flows.select("unit").unique())["unit"])
    return flows.filter(nw.col("unit") == unit) if unit in there else flows


def _of_dyad_years(dyads: nw.LazyFrame[Any], settings: Weights) -> list[nw.LazyFrame[Any]]:
    rows: list[nw.LazyFrame[Any]] = []
    sides = ~nw.col("country").is_null() & ~nw.col("partner").is_null() & (nw.col("country") != nw.col("partner"))
    for thing in ("missions", "memberships", "alliance"):
        known = dyads.filter(nw.col("variable").is_in(settings.named(thing)) & sides & ~nw.col("value").is_null())
        _one(known, thing)
        keys = (nw.col("country").alias("first"), nw.col("partner").alias("second"))
        told = known.select(*keys, nw.col("year").cast(nw.Int64), nw.col("value").cast(nw.Float64))
        rows += _both_ways(told, thing, thing)
    return rows


def _one(rows: nw.LazyFrame[Any], what: str) -> None:
    one_source(rows.with_columns(nw.lit(None, nw.String).alias("unit")), what)


def _both_ways(told: nw.LazyFrame[Any], there: str, back: str) -> list[nw.LazyFrame[Any]]:
    """Each row from both ends: what the first sells is what the second buys."""
    ends = (("first", "second", there), ("second", "first", back))
    return [
        told.select(
            nw.col(one).alias("influencer"),
            nw.col(other).alias("dependent"),
            "year",
            nw.lit(name, nw.String).alias("name"),
            "value",
        )
        for one, other, name in ends
    ]


def _wide(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """A column a name. Missions are the mean of the two ways, memberships and alliances the most told."""
    columns = [
        (value.mean() if name == "missions" else value.max()).alias(name)
        for name in _RAW
        for value in [nw.when(nw.col("name") == name).then(nw.col("value"))]
    ]
    return rows.group_by(*PAIR).agg(*columns)


def _filled(wide: nw.LazyFrame[Any], settings: Weights) -> nw.LazyFrame[Any]:
    """0 where a table that lists all there is covers the year and has no row."""
    listed = [name for name in settings.table["listed_in_full"] if name in _RAW]
    return wide.with_columns(
        nw.when(nw.col(name).is_null() & (nw.col(name).count().over("year") > 0))
        .then(nw.lit(0.0))
        .otherwise(nw.col(name))
        .alias(name)
        for name in listed
    )


def _with_gdp(wide: nw.LazyFrame[Any], years: nw.LazyFrame[Any] | None, settings: Weights) -> nw.LazyFrame[Any]:
    if years is None:
        return wide.with_columns(nw.lit(None, nw.Float64).alias("gdp"))
    known = years.filter(nw.col("variable").is_in(settings.named("gdp")) & ~nw.col("value").is_null())
    one_source(known, "gdp", settings.unit)
    gdp = known.group_by("country", "year").agg(nw.col("value").max().cast(nw.Float64).alias("gdp"))
    gdp = gdp.select(nw.col("country").alias("dependent"), nw.col("year").cast(nw.Int64), "gdp")
    return wide.join(gdp, on=["dependent", "year"], how="left")


def _compared(wide: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The indicators that are made of others. Of trade both ways must be known; of aid what is known adds up.

    Aid below zero (more paid back than given) counts for none in shares, which otherwise might pass 1.
    """
    wide = wide.with_columns(
        (nw.col("sold") + nw.col("bought")).alias("trade"),
        _known_sum("aid_given", "aid_taken").alias("aid"),
        (nw.col("arms_given") + nw.col("arms_taken")).alias("arms"),
        *(_all_of(names).alias(f"_all_{kind}") for kind, names in _OF_ALL.items()),
        nw.col("aid_given").clip(0.0, None).alias("_given"),
    )
    return wide.with_columns(
        _over("trade", "_all_trade").alias("trade_share"),
        _over("trade", "gdp").alias("trade_of_gdp"),
        _over("_given", "_all_aid").alias("aid_share"),
        _over("aid_given", "gdp").alias("aid_of_gdp"),
        _over("arms_given", "_all_arms").alias("arms_share"),
    ).drop("_given", *(f"_all_{kind}" for kind in _OF_ALL))


def _known_sum(one: str, other: str) -> nw.Expr:
    there = ~nw.col(one).is_null() | ~nw.col(other).is_null()
    return nw.when(there).then(nw.col(one).fill_null(0.0) + nw.col(other).fill_null(0.0))


def _all_of(names: tuple[str, ...]) -> nw.Expr:
    parts = [nw.col(name).clip(0.0, None).fill_null(0.0) for name in names]
    return sum(parts[1:], parts[0]).sum().over("dependent", "year")


def _over(part: str, whole: str) -> nw.Expr:
    return nw.when(nw.col(whole) > 0).then(nw.col(part) / nw.col(whole))

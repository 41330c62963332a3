"""Distance of two states by the ideal points that others estimated from their votes."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, gathered, given, opened, some
from comity.measures.pairs import different

_NEEDS = {"country": "text", "year": "number", "variable": "text", "value": "number", "unit": "text"}
_KEYS = ("country", "year", "unit")


@measure(
    "ideal-point-distance-v1",
    formula="|theta_i - theta_j| of the published points (medians or means of the posterior)",
    values="from 0",
    unit="that of the ideal points: about one standard deviation of all states",
    interval="90 in 100, from the quantiles of both points, after Zou and Donner 2008",
    reference="Bailey, M., Strezhnev, A. and Voeten, E. 2017. Journal of Conflict Resolution 61(2): 430-456.",
)
def ideal_point_distance(
    country_years: Frame, kind: str = "all", dyad: tuple[str, str] | None = None, unit: str | None = None
) -> Frame:
    """Distance of the ideal points of two states in a year; takes `country_years` with `ideal_point_*`.

    One row a pair (by ISO3 in order; or as `dyad` gives it) and year: country, partner, year, unit, signed (first
    less second), distance, distance_low, distance_high, n (votes behind the less voting state), insufficient.
    The interval is one of 90 %, from the 5 and 95 per cent quantiles of each point as if the two were independent,
    put together after Zou and Donner 2008; without quantiles it is null and `insufficient` says so. Points of two
    estimations and of two kinds of years do not compare: of several `unit` or a filter must choose.
    """
    told = opened(country_years, "country_years", _NEEDS)
    variable = f"ideal_point_{kind}"
    told = told.filter(nw.col("variable").is_in([variable, *(f"{variable}_{part}" for part in _PARTS)]))
    told = _of_one_estimation(told, variable, unit)
    points = _wide(told, variable)
    found = _paired(points, dyad).with_columns((nw.col("point") - nw.col("point_2")).alias("signed"))
    some(found, f"{' and '.join(dyad) if dyad else 'no two states'} have no ideal point in the same year")
    return given(_with_interval(found).select(*_COLUMNS), country_years, "country", "partner", "year")


_PARTS = ("q5", "q95", "votes")
_COLUMNS = (
    *("country", "partner", "year", "unit", "signed", "distance", "distance_low", "distance_high", "n"),
    "insufficient",
)


def _of_one_estimation(told: nw.LazyFrame[Any], variable: str, unit: str | None) -> nw.LazyFrame[Any]:
    columns = [name for name in ("unit", "source", "file") if name in told.collect_schema().names()]
    there = gathered(told.filter(nw.col("variable") == variable).select(*columns).unique())
    units = sorted(there["unit"].drop_nulls().unique())
    if not units:
        raise UsageError(f"country_years has no {variable!r}: import ideal points, or ask for another kind")
    if unit is None and len(units) > 1:
        raise UsageError(f"the points are by {' and by '.join(map(repr, units))}: choose one as unit")
    if unit is not None and unit not in units:
        raise UsageError(f"no point has the unit {unit!r}: there are {', '.join(map(repr, units))}")
    chosen = unit or units[0]
    mixed = there.filter(there["unit"] == chosen).drop("unit").unique()
    if len(mixed) > 1:
        files = "; ".join(sorted(str(row) for row in mixed.to_dicts()))
        raise UsageError(f"points of several estimations do not compare: filter country_years to one of {files}")
    return told.filter(nw.col("unit").is_in([chosen, "votes" + chosen.removeprefix("ideal point")]))


def _wide(told: nw.LazyFrame[Any], variable: str) -> nw.LazyFrame[Any]:
    """One row a state and year, with point, low, high and votes."""
    names = {"point": variable, "low": f"{variable}_q5", "high": f"{variable}_q95", "votes": f"{variable}_votes"}
    columns = [
        nw.when(nw.col("variable") == wanted).then(nw.col("value")).alias(name) for name, wanted in names.items()
    ]
    unit = nw.when(nw.col("variable") == variable).then(nw.col("unit")).alias("unit")
    told = told.filter(~nw.col("country").is_null() & ~nw.col("year").is_null()).select(
        "country", "year", unit, *columns
    )
    found = told.group_by("country", "year").agg(*(nw.col(name).max() for name in ("unit", *names)))
    return found.filter(~nw.col("point").is_null())


def _paired(points: nw.LazyFrame[Any], dyad: tuple[str, str] | None) -> nw.LazyFrame[Any]:
    if dyad is None:
        one, other = points, points
    else:
        _check(points, different(dyad, 2))
        one, other = (points.filter(nw.col("country") == state) for state in dyad)
    renamed = {name: f"{name}_2" for name in ("point", "low", "high", "votes")}
    other = other.select(
        "year", nw.col("country").alias("partner"), *(nw.col(a).alias(b) for a, b in renamed.items())
    )
    both = one.join(other, on="year")
    return both if dyad else both.filter(nw.col("country") < nw.col("partner"))


def _check(points: nw.LazyFrame[Any], states: tuple[str, ...]) -> None:
    there = set(gathered(points.select("country").unique())["country"])
    for state in states:
        if state not in there:
            raise UsageError(f"no ideal point of {state!r}: there are those of {len(there)} states, by ISO3")


def _with_interval(found: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Of the difference first, then of its size: where the difference may be none, the size may be 0."""
    one, other, signed = nw.col("point"), nw.col("point_2"), nw.col("signed")
    below = ((one - nw.col("low")) ** 2 + (nw.col("high_2") - other) ** 2).sqrt()
    above = ((nw.col("high") - one) ** 2 + (other - nw.col("low_2")) ** 2).sqrt()
    found = found.with_columns((signed - below).alias("least"), (signed + above).alias("most"))
    least, most = nw.col("least"), nw.col("most")
    low = nw.when(least > 0).then(least).otherwise(nw.when(most < 0).then(-most).otherwise(most * 0))
    high = nw.when(most > -least).then(most).otherwise(-least)
    unknown = nw.when(least.is_null() | most.is_null()).then(nw.lit("no quantiles of a point: no interval"))
    fewer = nw.when(nw.col("votes") <= nw.col("votes_2")).then(nw.col("votes")).otherwise(nw.col("votes_2"))
    return found.with_columns(
        signed.abs().alias("distance"),
        low.alias("distance_low"),
        high.alias("distance_high"),
        fewer.cast(nw.Int64).alias("n"),
        unknown.alias("insufficient"),
    )

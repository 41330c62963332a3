"""How much two states share, and how much one depends on the other: composites that always show their parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals as nw

from comity.measures.catalogue import measure
from comity.measures.frames import Frame, given
from comity.measures.indicators import PAIR, Tables, indicators
from comity.measures.weighing import Given, Weights, part_weights

_FBIC = (
    "After Moyer, J. D., T. Sweijs, M. J. Burrows and H. Van Manen. 2018. Power and Influence in a Globalized"
    " World. Atlantic Council/HCSS. Its structure; indicators fewer, weights ours, for its own are not published."
)
_INDICES = ("bandwidth", "dependence")


@measure(
    "dependence-fbic-style-v1",
    formula="bandwidth = sum of w x / sum of w over the parts known; dependence likewise; influence = bandwidth x"
    " dependence; x = an indicator over its world maximum of the year",
    values="0 to 1; null where less than the least share of the weight is known",
    unit="share of the closest pair of the world",
    interval="bounds, were each missing part 0 and were it 1: nothing is sampled, what is uncertain is what is"
    " missing",
    reference=_FBIC,
    is_own=True,
)
def dependence(tables: Tables[Frame], changes: Given = None) -> Frame:
    """Bandwidth of each pair of states, dependence of one on the other, and their product, influence, by year.

    One row a year and ordered pair `influencer`, `dependent`. By indicator four columns: NAME (as it is), NAME_max
    (the highest of the year over all pairs in the tables, which are to cover the world), NAME_pairs (how many
    directed pairs have one) and NAME_scaled (0 to 1; null with fewer pairs than `least_pairs`). By composite and
    sub-index (`bandwidth`, `bandwidth_economic` ...): the value; _low and _high (what it would be were each
    missing part 0, and were it 1: nothing is sampled here, what is uncertain is what is missing); _n (known
    parts); _weight (share of the weight known); _missing (the parts that are not, joined by ';'); and for
    composites _insufficient (why there is no value). `weights` has the version of the weights, with '+changed'
    where `changes` replaces some. Null is unknown, never 0, save where a table lists in full (`listed_in_full`).

    Bandwidth has trade and aid both ways, the mean level of missions, joint memberships, arms both ways, an
    alliance of any obligation. Dependence has the influencer's share in the dependent's trade (of all partners in
    the table), that trade over GDP, its share in the aid taken, that aid over GDP, its share in the arms taken.
    Net aid below zero counts as 0. Comes back as the kind of frame that the tables came as.
    """
    settings = part_weights(changes)
    found = scaled(indicators(tables, settings), settings)
    found = composed(found, settings)
    too_little = f"less than {settings.least_share:g} of the weight is known"
    columns = [*PAIR, *(name for index in _INDICES for name in settings.parts(index))]
    found = found.with_columns(
        *((nw.col(f"bandwidth{end}") * nw.col(f"dependence{end}")).alias(f"influence{end}") for end in _ENDS),
        *(
            nw.when(nw.col(index).is_null()).then(nw.lit(too_little, nw.String)).alias(f"{index}_insufficient")
            for index in _INDICES
        ),
        nw.lit(settings.version, nw.String).alias("weights"),
    )
    like = next(one for one in (tables.flows, tables.dyad_years) if one is not None)
    return given(found.select(*columns, *_shown(settings)), like, *PAIR)


_ENDS = ("", "_low", "_high")
_TOLD = (*_ENDS, "_n", "_weight", "_missing")


def _shown(settings: Weights) -> list[str]:
    parts = [name for index in _INDICES for name in settings.parts(index)]
    subs = [f"{index}_{sub}" for index in _INDICES for sub in settings.sub_indices(index)]
    return [
        *(f"{name}_{what}" for name in parts for what in ("max", "pairs", "scaled")),
        *(f"{name}{end}" for name in (*subs, *_INDICES) for end in _TOLD),
        *(f"{index}_insufficient" for index in _INDICES),
        *(f"influence{end}" for end in _ENDS),
        "weights",
    ]


def scaled(wide: nw.LazyFrame[Any], settings: Weights) -> nw.LazyFrame[Any]:
    """Adds to every indicator its world maximum of the year, the pairs behind it, and its share of the maximum."""
    names = [name for index in _INDICES for name in settings.parts(index)]
    wide = wide.with_columns(
        *(nw.col(name).max().over("year").alias(f"{name}_max") for name in names),
        *(nw.col(name).count().over("year").cast(nw.Int64).alias(f"{name}_pairs") for name in names),
    )
    return wide.with_columns(_share(name, settings.least_pairs).alias(f"{name}_scaled") for name in names)


def _share(name: str, least_pairs: int) -> nw.Expr:
    value, most = nw.col(name), nw.col(f"{name}_max")
    above = nw.when(value > 0).then(value).otherwise(nw.lit(0.0))
    is_known = ~value.is_null() & (most > 0) & (nw.col(f"{name}_pairs") >= least_pairs)
    return nw.when(is_known).then(above / most)


def composed(frame: nw.LazyFrame[Any], settings: Weights) -> nw.LazyFrame[Any]:
    """Adds the indices and their sub-indices out of columns NAME_scaled, with what they rest on, in one step."""
    parts = [
        one
        for index in _INDICES
        for sub, weights in settings.sub_indices(index).items()
        for one in _weighed(f"{index}_{sub}", weights, 0)
    ]
    wholes = [one for index in _INDICES for one in _weighed(index, settings.parts(index), settings.least_share)]
    return frame.with_columns(*parts, *wholes)


def _weighed(name: str, parts: dict[str, float], least: float) -> list[nw.Expr]:
    """The value over the known parts where these carry enough of the weight; else null; the rest in any case."""
    total = sum(parts.values())
    known = _summed(nw.when(~_part(part).is_null()).then(weight).otherwise(0.0) for part, weight in parts.items())
    missing = _summed(nw.when(_part(part).is_null()).then(weight).otherwise(0.0) for part, weight in parts.items())
    points = _summed(_part(part).fill_null(0.0) * weight for part, weight in parts.items())
    is_enough = (known > 0) & (known >= least * total - 1e-9)
    lacks = [nw.when(_part(part).is_null()).then(nw.lit(part, nw.String)) for part in parts]
    return [
        nw.when(is_enough).then(points / known).alias(name),
        (points / total).alias(f"{name}_low"),
        (points / total + missing / total).alias(f"{name}_high"),
        _summed((~_part(part).is_null()).cast(nw.Int64) for part in parts).alias(f"{name}_n"),
        (known / total).alias(f"{name}_weight"),
        nw.concat_str(lacks, separator=";", ignore_nulls=True).alias(f"{name}_missing"),
    ]


def _part(name: str) -> nw.Expr:
    return nw.col(f"{name}_scaled")


def _summed(parts: Iterable[nw.Expr]) -> nw.Expr:
    first, *others = parts
    return sum(others, first)

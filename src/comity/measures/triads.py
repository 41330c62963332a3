"""Friends of friends and enemies of enemies: threes of states whose three pairs have a sign."""

from __future__ import annotations

from typing import Any, Literal, get_args

import narwhals as nw

from comity.measures.catalogue import measure
from comity.measures.frames import Frame, given, opened, some

Theory = Literal["classical", "clustering", "transitivity"]
REFERENCE = (
    "Cartwright, D., and F. Harary. 1956. Psychological Review 63: 277-293; Davis, J. A. 1967. Human Relations 20:"
    " 181-187; Askarisichani, O., and others. 2020. Communications Physics 3, table 1,"
    " doi:10.1038/s42005-020-00478-z."
)
_DAYS = ("period", "last")
_NUMBERS = ("sign", "z", "n")
_SIGNED = {**dict.fromkeys(_DAYS, "day"), "a": "text", "b": "text", **dict.fromkeys(_NUMBERS, "number")}


@measure(
    "triads-v1",
    formula="classical: s_ab s_bc s_ac = 1; clustering: not exactly one of three negative; transitivity: of triads"
    " with two positive pairs or more, the third is positive too",
    values="true or false; transitivity null where fewer than two pairs are positive",
    unit="triads",
    interval="none: a list of triads, each with z of its three signs; balance-degree-v1 has the interval of"
    " their share",
    reference=REFERENCE,
)
def triads(signs: Frame) -> Frame:
    """All threes of states whose three pairs have a sign, with their balance; takes the result of `signs`.

    Among pairs without direction clustering and transitivity fail for the same triads (two friends of one who are
    enemies), but transitivity speaks only of those with two positive pairs. Columns: period, last (its first and
    last day), a, b, c (by code), sign_ab, sign_bc, sign_ac, z_ab, z_bc, z_ac (how sure each sign is, as `signs`
    tells), n_ab, n_bc, n_ac (its acts), kind ('+++', '++-', '+--', '---'), classical, clustering, transitivity.
    Grows with the cube of the states.
    """
    known = signed(signs)
    joined = (
        _edge(known, "a", "b")
        .join(_edge(known, "b", "c"), on=["period", "last", "b"])
        .join(_edge(known, "a", "c"), on=["period", "last", "a", "c"])
    )
    good = sum((nw.col(f"sign_{pair}") > 0).cast(nw.Int64) for pair in ("ab", "bc", "ac"))
    found = joined.with_columns(good.alias("good"))  # type: ignore[union-attr]
    count = nw.col("good")
    kind = nw.when(count == 3).then(nw.lit("+++")).when(count == 2).then(nw.lit("++-"))
    found = found.with_columns(
        kind.when(count == 1).then(nw.lit("+--")).otherwise(nw.lit("---")).alias("kind"),
        ((count == 3) | (count == 1)).alias("classical"),
        (count != 2).alias("clustering"),
        nw.when(count >= 2).then(count == 3).alias("transitivity"),
    )
    edges = [f"{what}_{pair}" for what in _NUMBERS for pair in ("ab", "bc", "ac")]
    shown = (*_DAYS, "a", "b", "c", *edges, "kind", *get_args(Theory))
    return given(found.select(*shown), signs, "period", "a", "b", "c")


def signed(signs: object) -> nw.LazyFrame[Any]:
    """The pairs of two states that have a sign, the first before the second by code; `UsageError` for none."""
    known = opened(signs, "signs", _SIGNED).drop_nulls([*_DAYS, "a", "b", "sign"])
    one, other = nw.col("a"), nw.col("b")
    known = known.filter(one != other)
    some(known, "no pair of signs has a sign: take another period or a lower threshold")
    first, second = (
        nw.when(one < other).then(one).otherwise(other),
        nw.when(one < other).then(other).otherwise(one),
    )
    return known.select(*_DAYS, first.alias("a"), second.alias("b"), *_NUMBERS)


def _edge(known: nw.LazyFrame[Any], left: str, right: str) -> nw.LazyFrame[Any]:
    return known.select(
        *_DAYS,
        nw.col("a").alias(left),
        nw.col("b").alias(right),
        *(nw.col(what).alias(f"{what}_{left}{right}") for what in _NUMBERS),
    )

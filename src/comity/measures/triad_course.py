"""Three states over time: how each pair stood, whether the three were balanced, which acts turned it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import narwhals as nw

from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, flow
from comity.measures.frames import opened
from comity.measures.pairs import different
from comity.measures.periods import Period, ends, start_of, starts
from comity.measures.signs import LEAST_ACTS, Rule, signs
from comity.measures.triads import REFERENCE, triads
from comity.measures.weights import Weight, pulling, weighed

if TYPE_CHECKING:
    import polars as pl

_NEEDS = {"date": "day", **dict.fromkeys(DYAD, "text"), "quad": "text", "score": "number"}


@dataclass(frozen=True, slots=True)
class TriadCourse:
    """Three Polars frames. `states`: a, b, c in the order of their codes.

    `periods`, one row a period from that of the first act to that of the last: period and last (its first and last
    day), n_ab, value_ab with _low and _high, z_ab, sign_ab (as `signs` tells them; null: too few acts), the same
    of ac and bc, kind and classical (balanced or not; null unless all three have a sign). `turns`, one row each
    time a pair has another sign than when it last had one: period, a, b, before, since (when it had that sign
    last), after, z_before and z_after (how sure either sign is: within 1.96 of 0 the turn may be none). `acts`:
    period, a, b of the turn and the acts of that period that pulled most.
    """

    states: tuple[str, str, str]
    periods: pl.DataFrame
    turns: pl.DataFrame
    acts: pl.DataFrame


@measure(
    "triad-course-v1",
    formula="pair-sign-v1 of each pair and period; classical balance of triads-v1 where all three are known",
    values="signs -1 or 1; true or false",
    unit="periods",
    interval="that of pair-sign-v1 of each pair and period, and z, how sure the sign is",
    reference=REFERENCE,
)
def triad_course(
    events: object,
    states: tuple[str, str, str],
    period: Period = "year",
    by: Rule = "score_sum",
    least: int = LEAST_ACTS,
    most: int = 5,
    scale: str | None = None,
) -> TriadCourse:
    """How the three pairs of three states stood in each period, and the `most` acts that pulled hardest at a turn.

    Repeats are left out. A period in which a pair has fewer than `least` acts tells nothing of it: the next sign
    is held against the last one known. `scale`: of the scores, where there are several. `UsageError` for states
    that the events do not tell of.
    """
    a, b, c = sorted(different(states, 3))
    opened(events, "events", _NEEDS)
    weight: Weight = "quads" if by == "quads" else "score"
    acts = weighed(events, (a, b, c), weight, scale=scale)
    found = signs(flow(acts, period), by, least)
    turns = _turns(found)
    return TriadCourse((a, b, c), _periods(found, (a, b, c), period), turns, _acts(acts, turns, period, most))


def _periods(found: pl.DataFrame, states: tuple[str, str, str], period: Period) -> pl.DataFrame:
    import polars as pl

    first, last = found["period"].min(), found["period"].max()
    every = starts(first, last, period)  # type: ignore[arg-type]
    table = pl.DataFrame({"period": every, "last": ends(every, period)})
    for (one, other), name in zip(combinations(states, 2), ("ab", "ac", "bc"), strict=True):
        columns = {f"{column}_{name}": column for column in ("n", "value", "z", "sign")}
        columns |= {f"value_{name}_{end}": f"value_{end}" for end in ("low", "high")}
        pair = found.filter(a=one, b=other).select("period", **columns)
        table = table.join(pair, "period", how="left").with_columns(pl.col(f"n_{name}").fill_null(0))
    whole = triads(found).select("period", "kind", "classical")
    return table.join(whole, "period", how="left").sort("period")


def _turns(found: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    known = found.filter(pl.col("sign").is_not_null()).sort("a", "b", "period")
    before = known.with_columns(
        pl.col("sign").shift().over("a", "b").alias("before"),
        pl.col("period").shift().over("a", "b").alias("since"),
        pl.col("z").shift().over("a", "b").alias("z_before"),
    )
    turned = before.filter(pl.col("before") != pl.col("sign")).sort("period", "a", "b")
    return turned.select("period", "a", "b", "before", "since", "z_before", after="sign", z_after="z")


def _acts(acts: pl.DataFrame, turns: pl.DataFrame, period: Period, most: int) -> pl.DataFrame:
    """The acts that pulled hardest, turn by turn."""
    import polars as pl

    keys = ("period", "a", "b")
    dated: pl.DataFrame = nw.from_native(acts).with_columns(start_of("date", period).alias("period")).to_native()
    named = dated.with_columns(pl.min_horizontal(DYAD).alias("a"), pl.max_horizontal(DYAD).alias("b"))
    picked = [named.clear()]
    for turn in turns.to_dicts():
        there = named.filter(**{key: turn[key] for key in keys})
        picked.append(pulling(there, turn["after"], most))
    return pl.concat(picked).select(*keys, pl.exclude(keys))

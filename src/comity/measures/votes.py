"""How alike two states vote: counts of what each said in the roll calls where both voted.

The nine counts of `joint_votes` hold all that the measures of likeness need.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.ballots import VALUES, Choice, ballots
from comity.measures.catalogue import measure
from comity.measures.frames import Frame, gathered, given, opened, some
from comity.measures.pairs import different

if TYPE_CHECKING:
    import polars as pl

CELLS = {(one, other): f"{one}_{other}" for one in VALUES for other in VALUES}
"""By the votes of the first and the second state the column that counts the roll calls."""

Numbers = NDArray[Any]
_FORMULA = "N of roll calls in which the first state voted so and the second so, of those in which both voted"
_REFERENCE = "Voeten, E. 2013. Data and Analyses of Voting in the UN General Assembly. In: Reinalda, B. (ed.)."
_COLUMNS = ("country", "partner", "by", "first", "last", "n", "weight", "effective", *CELLS.values())


@measure(
    "joint-votes-v1",
    formula=_FORMULA,
    values="from 0",
    unit="roll calls",
    interval="none: every ballot is counted, nothing drawn; the measures of likeness have intervals",
    reference=_REFERENCE,
)
def joint_votes(
    votes: object, roll_calls: object, choice: Choice | None = None, issues: object | None = None
) -> pl.DataFrame:
    """Counts of what two states said in common roll calls, of all pairs, in memory: a Polars frame.

    One row a pair (the first state before the second by ISO3) and session, year or window in which they have a
    common vote. Columns: country, partner, by, first, last (sessions or years), n (common roll calls), weight,
    effective, and yes_yes to no_no, the vote of `country` first. All of 1946 to 2019 take about two seconds: votes
    are bits, counted by machine words. Where the choice names weights, yes_yes to no_no are sums of them, `weight`
    is the sum of all, and `effective` the number of equal roll calls that they amount to, (sum w)^2 / sum of w^2;
    else both are n.
    """
    import polars as pl

    choice = choice or Choice()
    cast, calls = (gathered(frame) for frame in ballots(votes, roll_calls, choice, issues))
    frames = list(_windows(cast, calls, choice)) if len(cast) and len(calls) else []
    if not frames:
        raise UsageError("of what was chosen no roll call is left in which two states voted: widen the choice")
    return pl.concat(frames).select(_COLUMNS)


@measure(
    "joint-votes-of-v1",
    formula=_FORMULA,
    values="from 0",
    unit="roll calls",
    interval="none: every ballot is counted, nothing drawn; the measures of likeness have intervals",
    reference=_REFERENCE,
)
def joint_votes_of(
    votes: Frame,
    roll_calls: object,
    country: str,
    partner: str | None = None,
    choice: Choice | None = None,
    issues: object | None = None,
) -> Frame:
    """Counts of what two given states said in common roll calls, with the columns of `joint_votes`.

    Without a `partner` those of the state with every other, in one pass. Comes back as the kind of frame that
    votes are, lazy where they are. The vote of `country` comes first, whatever the order of the alphabet.
    """
    choice = choice or Choice()
    asked = different((country, partner), 2) if partner else (country,)
    cast, calls = ballots(votes, roll_calls, choice, issues)
    _check_known(votes, *asked)
    own = cast.filter(nw.col("country") == country).select("roll_call", "value")
    others = cast.filter(nw.col("country") == partner if partner else nw.col("country") != country)
    other = others.select("roll_call", nw.col("value").alias("other"), nw.col("country").alias("partner"))
    common = own.join(other, on="roll_call").join(calls, on="roll_call")
    some(common, f"{country} and {partner or 'others'} have no common vote in what was chosen: widen the choice")
    found = common.group_by("partner", "last").agg(*_counts(choice.weight is not None))
    found = found.with_columns(
        nw.lit(country).alias("country"),
        nw.lit(choice.by).alias("by"),
        (nw.col("last") - (choice.window - 1)).alias("first"),
        nw.col("n").cast(nw.Int64),
    )
    return given(found.select(*_COLUMNS), votes, "partner", "last")


def _check_known(votes: object, *wanted: str) -> None:
    named = opened(votes, "votes", {"country": "text"}).select(nw.col("country").cast(nw.String)).unique()
    there = sorted(gathered(named)["country"].drop_nulls())
    for one in wanted:
        if one not in there:
            some = f"{', '.join(there[:3])} ... {there[-1]}" if there else "none"
            raise UsageError(f"no vote of {one!r}: there are those of {len(there)} states, by ISO3 ({some})")


def _counts(is_weighed: bool) -> list[nw.Expr]:
    kind, weight = nw.Float64 if is_weighed else nw.Int64, nw.col("weight")
    cells = [
        nw.when((nw.col("value") == VALUES[one]) & (nw.col("other") == VALUES[other]))
        .then(weight)
        .otherwise(0.0)
        .sum()
        .cast(kind)
        .alias(name)
        for (one, other), name in CELLS.items()
    ]
    effective = weight.sum() * weight.sum() / (weight * weight).sum()
    return [nw.len().alias("n"), weight.sum().alias("weight"), effective.alias("effective"), *cells]


def _windows(cast: pl.DataFrame, calls: pl.DataFrame, choice: Choice) -> Iterator[pl.DataFrame]:
    """The pairs of each window. A vote that was not cast is in none of `said`, so that it counts in no cell."""
    import polars as pl

    order, states = calls["roll_call"].unique().sort(), cast["country"].unique().sort()
    cast = cast.join(pl.DataFrame({"roll_call": order, "place": range(len(order))}), on="roll_call")
    numbers = pl.DataFrame({"country": states, "state": range(len(states))})
    cast = cast.join(numbers, on="country")
    said = {word: np.zeros((len(states), len(order)), np.bool_) for word in VALUES}
    for word, value in VALUES.items():
        rows = cast.filter(pl.col("value") == value)
        said[word][rows["state"].to_numpy(), rows["place"].to_numpy()] = True
    calls = calls.with_columns(place=order.search_sorted(calls["roll_call"]))
    for (last,), part in calls.sort("last").group_by("last", maintain_order=True):
        counts = _summed(said, part, choice.weight is not None)
        if len(counts["n"]):
            yield _told(counts, states, int(str(last)), choice)


def _summed(said: dict[str, NDArray[np.bool_]], calls: pl.DataFrame, is_weighed: bool) -> dict[str, Numbers]:
    """Counts or sums of weights by column for every pair with a common vote, roll calls of one weight at once."""
    one, other = np.triu_indices(len(said["yes"]), k=1)
    found: dict[str, Numbers] = dict.fromkeys((*CELLS.values(), "n", "weight", "squares"), np.zeros(1, np.int64))
    for (weight,), part in calls.sort("weight").group_by("weight", maintain_order=True):
        factor = float(str(weight)) if is_weighed else 1
        places = part["place"].to_numpy()
        counts = _counted({word: _packed(matrix[:, places]) for word, matrix in said.items()}, one, other)
        n = np.sum(list(counts.values()), axis=0)
        added = {name: factor * count for name, count in counts.items()}
        added |= {"n": n, "weight": factor * n, "squares": factor**2 * n}
        found = {name: found[name] + column for name, column in added.items()}
    common = found["n"] > 0
    kept = {name: column[common] for name, column in (found | {"one": one, "other": other}).items()}
    weight = kept["weight"].astype(np.float64)
    return kept | {"weight": weight, "effective": weight**2 / kept.pop("squares")}


def _packed(said: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Yes or no by state and roll call as bits in words of 64, filled up with no."""
    missing = -said.shape[1] % 64
    bits = np.packbits(np.pad(said, ((0, 0), (0, missing))), axis=1)
    return np.ascontiguousarray(bits).view(np.uint64)


def _counted(
    said: dict[str, NDArray[np.uint64]], one: NDArray[np.intp], other: NDArray[np.intp]
) -> dict[str, NDArray[np.int64]]:
    """Counts by column for these pairs of places of states.

    Words of bits and no product of matrices: the threads of those slow each other down where others work too.
    """
    return {
        name: np.bitwise_count(said[first][one] & said[second][other]).sum(axis=1, dtype=np.int64)
        for (first, second), name in CELLS.items()
    }


def _told(counts: dict[str, Numbers], names: pl.Series, last: int, choice: Choice) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame(counts).with_columns(
        country=names.gather(counts["one"]),
        partner=names.gather(counts["other"]),
        by=pl.lit(choice.by),
        first=pl.lit(last - choice.window + 1, pl.Int64),
        last=pl.lit(last, pl.Int64),
    )

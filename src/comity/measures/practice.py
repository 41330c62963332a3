"""Symbol and practice: how much of what happens between two states costs something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.measures import rules
from comity.measures.catalogue import measure
from comity.measures.intervals import share_interval, weighted_share_interval
from comity.measures.readacts import DAYS, DONE, SIDES, by_pair, happened_between, read_acts, window_of
from comity.measures.results import table
from comity.measures.weighing import Given, part_weights

if TYPE_CHECKING:
    import polars as pl

_Cell = dict[str, Any]
FEWEST_ACTS = 5
"""Below this many acts there is no share: our threshold."""
_COLUMNS = {
    "actor_country": "text", "recipient_country": "text", "n": "count", "n_practical": "count",
    "n_symbolic": "count", "n_unknown": "count", "since": "day", "until": "day", "practical_share": "number",
    "practical_low": "number", "practical_high": "number", "weighed_share": "number", "weighed_low": "number",
    "weighed_high": "number", "weights": "text", "insufficient": "text",
}  # fmt: skip


@measure(
    "practical-share-v1",
    formula="by count: N practical / (N practical + N symbolic); by weight: sum of w of practical acts / sum of w"
    " of practical and symbolic ones, w by costliness (words, ceremony, paper, moved)",
    values="0 to 1",
    unit="share of acts; share of weight",
    interval="by count Clopper and Pearson 1934; by weight bootstrap over acts, where all or none are practical"
    " that by count",
    reference="Comity's own; nearest are the verbal and material classes of WEIS and PLOVER.",
    is_own=True,
)
def practical_share(
    events: object, kinds: Iterable[rules.Rule] | None = None, changes: Given = None
) -> pl.DataFrame:
    """The share of practical acts in what each state did towards each other, by number and by weight of acts.

    Takes the ledger's table of events as a frame of any kind; counts acts that happened (actual, historical), each
    once. What is practical the record says (`substance`); acts that it says nothing of are `n_unknown`. Costliness
    is that of the first row of `data/costliness.csv` (or `kinds`) that holds; its weight stands in the weights
    under `costliness`. A Polars frame, one row an ordered pair: n and its parts, the first and last day of dated
    acts, both shares with intervals (by count exact after Clopper and Pearson, by weight bootstrap over acts,
    save where all or none are practical: there the exact one by count),
    version of the weights, and `insufficient`: why there are no shares.
    """
    settings = part_weights(changes)
    cells = happened_between(by_pair(cells_of(events, kinds)))
    rows = [
        {"actor_country": actor, "recipient_country": recipient, "weights": settings.version}
        | shares_of(one.to_dicts(), settings.table["costliness"])
        for (actor, recipient), one in cells.group_by(*SIDES)
    ]
    return table(rows, _COLUMNS).sort(SIDES)


def cells_of(events: object, kinds: Iterable[rules.Rule] | None = None) -> nw.LazyFrame[Any]:
    """How many acts there are of each costliness and substance."""
    acts = read_acts(events, ("event_type", "mode", "cameo", "domain", "substance", "sentence"), DAYS)
    happened = acts.filter(nw.col("status").is_in(DONE))
    costly = happened.with_columns(rules.named(rules.table("costliness", kinds)).alias("costliness"))
    return costly.group_by(*SIDES, "substance", "costliness").agg(
        nw.len().alias("n"), nw.col("date_start").min().alias("since"), nw.col("date_end").max().alias("until")
    )


def shares_of(cells: list[_Cell], weights: Mapping[str, float]) -> dict[str, Any]:
    """What a row of `practical_share` says of acts of these costs and substances."""
    counts = {name: sum(cell["n"] for cell in cells if cell["substance"] == name) for name in _SUBSTANCE}
    told = {
        "n": sum(cell["n"] for cell in cells),
        **{f"n_{name}": number for name, number in counts.items()},
        **window_of(cells),
    }
    known = sum(counts.values())
    told["n_unknown"] = told["n"] - known
    if known < FEWEST_ACTS:
        return {**told, "insufficient": f"acts of known substance: {known}, wanted are {FEWEST_ACTS}"}
    return {**told, **_shares(counts["practical"], known, cells, weights)}


_SUBSTANCE = ("practical", "symbolic")


def _shares(practical: int, known: int, cells: list[_Cell], weights: Mapping[str, float]) -> dict[str, float]:
    exact = share_interval(practical, known) or (0.0, 1.0)
    told = {"practical_share": practical / known, "practical_low": exact[0], "practical_high": exact[1]}
    weighed = [cell for cell in cells if cell["substance"] in _SUBSTANCE and weights.get(cell["costliness"])]
    numbers = [cell["n"] for cell in weighed]
    wholes = [float(weights[cell["costliness"]]) for cell in weighed]
    parts = [one * (cell["substance"] == "practical") for cell, one in zip(weighed, wholes, strict=True)]
    interval = weighted_share_interval(parts, wholes, numbers)
    if interval is None:
        return told
    share = _summed(numbers, parts) / _summed(numbers, wholes)
    low, high = interval if 0 < share < 1 else exact
    return {**told, "weighed_share": share, "weighed_low": low, "weighed_high": high}


def _summed(numbers: list[int], values: list[float]) -> float:
    return sum(number * value for number, value in zip(numbers, values, strict=True))

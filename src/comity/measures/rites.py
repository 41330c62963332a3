"""Acts that keep a tie alive by memory: anniversaries, condolences, memorials, dealings of party with party."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.measures import rules
from comity.measures.catalogue import measure
from comity.measures.intervals import share_interval
from comity.measures.readacts import DAYS, DONE, SIDES, by_pair, happened_between, read_acts, window_of
from comity.measures.results import table

if TYPE_CHECKING:
    import polars as pl

FEWEST_ACTS = 5
"""Below this many acts there is no share: our threshold."""
_COLUMNS = {
    "actor_country": "text", "recipient_country": "text", "kind": "text", "n": "count", "n_acts": "count",
    "since": "day", "until": "day", "share": "number", "low": "number", "high": "number", "insufficient": "text",
}  # fmt: skip


@measure(
    "traditional-share-v1",
    formula="N traditional acts / N acts",
    values="0 to 1",
    unit="share of acts",
    interval="Clopper and Pearson 1934",
    reference="Comity's own.",
    is_own=True,
)
def traditional_share(events: object, kinds: Iterable[rules.Rule] | None = None) -> pl.DataFrame:
    """The share of traditional acts in what each state did towards each other, by kind and of all kinds ('all').

    Takes the ledger's table of events as a frame of any kind; counts acts that happened, each once. What is
    traditional, and of which kind, the first row of `data/traditional.csv` (or `kinds`) that holds says. A Polars
    frame, one row an ordered pair and kind that there was: n, n_acts (of all acts), since and until (the first and
    last day of the dated ones), share with its exact interval, and `insufficient`: why there is none.
    """
    cells = happened_between(by_pair(rite_cells(events, kinds)))
    rows = [
        {"actor_country": actor, "recipient_country": recipient, **row}
        for (actor, recipient), one in cells.group_by(*SIDES)
        for row in rites_of(one.to_dicts())
    ]
    return table(rows, _COLUMNS).sort(*SIDES, "kind")


def rite_cells(events: object, kinds: Iterable[rules.Rule] | None = None) -> nw.LazyFrame[Any]:
    """How many acts there are of each kind; the kind of those that are not traditional is null."""
    given = rules.table("traditional", kinds)
    acts = read_acts(events, ("event_type", "cameo", "domain", "substance", "actor_sector", "sentence"), DAYS)
    sorted_out = acts.filter(nw.col("status").is_in(DONE)).with_columns(rules.named(given).alias("kind"))
    return sorted_out.group_by(*SIDES, "kind").agg(
        nw.len().alias("n"), nw.col("date_start").min().alias("since"), nw.col("date_end").max().alias("until")
    )


def rites_of(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row a kind that there was, and one of all."""
    every = sum(cell["n"] for cell in cells)
    kinds = sorted({cell["kind"] for cell in cells if cell["kind"]})
    counts = {kind: sum(cell["n"] for cell in cells if cell["kind"] == kind) for kind in kinds}
    window = window_of(cells)
    return [_row(kind, number, every) | window for kind, number in {**counts, "all": sum(counts.values())}.items()]


def _row(kind: str, number: int, every: int) -> dict[str, Any]:
    told = {"kind": kind, "n": number, "n_acts": every}
    interval = share_interval(number, every)
    if every < FEWEST_ACTS or interval is None:
        return {**told, "insufficient": f"acts: {every}, wanted are {FEWEST_ACTS}"}
    return {**told, "share": number / every, "low": interval[0], "high": interval[1]}

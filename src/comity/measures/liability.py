"""What one state bears at the hands of others because of its tie with another: with the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened
from comity.measures.intervals import sum_interval
from comity.measures.links import why_no_link
from comity.measures.results import table

if TYPE_CHECKING:
    import polars as pl

_NEEDS = {
    "event": "text", "bearer": "text", "imposer": "text", "tie_with": "text", "date": "day", "score": "number",
    "score_scale": "text", "sentence": "text",
}  # fmt: skip
_LINKS = {**_NEEDS, "why_not": "text"}
_COLUMNS = {
    "bearer": "text", "tie_with": "text", "imposer": "text", "score_scale": "text", "since": "day",
    "until": "day", "n": "count", "n_unscored": "count", "n_without_link": "count", "cost": "number",
    "low": "number", "high": "number", "events": "texts", "sentences": "texts", "insufficient": "text",
}  # fmt: skip
_Row = dict[str, Any]


def cost_links(costs: object) -> pl.DataFrame:
    """The rows of `liability`'s table as a Polars frame, with `why_not`: why a row does not count."""
    found = gathered(opened(costs, "costs", _NEEDS).select(*_NEEDS)).to_dicts()
    return table(({**row, "why_not": _why_not(row)} for row in found), _LINKS)


@measure(
    "liability-v1",
    formula="sum over acts of max(-g, 0), of acts against the bearer whose sentence gives the tie as the ground",
    values="from 0",
    unit="points of the scale",
    interval="Poisson bootstrap over acts",
    reference="Comity's own.",
    is_own=True,
)
def liability(costs: object) -> pl.DataFrame:
    """What a state bears, act by act, because of its tie with another, and in whose hands, with the sentences.

    Takes a frame of any kind, a row an act and sentence: event (id), bearer (who bears the cost), imposer (who
    sanctions, accuses, rebukes, cuts), tie_with (the other state of the tie), date, score (below 0 is a cost),
    score_scale, sentence. Who makes the table must have read the ground in the text (a 'because', a linked
    item); here each sentence is looked at once more (`cost_links`), and a row without one, or whose sentence
    does not give the state of the tie as the ground, is only counted (`n_without_link`). That one act came after
    another is never a ground. An act told by several sentences counts once; the interval is a bootstrap over
    acts, none for one act.

    A Polars frame, one row a bearer, tie, imposer and scale, and one of all imposers ('all'): first and last day,
    n, n_unscored (of n, not in the sum), cost with its interval, events and sentences in the order of their days,
    and `insufficient`: why there is no cost. The sum tells what was said, not what was borne unsaid.
    """
    found = cost_links(costs).to_dicts()
    groups: dict[tuple[Any, ...], list[_Row]] = {}
    for row in found:
        for imposer in (row["imposer"], "all"):
            groups.setdefault((row["bearer"], row["tie_with"], imposer, row["score_scale"]), []).append(row)
    names = ("bearer", "tie_with", "imposer", "score_scale")
    told = [{**dict(zip(names, states, strict=True)), **_told(rows)} for states, rows in groups.items()]
    return table(told, _COLUMNS).sort(names)


def _why_not(row: Mapping[str, Any]) -> str | None:
    states = [row[name] for name in ("bearer", "imposer", "tie_with")]
    if None in states or row["event"] is None:
        return "the act or one of its states is not known"
    if len(set(states)) < len(states):
        return "bearer, imposer and the state of the tie are not three states"
    if row["score"] is not None and row["score"] >= 0:
        return "the act is no cost: its score is not below 0"
    return why_no_link(row["sentence"], row["tie_with"])


def _told(rows: Sequence[_Row]) -> _Row:
    linked = sorted((row for row in rows if not row["why_not"]), key=_order)
    acts = {row["event"]: row for row in reversed(linked)}
    days = [row["date"] for row in linked if row["date"]]
    told: _Row = {
        "since": min(days, default=None),
        "until": max(days, default=None),
        "n": len(acts),
        "n_unscored": sum(row["score"] is None for row in acts.values()),
        "n_without_link": len({row["event"] for row in rows} - set(acts)),
        "events": list(dict.fromkeys(row["event"] for row in linked)),
        "sentences": list(dict.fromkeys(row["sentence"] for row in linked)),
    }
    if not linked:
        return {**told, "insufficient": "no sentence carries the link"}
    scores = [-row["score"] for row in acts.values() if row["score"] is not None]
    if not scores:
        return {**told, "insufficient": "no act has a score"}
    low, high = sum_interval(scores) or (None, None)
    return {**told, "cost": sum(scores), "low": low, "high": high}


def _order(row: _Row) -> tuple[str, str, str]:
    return str(row["date"] or "9999"), row["event"], row["sentence"]

"""How long the measures take over eleven years of ICEWS events, and what they say of dyads that one knows.

The events lie beside the checkout (../shared/data); without them nothing is measured. They have no scores, so that
each act gets one by its quad, for this bench only: the mean of Goldstein's values for the roots of the quad.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from comity import measures
from comity.ledger import open_ledger
from comity.sources import import_files

_SAMPLE = Path(__file__).parents[2] / "shared" / "data" / "icews_2005_2015_sample.parquet"
_SCORED = """SELECT * REPLACE (CASE quad WHEN 'verbal_cooperation' THEN 2.3 WHEN 'material_cooperation' THEN 6.0
    WHEN 'verbal_conflict' THEN -3.8 WHEN 'material_conflict' THEN -7.7 END AS score, 'quad' AS score_scale)
    FROM events"""
_DYADS = (("KHM", "KOR"), ("KHM", "PRK"), ("KHM", "CHN"), ("KHM", "THA"))
_T = TypeVar("_T")


def main() -> None:
    if not _SAMPLE.exists():
        print(f"{_SAMPLE.name} is not there: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
        _timed("import", lambda: import_files(ledger, "icews", [_SAMPLE]))
        events = ledger.table("events").query("events", _SCORED)
        begun = time.perf_counter()
        flows = _timed("monthly flows of all dyads", lambda: measures.flow(events).pl())
        _timed("monthly balances of all pairs", lambda: measures.balance(events))
        if hasattr(measures, "triads"):
            _timed("triads", lambda: measures.triads(flows))
        print(f"{'together':32} {time.perf_counter() - begun:6.2f} s (at most 5)\n")
        _timed("weights of past acts, 180 days", lambda: measures.decay(events, 180.0))
        _answers(events)
        _figures(events)


def _timed(what: str, work: Callable[[], _T]) -> _T:
    begun = time.perf_counter()
    found = work()
    rows = f"{len(found):8,} rows" if isinstance(found, pl.DataFrame) else ""
    print(f"{what:32} {time.perf_counter() - begun:6.2f} s {rows}")
    return found


def _answers(events: Any) -> None:
    _timed("loading statsmodels", lambda: import_module("statsmodels.tsa.api"))
    for period in ("month", "week"):
        flows = measures.flow(events, period).pl()  # type: ignore[arg-type]
        for pair in (("KHM", "THA"), ("CHN", "JPN")):
            found = _timed(
                f"VAR {'-'.join(pair)} by {period}",
                lambda pair=pair, flows=flows, period=period: measures.bilateral_var(flows, pair, period),
            )
            _told(found)


def _told(found: measures.Bilateral | measures.Insufficient) -> None:
    if isinstance(found, measures.Insufficient):
        print(f"    insufficient: {found.reason}")
        return
    print(f"    order {found.order}; within a period they move together by {found.together:.2f}")
    for side in found.sides:
        inertia, response = (_interval(one) for one in (side.inertia, side.response))
        told = f"inertia {inertia}, response {response}, p {side.granger.p:.3f}: {side.kind}"
        print(f"    {side.actor} to {side.recipient}: {told}")


def _interval(estimate: measures.Estimate) -> str:
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def _figures(events: Any) -> None:
    yearly = measures.flow(events, "year").pl()
    faded = measures.decay(events, 365.0, "year")
    print(f"\n{'dyad':10} {'acts':>5} {'sum':>8} {'mean':>6} {'weighs':>7}  even good  even bad")
    for pair in _DYADS:
        even = measures.balance(events, None, between=pair)
        goodness = [_even(even.filter(sign=sign)) for sign in ("positive", "negative")]
        for actor, recipient in (pair, pair[::-1]):
            way = {"actor_country": actor, "recipient_country": recipient}
            rows, last = yearly.filter(**way), faded.filter(**way)["decayed"].tail(1)
            n, scored, total = (rows[name].sum() for name in ("n", "n_scored", "score_sum"))
            mean = f"{total / scored:6.2f}" if scored else f"{'none':>6}"
            weighs = f"{last[0]:7.1f}" if len(last) else f"{'none':>7}"
            print(f"{actor} {recipient:6} {n:5} {total:8.1f} {mean} {weighs}  {goodness[0]:>9}  {goodness[1]:>8}")


def _even(rows: pl.DataFrame) -> str:
    return "none" if rows.is_empty() or rows["balance"][0] is None else f"{rows['balance'][0]:.2f}"


if __name__ == "__main__":
    main()

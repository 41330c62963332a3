"""How long the measures take over real events and votes, and what they say of dyads that one knows.

The data lie beside the checkout (../shared/data); without them nothing is measured. The events, a random fifth of
ICEWS 2005 to 2015, have no scores: each act gets Goldstein's value of its code, for this bench only.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from comity import measures
from comity.ledger import Ledger, open_ledger
from comity.sources import import_files

_DATA = Path(__file__).parents[2] / "shared" / "data"
_SAMPLE = _DATA / "icews_2005_2015_sample.parquet"
_VALUES = _DATA / "cameo_goldstein.csv"
_VOTES = ("un_votes", "un_roll_calls", "un_roll_call_issues")
_DYADS = (("KHM", "KOR"), ("KHM", "PRK"), ("KHM", "CHN"), ("KHM", "THA"))
_T = TypeVar("_T")


def main() -> None:
    if not _SAMPLE.exists():
        print(f"{_SAMPLE.name} is not there: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
        _timed("import of events", lambda: import_files(ledger, "icews", [_SAMPLE]))
        _timed(
            "import of votes", lambda: import_files(ledger, "un_votes", [_DATA / f"{n}.parquet" for n in _VOTES])
        )
        events = _scored(ledger)
        _webs(events)
        likeness = _votes(ledger)
        _answers(events)
        _figures(events, likeness)


def _timed(what: str, work: Callable[[], _T]) -> _T:
    begun = time.perf_counter()
    found = work()
    rows = f"{len(found):8,} rows" if isinstance(found, pl.DataFrame) else ""
    print(f"{what:36} {time.perf_counter() - begun:6.2f} s {rows}")
    return found


def _scored(ledger: Ledger) -> Any:
    values = pl.read_csv(_VALUES, infer_schema_length=0).select("code", pl.col("goldstein").cast(pl.Float64))
    events = ledger.table("events").pl().drop("score", "score_scale")
    return events.join(
        values.rename({"goldstein": "score"}), "code", how="left", maintain_order="left"
    ).with_columns(score_scale=pl.lit("goldstein"))


def _webs(events: Any) -> None:
    begun = time.perf_counter()
    flows = _timed("monthly flows of all dyads", lambda: measures.flow(events))
    _timed("monthly balances of all pairs", lambda: measures.balance(events))
    signs = _timed("monthly signs of all pairs", lambda: measures.signs(flows))
    _timed("monthly triads", lambda: measures.triads(signs))
    print(f"{'together':36} {time.perf_counter() - begun:6.2f} s (at most 5)")
    yearly = measures.signs(measures.flow(events, "year"))
    threes = _timed("yearly triads", lambda: measures.triads(yearly))
    degrees = _timed("degree of balance by year", lambda: measures.balance_degree(threes))
    for row in degrees.to_dicts():
        told = row["insufficient"] or f"{row['degree']:.2f} ({row['low']:.2f} to {row['high']:.2f})"
        print(f"    {row['period'].year}: {told} of {row['n']:,} triads")
    _timed("weights of past acts, 180 days", lambda: measures.decay(events, 180.0))
    print()


def _votes(ledger: Ledger) -> pl.DataFrame:
    votes, calls = ledger.table("votes"), ledger.table("roll_calls")
    choice = measures.Choice(by="year")

    def likeness(choice: measures.Choice) -> pl.DataFrame:
        joint = measures.joint_votes(votes, calls, choice)
        return measures.vote_kappa(measures.vote_pi(measures.vote_s_absolute(measures.vote_agreement(joint))))

    _timed("likeness of all pairs, all sessions", lambda: likeness(measures.Choice()))
    one = calls.filter("session = 74")
    _timed(
        "likeness, session 74 (at most 3 s)",
        lambda: measures.vote_pi(
            measures.vote_s_absolute(measures.vote_agreement(measures.joint_votes(votes, one)))
        ),
    )
    return likeness(choice)


def _answers(events: Any) -> None:
    _timed("\nloading statsmodels", lambda: import_module("statsmodels.tsa.api"))
    for period in ("month", "week"):
        flows = measures.flow(events, period)  # type: ignore[arg-type]
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
    for caution in found.cautions:
        print(f"    {caution}")


def _interval(estimate: measures.Estimate) -> str:
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def _figures(events: Any, likeness: pl.DataFrame) -> None:
    yearly = measures.flow(events, "year")
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
    for pair in _DYADS:
        print(f"\n{'-'.join(pair)}")
        _course(events, pair, yearly)
        _alike(likeness, pair)


def _course(events: Any, pair: tuple[str, str], yearly: pl.DataFrame) -> None:
    """Sign by year with its place among the first's partners, what turned, and how far they travel."""
    first, second = sorted(pair)
    signs = measures.signs(yearly, "score_mean")
    ranked = measures.standing(signs, "value", ("a", "b"), is_directed=False)
    for row in ranked.filter(a=pair[0], b=pair[1]).sort("period").to_dicts():
        place = row["no_standing"] or _place(row)
        between = (
            f"{row[f'value_{end}']:.1f}" if row["value_low"] is not None else "?" for end in ("low", "high")
        )
        value = row["insufficient"] or f"mean {row['value']:.1f} ({' to '.join(between)}), {place}"
        print(f"    {row['period'].year}: {row['n']:3} acts, {value}")
    turned = measures.turning_points(events, pair)
    if turned.insufficient:
        print(f"    turning points: {turned.insufficient}")
    for point in turned.points.to_dicts():
        print(f"    turn {point['period']}: conflict acts a month {point['before']:.1f} to {point['after']:.1f}")
    course = measures.triad_course(events, (first, second, "VNM"), "year", "quads", least=3)
    kinds = course.periods.filter(pl.col("kind").is_not_null()).select("period", "kind").rows()
    print(f"    with VNM: {', '.join(f'{day.year} {kind}' for day, kind in kinds) or 'no triad'}")
    visits = measures.days_since_visit(measures.visits(events), pair, date(2015, 12, 31))
    for row in visits.to_dicts():
        told = row["insufficient"] or f"{row['n']}, the last on {row['last']}"
        print(f"    visits of {row['traveller']} to {row['host']}: {told}")


def _place(row: dict[str, Any]) -> str:
    told = f"percentile {row['standing']:.0f} of {row['n_partners']} partners"
    if row["standing_low"] is None:
        return told
    return f"{told} ({row['standing_low']:.0f} to {row['standing_high']:.0f})"


def _alike(likeness: pl.DataFrame, pair: tuple[str, str]) -> None:
    first, second = sorted(pair)
    for row in likeness.filter(country=first, partner=second).sort("last").tail(3).to_dicts():
        if row["pi"] is None:
            print(f"    votes {row['last']}: {row['pi_insufficient']}")
            continue
        names = {"agreement": "agreement", "S": "s_absolute", "pi": "pi", "kappa": "kappa"}
        told = (
            f"{name} {row[one]:.2f} ({row[f'{one}_low']:.2f} to {row[f'{one}_high']:.2f})"
            for name, one in names.items()
        )
        print(f"    votes {row['last']}: {', '.join(told)}, n {row['n']}")


def _even(rows: pl.DataFrame) -> str:
    if rows.is_empty():
        return "no act"
    return "too few" if rows["balance"][0] is None else f"{rows['balance'][0]:.2f}"


if __name__ == "__main__":
    main()

"""What holds of every measure, or of several: order does not matter, files may be split, directions mirror."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.measures import (
    anomalies,
    balance,
    decay,
    flow,
    ideal_point_distance,
    joint_votes,
    liability,
    series,
    signs,
    type_counts,
    visit_balance,
    visits,
)

from .questions import CALLS, COSTS, POINTS, QUESTIONS, VOTES
from .test_wrong_input import answer

ROW_BY_ROW = {
    "pri_mean",
    "pri_balance",
    "standing",
    "cost_links",
    *(name for name in QUESTIONS if "vote_" in name),
}
SUMMED_BY_THE_ENGINE = {"flow", "add_events", "dependence"}
SCHEMA = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "quad": pl.String,
          "score": pl.Float64}  # fmt: skip
STATES = ("KHM", "KOR", "PRK")
ACT = st.tuples(
    st.dates(date(2020, 1, 1), date(2021, 12, 31)),
    st.sampled_from([(one, other) for one in STATES for other in STATES if one != other]),
    st.sampled_from([("verbal_cooperation", 2.0), ("material_conflict", -7.0), ("verbal_conflict", None)]),
)
Acts = Sequence[tuple[date, tuple[str, str], tuple[str, float | None]]]
SOME = st.lists(ACT, min_size=1, max_size=30)


def table(acts: Acts) -> pl.DataFrame:
    return pl.DataFrame([(day, *sides, *kind) for day, sides, kind in acts], SCHEMA, orient="row")


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_may_come_in_any_order_and_the_same_question_has_the_same_bytes(name: str) -> None:
    question = QUESTIONS[name]
    mixed = {key: one.sample(fraction=1, shuffle=True, seed=7) for key, one in question.frames.items()}
    expected, again, found = (question.ask(**some) for some in (question.frames, question.frames, mixed))
    assert repr(answer(again)) == repr(answer(expected))
    if name in ROW_BY_ROW:
        assert sorted(map(str, answer(found))) == sorted(map(str, answer(expected)))
    elif name in SUMMED_BY_THE_ENGINE or not isinstance(found, pl.DataFrame):
        assert answer(found) == answer(expected)
    else:
        assert found.equals(expected)


@given(SOME, SOME)
@settings(deadline=None, max_examples=30)
def test_counts_and_sums_of_two_files_add_up_to_those_of_both(one: Acts, other: Acts) -> None:
    keys = ["actor_country", "recipient_country", "period"]
    added = ["n", "verbal_cooperation", "material_conflict", "n_scored", "positive", "negative", "score_sum"]
    whole = flow(table([*one, *other]), "quarter").select(*keys, *added)
    parts = pl.concat([flow(table(some), "quarter") for some in (one, other)]).group_by(keys).agg(
        total if (total := pl.col(name).sum()) is not None and name in ("n", "n_scored", *added[1:3])
        else pl.when(pl.col(name).count() > 0).then(pl.col(name).sum())
        for name in added
    )  # fmt: skip
    assert parts.sort(keys).select(whole.columns).to_dicts() == whole.sort(keys).to_dicts()


@given(SOME)
@settings(deadline=None, max_examples=30)
def test_flows_are_those_of_a_plain_loop(acts: Acts) -> None:
    n, good, bad, scored = Counter(), Counter(), Counter(), Counter()
    for day, sides, (_, score) in acts:
        key = (*sides, day.replace(day=1))
        n[key] += 1
        scored[key] += score is not None
        good[key] += max(score or 0, 0)
        bad[key] += max(-(score or 0), 0)
    found = {tuple(row[name] for name in ("actor_country", "recipient_country", "period")): row
             for row in flow(table(acts)).to_dicts()}  # fmt: skip
    assert {key: row["n"] for key, row in found.items()} == dict(n)
    for key, row in found.items():
        known = scored[key] > 0
        assert (row["positive"], row["negative"]) == ((good[key], bad[key]) if known else (None, None))
        assert row["score_mean"] == (pytest.approx((good[key] - bad[key]) / scored[key]) if known else None)
        assert row["share"] == pytest.approx(n[key] / sum(n[other] for other in n if other[2] == key[2]))


@given(SOME)
@settings(deadline=None, max_examples=20)
def test_signs_are_of_the_pair_whichever_side_acts(acts: Acts) -> None:
    turned = [(day, sides[::-1], kind) for day, sides, kind in acts]
    for by in ("quads", "score_mean"):
        if by == "quads" or any(kind[1] is not None for *_, kind in acts):
            one, other = (signs(flow(table(some), "year"), by, least=1) for some in (acts, turned))  # type: ignore[arg-type]
            assert one.equals(other)
            assert one["sign"].is_null().to_list() == one["insufficient"].is_not_null().to_list()


@given(SOME)
@settings(deadline=None, max_examples=20)
def test_types_add_up_to_the_acts(acts: Acts) -> None:
    events = table(acts).with_columns(event_type=pl.col("quad"))
    keys = ["actor_country", "recipient_country", "period"]
    counts = type_counts(events).group_by(keys).agg(pl.col("n").sum()).sort(keys)
    assert counts.equals(flow(events).select(*keys, "n").sort(keys).cast({"n": counts["n"].dtype}))


def test_twice_the_acts_weigh_twice_and_stand_as_evenly() -> None:
    events = QUESTIONS["decay"].frames["events"]
    one, two = (decay(frame, 90.0) for frame in (events, pl.concat([events, events])))
    assert two["decayed"].to_list() == pytest.approx((2 * one["decayed"]).to_list())
    single, double = (balance(frame, "year") for frame in (events, pl.concat([events, events])))
    assert double["balance"].drop_nulls().to_list()[:5] == pytest.approx(
        single["balance"].drop_nulls().to_list()[:5]
    )


def test_series_of_a_pair_are_the_same_columns_the_other_way_round() -> None:
    flows = QUESTIONS["series"].frames["flows"]
    one, other = (series(flows, pair) for pair in (("KHM", "THA"), ("THA", "KHM")))
    assert other.select(one.columns).equals(one)


@given(st.lists(st.integers(0, 9), min_size=48, max_size=60))
@settings(deadline=None, max_examples=15)
def test_tails_are_probabilities_and_usual_lies_between_its_bounds(counts: list[int]) -> None:
    rows = [(date(2010 + month // 12, month % 12 + 1, 1 + day), ("KHM", "KOR"), ("verbal_conflict", None))
            for month, n in enumerate([1, *counts, 1]) for day in range(n)]  # fmt: skip
    found = anomalies(table(rows), ("KHM", "KOR")).drop_nulls("tail")
    assert len(found)
    assert found["tail"].is_between(0, 1).all()
    assert (found["low"] <= found["high"]).all()
    assert (found["is_anomaly"] == (found["tail"] < 0.01)).all()


def test_joint_votes_of_two_files_of_roll_calls_add_up() -> None:
    calls = CALLS.with_columns(session=pl.lit(70))
    halves = [joint_votes(VOTES, part) for part in (calls.head(9), calls.tail(15))]
    counted = [name for name in halves[0].columns if name == "n" or "_" in name]
    keys = ["country", "partner"]
    added = pl.concat(halves).group_by(keys).agg(pl.col(counted).sum()).sort(keys)
    assert added.equals(joint_votes(VOTES, calls).select(*keys, *counted).sort(keys))


def test_distances_of_ideal_points_mirror_and_no_way_round_is_shorter() -> None:
    found = {(row["country"], row["partner"]): row["distance"] for row in ideal_point_distance(POINTS).to_dicts()}
    back = ideal_point_distance(POINTS, dyad=("THA", "KHM")).row(0, named=True)
    assert back["distance"] == found["KHM", "THA"] == -back["signed"] or back["signed"] == found["KHM", "THA"]
    assert found["KHM", "VNM"] <= found["KHM", "THA"] + found["THA", "VNM"] + 1e-12


def test_costs_of_two_tables_add_up() -> None:
    other = COSTS.with_columns(event=pl.col("event") + "2")
    whole = liability(pl.concat([COSTS, other])).filter(imposer="all").row(0, named=True)
    part = liability(COSTS).filter(imposer="all").row(0, named=True)
    assert (whole["n"], whole["cost"]) == (2 * part["n"], 2 * part["cost"])


@given(st.lists(st.sampled_from([("KHM", "KOR"), ("KOR", "KHM")]), min_size=5, max_size=40))
@settings(deadline=None, max_examples=20)
def test_the_balance_of_visits_turns_its_sign_with_the_travellers(ways: list[tuple[str, str]]) -> None:
    rows = [(date(2020, 1, 1 + step % 28), *way) for step, way in enumerate(ways)]
    events = pl.DataFrame(rows, {name: SCHEMA[name] for name in list(SCHEMA)[:3]}, orient="row").with_columns(
        event_type=pl.lit("CONSULT"), mode=pl.lit("visit")
    )
    turned = events.rename({"actor_country": "recipient_country", "recipient_country": "actor_country"})
    one, other = (visit_balance(visits(some, apart=0), least=1).row(0, named=True) for some in (events, turned))
    assert -1 <= one["low"] <= one["balance"] <= one["high"] <= 1
    assert one["balance"] == pytest.approx(-other["balance"])
    assert one["low"] == pytest.approx(-other["high"])

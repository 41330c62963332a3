from __future__ import annotations

from datetime import date
from itertools import product

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import Choice, joint_votes, joint_votes_of, vote_agreement, vote_pi, vote_s_absolute

from .conftest import SHARED, Make, rows, without_spark

# Roll call: session, day, important, votes of KHM, KOR, PRK and of a state without a code today.
TOLD = {
    "1": (45, date(1990, 10, 1), True, "yes", "yes", "no", None),
    "2": (45, date(1990, 12, 1), False, "yes", "abstain", "yes", None),
    "3": (45, date(1991, 2, 1), None, "yes", "yes", "yes", "no"),
    "4": (45, date(1991, 3, 1), True, "yes", "yes", "yes", "yes"),
    "5": (46, date(1991, 10, 1), True, "no", "yes", "absent", "yes"),
    "6": (46, date(1991, 11, 1), True, "abstain", "no", "no", None),
}
CALLS = pl.DataFrame(
    [(name, "voeten", "UNGA", *told[:3]) for name, told in TOLD.items()],
    schema={"id": pl.String, "series": pl.String, "body": pl.String, "session": pl.Int16, "date": pl.Date,
            "is_important": pl.Boolean},
    orient="row",
)  # fmt: skip
VOTES = pl.DataFrame(
    [
        (name, "voeten", state, vote)
        for name, told in TOLD.items()
        for state, vote in zip(("KHM", "KOR", "PRK", None), told[3:], strict=True)
        if vote
    ],
    schema={"roll_call": pl.String, "series": pl.String, "country": pl.String, "vote": pl.String},
    orient="row",
)
ISSUES = pl.DataFrame(
    {"roll_call": ["1", "5", "1"], "series": ["voeten"] * 3, "issue": ["Korea", "Korea", "Human rights"]}
)
FIFTH = ISSUES.filter(roll_call="5")
CELLS = [f"{one}_{other}" for one, other in product(("yes", "abstain", "no"), repeat=2)]


def counted(row: dict[str, object]) -> dict[str, object]:
    return {name: row[name] for name in CELLS if row[name]}


@without_spark
def test_what_two_states_said_is_counted_by_session(make: Make) -> None:
    first, second = rows(joint_votes_of(make(VOTES), make(CALLS), "KHM", "KOR"), "last")
    assert (first["by"], first["first"], first["last"], first["n"]) == ("session", 45, 45, 3)
    assert counted(first) == {"yes_yes": 2, "yes_abstain": 1}
    assert (second["last"], counted(second)) == (46, {"no_yes": 1, "abstain_no": 1})


def test_a_state_with_all_others_is_that_with_each(make: Make) -> None:
    found = rows(joint_votes_of(make(VOTES), make(CALLS), "KHM"), "partner")
    assert {row["partner"] for row in found} == {"KOR", "PRK"}
    for partner in ("KOR", "PRK"):
        one = rows(joint_votes_of(make(VOTES), make(CALLS), "KHM", partner), "last")
        assert sorted((row for row in found if row["partner"] == partner), key=lambda row: row["last"]) == one


def test_windows_of_years_move_and_hold_only_whole_ones() -> None:
    choice = Choice(by="year", window=2)
    (found,) = rows(joint_votes_of(VOTES, CALLS, "KHM", "KOR", choice))
    assert (found["first"], found["last"], found["n"]) == (1990, 1991, 5)


@pytest.mark.parametrize(
    ("choice", "cells"),
    [
        (Choice(unanimous=True), {"yes_yes": 3, "yes_abstain": 1}),
        (Choice(abstentions="left out"), {"yes_yes": 2}),
        (Choice(important=True), {"yes_yes": 1}),
        (Choice(issues=("Korea",)), {"yes_yes": 1}),
        (Choice(issues=("Korea", "Human rights")), {"yes_yes": 1}),
        (Choice(series="voeten", body="UNGA"), {"yes_yes": 2, "yes_abstain": 1}),
    ],
)
def test_roll_calls_are_chosen(choice: Choice, cells: dict[str, int]) -> None:
    found = joint_votes(VOTES, CALLS, choice, ISSUES).filter(country="KHM", partner="KOR", last=45)
    assert counted(found.row(0, named=True)) == cells
    lazily = rows(joint_votes_of(VOTES.lazy(), CALLS.lazy(), "KHM", "KOR", choice, ISSUES.lazy()), "last")
    assert lazily[0] == found.row(0, named=True)


def test_a_vote_that_two_files_tell_counts_once_and_a_contradiction_not_at_all() -> None:
    twice = joint_votes(pl.concat([VOTES, VOTES]), pl.concat([CALLS, CALLS]))
    assert twice.equals(joint_votes(VOTES, CALLS))
    other = pl.DataFrame([("1", "voeten", "KHM", "no")], schema=VOTES.schema, orient="row")
    (found, _) = rows(joint_votes_of(pl.concat([VOTES, other]), CALLS, "KHM", "KOR"), "last")
    assert counted(found) == {"yes_yes": 1, "yes_abstain": 1}


def test_two_series_are_never_added_up() -> None:
    library = pl.lit("undl").alias("series")
    votes, calls = (pl.concat([one, one.with_columns(library)]) for one in (VOTES, CALLS))
    with pytest.raises(UsageError, match="of the series undl, voeten: choose one"):
        joint_votes(votes, calls)
    assert joint_votes(votes, calls, Choice(series="undl")).equals(joint_votes(VOTES, CALLS))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda: joint_votes_of(VOTES, CALLS, "KHM", "KHM"), "KHM, KHM name one state twice"),
        (lambda: joint_votes_of(VOTES, CALLS, "KHM", "XYZ"), r"no vote of 'XYZ': there are those of 3 states"),
        (lambda: joint_votes(VOTES, CALLS, Choice(issues=("Fish",)), ISSUES), "no roll call is on 'Fish'.*Korea"),
        (lambda: joint_votes(VOTES, CALLS, Choice(issues=("Fish",))), "no table of topics given"),
        (lambda: joint_votes(VOTES, CALLS, Choice(series="undl")), "no roll call is of the series 'undl'"),
        (lambda: joint_votes(VOTES, CALLS, Choice(body="UNSC")), "no roll call is left in which"),
        (lambda: joint_votes(VOTES, CALLS.drop("session")), "roll_calls has no column 'session'"),
        (lambda: joint_votes(VOTES.head(0), CALLS), "votes has no rows"),
        (lambda: joint_votes_of(VOTES, CALLS, "KOR", "PRK", Choice(issues=("Korea",)), FIFTH), "no common vote"),
        (lambda: Choice(window=0), "a window of 0 holds no session"),
        (lambda: Choice(by="month"), "by is 'month': choose one of session, year"),  # type: ignore[arg-type]
        (lambda: Choice(issues="Korea"), "give a tuple of topics"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_in_a_sentence(asked: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked()  # type: ignore[operator]


VOTE = st.sampled_from(["yes", "abstain", "no", "absent"])
BALLOT = st.tuples(st.sampled_from("123456"), st.sampled_from(["KHM", "KOR", "PRK", None]), VOTE)


@settings(deadline=None, max_examples=40)
@given(st.lists(BALLOT, min_size=1, max_size=24, unique_by=lambda one: one[:2]), st.integers(1, 2), st.booleans())
def test_all_pairs_at_once_and_one_pair_lazily_are_the_same(
    cast: list[tuple[str, str | None, str]], window: int, unanimous: bool
) -> None:
    votes = pl.DataFrame([(one, "voeten", *rest) for one, *rest in cast], schema=VOTES.schema, orient="row")
    choice = Choice(window=window, unanimous=unanimous)
    try:
        found = joint_votes(votes, CALLS, choice)
    except UsageError:
        return
    for one, other in found.select("country", "partner").unique().rows():
        lazily = joint_votes_of(votes, CALLS, one, other, choice).sort("last")
        assert lazily.equals(found.filter(country=one, partner=other).sort("last"))
    assert (found["n"] == found.select(pl.sum_horizontal(CELLS)).to_series()).all()


def un_votes() -> tuple[pl.DataFrame, pl.DataFrame]:
    if not (SHARED / "un_votes.parquet").is_file():
        pytest.skip("there is no ../shared/data")
    number = pl.col("rcid").cast(pl.String)
    votes = pl.read_parquet(SHARED / "un_votes.parquet").select(number.alias("roll_call"), "vote", country="iso3")
    calls = pl.read_parquet(SHARED / "un_roll_calls.parquet").select(number.alias("id"), "session", "date")
    return votes, calls


def test_agreement_s_and_pi_of_all_pairs_of_the_united_nations_are_those_of_plain_arrays() -> None:
    votes, calls = un_votes()
    found = vote_pi(vote_s_absolute(vote_agreement(joint_votes(votes, calls))))
    wide = votes.with_columns(
        pl.col("vote").replace_strict({"yes": 1, "abstain": 2, "no": 3}, return_dtype=pl.Int8)
    )
    contested = wide.group_by("roll_call").agg(pl.col("vote").n_unique().alias("n")).filter(pl.col("n") > 1)
    wide = wide.join(contested, on="roll_call", how="semi").join(calls, left_on="roll_call", right_on="id")
    for session, one, other in ((30, "KHM", "USA"), (50, "CUB", "USA"), (74, "ISR", "USA"), (60, "KOR", "PRK")):
        both = (
            wide.filter(pl.col("country").is_in([one, other]), session=session)
            .pivot("country", index="roll_call", values="vote")
            .select(one, other)
        )
        x, y = both.drop_nulls().cast(pl.Float64).to_numpy().T
        first, second = sorted((one, other))
        row = found.filter(country=first, partner=second, last=session).row(0, named=True)
        agreement = float(np.mean(1 - np.abs(x - y) / 2))
        middle = (x.mean() + y.mean()) / 2
        chance = float(((x - middle) ** 2 + (y - middle) ** 2).sum())
        assert row["n"] == len(x)
        assert row["agreement"] == pytest.approx(agreement, abs=1e-12)
        assert row["s_absolute"] == pytest.approx(2 * agreement - 1, abs=1e-12)
        assert row["pi"] == pytest.approx(1 - float(((x - y) ** 2).sum()) / chance, abs=1e-12)


def test_the_united_states_vote_with_israel_and_not_with_cuba() -> None:
    votes, calls = un_votes()
    mean = {}
    for state in ("ISR", "GBR", "CUB"):
        found = vote_agreement(joint_votes_of(votes, calls, "USA", state))
        mean[state] = found.filter(pl.col("last") >= 60)["agreement"].mean()
    assert mean["ISR"] > 0.85
    assert 0.55 < mean["GBR"] < 0.85
    assert mean["CUB"] < 0.25


HEAVY = CALLS.with_columns(heavy=pl.Series([3.0, 1.0, 1.0, 1.0, 2.0, 0.0]))


def test_weights_of_roll_calls_are_summed_and_tell_how_many_equal_ones_they_amount_to(make: Make) -> None:
    (first, second) = rows(joint_votes_of(make(VOTES), make(HEAVY), "KHM", "KOR", Choice(weight="heavy")), "last")
    assert counted(first) == {"yes_yes": 4.0, "yes_abstain": 1.0}
    assert (first["n"], first["effective"]) == (3, pytest.approx(5**2 / (9 + 1 + 1)))
    assert (second["n"], counted(second)) == (1, {"no_yes": 2.0})


def test_all_pairs_by_weight_are_those_of_one_pair_and_equal_weights_change_nothing() -> None:
    found = joint_votes(VOTES, HEAVY, Choice(weight="heavy")).filter(country="KHM", partner="KOR", last=45)
    lazily = joint_votes_of(VOTES, HEAVY, "KHM", "KOR", Choice(weight="heavy")).filter(last=45)
    assert found.row(0, named=True) == pytest.approx(lazily.row(0, named=True))
    even = HEAVY.with_columns(heavy=pl.lit(2.0))
    one, other = (
        vote_pi(vote_agreement(joint_votes(*_many(even), Choice(unanimous=True, weight=weight))))
        for weight in (None, "heavy")
    )
    for name in ("n", "effective", "agreement", "agreement_low", "pi", "pi_high"):
        assert one[name].to_list() == pytest.approx(other[name].to_list())


def _many(calls: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same votes five times over, in one session, so that likeness is told."""
    copies = [pl.lit(f"-{copy}") for copy in range(5)]
    cast = [VOTES.with_columns(roll_call=pl.col("roll_call") + copy) for copy in copies]
    held = [calls.with_columns(id=pl.col("id") + copy, session=pl.lit(45)) for copy in copies]
    return pl.concat(cast), pl.concat(held)


def test_s_by_weight_is_that_worked_out_by_hand() -> None:
    # Twelve roll calls alike of weight 1, four apart by two steps of weight 3: 12 of 24 by weight.
    calls = pl.DataFrame({"id": [str(i) for i in range(16)], "session": [1] * 16, "w": [1] * 12 + [3] * 4})
    votes = pl.DataFrame(
        [
            (str(i), state, vote)
            for i in range(16)
            for state, vote in (("KHM", "yes"), ("KOR", "yes" if i < 12 else "no"))
        ],
        {"roll_call": pl.String, "country": pl.String, "vote": pl.String},
        orient="row",
    )
    (found,) = vote_s_absolute(joint_votes(votes, calls, Choice(unanimous=True, weight="w"))).to_dicts()
    assert found["s_absolute"] == pytest.approx(1 - 2 * (4 * 3 * 2) / (24 * 2))
    assert found["effective"] == pytest.approx(24**2 / (12 + 36))
    with pytest.raises(UsageError, match=r"the column 'w' of roll_calls has -1\.0: give weights from 0"):
        joint_votes(votes, calls.with_columns(w=pl.lit(-1)), Choice(weight="w"))

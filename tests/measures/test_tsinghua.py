from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import band, tsinghua

from .conftest import Make

SCHEMA = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String, "score": pl.Float64}
PAIR = ("CHN", "JPN")
ACTS = pl.DataFrame(
    [
        (date(2024, 1, 5), "CHN", "JPN", 3.0),
        (date(2024, 1, 2), "JPN", "CHN", 1.8),
        (date(2024, 1, 5), "JPN", "CHN", -2.7),
        (date(2024, 1, 6), "JPN", "KOR", 9.0),
        (date(2024, 1, 6), "JPN", "CHN", None),
    ],
    SCHEMA,
    orient="row",
)


def test_each_act_moves_the_state_by_the_room_that_is_left(make: Make) -> None:
    found = tsinghua(make(ACTS), PAIR, start=-4.5)
    first = -4.5 + 1.8 * (9 + 4.5) / 9  # -1.8
    second = first - 2.7 * (9 + first) / 9  # -3.96: the worst of a day first
    third = second + 3.0 * (9 - second) / 9  # 0.36
    assert found.steps["after"].to_list() == pytest.approx([first, second, third])
    assert found.steps["before"].to_list() == pytest.approx([-4.5, first, second])
    assert found.steps["value"].to_list() == [1.8, -2.7, 3.0]
    assert found.steps["band"].to_list() == ["discord, middle", "tension, high", "normal, low"]
    assert (found.score, found.band, found.n) == (pytest.approx(0.36), "normal, low", 3)
    assert (found.first, found.last) == (date(2024, 1, 2), date(2024, 1, 5))


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (-9.0, "rivalry, low"),
        (-6.1, "rivalry, high"),
        (-6.0, "tension, low"),
        (-0.1, "discord, high"),
        (0.0, "normal, low"),
        (5.0, "good, high"),
        (6.0, "friendly, low"),
        (9.0, "friendly, high"),
    ],
)
def test_bands_begin_with_their_lower_end(score: float, said: str) -> None:
    assert band(score) == said


VALUES = st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2020, 1, 9)), st.floats(-9, 9)), max_size=40)


@given(VALUES, st.floats(-9, 9), st.randoms(use_true_random=False))
def test_the_state_stays_within_its_bounds_and_rows_may_come_in_any_order(
    acts: list[tuple[date, float]], start: float, random: object
) -> None:
    whole = [(date(2019, 1, 1), "CHN", "JPN", 0.0), *((day, "CHN", "JPN", value) for day, value in acts)]
    mixed = list(whole)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (tsinghua(pl.DataFrame(some, SCHEMA, orient="row"), PAIR, start) for some in (whole, mixed))
    assert one.steps.equals(other.steps)
    assert one.interval == other.interval
    assert all(-9 <= state <= 9 for state in one.steps["after"])


def test_the_interval_holds_the_score_and_a_single_act_has_none() -> None:
    acts = pl.DataFrame(
        [(date(2024, 1, 1 + day), "CHN", "JPN", 1.0 - day % 3) for day in range(28)], SCHEMA, orient="row"
    )
    found = tsinghua(acts, PAIR, 0.0)
    assert found.interval is not None
    assert found.interval[0] < found.score < found.interval[1]
    assert tsinghua(acts.head(1), PAIR, 0.0).interval is None


def test_steps_show_the_columns_asked_for() -> None:
    told = ACTS.with_columns(id=pl.Series(["a", "b", "c", "d", "e"]))
    assert tsinghua(told, PAIR, 0.0, keep=("score",)).steps["id"].to_list() == ["b", "c", "a"]
    with pytest.raises(UsageError, match="events has no column 'title'"):
        tsinghua(told, PAIR, 0.0, keep=("title",))


@pytest.mark.parametrize(
    ("acts", "pair", "start", "said"),
    [
        (ACTS, PAIR, 9.5, "the start is 9.5: give a state from -9"),
        (ACTS, PAIR, float("nan"), "the start is nan"),
        (
            ACTS.with_columns(score=pl.lit(-10.0)),
            PAIR,
            0.0,
            "'score' of events has -10.0: values of acts lie from -9",
        ),
        (ACTS, ("CHN", "CHN"), 0.0, "name one state twice"),
        (ACTS, ("CHN", "XKX"), 0.0, "no act by or towards 'XKX'"),
    ],
)
def test_what_cannot_be_asked_is_told(acts: pl.DataFrame, pair: tuple[str, str], start: float, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        tsinghua(acts, pair, start)


def test_scores_of_two_scales_are_not_mixed() -> None:
    with pytest.raises(UsageError, match="events has scores of x, y, which do not add: choose one"):
        tsinghua(ACTS.with_columns(score_scale=pl.Series(["x", "y", "x", "x", "x"])), PAIR, 0.0)
    chosen = tsinghua(ACTS.with_columns(score_scale=pl.Series(["x", "y", "x", "x", "z"])), PAIR, 0.0, scale="y")
    assert chosen.steps["value"].to_list() == [1.8]

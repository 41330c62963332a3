"""Each public measure says in one sentence what is there and what was wanted, and keeps its columns' promises."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any

import duckdb
import polars as pl
import pytest

from comity import measures
from comity.errors import UsageError

from .questions import QUESTIONS, STATES, YEAR, Question

FRAMES = [(name, frame) for name, question in QUESTIONS.items() for frame in question.frames]
ASKED = [pytest.param(QUESTIONS[name], frame, id=f"{name}-{frame}") for name, frame in FRAMES]
PAIRED = [pytest.param(one, id=name) for name, one in QUESTIONS.items() if one.states]
PERIODS = [pytest.param(one, id=name) for name, one in QUESTIONS.items() if one.period]
TAKE_NO_FRAME = {"band", "catalogue", "named", "part_weights", "create_dyad_years"}


def told(question: Question, **frames: Any) -> str:
    """What is said of a question that cannot be answered: one sentence."""
    with pytest.raises(UsageError) as error:
        question.ask(**{**question.frames, **frames})
    said = str(error.value)
    assert said
    assert "\n" not in said
    return said


def asked(question: Question, **frames: Any) -> Any:
    """The answer, or why there is none."""
    try:
        return question.ask(**{**question.frames, **frames})
    except UsageError as error:
        return str(error)


def test_every_public_measure_is_asked() -> None:
    public = {name for name in measures.__all__ if inspect.isfunction(getattr(measures, name))}
    assert public - TAKE_NO_FRAME == {name for name in QUESTIONS if not name.startswith("add_")}
    added = {name for name in dir(measures.DyadYears) if name.startswith("add_")}
    assert added == {name for name in QUESTIONS if name.startswith("add_")}


@pytest.mark.parametrize(("question", "frame"), ASKED)
def test_a_missing_column_is_named_with_those_there_are(question: Question, frame: str) -> None:
    given = question.frames[frame]
    for column in given.columns:
        said = told(question, **{frame: given.drop(column)})
        assert f"{frame} has no column {column!r}: it has {', '.join(given.drop(column).columns)}" in said


@pytest.mark.parametrize(("question", "frame"), ASKED)
def test_a_column_of_another_type_is_named_with_the_type_wanted(question: Question, frame: str) -> None:
    given = question.frames[frame]
    for column, kind in given.schema.items():
        wrong = pl.lit(3) if kind == pl.String else pl.lit("x")
        said = told(question, **{frame: given.with_columns(wrong.alias(column))})
        assert f"the column {column!r} of {frame} is" in said
        assert "wanted is" in said


@pytest.mark.parametrize(("question", "frame"), ASKED)
def test_no_rows_and_no_frame_are_told(question: Question, frame: str) -> None:
    assert f"{frame} has no rows" in told(question, **{frame: question.frames[frame].head(0)})
    assert f"{frame} is a list: give a DuckDB relation" in told(question, **{frame: [1, 2]})


@pytest.mark.parametrize(("question", "frame"), ASKED)
def test_a_column_that_is_null_throughout_gives_an_answer_or_a_reason(question: Question, frame: str) -> None:
    given = question.frames[frame]
    for column, kind in given.schema.items():
        found = asked(question, **{frame: given.with_columns(pl.lit(None, kind).alias(column))})
        assert not isinstance(found, pl.DataFrame) or len(found)


@pytest.mark.parametrize("question", PAIRED)
def test_a_state_twice_too_many_or_few_states_and_unknown_ones_are_told(question: Question) -> None:
    def said(*states: str) -> str:
        return told(question, states=states)

    number = question.states
    assert "KHM, KHM" in said(*("KHM", "KHM", "THA")[:number])
    assert "XQX" in said(*("KHM", "XQX", "THA")[:number])
    assert "KHM" in said(*STATES[: number - 1])
    if not question.more_states:
        assert f"is not {number} states" in said(*(*STATES, "LAO")[: number + 1])


@pytest.mark.parametrize("question", PERIODS)
def test_a_time_outside_the_data_is_told_with_that_of_the_data(question: Question) -> None:
    said = told(question, **question.period)  # type: ignore[arg-type]
    assert "1990" in said


@pytest.mark.parametrize("name", QUESTIONS)
def test_days_with_a_time_pandas_and_arrow_tell_the_same(name: str) -> None:
    question = QUESTIONS[name]
    timed = {key: one.with_columns(pl.col(pl.Date).cast(pl.Datetime)) for key, one in question.frames.items()}
    expected = answer(question.ask(**question.frames))
    for frames in (
        timed,
        {key: one.to_pandas() for key, one in question.frames.items()},
        {key: one.to_arrow() for key, one in question.frames.items()},
    ):
        assert answer(question.ask(**frames)) == expected


def answer(found: Any) -> Any:
    """What can be compared of an answer of any kind: days as text, for pandas has only times."""
    if dataclasses.is_dataclass(found):
        return {one.name: answer(getattr(found, one.name)) for one in dataclasses.fields(found)}
    if type(found).__module__.partition(".")[0] in ("pandas", "pyarrow"):
        found = pl.from_pandas(found) if hasattr(found, "iloc") else pl.from_arrow(found)
    if not isinstance(found, pl.DataFrame):
        return repr(found)
    return found.with_columns(pl.col(pl.Datetime).cast(pl.Date), pl.col(pl.Float64).round_sig_figs(12)).to_dicts()


def test_a_number_that_is_none_is_missing() -> None:
    for name, question in QUESTIONS.items():
        for key, given in question.frames.items():
            for column in (one for one, kind in given.schema.items() if kind == pl.Float64):
                some = pl.int_range(pl.len()) % 5 == 0
                hole, nan = (
                    given.with_columns(
                        pl.when(some).then(pl.lit(what, pl.Float64)).otherwise(column).alias(column)
                    )
                    for what in (None, float("nan"))
                )
                missing, none = (answer(asked(question, **{key: one})) for one in (hole, nan))
                assert missing == none, (name, key, column)


def test_frames_of_two_engines_are_not_joined() -> None:
    one, two = QUESTIONS["joint_votes_of"], QUESTIONS["dependence"]
    connection = duckdb.connect()
    said = told(one, votes=connection.from_arrow(one.frames["votes"].to_arrow()))
    assert (
        said
        == "frames of two kinds cannot be joined (votes of duckdb, roll_calls of polars): give all as one kind"
    )
    assert "country_years of duckdb" in told(
        two, country_years=connection.from_arrow(two.frames["country_years"].to_arrow())
    )


def test_acts_within_states_are_none_between_states() -> None:
    for name in ("flow", "type_counts", "visits", "decay", "turning_points", "practical_share"):
        events = QUESTIONS[name].frames["events"]
        said = told(QUESTIONS[name], events=events.with_columns(recipient_country="actor_country"))
        assert "of one state towards another" in said


def test_acts_without_a_day_are_in_no_period() -> None:
    events = QUESTIONS["flow"].frames["events"]
    some = events.with_columns(pl.when(pl.int_range(pl.len()) % 4 > 0).then("date").alias("date"))
    for name in ("flow", "decay", "tsinghua", "balance", "turning_points", "anomalies"):
        question = QUESTIONS[name]
        columns = question.frames["events"].columns
        assert answer(question.ask(events=some.select(columns))) == answer(
            question.ask(events=some.drop_nulls("date").select(columns))
        )


def test_pairs_of_signs_may_stand_in_any_order_and_only_once() -> None:
    signs = QUESTIONS["triads"].frames["signs"]
    turned = signs.with_columns(a="b", b="a")
    assert measures.triads(turned).equals(measures.triads(signs))
    assert measures.frustration(turned).index == measures.frustration(signs).index
    with pytest.raises(UsageError, match=f"signs has a pair more than once in {YEAR}"):
        measures.frustration(pl.concat([signs, turned]))

"""Each measure of the catalogue keeps what it declares: an interval or why none, n, and a window."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from typing import Any

import polars as pl
import pytest

from comity import measures as m
from comity.errors import UsageError
from comity.measures import Measure, catalogue, flow, named
from comity.measures.catalogue import measure

from .questions import CALLS, FLOWS, QUESTIONS, SIGNS, VOTES
from .test_ideal import YEARS

MEASURES = [pytest.param(one, id=one.name) for one in catalogue()]
# What takes the rows of another measure and adds a column gets them whole here, as its reader would.
WHOLE = {
    "pri_mean": {"flows": FLOWS},
    "pri_balance": {"flows": FLOWS},
    "standing": {"the table": FLOWS},
    "ideal_point_distance": {"country_years": YEARS.with_columns(pl.col("country").replace("KOR", "THA"))},
    "balance_degree": {"triads": m.triads(SIGNS)},
    **{name: {"joint": m.joint_votes(VOTES, CALLS)} for name in QUESTIONS if name.startswith("vote_")},
}
N = re.compile(r"n|n_.+|.+_n")
ENDS = re.compile(r"low|high|.+_(low|high)(_[a-z]+)?|interval")
WINDOW = re.compile(r"period|first|last|since|until|on|year|known_(from|until)")
LISTED = {"promises-v1": "a row is a promise, so that n is that of the rows"}


def named_in(found: Any) -> Iterator[tuple[str, Any]]:
    """Every field and column of an answer, also of what it holds, with a value that is there if there is any."""
    if isinstance(found, pl.DataFrame):
        for column in found.columns:
            yield column, next(iter(found[column].drop_nulls()), None)
    elif dataclasses.is_dataclass(found):
        for field in dataclasses.fields(found):
            yield field.name, getattr(found, field.name)
            yield from named_in(getattr(found, field.name))
    elif isinstance(found, tuple):
        for one in found:
            yield from named_in(one)


def matching(found: Any, pattern: re.Pattern[str]) -> list[str]:
    return [name for name, value in named_in(found) if pattern.fullmatch(name) and value is not None]


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    found = {}
    for one in catalogue():
        name = one.function.__name__
        question = QUESTIONS[name]
        found[one.name] = question.ask(**{**question.frames, **WHOLE.get(name, {})})
    return found


@pytest.mark.parametrize("one", MEASURES)
def test_a_result_has_an_interval_where_it_is_declared_and_only_there(one: Measure, answers: Any) -> None:
    found = answers[one.name]
    assert not isinstance(found, m.Insufficient)
    assert bool(matching(found, ENDS)) == one.has_interval
    if not one.has_interval:
        assert len(one.interval.removeprefix("none: ").split()) > 3


@pytest.mark.parametrize("one", MEASURES)
def test_a_result_has_n_and_its_window(one: Measure, answers: Any) -> None:
    assert matching(answers[one.name], WINDOW)
    assert matching(answers[one.name], N) or one.name in LISTED


@pytest.mark.parametrize("one", MEASURES)
def test_ends_lie_around_what_they_are_of(one: Measure, answers: Any) -> None:
    def check(found: Any) -> None:
        if isinstance(found, pl.DataFrame):
            for low in (name for name in found.columns if name.endswith("low")):
                high = low.removesuffix("low") + "high"
                assert found.filter(pl.col(low) > pl.col(high) + 1e-9).is_empty()
                value = low.removesuffix("_low")
                if value in found.columns:
                    assert found.filter(
                        ~pl.col(value).is_between(pl.col(low) - 1e-9, pl.col(high) + 1e-9)
                    ).is_empty()
        elif dataclasses.is_dataclass(found):
            for field in dataclasses.fields(found):
                check(getattr(found, field.name))

    check(answers[one.name])


def test_the_catalogue_says_of_each_measure_what_a_citation_needs() -> None:
    for one in catalogue():
        assert one.formula
        assert one.values
        assert one.unit
        assert one.interval
        assert one.reference
        assert one.meaning
        assert one.name.rpartition("-v")[2].isdigit()
        assert inspect.getdoc(one.function)
    assert named("flow-v1").function is flow
    with pytest.raises(UsageError, match="no measure is called 'warmth'"):
        named("warmth")


def test_a_name_stands_once() -> None:
    told = dict.fromkeys(("formula", "values", "unit", "reference", "interval"), "?")
    with pytest.raises(ValueError, match="two measures are called 'flow-v1'"):
        measure("flow-v1", **told)(flow)

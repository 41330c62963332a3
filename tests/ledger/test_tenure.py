from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.ledger.tenure import TOLERANCE, Tenure, days_of, first_day, last_day, stated

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
SOME = st.lists(DAYS, min_size=1, max_size=6, unique=True).map(sorted).map(tuple)
NEAR = dt.timedelta(TOLERANCE)


@given(days=SOME, on=DAYS)
def test_without_rivals_the_office_is_held_from_first_to_last_evidence(
    days: tuple[dt.date, ...], on: dt.date
) -> None:
    held = Tenure(days).held(on)
    assert (held == "evidenced") is (days[0] <= on <= days[-1])
    assert (held == "inferred") is (days[0] - NEAR <= on < days[0] or days[-1] < on <= days[-1] + NEAR)


@given(days=SOME, on=DAYS, rivals=SOME)
def test_a_rival_only_ever_takes_away(days: tuple[dt.date, ...], on: dt.date, rivals: tuple[dt.date, ...]) -> None:
    alone, beside = Tenure(days).held(on), Tenure(days).held(on, rivals)
    assert beside in {alone, "inferred", None}
    assert beside is None or alone is not None


@given(one=SOME, other=SOME, on=DAYS)
def test_two_in_one_office_are_both_shown_only_on_a_day_when_texts_show_both(
    one: tuple[dt.date, ...], other: tuple[dt.date, ...], on: dt.date
) -> None:
    assume(not set(one) & set(other))
    both = [Tenure(one).held(on, other), Tenure(other).held(on, one)]
    if both == ["evidenced", "evidenced"]:
        assert on in one or on in other


@given(days=SOME, start=DAYS, end=DAYS, on=DAYS, rivals=SOME)
def test_both_dates_stated_decide_within(
    days: tuple[dt.date, ...], start: dt.date, end: dt.date, on: dt.date, rivals: tuple[dt.date, ...]
) -> None:
    start, end = sorted((start, end))
    tenure = Tenure(days, (), start.isoformat(), end.isoformat())
    assert (tenure.held(on, rivals) == "stated") is (start <= on <= end)


@given(start=DAYS, after=st.integers(0, 3000), before=st.integers(1, 3000))
def test_nobody_is_in_office_before_the_stated_beginning_or_after_the_stated_end(
    start: dt.date, after: int, before: int
) -> None:
    end = start + dt.timedelta(after)
    outside = (start - dt.timedelta(before), end + dt.timedelta(before))
    for tenure in (
        Tenure((start, end), (), start.isoformat()),
        Tenure((), (), start.isoformat(), end.isoformat()),
    ):
        assert tenure.held(outside[0]) is None
    assert Tenure((start, end), (), None, end.isoformat()).held(outside[1]) is None


@given(gone=SOME, on=DAYS)
def test_what_is_only_told_as_given_up_is_never_held(gone: tuple[dt.date, ...], on: dt.date) -> None:
    assert Tenure((), gone).held(on) is None


def test_an_office_given_up_is_not_inferred_beyond_that_day() -> None:
    last, gone = dt.date(2024, 1, 10), dt.date(2024, 3, 1)
    tenure = Tenure((last,), (gone,))
    assert tenure.held(dt.date(2024, 2, 1)) == "inferred"
    assert tenure.held(gone) is None
    assert tenure.held(dt.date(2024, 4, 1)) is None


def test_who_comes_back_is_not_in_office_in_between() -> None:
    first, last = dt.date(2005, 1, 1), dt.date(2015, 1, 1)
    assert Tenure((first, last)).held(dt.date(2010, 6, 1), rivals=[dt.date(2009, 1, 1)]) is None
    assert Tenure((first, last), (), "2014").held(dt.date(2010, 6, 1)) is None
    assert Tenure((first, last), (), "2014").held(dt.date(2014, 6, 1)) == "evidenced"


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2024-05-16",) * 3],
)
def test_a_partial_date_has_a_first_and_a_last_day(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_a_date_that_no_calendar_has_is_unknown() -> None:
    assert (first_day("2024-13"), last_day("2023-02-30")) == (None, None)


def test_of_several_dates_the_one_most_agree_with_counts_as_precisely_as_told() -> None:
    assert stated(["2016", "2016-03", "2017", None]) == "2016-03"
    assert stated([None]) is None


def test_a_decade_dates_no_office_and_a_year_does() -> None:
    assert days_of(dt.date(1990, 1, 1), dt.date(1999, 12, 31)) == ()
    assert len(days_of(dt.date(2012, 1, 1), dt.date(2012, 12, 31))) == 2

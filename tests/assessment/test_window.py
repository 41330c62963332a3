from __future__ import annotations

import datetime as dt

import pytest

from comity.assessment.window import Window


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2011-01-01", "2015-12-31", "from 2011 to 2015"),
        ("2015-01-01", "2015-12-31", "in 2015"),
        ("2011-01-02", "2015-12-31", "from 2 January 2011 to 31 December 2015"),
        ("2015-05-16", "2015-05-16", "on 16 May 2015"),
        (None, "2015-12-31", "until 31 December 2015"),
        ("2015-05-16", None, "since 16 May 2015"),
    ],
)
def test_whole_years_are_told_as_years_and_other_days_in_full(
    since: str | None, until: str | None, words: str
) -> None:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (since, until))
    assert Window(first, last).span == words

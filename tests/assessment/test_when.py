from __future__ import annotations

import datetime as dt

import pytest

from comity.assessment import when
from comity.record import Period


@pytest.mark.parametrize(
    ("date", "words"), [("1997", "1997"), ("2024-05", "May 2024"), ("1964-12-20", "20 December 1964")]
)
def test_partial_dates_keep_their_precision(date: str, words: str) -> None:
    assert when.partial(date) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-08-20", "2024-08-20", "day", "20 August 2024"),
        ("2024-05-01", "2024-05-31", "month", "May 2024"),
        ("1997-01-01", "1997-12-31", "year", "1997"),
        ("1960-01-01", "1969-12-31", "decade", "the 1960s"),
        ("2024-05-15", "2024-05-18", "span", "15–18 May 2024"),
        ("2016-01-01", "2018-12-31", "span", "2016–2018"),
        ("2023-12-30", "2024-01-02", "span", "30 December 2023 – 2 January 2024"),
        ("2019-12-22", None, "span", "since 22 December 2019"),
        (None, "2019-12-22", "span", "until 22 December 2019"),
        (None, None, "unknown", "undated"),
    ],
)
def test_periods_keep_their_precision(start: str | None, end: str | None, precision: str, words: str) -> None:
    days = {name: dt.date.fromisoformat(day) for name, day in {"start": start, "end": end}.items() if day}
    assert when.period(Period(precision=precision, **days)) == words


def test_iso_dates_in_a_text_are_written_out() -> None:
    assert when.written_out("all since 2270 of 2016-03-02; 2371") == "all since 2270 of 2 March 2016; 2371"

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from assessment.rows import acts, imported
from comity.assess import Holdings
from comity.assessment.triangles.course import Course, compared
from comity.assessment.triangles.spillover import spillover
from comity.assessment.triangles.triangle import Triangle
from comity.ledger import Ledger


def _months(number: int) -> list[dt.date]:
    return [dt.date(2000 + at // 12, at % 12 + 1, 1) for at in range(number)]


def _course(counts: list[int], days: list[dt.date], last: dt.date) -> Course:
    ordinals = np.array([day.toordinal() for day in days], dtype=np.int64)
    scores = np.full(len(days), -2.0)
    return Course(
        tuple(_months(len(counts))), np.array(counts, dtype=np.int64), ordinals, scores, last.toordinal()
    )


def test_a_month_is_a_move_above_its_habit_only() -> None:
    quiet, busy = [0] * 12, [4] * 12
    assert list(_course([*quiet, 3, 2], [], dt.date(2001, 3, 31)).moves[12:]) == [True, False]
    # A habit of 4 acts a month: 8 are within two square roots of it, 9 are not.
    assert not _course([*busy, 8], [], dt.date(2001, 2, 28)).moves[12]
    assert _course([*busy, 9], [], dt.date(2001, 2, 28)).moves[12]
    assert not _course([9] * 12, [], dt.date(2001, 2, 28)).moves.any()


def test_what_follows_is_counted_from_the_day_after_the_month() -> None:
    days = [dt.date(2001, 1, 31), dt.date(2001, 2, 1), dt.date(2001, 3, 2), dt.date(2001, 3, 3)]
    acts_, sums, scored = _course([*[0] * 12, 3, 0, 0], days, dt.date(2001, 6, 30)).after(30)
    assert (acts_[12], sums[12], scored[12]) == (2, -4.0, 2)


def test_months_whose_time_after_is_not_over_are_left_out() -> None:
    course = _course([0] * 15, [], dt.date(2001, 3, 31))
    assert list(course.known(30)[12:]) == [True, True, False]
    assert compared(course, 30) is None


def _ledger(ledger: Ledger) -> None:
    """Six moves towards VNM, each followed by two accusations of LAO; in other months nothing happens with LAO."""
    rows = []
    for at, month in enumerate(_months(72)):
        if at >= 12 and at % 10 == 4:
            rows += [(str(month.replace(day=day)), "KHM", "VNM", "SUPPORT", 5.0) for day in (1, 2, 3, 4)]
            after = (month + dt.timedelta(40)).replace(day=5)
            rows += [(str(after.replace(day=day)), "LAO", "KHM", "ACCUSE", -3.0) for day in (5, 6, 7, 8)]
    imported(
        ledger,
        "events",
        acts(*rows, ("2000-01-01", "KHM", "VNM", "CONSULT", 2.5), ("2005-12-31", "KHM", "LAO", "CONSULT", 2.5)),
    )


def test_more_acts_after_each_move_than_chance_gives(ledger: Ledger) -> None:
    _ledger(ledger)
    found = spillover(Triangle(Holdings(ledger), "KHM", "VNM", "LAO"), "VNM", "LAO")
    assert found.insufficient is None
    assert found.n == 6
    in_thirty = next(part for part in found.parts if part.label == "acts in 30 days after")
    assert in_thirty.value == pytest.approx(4.0)
    assert in_thirty.interval is not None
    assert in_thirty.interval[1] < 4.0
    assert any(part.label == "case: March 2001" for part in found.parts)


def test_the_reverse_has_no_move_and_says_so(ledger: Ledger) -> None:
    _ledger(ledger)
    found = spillover(Triangle(Holdings(ledger), "KHM", "VNM", "LAO"), "LAO", "VNM")
    assert found.insufficient is not None
    assert "no move" in found.insufficient


def test_a_pair_that_no_source_has_is_not_known(ledger: Ledger) -> None:
    _ledger(ledger)
    found = spillover(Triangle(Holdings(ledger), "KHM", "VNM", "FJI"), "VNM", "FJI")
    assert found.insufficient is not None

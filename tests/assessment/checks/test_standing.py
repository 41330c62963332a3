"""How a tie stood on a day, by reports that begin, end, deny and restore it."""

from __future__ import annotations

import datetime as dt

import pytest

from brief.factory import Draft
from comity.assessment.checks.standing import holds
from comity.ledger import Ledger

_REPORTS = (
    ("1971-12-22", {"status": "active", "start": "1970-05"}),
    ("1975-04-22", {"status": "ended", "end": "1975-04-05"}),
    ("1991-11-18", {"status": "absent"}),
    ("2019-03-17", {"status": "active", "start": "1997-10-30"}),
)


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        ("1969-06-01", [False, None, None, False]),
        ("1974-06-01", [True, True, None, None]),
        ("1976-06-01", [None, False, None, None]),
        ("1992-06-01", [None, False, False, None]),
        ("1998-06-01", [None, None, None, True]),
        ("2020-06-01", [None, None, None, True]),
    ],
)
def test_each_report_speaks_of_its_own_spell(ledger: Ledger, day: str, stands: list[bool | None]) -> None:
    for at, (published, values) in enumerate(_REPORTS):
        text = f"Report {at} on relations."
        ledger.add(Draft(text, published).tie(text, "diplomatic_relations", "KHM", "KOR", **values).record())
    reports = sorted(ledger.held("ties"), key=lambda held: str(held.document.published))
    assert [holds(held, dt.date.fromisoformat(day), reports) for held in reports] == stands


def test_what_stood_before_and_after_a_day_stood_on_it(ledger: Ledger) -> None:
    for at, published in enumerate(("1997-10-31", "2024-12-23")):
        text = f"Report {at} on the embassy."
        ledger.add(Draft(text, published).tie(text, "mission", "KOR", "KHM", name="embassy").record())
    first, second = sorted(ledger.held("ties"), key=lambda held: str(held.document.published))
    assert holds(first, dt.date(2019, 3, 17), [first, second])
    assert holds(first, dt.date(2019, 3, 17), [first]) is None

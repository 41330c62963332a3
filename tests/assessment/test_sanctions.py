"""Sanctions in imported lists: which stand on a day, worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from assessment.rows import imported
from comity.assessment import sanctions
from comity.assessment.holdings import Holdings
from comity.ledger import Ledger


def _import(ledger: Ledger) -> None:
    """Arms from 2006 on, luxury goods 2006 to 2010, travel ended on a day unknown, fuel from 2015 on."""
    rows = (
        ("arms", "2006-10-14", "", "true"),
        ("luxury", "2006-10-14", "2010-03-01", "false"),
        ("travel", "2006-10-14", "", "false"),
        ("fuel", "2015-01-01", "", "true"),
    )
    imported(ledger, "spells", [
        {"id": at, "kind": "sanction", "country_code": "UNSC", "partner": "PRK", "name": "1718", "role": role,
         "start": start, "end": end, "is_ongoing": ongoing}
        for at, (role, start, end, ongoing) in enumerate(rows)
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        ("2006-01-01", []),
        ("2008-01-01", ["arms", "luxury"]),
        ("2010-03-01", ["arms", "luxury"]),
        ("2010-03-02", ["arms"]),
        ("2016-01-01", ["arms", "fuel"]),
    ],
)
def test_what_stands_on_a_day_is_the_same_in_sql_and_in_a_measure(
    ledger: Ledger, on: str, kinds: list[str]
) -> None:
    _import(ledger)
    holdings, day = Holdings(ledger), dt.date.fromisoformat(on)
    _, found = sanctions.listed(holdings, "ours", sanctions.in_force(("PRK",), day))
    _, begun = sanctions.listed(holdings, "ours", sanctions.begun(("PRK",), day))
    assert sorted(str(one.kind) for one in found) == kinds
    assert sorted(str(one.kind) for one in begun if one.is_in_force(day)) == kinds


def test_without_a_day_those_stand_that_have_not_ended(ledger: Ledger) -> None:
    _import(ledger)
    _, found = sanctions.listed(Holdings(ledger), "ours", sanctions.in_force(("PRK",), None))
    assert [one.kind for one in found] == ["arms", "fuel"]


def test_who_imposes_them_is_told_once_a_list(ledger: Ledger) -> None:
    _import(ledger)
    holdings = Holdings(ledger)
    assert sanctions.imposers(holdings, sanctions.begun(("PRK",), None)) == (("ours", "UNSC"),)
    assert sanctions.imposers(holdings, sanctions.begun(("KHM",), None)) == ()
    assert sanctions.datasets(holdings) == ("ours",)


def test_without_a_list_there_is_none(ledger: Ledger) -> None:
    assert sanctions.datasets(Holdings(ledger)) == ()
    assert sanctions.imposers(Holdings(ledger), sanctions.begun(("PRK",), None)) == ()

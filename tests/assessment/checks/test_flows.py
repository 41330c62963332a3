"""Claims of trade against small tables of trade, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.rows import imported
from assessment.tables import traded
from brief.factory import Draft
from comity.assess import Finding, check
from comity.assessment.checks.verdict import verdict_of
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def _checked(ledger: Ledger, text: str, kind: str, *about: str, on: str = "2015-06-01", **value: Any) -> Finding:
    draft = Draft(f"{text}.", on, publisher="Paper")
    ledger.add(draft.claim(f"{text}.", text, kind, *(about or PAIR), value=value).record())
    (found,) = (one for one in check(ledger).findings if one.key.startswith("claim"))
    return found


def _both_ways(*years: tuple[int, float]) -> list[tuple[str, str, str, int, float | None]]:
    """Imports of each of the two from the other, half of a year's sum each: as the importer alone reports them."""
    return [(one, other, "import", year, total / 2) for year, total in years for one, other in (PAIR, PAIR[::-1])]


@pytest.mark.parametrize(
    ("value", "verdict"), [(340e6, "supported"), (380e6, "supported"), (100e6, "contradicted")]
)
def test_a_volume_is_set_beside_both_ways_together(ledger: Ledger, value: float, verdict: str) -> None:
    traded(ledger, *_both_ways((2010, 340e6)))
    text = "Cambodia and South Korea had a trade volume of US$340 million in 2010"
    found = _checked(ledger, text, "quantity", value=value, unit="USD", year=2010, of="volume")
    assert verdict_of(found) == verdict
    assert "trade between Cambodia and South Korea was USD 340 million in 2010" in found.answer


def test_one_way_alone_makes_no_volume(ledger: Ledger) -> None:
    traded(ledger, ("KHM", "KOR", "import", 2010, 340e6))
    found = _checked(ledger, "Trade was US$340 million", "quantity", value=340e6, unit="USD", year=2010)
    assert verdict_of(found) == "not checkable"


def test_exports_are_one_way_by_the_word_of_either_side(ledger: Ledger) -> None:
    traded(ledger, ("KHM", "KOR", "export", 2010, 40e6), ("KOR", "KHM", "import", 2010, 44e6),
           ("KHM", "KOR", "import", 2010, 300e6))  # fmt: skip
    text = "Cambodia's exports to South Korea reached US$44 million in 2010"
    found = _checked(ledger, text, "quantity", value=44e6, unit="USD", year=2010, of="export")
    assert verdict_of(found) == "supported"
    assert "between USD 40 million and USD 44 million" in found.answer


def test_sums_in_another_currency_are_not_set_beside_it(ledger: Ledger) -> None:
    traded(ledger, *_both_ways((2010, 340e6)))
    found = _checked(ledger, "Trade was 340 million euros", "quantity", value=340e6, unit="EUR", year=2010)
    assert verdict_of(found) == "not checkable"


@pytest.mark.parametrize(
    ("text", "last", "verdict"),
    [
        ("Trade doubled between 2005 and 2010", 205e6, "supported"),
        ("Trade doubled between 2005 and 2010", 130e6, "contradicted"),
        ("Trade more than doubled between 2005 and 2010", 400e6, "supported"),
        ("Trade more than doubled between 2005 and 2010", 190e6, "contradicted"),
        ("Trade grew between 2005 and 2010", 101e6, "supported"),
        ("Trade grew between 2005 and 2010", 90e6, "contradicted"),
        ("Trade has grown since 2005", 130e6, "supported"),
        ("Trade grew from 2004 to 2010", 130e6, "not checkable"),
    ],
)
def test_growth_is_told_by_the_two_years(ledger: Ledger, text: str, last: float, verdict: str) -> None:
    traded(ledger, *_both_ways((2005, 100e6), (2010, last)))
    assert verdict_of(_checked(ledger, text, "trend", direction="up")) == verdict


@pytest.mark.parametrize(
    ("percent", "verdict"), [(20.0, "supported"), (10.0, "not checkable"), (60.0, "contradicted")]
)
def test_a_rate_of_growth_is_compared_with_the_year_before(ledger: Ledger, percent: float, verdict: str) -> None:
    traded(ledger, *_both_ways((2009, 100e6), (2010, 122e6)))
    change = {"value": percent, "unit": "percent"}
    found = _checked(ledger, "Trade grew in 2010", "trend", direction="up", change=change)
    assert verdict_of(found) == verdict


def test_the_trade_of_one_state_is_told_by_its_totals(ledger: Ledger) -> None:
    imported(ledger, "country_years", [
        {"country": "KHM", "year": year, "variable": "exports", "value": value, "unit": "USD"}
        for year, value in ((2009, 5e9), (2010, 6e9))
    ])  # fmt: skip
    text = "Cambodia's exports grew by 20 per cent in 2010"
    found = _checked(ledger, text, "trend", "KHM", direction="up", change={"value": 20.0, "unit": "percent"})
    assert verdict_of(found) == "supported"
    assert "exports of Cambodia were USD 5 billion in 2009 and USD 6 billion in 2010, 20 % more" in found.answer


def test_totals_of_states_tell_nothing_of_two_of_them(ledger: Ledger) -> None:
    imported(ledger, "country_years", [
        {"country": "KHM", "year": 2010, "variable": "exports", "value": 6e9, "unit": "USD"}
    ])  # fmt: skip
    found = _checked(ledger, "Trade was US$6 billion in 2010", "quantity", value=6e9, unit="USD", year=2010)
    assert verdict_of(found) == "not checkable"
    assert any("no table of trade between pairs of states" in line for line in found.coverage)

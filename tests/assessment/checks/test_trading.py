"""Claims that two states trade, hardly or not, and of a partner's place, on tables made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.tables import traded
from brief.factory import Draft
from comity.assess import Finding, check
from comity.assessment.checks.verdict import verdict_of
from comity.ledger import Ledger
from comity.record import Entity

Row = tuple[str, str, str, int, float | None]
PAIR = ("KHM", "PRK")


def _checked(ledger: Ledger, text: str, kind: str, *about: str, on: str = "2015-06-01", **value: Any) -> Finding:
    draft = Draft(f"{text}.", on, publisher="Paper")
    for code in about:
        draft.entities[code] = Entity(id=code, kind="state", name=code, country=code)
    ledger.add(draft.claim(f"{text}.", text, kind, *(about or PAIR), value=value).record())
    (found,) = (one for one in check(ledger).findings if one.key.startswith("claim"))
    return found


def _imports(one: str, other: str, there: float | None, back: float | None, year: int = 2014) -> list[Row]:
    """What the two buy of each other, as each reports it."""
    rows: list[Row] = [(one, other, "import", year, there), (other, one, "import", year, back)]
    return [row for row in rows if row[-1] is not None]


_NONE = "There is no trade between Cambodia and North Korea"


def test_rows_of_trade_contradict_that_there_is_none(ledger: Ledger) -> None:
    traded(ledger, *_imports("KHM", "PRK", 2e6, 1e6))
    found = _checked(ledger, _NONE, "absence", of="trade")
    assert verdict_of(found) == "contradicted"
    assert "goods of USD 3 million traded between Cambodia and North Korea in 2014" in found.answer


@pytest.mark.parametrize("zero", [0.0, None])
def test_silence_of_two_that_both_report_bears_it_out(ledger: Ledger, zero: float | None) -> None:
    traded(ledger, *_imports("KHM", "THA", 5e6, 5e6), *_imports("PRK", "CHN", 5e6, 5e6),
           *_imports("KHM", "PRK", zero, zero))  # fmt: skip
    found = _checked(ledger, _NONE, "absence", of="trade")
    assert verdict_of(found) == "supported"
    assert "though both report" in found.answer


def test_silence_of_one_that_does_not_report_settles_nothing(ledger: Ledger) -> None:
    traded(ledger, *_imports("KHM", "THA", 5e6, 5e6), *_imports("KHM", "PRK", 1e6, 1e6, 2009))
    found = _checked(ledger, _NONE, "absence", of="trade")
    assert verdict_of(found) == "not checkable"
    assert any("Cambodia alone reports" in line for line in found.coverage)


def test_the_year_that_is_named_is_looked_at(ledger: Ledger) -> None:
    traded(ledger, *_imports("KHM", "PRK", 1e6, 1e6, 2009), *_imports("KHM", "THA", 5e6, 5e6))
    found = _checked(ledger, "There was no trade between the two in 2009", "absence", of="trade")
    assert verdict_of(found) == "contradicted"


@pytest.mark.parametrize(
    ("pair", "verdict"), [(1e6, "supported"), (100e6, "contradicted"), (30e6, "not checkable")]
)
def test_hardly_is_a_small_part_of_the_trade_of_either(ledger: Ledger, pair: float, verdict: str) -> None:
    rest = 1000e6 - pair
    traded(ledger, *_imports("KHM", "PRK", pair / 2, pair / 2),
           *_imports("KHM", "THA", rest / 2, rest / 2), *_imports("PRK", "CHN", rest / 2, rest / 2))  # fmt: skip
    found = _checked(ledger, "Cambodia and North Korea hardly trade", "absence", of="trade", degree="hardly")
    assert verdict_of(found) == verdict


_PARTNERS = [*_imports("KHM", "CHN", 60e6, 10e6), *_imports("KHM", "THA", 40e6, 5e6),
             *_imports("KHM", "USA", 5e6, 30e6)]  # fmt: skip
"""Both ways: China 70, Thailand 45, the United States 35; of Cambodia's exports the United States take most."""


@pytest.mark.parametrize(
    ("text", "other", "rank", "verdict"),
    [
        ("Cambodia's largest trading partner", "CHN", 1, "supported"),
        ("Cambodia's largest trading partner", "THA", 1, "contradicted"),
        ("Cambodia's second largest trading partner", "THA", 2, "supported"),
        ("Cambodia's largest export market", "USA", 1, "supported"),
        ("Cambodia's largest export market", "CHN", 1, "contradicted"),
        ("Cambodia's largest trading partner", "JPN", 1, "not checkable"),
    ],
)
def test_the_place_of_a_partner(ledger: Ledger, text: str, other: str, rank: int, verdict: str) -> None:
    traded(ledger, *_PARTNERS)
    found = _checked(ledger, text, "ordinal", "KHM", other, rank=rank, superlative="largest")
    assert verdict_of(found) == verdict


def test_places_that_the_reports_of_the_sides_leave_open_settle_nothing(ledger: Ledger) -> None:
    traded(ledger, *_PARTNERS, ("CHN", "KHM", "export", 2014, 20e6))
    found = _checked(ledger, "Cambodia's largest trading partner", "ordinal", "KHM", "CHN", rank=1,
                     superlative="largest")  # fmt: skip
    assert verdict_of(found) == "not checkable"
    assert "1st to 3rd among 3 partners" in found.parts[0].text


def test_tables_that_end_long_before_do_not_rank_partners_of_today(ledger: Ledger) -> None:
    traded(ledger, *_PARTNERS)
    value = {"rank": 1, "superlative": "largest"}
    found = _checked(
        ledger, "Cambodia's largest trading partner", "ordinal", "KHM", "CHN", on="2024-06-01", **value
    )
    assert verdict_of(found) == "not checkable"


@pytest.mark.parametrize(
    ("percent", "verdict"), [(67.0, "supported"), (60.0, "not checkable"), (20.0, "contradicted")]
)
def test_the_part_of_a_partner_in_exports(ledger: Ledger, percent: float, verdict: str) -> None:
    traded(ledger, *_PARTNERS)
    text = "some percent of Cambodia's exports go to the United States"
    found = _checked(ledger, text, "quantity", "KHM", "USA", value=percent, unit="percent", of="export")
    assert verdict_of(found) == verdict


@pytest.mark.parametrize(("word", "verdict"), [("more", "supported"), ("less", "contradicted")])
def test_two_partners_side_by_side(ledger: Ledger, word: str, verdict: str) -> None:
    traded(ledger, *_PARTNERS)
    text = f"Cambodia trades {word} with China than with Thailand"
    assert verdict_of(_checked(ledger, text, "comparison", "KHM", "CHN", "THA", comparative=word)) == verdict

from __future__ import annotations

import pytest

from assessment.rows import acts, imported
from brief.factory import Draft
from comity.assess import Holdings
from comity.assessment.triangles.rivalry import rivalry
from comity.assessment.triangles.terms import terms
from comity.assessment.triangles.triangle import Triangle
from comity.ledger import Ledger


def _asked(ledger: Ledger) -> Triangle:
    return Triangle(Holdings(ledger), "THA", "KHM", "VNM")


def _spells(ledger: Ledger, *rows: tuple[str, str, str, str, str]) -> None:
    """Rows of spells: id, kind, state, other, first year."""
    imported(
        ledger,
        "spells",
        [
            {"id": at, "kind": kind, "country": one, "partner": other, "start": f"{year}-01-01",
             "details": f'{{"last_year":{LAST if kind == "rivalry" else year}}}'}
            for at, kind, one, other, year in rows
        ],
    )  # fmt: skip


LAST = 2020
SOME_PAIR = ("tss 2", "rivalry", "IND", "PAK", "1947")


def test_a_listed_rivalry_that_lasts_to_the_end_of_the_list_is_one(ledger: Ledger) -> None:
    _spells(ledger, ("tss 1", "rivalry", "KHM", "VNM", "1970"), SOME_PAIR)
    found = rivalry(_asked(ledger))
    assert found.value == "yes"
    assert "since 1970" in found.answer


def test_disputes_count_once_and_three_speak_for_a_rivalry(ledger: Ledger) -> None:
    rows = [(f"gml {at}", "dispute", "KHM", "VNM", str(2000 + at)) for at in range(3)]
    back = [(f"gml {at}", "dispute", "VNM", "KHM", str(2000 + at)) for at in range(3)]
    _spells(ledger, *rows, *back, SOME_PAIR)
    ground = next(part for part in rivalry(_asked(ledger)).parts if part.label == "militarised disputes")
    assert (ground.n, ground.value) == (3, "yes")


def test_no_rivalry_where_lists_and_disputes_have_none(ledger: Ledger) -> None:
    _spells(ledger, SOME_PAIR, ("gml 9", "dispute", "IND", "PAK", "2008"))
    found = rivalry(_asked(ledger))
    assert found.value == "no"
    assert "no militarised dispute" in found.answer


def test_grounds_that_differ_are_told_as_mixed(ledger: Ledger) -> None:
    rows = [(f"gml {at}", "dispute", "KHM", "VNM", str(2000 + at)) for at in range(3)]
    _spells(ledger, SOME_PAIR, *rows)
    found = rivalry(_asked(ledger))
    assert found.value == "mixed"
    assert "points both ways" in found.answer


def test_texts_alone_do_not_settle_it(ledger: Ledger) -> None:
    text = "Cambodia met its old rival, Vietnam."
    ledger.add(Draft(text, "2020-01-01").act(text, "KHM", "VNM").record())
    found = rivalry(_asked(ledger))
    assert found.insufficient is not None
    called = next(part for part in found.parts if part.label == "what texts call them")
    assert (called.value, called.n) == ("yes", 1)


def test_the_sign_of_acts_follows_years_with_enough_of_them(ledger: Ledger) -> None:
    bad = [
        (f"{year}-0{month}-01", "KHM", "VNM", "ACCUSE", -3.0)
        for year in (2011, 2012, 2013)
        for month in range(1, 6)
    ]
    imported(ledger, "events", acts(*bad, ("2014-01-01", "VNM", "KHM", "CONSULT", 2.5)))
    sign = next(
        part for part in rivalry(_asked(ledger)).parts if part.label.startswith("sign of their acts in OURS")
    )
    assert sign.value == "yes"
    assert "3 of 3 years" in sign.text
    mean = terms(_asked(ledger))
    assert mean.value == pytest.approx((15 * -3.0 + 2.5) / 16)
    assert mean.interval is not None
    assert mean.interval[0] < -2.65 < mean.interval[1]


def test_too_few_acts_have_no_mean(ledger: Ledger) -> None:
    imported(ledger, "events", acts(("2014-01-01", "VNM", "KHM", "CONSULT", 2.5)))
    assert terms(_asked(ledger)).insufficient is not None

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

Rows = Callable[..., list[dict[str, object]]]
PART = Options(is_part=True, bad_share=0.5)


@pytest.fixture
def imported(ledger: Ledger, rows: Rows) -> Callable[..., list[tuple[object, ...]]]:
    def found(name: str, table: str, *columns: str) -> list[tuple[object, ...]]:
        assert not import_files(ledger, "igo", [DATA / "igo" / name], PART).errors
        return [tuple(row.values()) for row in rows(table, *columns)]

    return found


def test_memberships_are_counted_by_kind_and_what_is_missing_too(
    imported: Callable[..., list[tuple[object, ...]]],
) -> None:
    told = imported("state_year.csv", "country_years", "country", "year", "variable", "value")
    assert [row[2:] for row in told if row[:2] == ("KHM", 2012)] == [
        ("igo_associate", 0.0),
        ("igo_full", 1.0),
        ("igo_observer", 1.0),
        ("igo_unknown", 1.0),
    ]


def test_memberships_run_from_year_to_year_and_have_no_bound_beside_a_missing_year(
    imported: Callable[..., list[tuple[object, ...]]],
) -> None:
    columns = ("country", "name", "start", "end", "is_ongoing", "role")
    told = imported("state_year.csv", "spells", *columns)
    assert [row[1:6] for row in told if row[0] == "KHM"] == [
        ("AAA", date(2011, 1, 1), date(2012, 12, 31), False, "full member"),
        ("AAA", date(2014, 1, 1), None, True, "full member"),
        ("BBB", date(2010, 1, 1), None, None, "full member"),
        ("BBB", None, None, True, "full member"),
        ("CCC", date(2012, 1, 1), date(2013, 12, 31), False, "observer"),
        ("CCC", date(2014, 1, 1), None, True, "associate member"),
    ]
    assert [row[1:4] for row in told if row[0] == "SRB"] == [("BBB", date(1991, 1, 1), date(1991, 12, 31))]


def test_a_membership_of_no_known_kind_is_set_aside(imported: Callable[..., object], rows: Rows) -> None:
    told = imported("state_year.csv", "rejects", "line", "reason")
    assert told == [(7, "a code of membership that is none")]


def test_pairs_share_organisations_of_which_both_are_full_members(imported: Callable[..., object]) -> None:
    columns = ("country", "country_code", "partner", "year", "variable", "value", "is_directed")
    assert imported("dyadic.csv", "dyad_years", *columns) == [
        ("USA", "2", "KHM", 2013, "joint_memberships", 2.0, False),
        ("USA", "2", "KHM", 2013, "joint_memberships_unknown", 0.0, False),
        ("USA", "2", "KHM", 2014, "joint_memberships", 1.0, False),
        ("USA", "2", "KHM", 2014, "joint_memberships_unknown", 1.0, False),
        (None, "265", "KHM", 1980, "joint_memberships", 1.0, False),
        (None, "265", "KHM", 1980, "joint_memberships_unknown", 0.0, False),
    ]


def test_the_file_of_organisations_tells_their_lives(imported: Callable[..., object]) -> None:
    assert imported("igo_year.csv", "spells", "id", "kind", "name", "role", "start", "end", "is_ongoing") == [
        (
            "AAA", "organisation", "Made-up Board for Rice of the South", "economic", date(1960, 1, 1),
            date(1961, 12, 31), False,
        ),
        ("BBB", "organisation", "Made-up Coast Council", "political, social", date(1950, 1, 1), None, True),
    ]  # fmt: skip


def test_the_published_sums_are_all_there(ledger: Ledger, shared: Path) -> None:
    import_files(ledger, "igo", [shared / "cow_igo_sy.parquet"])
    sums = ledger.table("country_years").aggregate("variable, count(*), sum(value)::INT, count(country)")
    assert sorted(sums.fetchall()) == [
        ("igo_associate", 15557, 861, 14739),
        ("igo_full", 15557, 535772, 14739),
        ("igo_observer", 15557, 2332, 14739),
    ]


def test_the_published_pairs_stand_once_each(ledger: Ledger, shared: Path) -> None:
    import_files(ledger, "igo", [shared / "cow_igo_ndy.parquet"])
    pairs = ledger.table("dyad_years")
    assert pairs.aggregate("count(*), count(country), count(partner)").fetchall() == [(917695, 900237, 894390)]
    assert pairs.filter("country_code::INT >= partner_code::INT OR is_directed").fetchall() == []
    known = pairs.filter("country = 'USA' AND partner = 'CAN' AND year IN (1920, 1921)")
    assert known.order("year").project("value").fetchall() == [(7.0,), (8.0,)]

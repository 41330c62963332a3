from __future__ import annotations

from typing import Any

from brief.factory import Draft
from comity.assessment import Bond, words
from comity.assessment.bonds import bonds
from comity.ledger import Ledger


def told(ledger: Ledger, *reports: dict[str, Any], kind: str = "diplomatic_relations") -> tuple[Bond, ...]:
    """The bonds of as many documents, each with one report of a tie of Cambodia and North Korea."""
    for number, report in enumerate(reports):
        values = dict(report)
        text = f"Report {number} of a tie."
        draft = Draft(text, values.pop("published", f"20{number:02}-01-01"))
        parties = values.pop("parties", ("KHM", "PRK"))
        ledger.add(draft.tie(text, kind, *parties, **values).record())
    return bonds(ledger.held("ties"))


def test_one_tie_told_by_several_documents_is_one_bond(ledger: Ledger) -> None:
    (bond,) = told(ledger, {"start": "1964"}, {"start": "1964", "parties": ("PRK", "KHM")}, {})
    assert len(bond.items) == 3
    assert words.course(bond) == "active since 1964"
    assert not bond.differences


def test_a_coarser_date_joins_the_finer_one_it_contains(ledger: Ledger) -> None:
    (bond,) = told(ledger, {"start": "1964"}, {"start": "1964-12"}, {"start": "1964-12-20"})
    assert [(reading.value, len(reading.items)) for reading in bond.starts] == [("1964-12-20", 3)]


def test_different_years_stand_side_by_side_the_most_told_first(ledger: Ledger) -> None:
    (bond,) = told(ledger, {"start": "1965"}, {"start": "1964-12"}, {"start": "1964-12"})
    assert words.course(bond) == "active since December 1964 or 1965"
    assert [each.aspect for each in bond.differences] == ["start"]


def test_relations_cut_and_restored_are_two_bonds(ledger: Ledger) -> None:
    first, second = told(
        ledger, {"start": "1970", "end": "1975", "status": "ended"}, {"start": "1997"}, {"start": "1997"}, {}
    )
    assert words.course(first) == "ended, 1970 to 1975"
    assert words.course(second) == "active since 1997"
    assert len(second.items) == 3
    assert not first.differences + second.differences


def test_the_latest_publication_says_how_a_tie_stands(ledger: Ledger) -> None:
    (bond,) = told(
        ledger,
        {"status": "ended", "published": "2020-06-01"},
        {"status": "active", "published": "2016-01-01"},
        {"status": "proposed", "published": "2012-01-01"},
    )
    assert bond.status == "ended"
    assert not bond.differences


def test_a_tie_reported_active_after_its_end_is_in_dispute(ledger: Ledger) -> None:
    (bond,) = told(ledger, {"status": "ended"}, {"status": "active"})
    assert [words.differing(each) for each in bond.differences] == ["said to be active or ended"]


def test_names_that_lack_a_word_name_the_same_project(ledger: Ledger) -> None:
    names = ("Angkor Panorama Museum", "Panorama Museum", "Friendship Bridge", None)
    reports = ({"name": name} for name in names)
    found = told(ledger, *reports, kind="project")
    assert sorted(len(bond.items) for bond in found) == [1, 1, 2]


def test_a_directed_tie_is_another_one_the_other_way_round(ledger: Ledger) -> None:
    found = told(ledger, {"parties": ("PRK", "KHM")}, {"parties": ("KHM", "PRK")}, kind="mission")
    assert {bond.parties for bond in found} == {("PRK", "KHM"), ("KHM", "PRK")}


def test_wordings_of_one_level_are_one_bond(ledger: Ledger) -> None:
    levels = ("Strategic Partnership", "strategic partnership", "comprehensive partnership")
    found = told(ledger, *({"level": level} for level in levels), kind="partnership")
    assert sorted(len(bond.items) for bond in found) == [1, 2]

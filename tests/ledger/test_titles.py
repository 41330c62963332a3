from __future__ import annotations

import pytest

from comity.ledger.titles import is_office, is_plural, office, one_per


@pytest.mark.parametrize(
    ("one", "other", "of"),
    [
        ("Foreign Minister", "minister of foreign affairs", "KHM"),
        ("Minister of Foreign Affairs and International Cooperation", "foreign minister", "KHM"),
        ("premier", "Prime Minister", "CHN"),
        ("Ambassador Extraordinary and Plenipotentiary", "ambassador", "KOR"),
        ("Secretary of State", "foreign minister", "USA"),
        ("Foreign Secretary", "foreign minister", "GBR"),
    ],
)
def test_titles_of_one_office(one: str, other: str, of: str) -> None:
    assert office(one, of) == office(other, of)


@pytest.mark.parametrize(
    ("one", "other", "of"),
    [
        ("deputy foreign minister", "foreign minister", "KHM"),
        ("deputy prime minister", "prime minister", "KHM"),
        ("vice minister", "minister", "KHM"),
        ("acting president", "president", "KOR"),
        ("secretary of state", "foreign minister", "KHM"),
        ("foreign secretary", "foreign minister", "IND"),
        ("chargé d'affaires", "ambassador", "KOR"),
    ],
)
def test_titles_of_two_offices(one: str, other: str, of: str) -> None:
    assert office(one, of) != office(other, of)


def test_a_title_that_nobody_knows_is_an_office_of_its_own() -> None:
    assert office("Keeper of the  Royal Elephants", "LAO") == "keeper of the royal elephants"


@pytest.mark.parametrize(
    ("title", "per"),
    [("prime minister", "state"), ("ambassador", "host"), ("deputy prime minister", None), ("lawmaker", None)],
)
def test_which_offices_have_one_holder(title: str, per: str | None) -> None:
    assert one_per(title) == per


@pytest.mark.parametrize("title", ["prime ministers", "ambassadors", "ministers of foreign affairs", "kings"])
def test_several_people_are_a_plural(title: str) -> None:
    assert is_plural(title)


@pytest.mark.parametrize("title", ["prime minister", "minister of foreign affairs", "public works minister"])
def test_one_person_is_no_plural(title: str) -> None:
    assert not is_plural(title)


def test_what_anybody_may_be_is_no_office() -> None:
    assert (is_office("father"), is_office("freighter"), is_office("King"), is_office("Keeper")) == (
        False, False, True, True,
    )  # fmt: skip

from __future__ import annotations

import pytest

from comity.ledger.persons import fitting, nearest
from comity.ledger.question import Question, parse


@pytest.mark.parametrize(
    ("query", "of", "host"),
    [
        ("South Korean ambassador to Cambodia", "KOR", "KHM"),
        ("the south korean ambassador to cambodia?", "KOR", "KHM"),
        ("Ambassador of the Republic of Korea to the Kingdom of Cambodia", "KOR", "KHM"),
        ("Seoul's ambassador in Phnom Penh", "KOR", "KHM"),
        ("Cambodia's ambassador to the UN", "KHM", "UN"),
        ("ambassador to Cambodia", None, "KHM"),
        ("the prime minister of Cambodia", "KHM", None),
        ("Cambodia foreign minister", "KHM", None),
        ("KHM prime minister", "KHM", None),
        ("prime minister", None, None),
        ("UN secretary-general", "UN", None),
    ],
)
def test_an_office_is_asked_for_by_title_owner_and_host(query: str, of: str | None, host: str | None) -> None:
    asked = parse(query)
    assert isinstance(asked, Question)
    assert (asked.of, asked.host) == (of, host)


@pytest.mark.parametrize(
    "query", ["Park Jung-wook", "Prime Minister Hun Manet", "Manet", "Cambodia", "King Sihamoni", "", "the"]
)
def test_anything_else_is_no_office(query: str) -> None:
    assert parse(query) is None


NAMES = (
    "Park Jung-wook",
    "Park Geun-hye",
    "Hun Manet",
    "Hun Sen",
    "Kim Jong-un",
    "Norodom Sihanouk",
    "Yoon Suk Yeol",
)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Manet", {"Hun Manet"}),
        ("jung wook park", {"Park Jung-wook"}),
        ("Jungwook Park", {"Park Jung-wook"}),
        ("Park", {"Park Jung-wook", "Park Geun-hye"}),
        ("Samdech Hun Manet", {"Hun Manet"}),
        ("Norodom Sihanuk", {"Norodom Sihanouk"}),
        ("Hun Manett", {"Hun Manet"}),
        ("Park Jung-wok", {"Park Jung-wook"}),
        ("Moon", set()),
        ("Kim Jong-il", set()),
        ("Hun Mana", set()),
        ("Hun Many", set()),
        ("", set()),
    ],
)
def test_a_name_fits_with_its_words_in_any_order_and_nearly_spelt(query: str, names: set[str]) -> None:
    assert fitting(NAMES, query) == names


def test_the_exact_name_leaves_no_room_for_a_similar_one() -> None:
    assert fitting(("Kim Min-seok", "Kim Min-seon"), "Kim Min-seok") == {"Kim Min-seok"}


def test_near_names_are_suggested_the_nearest_first() -> None:
    assert nearest(NAMES, "Hun Manit", 1) == ["Hun Manet"]
    assert nearest(NAMES, "xyz", 3) == []

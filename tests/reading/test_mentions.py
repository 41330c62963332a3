"""What is taken for a mention, and what it says of country, sector and office."""

import pytest
from tests.reading.reading_steps import mentions


def test_an_envoy_has_the_office_the_sender_and_the_posting() -> None:
    found = mentions("South Korean ambassador to Laos Yoon Ki-ho left.")["ambassador to Laos Yoon Ki-ho"]
    assert found.office is not None
    assert (found.office.title, found.office.of, found.office.host) == ("Ambassador", "KOR", "LAO")


@pytest.mark.parametrize(
    ("text", "name", "title", "country"),
    [
        (
            "Peru's foreign minister Rosa Quispe arrived.",
            "foreign minister Rosa Quispe",
            "Foreign Minister",
            "PER",
        ),
        ("Rosa Quispe, Peru's foreign minister, arrived.", "Rosa Quispe", "Foreign Minister", "PER"),
        ("Rosa Quispe, minister of foreign affairs of Peru, arrived.", "Rosa Quispe", "Foreign Minister", "PER"),
        ("Japan's foreign minister, Yoko Mita, arrived.", "Yoko Mita", "Foreign Minister", "JPN"),
        ("The President of Peru, the Honourable Luis Soto, spoke.", "Luis Soto", "President", "PER"),
        ("Anna Kask, a spokeswoman for the Estonian foreign ministry, spoke.", "Anna Kask", "Spokesperson", "EST"),
    ],
)
def test_the_office_beside_a_name_is_the_persons(text: str, name: str, title: str, country: str) -> None:
    found = mentions(text)[name]
    assert found.office is not None
    assert (found.office.title, found.country) == (title, country)


def test_an_office_told_of_two_is_held_by_both_each_of_his_own_state() -> None:
    found = mentions("Foreign ministers Rosa Quispe of Peru and Tomas Vidal of Chile met in Lima.")
    assert [m.country for name, m in found.items() if "Quispe" in name or "Vidal" in name] == ["PER", "CHL"]
    assert all(m.office for name, m in found.items() if "Quispe" in name or "Vidal" in name)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Three Thai fishermen were freed.", "fishermen", "THA", "CVL"),
        ("The Kenyan army crossed the border.", "army", "KEN", "MIL"),
        ("Former Chilean minister Ana Rojas spoke.", "Former Chilean minister Ana Rojas", "CHL", "ELI"),
    ],
)
def test_a_role_has_its_country_and_sector(text: str, words: str, country: str, sector: str) -> None:
    found = mentions(text)
    key = next(name for name in found if words.rsplit(maxsplit=1)[-1] in name)
    assert (found[key].country, found[key].sector) == (country, sector)


def test_a_former_office_is_marked_as_given_up() -> None:
    found = mentions("Former prime minister Erik Lind criticised Norway.")
    office = next(m.office for m in found.values() if m.office)
    assert office.former


def test_a_name_that_ends_in_a_thing_is_no_person() -> None:
    found = mentions("Delegates met at the Osaka Peace Museum before Kenji Mori spoke.")
    assert {name: m.kind for name, m in found.items() if "Museum" in name} == {
        "Osaka Peace Museum": "organisation"
    }


def test_a_word_after_in_is_a_place_not_a_person() -> None:
    assert not [
        m for m in mentions("The convoy was stopped in Paternieki on Monday.").values() if m.kind == "person"
    ]


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it() -> None:
    found = mentions("The Global Water Fund (GWF) gave Chad a loan. The GWF praised Chad.")
    assert {m.name for words, m in found.items() if words == "GWF"} == {"Global Water Fund"}


def test_honorifics_are_no_part_of_the_name() -> None:
    assert "Owen Hale" in mentions("H.E. Mr Owen Hale, Prime Minister of Fiji, arrived.")

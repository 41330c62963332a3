"""Which person is meant, and for whom he acts, on short texts of our own."""

from __future__ import annotations

import datetime as dt

import pytest

import comity
from comity.record import Entity, Record

VISIT = (
    "At the invitation of H.E. Mr Tomas Berg, President of the Republic of Latvia, H.E. Mrs Ines Moura, President "
    "of the Republic of Cabo Verde, paid a state visit to Latvia from 3 to 5 May. "
)
TOUR = "Foreign Minister Kemal Dogan of Turkey flew to Luanda on Monday. "
FAMILY = (
    "Bolivia's ambassador, Gonzalo Prado, retired. The post is held by his nephew, Rodrigo Prado Soto. "
    "The younger Prado asked China for visas. The elder Prado wrote a book."
)


def read(text: str) -> Record:
    return comity.read(text, published=dt.date(2024, 5, 20))


def meant(text: str, words: str) -> Entity | None:
    """The entity over the last letters of some words."""
    end = text.rindex(words) + len(words)
    found = [one for one in read(text).entities if any(at < end <= stop for at, stop in one.mentions)]
    return found[0] if found else None


def name(text: str, words: str) -> str | None:
    entity = meant(text, words)
    return entity.name if entity is not None and entity.kind == "person" else None


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (VISIT + "The visitor laid a wreath.", "The visitor", "Ines Moura"),
        (VISIT + "Mrs Moura thanked her host.", "her host", "Tomas Berg"),
        (VISIT + "President Berg praised his guest.", "his guest", "Ines Moura"),
        (TOUR + "President Paulo Neto of Angola spent an hour with the visitor.", "the visitor", "Kemal Dogan"),
        (TOUR + "Later the minister was received by Minister Rui Dias of Angola.", "the minister", "Kemal Dogan"),
        ("Kenya's envoy, Ann Were, met a diplomat. A colleague from Chad smiled.", "A colleague", None),
        ("Norway's ambassador in Paris, Kari Moe, stays. Her colleague in Rome left.", "Her colleague", None),
    ],
)
def test_guests_and_hosts_are_those_who_travel_and_receive(text: str, words: str, person: str | None) -> None:
    assert name(text, words) == person


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (
            "Kuwaiti Foreign Minister Fahad Anzi met Lebanese Prime Minister Karim Saab. The minister smiled.",
            "The minister",
            "Fahad Anzi",
        ),
        (
            "Foreign Minister Dawa Lhamo of Bhutan met Minister Gao Wen of China. Sonam Lhamo, no kin of the "
            "minister, protested.",
            "of the minister",
            "Dawa Lhamo",
        ),
        (
            "Fisheries Minister Nimal Perera of Sri Lanka will meet his Indian counterpart, Raghav Menon. The "
            "minister told parliament so.",
            "The minister",
            "Nimal Perera",
        ),
        (
            "The Foreign Minister of Bangladesh, Dr Abul Sarkar, met an envoy. The Minister recalled that Nepal "
            "recognised Bangladesh in 1972.",
            "The Minister",
            "Abul Sarkar",
        ),
        (
            "Former deputy premier Pham Quoc Tuan of Vietnam, who as ambassador had opened the mission, died.",
            "as ambassador",
            "Pham Quoc Tuan",
        ),
        (
            "The UAE sent Sheikh Hamad bin Rashid al-Kaabi, an undersecretary, to Muscat. The sheikh left.",
            "The sheikh",
            "Hamad bin Rashid al-Kaabi",
        ),
    ],
)
def test_a_bare_title_goes_to_the_holder_who_fits(text: str, words: str, person: str) -> None:
    assert name(text, words) == person


@pytest.mark.parametrize(
    ("words", "person"), [("younger Prado", "Rodrigo Prado Soto"), ("elder Prado", "Gonzalo Prado")]
)
def test_the_younger_of_a_family_is_the_nephew(words: str, person: str) -> None:
    assert name(FAMILY, words) == person


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (
            "Commissioner Maarten Dijk telephoned Fisheries Minister Ragnhild Sol of Norway. She refused.",
            "She",
            "Ragnhild Sol",
        ),
        (
            "His Excellency Sione Taka of Tonga met Her Excellency Sefa Nui of Samoa. He flew home.",
            "He",
            "Sione Taka",
        ),
        ("Ana Rojas of Peru talked with Mateo Cruz of Chile and thanked him.", "him", "Mateo Cruz"),
    ],
)
def test_he_and_she_are_told_apart_by_names_and_forms_of_address(text: str, words: str, person: str) -> None:
    assert name(text, words) == person


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (
            "Laos's defence minister, Bounmy Vila, and his Thai colleague, Prasong Kitti, met.",
            "Prasong Kitti",
            "THA",
        ),
        (
            "In Riyadh, Nasser Subaie, secretary-general of the Gulf Cooperation Council, urged Iran to talk.",
            "Subaie",
            None,
        ),
        (
            "Ghana's foreign minister, Efua Darko, tore up the text that her predecessor, Yaw Poku, had signed.",
            "Yaw Poku",
            "GHA",
        ),
        ("Malaysia's UN ambassador, Lim Wei, spoke.", "Lim Wei", "MYS"),
        (
            "A trade mission from the State of Qatar, led by the Minister of State, Dr Fahad Hajri, ended a visit "
            "to Skopje.",
            "Fahad Hajri",
            "QAT",
        ),
        (
            "The presidents of Colombia and Ecuador, Ms Adriana Mosca and Mr Julio Teran, met.",
            "Julio Teran",
            "ECU",
        ),
    ],
)
def test_a_person_acts_for_the_state_that_the_words_tell(text: str, words: str, country: str | None) -> None:
    entity = meant(text, words)
    assert entity is not None
    assert entity.country == country


def test_the_head_of_a_body_acts_for_it_and_not_for_the_city_he_speaks_in() -> None:
    text = "In Riyadh, the secretary-general of the Gulf Cooperation Council, Nasser Subaie, condemned Iran."
    actors = {actor.country or actor.entity for event in read(text).events for actor in event.actors}
    assert actors == {"GCC"}


def test_a_visitor_to_the_state_a_text_is_about_is_not_its_own_official() -> None:
    text = (
        "China lent Kenya a billion. China built a port and China's banks lend more. "
        "The dispute was settled when President Daniel Wekesa visited Beijing in April."
    )
    entity = meant(text, "Wekesa")
    assert entity is not None
    assert entity.country == "KEN"


@pytest.mark.parametrize("stroke", ["-", "--", "–", "—"])
def test_the_city_of_a_dateline_gives_a_visitor_no_state(stroke: str) -> None:
    entity = meant(f"LUANDA {stroke} President Tomas Berg of Latvia left Angola on Saturday.", "Tomas Berg")
    assert entity is not None
    assert entity.country == "LVA"


def test_a_stroke_within_a_word_still_joins_a_title_to_its_state() -> None:
    entity = meant("The Angola-born Latvian minister Tomas Berg left. Latvia's minister smiled.", "Tomas Berg")
    assert entity is not None
    assert entity.country == "LVA"

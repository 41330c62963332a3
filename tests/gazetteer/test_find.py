"""What is found in running text, and what must not be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import gazetteer
from comity.gazetteer import Gazetteer


def entities(world: Gazetteer, text: str) -> list[str]:
    return [name.entity for name in world.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan retired.", "Vernon E. Jordan retired.", "Jordan Henderson scored.",
        "Chad Smith drummed.", "Tom Holland acted.", "Denzel Washington acted.", "Jack London wrote.",
        "Georgia Meloni spoke.", "He told us to leave.", "They will polish the text.",
        "In March it was nice.", "Nice weather", "the African American vote", "An African-American senator",
        "a turkey dinner", "Korea", "a Korean officer", "the Independence Monument", "the male population",
        "who said so", "in chad and jordan", "She spoke French.", "a letter in Khmer and English",
        "He is fluent, speaking Russian well.", "Latin American leaders", "South American states",
        "the Vietnam War", "the Iran-Iraq War", "Nigerious", "Chinatown", "indiana", "a Chinese New Year",
        "US dollars", "worth US$5 million", "Swiss cheese", "the Panama Papers", "the Paris Agreement",
    ],
)  # fmt: skip
def test_traps_give_nothing(world: Gazetteer, text: str) -> None:
    assert entities(world, text) == []


@pytest.mark.parametrize(
    ("text", "country"),
    {
        "the Indian Ocean": None, "the South China Sea": None, "the East China Sea": None,
        "the Sea of Japan": None, "the Gulf of Mexico": None, "the Persian Gulf": None,
        "the Korean Peninsula": None, "New York": "USA", "New England": "USA", "Atlanta, Georgia": "USA",
        "New Mexico": "USA", "Lake Chad": None, "Jordan River": None, "the Niger Delta": "NGA",
        "Siem Reap": "KHM", "Brussels": "BEL", "Jerusalem": None, "Kashmir": None, "Bavaria": "DEU",
        "Scotland": "GBR",
    }.items(),
)  # fmt: skip
def test_places_are_no_states(world: Gazetteer, text: str, country: str | None) -> None:
    assert [(name.kind, name.country) for name in world.find(text)] == [("place", country)]


@pytest.mark.parametrize(
    ("text", "entity", "country"),
    [
        ("The Phnom Penh Post reported", "organisation:phnom-penh-post", "KHM"),
        ("The Washington Post reported", "organisation:washington-post", "USA"),
        ("at Georgia Tech", "organisation:georgia-institute-of-technology", "USA"),
        ("the Bank of China", "organisation:bank-of-china", "CHN"),
        ("the State Department", "organisation:state-department", "USA"),
    ],
)
def test_organisations_keep_the_state_in_country(world: Gazetteer, text: str, entity: str, country: str) -> None:
    assert [(name.entity, name.kind, name.country) for name in world.find(text)] == [
        (entity, "organisation", country)
    ]


def test_georgia_is_the_us_state_near_its_cues_only(world: Gazetteer) -> None:
    assert entities(world, "Republicans in Georgia counted the votes.") == ["place:georgia-usa"]
    assert entities(world, "Georgia and Armenia signed a treaty.") == ["GEO", "ARM"]
    assert entities(world, "Jordan and Georgia opened embassies.") == ["JOR", "GEO"]


def test_states_that_share_given_names_stand_before_titles_and_days(world: Gazetteer) -> None:
    assert entities(world, "Jordan King Abdullah left.") == ["JOR"]
    assert entities(world, "He went to Chad Monday.") == ["TCD"]


def test_congo_is_kinshasas_unless_brazzaville_is_near(world: Gazetteer) -> None:
    assert entities(world, "Congolese troops moved.") == ["COD"]
    assert entities(world, "Congolese troops moved, Brazzaville said.") == ["COG", "COG"]
    assert entities(world, "Kinshasa and Brazzaville: both Congolese.") == ["COD", "COG", "COD"]


def test_the_longest_name_wins(world: Gazetteer) -> None:
    text = "the People's Republic of China, the Republic of China, North Korean and Papua New Guinean envoys"
    assert entities(world, text) == ["CHN", "TWN", "PRK", "PNG"]


def test_a_longest_name_that_ends_inside_a_word_does_not_hide_a_shorter_one(world: Gazetteer) -> None:
    assert entities(world, "Georgia Technologies") != ["organisation:georgia-institute-of-technology"]
    assert entities(world, "South Koreans and South Koreanness") == ["KOR"]


def test_spans_exclude_the_possessive_and_quote_the_text(world: Gazetteer) -> None:
    text = "Cambodia’s view of the U.S.-led talks in\nPhnom\nPenh; the U.K.’s, too."
    quoted = [text[name.start : name.end] for name in world.find(text)]
    assert quoted == ["Cambodia", "U.S.", "Phnom\nPenh", "U.K."]


def test_forms(world: Gazetteer) -> None:
    names = world.find("Seoul, South Korea, South Korean, the Blue House")
    assert [(name.entity, name.form, name.sector) for name in names] == [
        ("KOR", "metonym", None), ("KOR", "name", None), ("KOR", "demonym", None), ("KOR", "metonym", "GOV"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seat", "code", "sector"),
    [
        ("the Kremlin", "RUS", "GOV"), ("Cheong Wa Dae", "KOR", "GOV"), ("the Peace Palace", "KHM", "GOV"),
        ("the White House", "USA", "GOV"), ("Downing Street", "GBR", "GOV"), ("Whitehall", "GBR", "GOV"),
        ("the Élysée", "FRA", "GOV"), ("the Elysee Palace", "FRA", "GOV"), ("the Quai d’Orsay", "FRA", "GOV"),
        ("Zhongnanhai", "CHN", "GOV"), ("Foggy Bottom", "USA", "GOV"), ("the Pentagon", "USA", "MIL"),
        ("Capitol Hill", "USA", "LEG"),
    ],
)  # fmt: skip
def test_seats_stand_for_their_state(world: Gazetteer, seat: str, code: str, sector: str) -> None:
    assert [(name.entity, name.form, name.sector) for name in world.find(seat)] == [(code, "metonym", sector)]


def test_the_peace_palace_at_the_hague_is_not_cambodias(world: Gazetteer) -> None:
    names = world.find("Judges of the International Court of Justice met at the Peace Palace.")
    assert [name.country for name in names] == [None, "NLD"]


def test_capitals_in_headlines_but_not_pronouns(world: Gazetteer) -> None:
    assert entities(world, "SEOUL, May 3 - South Korea") == ["KOR", "KOR"]
    shouted = "CAMBODIA TOLD US WHO WILL VISIT NORTH KOREA AND THE U.S. IN MAY"
    assert entities(world, shouted) == ["KHM", "PRK", "USA"]


@pytest.mark.parametrize(
    ("name", "entity"),
    {
        "UN": "UN", "U.N.": "UN", "United Nations": "UN", "UN Security Council": "UNSC", "UNGA": "UNGA",
        "UNESCO": "UNESCO", "UNHCR": "UNHCR", "WHO": "WHO", "IAEA": "IAEA", "IMF": "IMF", "World Bank": "WB",
        "WTO": "WTO", "ASEAN": "ASEAN", "EU": "EU", "European Commission": "EUCOM", "NATO": "NATO",
        "African Union": "AU", "OAS": "OAS", "OSCE": "OSCE", "OIC": "OIC", "SCO": "SCO", "BRICS": "BRICS",
        "G7": "G7", "G20": "G20", "APEC": "APEC", "CIS": "CIS", "ECOWAS": "ECOWAS", "GCC": "GCC",
        "Arab League": "ARABLEAGUE", "SAARC": "SAARC", "Mekong River Commission": "MRC", "ADB": "ADB",
        "AIIB": "AIIB", "Interpol": "INTERPOL", "ICC": "ICC", "ICJ": "ICJ",
        "European Parliament": "EUPARL", "European Council": "EUCOUNCIL",
    }.items(),
)  # fmt: skip
def test_bodies_have_no_country(world: Gazetteer, name: str, entity: str) -> None:
    found = world.find(f"The {name} met.")
    told = [(one.entity, one.kind, one.country, one.sector) for one in found]
    assert told == [(entity, "igo", None, "IGO")]


def test_organs_know_their_parent(world: Gazetteer) -> None:
    assert (world.parent("UNSC"), world.parent("EUCOM"), world.parent("UN")) == ("UN", "EU", None)


@given(st.text())
def test_any_text_gives_names_in_order_that_do_not_overlap(text: str) -> None:
    ends = [0]
    for name in gazetteer.load().find(text):
        assert ends[-1] <= name.start < name.end <= len(text)
        ends.append(name.end)


def test_more_of_an_abbreviation_is_no_name(world: Gazetteer) -> None:
    assert entities(world, "the U.S.S. Enterprise") == []
    assert entities(world, "the U.S.S.R. and the U.S. and the U.S too") == ["SUN", "USA", "USA"]


def test_a_long_article_is_read_in_a_few_milliseconds(world: Gazetteer) -> None:
    sentence = (
        "The Cambodian prime minister met the South Korean ambassador in Phnom Penh on Monday, before "
        "talks about trade and investment that officials from both sides called useful. "
    )
    text = (sentence * 40)[:6000]
    world.find(text)
    assert min(_seconds(world, text) for _ in range(7)) < 0.003


def _seconds(world: Gazetteer, text: str) -> float:
    begin = time.process_time()
    world.find(text)
    return time.process_time() - begin

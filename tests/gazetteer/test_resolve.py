"""Who short mentions stand for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import gazetteer
from comity.gazetteer import Gazetteer, Resolution


def said(world: Gazetteer, mention: str) -> tuple[str | None, str | None]:
    """Country and sector."""
    found = world.resolve(mention)
    return found.country, found.sector


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("American warplanes", "USA", "MIL"), ("Bavarian police", "DEU", "COP"),
        ("Cambodian foreign ministry", "KHM", "GOV"), ("former French president", "FRA", "ELI"),
        ("ex-Thai premier", "THA", "ELI"), ("Thailand's ex-prime minister", "THA", "ELI"),
        ("the South Korean embassy in Cambodia", "KOR", "GOV"), ("Vietnamese fishermen", "VNM", "CVL"),
        ("German Chancellor Angela Merkel", "DEU", "GOV"),
        ("Seoul's representative in Cambodia", "KOR", "GOV"),
        ("the ambassador of Japan to Cambodia", "JPN", "GOV"), ("US ambassador to the UN", "USA", "GOV"),
        ("the ambassador from Seoul", "KOR", "GOV"), ("a spokesman for the Thai army", "THA", "MIL"),
        ("a Turkish police chief", "TUR", "COP"), ("Pentagon spokesman", "USA", "MIL"),
        ("Hamas official", "PSE", "REB"), ("head of the Indonesian navy", "IDN", "MIL"),
        ("South Korean businesses", "KOR", "BUS"), ("Chinese-owned company", "CHN", "BUS"),
        ("protesters in Dhaka", "BGD", "CVL"), ("police in Lyon", "FRA", "COP"),
        ("Lyon police", "FRA", "COP"), ("University of Oslo researchers", "NOR", "EDU"),
        ("Myanmar rebels", "MMR", "REB"), ("Polish judges", "POL", "JUD"),
        ("Spanish lawmakers", "ESP", "LEG"), ("Israeli forces", "ISR", "MIL"),
        ("Syrian rebel forces", "SYR", "REB"), ("Mexican drug cartel", "MEX", "CRM"),
        ("Sri Lankan Buddhist monks", "LKA", "REL"), ("Kenyan opposition leader", "KEN", "OPP"),
        ("Ugandan hospital", "UGA", "MED"), ("Swiss charity", "CHE", "NGO"),
        ("Qatari broadcaster", "QAT", "JRN"), ("Australian spy agency", "AUS", "SPY"),
        ("Afghan refugees", "AFG", "REF"), ("Danes", "DNK", "CVL"),
        ("Vladimir Putin, president of Russia", "RUS", "GOV"), ("north korean diplomats", "PRK", "GOV"),
        ("Texas governor", "USA", "GOV"), ("Iranian-backed militia in Iraq", "IRQ", "REB"),
        ("pro-Russian rebels in Ukraine", "UKR", "REB"), ("US troops in Iraq", "USA", "MIL"),
        ("Dozens of Russian peacekeepers", "RUS", "MIL"), ("at least four Yemeni doctors", "YEM", "MED"),
        ("thousands of workers in Haiti", "HTI", "CVL"), ("Over 720,000 Afghans", "AFG", "CVL"),
        ("Saudi Arabia's King Salman", "SAU", "GOV"), ("Bank of China", "CHN", "BUS"),
        ("the Kremlin", "RUS", "GOV"),
    ],
)  # fmt: skip
def test_head_nouns_give_the_sector_and_names_the_country(
    world: Gazetteer, mention: str, country: str, sector: str
) -> None:
    assert said(world, mention) == (country, sector)


@pytest.mark.parametrize(
    ("mention", "sector"),
    [
        ("Prime Minister Nobody Known", "GOV"), ("troops in Iraq", "MIL"), ("the ambassador to Cambodia", "GOV"),
        ("special envoy for North Korea", "GOV"), ("Cambodian and Thai soldiers", "MIL"),
        ("Foreign Minister Jane Bishop", "GOV"), ("President Lincoln", "GOV"), ("Korean ambassador", "GOV"),
        ("Kurdish fighters", "REB"), ("anti-American protesters", "CVL"), ("US-led coalition", "MIL"),
        ("US President Trump and Indian Prime Minister Modi", "GOV"), ("US, British and French troops", "MIL"),
        ("ministers of France and Germany", "GOV"),
    ],
)  # fmt: skip
def test_a_country_that_the_words_do_not_tell_stays_unknown(world: Gazetteer, mention: str, sector: str) -> None:
    assert said(world, mention) == (None, sector)


@pytest.mark.parametrize("mention", ["", "Jane Doe", "Michael Jordan", "Lincoln", "us", "gobbledygook"])
def test_nothing_is_known_of_unknown_persons_and_other_words(world: Gazetteer, mention: str) -> None:
    assert world.resolve(mention) == Resolution()


@pytest.mark.parametrize(
    ("mention", "entity"),
    [
        ("UN Security Council", "UNSC"), ("the European Commission", "EUCOM"), ("UN spokesman", "UN"),
        ("president of the European Commission", "EUCOM"), ("NATO troops", "NATO"),
        ("UN Secretary-General Antonio Guterres", "UNSG"),
    ],
)  # fmt: skip
def test_bodies_answer_for_themselves(world: Gazetteer, mention: str, entity: str) -> None:
    found = world.resolve(mention)
    assert (found.entity, found.country, found.sector) == (entity, None, "IGO")


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("Pyongyang", "PRK"), ("the U.S.", "USA"), ("the Dutch", "NLD"), ("Cambodia.", "KHM"),
        ("Kambodscha", "KHM"), ("Corée du Nord", "PRK"), ("대한민국", "KOR"), ("中国", "CHN"),
    ],
)  # fmt: skip
def test_a_bare_name_is_the_state_itself(world: Gazetteer, mention: str, code: str) -> None:
    found = world.resolve(mention)
    assert (found.entity, found.country, found.sector) == (code, code, None)


@pytest.mark.parametrize(
    ("mention", "year", "country"),
    [
        ("Russian troops", 1980, "SUN"), ("Russian troops", 2020, "RUS"), ("Moscow", 1980, "SUN"),
        ("Soviet troops", 1980, "SUN"), ("Soviet troops", 2020, "SUN"), ("Soviet troops", 1910, None),
        ("Czech president", 1985, "CSK"), ("Czech president", 1995, "CZE"), ("Hanoi", 1965, "VDR"),
        ("Saigon", 1965, "VNM"), ("Vietnamese officials", 1965, None), ("Vietnamese officials", 1980, "VNM"),
        ("East German police", 1970, "DDR"), ("German police", 1970, "DEU"), ("Zairian army", 1990, "COD"),
        ("Estonian officials", 1930, "EST"), ("Khmer Republic", 1972, "KHM"), ("Serbian army", 2004, "SCG"),
        ("South Yemeni officials", 1975, "YMD"), ("Yemeni officials", 1975, None), ("Syrians", 1960, "SYR"),
    ],
)  # fmt: skip
def test_past_states_hold_on_their_days(world: Gazetteer, mention: str, year: int, country: str | None) -> None:
    assert world.resolve(mention, dt.date(year, 6, 1)).country == country


def test_a_former_name_is_doubtful_outside_its_time(world: Gazetteer) -> None:
    then, now = (world.resolve("Zaire", dt.date(year, 6, 1)) for year in (1990, 2020))
    assert then.confidence > now.confidence > 0


def test_confidence_falls_with_what_the_words_leave_open(world: Gazetteer) -> None:
    mentions = ["Thai police", "police in Bangkok", "police"]
    sure, placed, bare = (world.resolve(mention).confidence for mention in mentions)
    assert 1 > sure > placed > bare > 0


@pytest.mark.parametrize(
    ("mention", "day", "country", "sector"),
    [
        ("Saddam Hussein", "1995-01-01", "IRQ", "GOV"), ("Saddam Hussein", "2005-01-01", "IRQ", "ELI"),
        ("Angela Merkel", "2010-06-01", "DEU", "GOV"), ("Merkel", "2023-06-01", "DEU", "ELI"),
        ("Nelson Mandela", "1970-01-01", "ZAF", "OPP"), ("Nelson Mandela", "1995-01-01", "ZAF", "GOV"),
        ("Prime Minister Johnson", "2020-01-01", "GBR", "GOV"), ("President Johnson", "1965-01-01", "USA", "GOV"),
        ("Yasser Arafat", "1985-01-01", "PSE", "REB"), ("Hosni Mubarak", "2012-01-01", "EGY", "ELI"),
        ("King Hussein", "1990-01-01", "JOR", "GOV"), ("Mikhail Gorbachev", "1988-01-01", "SUN", "GOV"),
        ("the Taliban", "2010-01-01", "AFG", "REB"), ("the Taliban", "2023-01-01", "AFG", "GOV"),
        ("the Labour Party", "1990-01-01", "GBR", "OPP"), ("the Labour Party", "2000-01-01", "GBR", "GOV"),
    ],
)  # fmt: skip
def test_persons_and_parties_are_what_they_were_on_the_day(
    world: Gazetteer, mention: str, day: str, country: str, sector: str
) -> None:
    found = world.resolve(mention, dt.date.fromisoformat(day))
    assert (found.country, found.sector) == (country, sector)


def test_a_title_before_a_name_tells_more_than_the_day(world: Gazetteer) -> None:
    found = world.resolve("former Iraqi president Saddam Hussein", dt.date(1995, 1, 1))
    assert (found.entity, found.sector) == ("person:saddam-hussein", "ELI")


def test_a_name_that_means_two_states_in_two_languages_is_not_guessed(world: Gazetteer) -> None:
    assert world.resolve("Nigeri") == Resolution()
    assert world.resolve("Kongo") == Resolution()


@given(st.text(max_size=80))
def test_any_mention_is_answered(text: str) -> None:
    found = gazetteer.load().resolve(text)
    assert bool(found.confidence) == any((found.entity, found.country, found.sector))

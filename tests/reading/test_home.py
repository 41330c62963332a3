"""Whose a bare office is: the issuing state's, that of the place a text is dated from, or nobody's."""

import pytest
from tests.reading.reading_steps import parsed, referents

from comity.reading.home import Home, home_of
from comity.reading.layers import Meta
from comity.reading.mentions import find_mentions


def home(text: str, **about: object) -> Home:
    read = parsed(text)
    return home_of(read, find_mentions(read), Meta(**about))  # type: ignore[arg-type]


def test_a_despatch_is_of_the_state_that_it_is_dated_from() -> None:
    found = home("RIGA, 3 March 2020 - Belarus and Belarus again, said Belarus of Poland.")
    assert (found.state, found.dated) == ("LVA", True)


def test_an_office_that_publishes_speaks_for_its_state() -> None:
    found = home("The minister spoke.", publisher="Ministry of Foreign Affairs of Japan")
    assert (found.state, found.issued, found.we) == ("JPN", True, ("JPN",))


def test_a_newspaper_does_not() -> None:
    assert not home("The minister spoke.", publisher="The Japan Times").issued


def test_a_state_named_once_is_not_what_a_text_is_about() -> None:
    assert home("Peru spoke.").state is None


def test_we_in_a_communique_are_those_who_met() -> None:
    text = "Statement\n\n1. We, the leaders of ASEAN and of Japan, met today. We condemned the attack."
    assert home(text, genre="communique").we == ("ASEAN", "JPN")


@pytest.mark.parametrize(("title", "own"), [("foreign minister", True), ("ambassador", False), ("envoy", False)])
def test_envoys_of_a_despatch_are_of_other_states(title: str, own: bool) -> None:
    assert home("LIMA, 3 March 2020 - Peru spoke.").owns(title, "GOV") is own


def test_a_paragraph_told_from_elsewhere_has_its_own_officials() -> None:
    text = (
        "LIMA, 3 March 2020 - Peru protested.\n\n"
        "In Quito, Foreign Minister Ana Rojas rejected it. The president kept silent."
    )
    _, found = referents(text)
    assert found.entities["person:ana-rojas"].country == "ECU"


def test_a_column_is_of_the_state_whose_people_its_author_counts_himself_among() -> None:
    text = "India gave us two boats. India gave us a road. We Fijians ask what India wants."
    found = home(text, genre="opinion")
    assert (found.state, found.we) == ("FJI", ("FJI",))


def test_a_column_with_us_in_it_is_of_the_state_that_its_newspaper_is_published_in() -> None:
    text = "Japan lent us the money, Japan built our port. Bangladesh paid."
    assert home(text, genre="opinion", publisher="The Dhaka Post").state == "BGD"

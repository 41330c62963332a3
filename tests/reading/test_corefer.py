"""One entity for all the ways in which a text names a party, and none where it does not tell."""

import datetime as dt

import pytest
from tests.reading.reading_steps import referents, who

MET = "Thai Foreign Minister Anan Srisai met Lao Foreign Minister Kham Vong in Vientiane on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Kenyan President Amos Kiptoo visited Uganda. Kiptoo praised Uganda.", "Kiptoo", "amos-kiptoo"),
        ("Kenyan President Amos Kiptoo visited Uganda. Later Kiptto praised it.", "Kiptto", "amos-kiptoo"),
        ("South Korean minister Yoon Ki-ho spoke. Ki-ho left.", "Ki-ho", "yoon-ki-ho"),
        ("Iraqi minister Karim al-Jabouri spoke. Al-Jabouri left.", "Al-Jabouri", "karim-al-jabouri"),
        ("Peru's minister Juan Soto Rivas spoke. President Soto Rivas left.", "Soto Rivas", "juan-soto-rivas"),
        ("Turkish President Kemal Aydınlı spoke. President Aydinli left.", "Aydinli", "kemal-aydinli"),
    ],
)
def test_a_shorter_or_misspelt_name_is_the_person_named_before(text: str, words: str, person: str) -> None:
    assert who(text, words) == (f"person:{person}",)


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Peru's president Luis Soto and Peru's minister Ana Soto met Chile. Minister Soto thanked Chile."
    assert who(text, "Minister Soto") == ("person:ana-soto",)


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("The Thai minister thanked Laos.", "Thai minister", "anan-srisai"),
        ("The Lao diplomat thanked Thailand.", "Lao diplomat", "kham-vong"),
        ("Srisai then saw off his counterpart.", "counterpart", "kham-vong"),
        ("Srisai thanked his host.", "host", "kham-vong"),
    ],
)
def test_a_title_is_the_person_who_fits(text: str, words: str, person: str) -> None:
    assert who(MET + text, words) == (f"person:{person}",)


def test_the_two_ministers_are_persons_and_the_two_countries_are_states() -> None:
    assert who(MET + "The two ministers signed a treaty.", "ministers") == (
        "person:anan-srisai",
        "person:kham-vong",
    )
    assert set(who(MET + "The two countries signed a treaty.", "countries")) == {"THA", "LAO"}


def test_a_counterpart_named_behind_a_comma_is_that_person() -> None:
    text = "Chadian Foreign Minister Idriss Abba met his Sudanese counterpart, Osman Nour, in Cairo."
    assert who(text, "counterpart") == ("person:osman-nour",)
    _, found = referents(text)
    assert found.entities["person:osman-nour"].country == "SDN"


def test_the_minister_of_a_release_is_the_publishers() -> None:
    text = "The Foreign Minister, Ms Ana Reyes, received the ambassador of Fiji."
    _, found = referents(text, publisher="Ministry of Foreign Affairs of Chile", genre="release")
    assert found.entities["person:ana-reyes"].country == "CHL"


def test_a_possessor_lends_its_state() -> None:
    _, found = referents("Latvia recalled its ambassador, Mara Ozola. Fiji's envoy met Laos.")
    assert found.entities["person:mara-ozola"].country == "LVA"


def test_a_leader_is_of_the_delegation_that_is_led() -> None:
    _, found = referents("The North Korean delegation was led by Vice Minister Kim Su Ok.")
    assert found.entities["person:kim-su-ok"].country == "PRK"


def test_the_king_of_another_year_is_nobody_of_the_text() -> None:
    text = "Moroccan King Hamid Ilyas received Spain's envoy. In 1975 the king had refused Spain."
    assert "person:hamid-ilyas" not in who(text, "the king")


def test_an_object_is_not_the_subject_of_its_own_verb() -> None:
    assert who("Sudan cut ties with Chad, blaming it for a raid.", "it") != ("SDN",)


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Cambodia thanked Japan. The Kingdom has three such ports.", "Kingdom", "KHM"),
        ("India lent the Maldives a ship. The archipelago paid nothing.", "archipelago", "MDV"),
        ("South Korea spoke to Mongolia, which has no trade with the North.", "North", "PRK"),
        ("Sudan accused Chad. Chad in turn accused its neighbour.", "neighbour", "SDN"),
    ],
)
def test_an_epithet_is_the_state_that_it_describes(text: str, words: str, state: str) -> None:
    assert who(text, words) == (state,)


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Togo thanked Benin for the aid that it sent.", "it", "BEN"),
        ("Togo accused Benin of theft and recalled its envoy.", "its", "TGO"),
    ],
)
def test_who_is_thanked_or_blamed_is_spoken_of_until_the_next_verb(text: str, words: str, state: str) -> None:
    assert who(text, words) == (state,)


def test_the_government_of_a_president_is_of_his_state() -> None:
    text = "Malian President Modibo Sako spoke in Chad. The government of President Sako rejected the charge."
    assert who(text, "government") == ("MLI",)


def test_a_kingdom_has_no_president_of_its_own() -> None:
    _, found = referents(
        "BANGKOK, 3 March 2020 - Thailand signed a pact. President Carl Lind spoke in Bangkok of Thailand."
    )
    assert found.entities["person:carl-lind"].country is None


def test_a_group_of_states_is_all_its_members() -> None:
    assert set(who("The Baltic states condemned Belarus.", "states")) == {"EST", "LVA", "LTU"}
    assert who("Two Baltic states condemned Belarus.", "states") == ()


def test_both_koreas_are_two_states() -> None:
    assert set(who("Mongolia invited both Koreas to talks.", "Koreas")) == {"KOR", "PRK"}


def test_a_bare_title_without_anybody_told_stays_unknown() -> None:
    assert who("The minister spoke of peace.", "minister") == ()


def test_an_office_is_dated_by_publication_and_by_its_sentence() -> None:
    from comity.reading.layers import Meta
    from comity.reading.reader import read_text

    text = (
        "Peruvian President Ana Rojas visited Chile. "
        "In March 1999 then-president Luis Paz of Peru visited Bolivia."
    )
    record = read_text(text, Meta(published=dt.date(2021, 6, 15)))
    held = {e.id: e.offices[0].on for e in record.entities if e.offices}
    assert held["person:ana-rojas"] is not None
    assert held["person:ana-rojas"].start == dt.date(2021, 6, 15)
    assert held["person:luis-paz"] is not None
    assert held["person:luis-paz"].end == dt.date(1999, 3, 31)


TWO = (
    "Peru and Bolivia in dispute\n\nPeru and Bolivia quarrelled over the lake. Peru closed the port. "
    "Bolivia recalled its envoy. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Brazil urged both governments to talk.",
        "Brazil called on the two countries to talk.",
        "Brazil, which buys the gas, offered to mediate between the two sides.",
        "Brazilian minister Ana Reis said both sides had yielded.",
    ],
)
def test_whoever_urges_or_tells_of_both_is_neither_of_them(text: str) -> None:
    words = next(one for one in ("both governments", "two countries", "two sides", "both sides") if one in text)
    assert set(who(TWO + text, words)) == {"PER", "BOL"}


def test_who_says_that_the_two_sides_met_may_be_one_of_them() -> None:
    text = "Chad received Niger's president. Chad said the two sides had met before."
    assert set(who(text, "two sides")) == {"TCD", "NER"}


def test_first_person_is_the_state_of_a_columnist_who_names_it_first_and_often() -> None:
    text = "Malawi needs a friend. Malawi borrowed from China, and China built our road. Malawi pays."
    assert who(text, "our", genre="opinion") == ("MWI",)
    assert who(text, "our", genre="news") == ()
    assert who("France met Italy. It taught us all a thing.", "us", genre="opinion") == ()


def test_first_person_in_a_quotation_is_the_speakers_state_named_before_or_behind() -> None:
    assert who('"They detained our men," said Kenyan minister Amos Kiptoo.', "our") == ("KEN",)
    assert who('Kenyan minister Amos Kiptoo said: "They detained our men."', "our") == ("KEN",)
    assert who('"They detained our men," a fisherman said.', "our") == ()


def test_a_neighbour_by_direction_is_the_state_told_of_that_lies_there() -> None:
    text = "Nepal trades with India and with China. Nepal signed a treaty with its northern neighbour."
    assert who(text, "neighbour") == ("CHN",)


def test_a_state_is_told_by_its_region_or_form_where_one_of_those_named_has_it() -> None:
    text = "Honduras and Paraguay left the pact. Chile praised the Central American republic."
    assert who(text, "republic") == ("HND",)
    assert (
        who("Honduras and Guatemala left the pact. Chile praised the Central American republic.", "republic") == ()
    )


def test_that_country_is_the_one_named_last() -> None:
    text = "Senegal sent troops to Guinea-Bissau at the request of that country's president."
    assert who(text, "country") == ("GNB",)


def test_the_host_country_is_that_of_the_city_where_they_met() -> None:
    text = "The ministers met in Suva on Monday. Korea handed two boats to the host country."
    assert who(text, "country") == ("FJI",)


def test_the_two_men_are_persons_and_its_two_patrons_others_than_itself() -> None:
    assert who(MET + "Thailand had invited the two men.", "men") == ("person:anan-srisai", "person:kham-vong")
    text = "Nauru wants aid. China lent it money, Australia gave it a ship. Nauru plays off its two patrons."
    assert set(who(text, "patrons")) == {"CHN", "AUS"}

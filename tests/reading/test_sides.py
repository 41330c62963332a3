"""Whom words for one, each or both of two stand for, and those for bodies and for parts in a story."""

from __future__ import annotations

import datetime as dt

import pytest

import comity
from comity.record.values import Genre

TRUCE = "Chad and Libya agreed on Friday to pull their patrols back from the wells after two days of shooting. "
COLUMN = (
    "Malawi cannot sell our river twice. In May our trade minister, Grace Phiri, promised Tanzania the water; "
    "in June she promised Mozambique the same. Malawi gains from neither; it is small. Malawi waits. "
    "Tanzania drilled three wells and Tanzanian pumps run; Mozambique has dug two, and Mozambican pumps stand "
    "still. Tanzania waits; Mozambique does not. "
)
SWAP = "Hungary's ambassador in Baku, Ilona Vas, proposed a swap to Azerbaijan. "


def who(text: str, words: str, genre: Genre = "unknown") -> list[str]:
    """The entities over the last letters of some words, by id."""
    end = text.rindex(words) + len(words)
    record = comity.read(text, published=dt.date(2024, 5, 20), genre=genre)
    return sorted(one.id for one in record.entities if any(at < end <= stop for at, stop in one.mentions))


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        (TRUCE + "Under the deal each side will free its prisoners.", "each side", ["LBY", "TCD"]),
        (TRUCE + "Neither may build a post there.", "Neither", ["LBY", "TCD"]),
        (TRUCE + "Chad said that the other side had fired first.", "the other side", ["LBY"]),
        ("Peru sells to Canada. On the other side of the river lorries wait.", "the other side", []),
        (TRUCE + "The Libyan side denied that.", "The Libyan side", ["LBY"]),
        ("Jordan's premier, Omar Zaid, phoned Iraq's minister, Basim Ridha. The latter agreed.", "The latter",
         ["person:basim-ridha"]),
        ("Jordan signed with Oman. The latter paid.", "The latter", ["OMN"]),
    ],
)  # fmt: skip
def test_words_for_one_and_each_of_two_find_them(text: str, words: str, states: list[str]) -> None:
    assert who(text, words) == states


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Morocco lost the vote. Senegal promised its ally a second hearing.", "its ally", ["MAR"]),
        ("Kenya has 300 police in Haiti. Nairobi told its host to wait.", "its host", ["HTI"]),
        ("Germany and Italy discussed steel. Turkey wrote to its allies.", "its allies", []),
        ("Russia, Peru and Chad met. Turkey wrote to its ally.", "its ally", []),
        ("Mauritius, our clever neighbour, sold the rights.", "our clever neighbour", ["MUS"]),
        ("Niger closed the pipe. Its southern neighbour, Nigeria, complained.", "Its southern neighbour", ["NGA"]),
        ("Qatar brokered the truce between Chad and the rebels. The mediator left.", "The mediator", ["QAT"]),
        ("Taiwan lost Nauru. Nauru set up ties with the mainland.", "the mainland", ["CHN"]),
        ("The Filipinos asked Palau for two islands. They paid in rice.", "They", ["PHL"]),
    ],
)
def test_a_state_is_known_by_what_it_is_to_another(text: str, words: str, states: list[str]) -> None:
    assert who(text, words) == states


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Both capitals have sent engineers.", ["MOZ", "TZA"]),
        ("We should tell the two suitors.", ["MOZ", "TZA"]),
    ],
)
def test_a_column_between_two_suitors_means_them_by_both(words: str, states: list[str]) -> None:
    last = {"Both capitals have sent engineers.": "Both capitals"}.get(words, "the two suitors")
    assert who(COLUMN + words, last, "opinion") == states


def test_a_minister_of_ours_is_of_the_columnists_state() -> None:
    record = comity.read(COLUMN, published=dt.date(2024, 5, 20), genre="opinion")
    assert next(one.country for one in record.entities if one.id == "person:grace-phiri") == "MWI"


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("Mali quit ECOWAS in January. Niger left the organisation the same day.", "the organisation", ["ECOWAS"]),
        ("The European Union lent through the World Bank. In May the bloc stopped.", "the bloc", ["EU"]),
        ("Iceland applied to the European Union and asked NATO for radars. The alliance agreed.", "The alliance",
         ["NATO"]),
        ("The UN Security Council met on Friday. Jordan complained to the council.", "the council", ["UNSC"]),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_noun(text: str, words: str, body: list[str]) -> None:
    assert who(text, words) == body


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Seychelles wants more tuna. Victoria wrote to Mauritius.", "Victoria", ["SYC"]),
        ("The Seychelles wants more. Victoria Namale, a nurse, left. Victoria wrote.", "Victoria", []),
        ("Kenya wants the dam filled slowly, and Addis has promised.", "Addis", ["ETH"]),
    ],
)
def test_a_capital_stands_for_the_state_that_the_text_tells_of(text: str, words: str, found: list[str]) -> None:
    states = [one for one in who(text, words) if len(one) == 3]
    assert states == found


def test_whoever_was_she_is_not_him() -> None:
    text = (
        SWAP + "She called Deputy Minister Elchin Aliyar; a week later Ivo Marin, an envoy from Zagreb, met him."
    )
    assert who(text, "him") == ["person:elchin-aliyar"]


def test_whom_an_envoy_sounds_out_is_of_his_host() -> None:
    text = SWAP + "Azerbaijan agreed. She sounded out Deputy Minister Elchin Aliyar."
    record = comity.read(text, published=dt.date(2024, 5, 20))
    assert next(one.country for one in record.entities if one.id == "person:elchin-aliyar") == "AZE"

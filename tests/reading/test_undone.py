"""Acts that take back an earlier one without naming its parties; acts that leave a party to be understood."""

import datetime as dt

import pytest

from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record.values import Genre


def acts(text: str, genre: Genre = "news") -> list[tuple[str, str, str]]:
    def side(parties: tuple) -> str:  # type: ignore[type-arg]
        return "+".join(party.country or party.entity for party in parties)

    found = read_text(text, Meta(published=dt.date(2021, 6, 15), genre=genre)).events
    return [(event.event_type, side(event.actors), side(event.recipients)) for event in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghana banned Nigerian cement in May. The ban was lifted in September.", ("CONCEDE", "GHA", "NGA")),
        (
            "Turkey closed the crossing to Iraqi lorries on Monday. It reopened the crossing a week later.",
            ("COOPERATE", "TUR", "IRQ"),
        ),
        (
            "Poland suspended visas for Belarusian drivers in 2018; the measure was revoked two years later.",
            ("CONCEDE", "POL", "BLR"),
        ),
    ],
)
def test_what_is_taken_back_concerns_those_whom_the_first_act_concerned(
    text: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in acts(text)


def test_a_ban_that_nobody_was_told_to_have_imposed_is_lifted_by_nobody() -> None:
    assert acts("Ghana and Nigeria share a coast. The ban was lifted in September.") == []


def test_a_condition_takes_nothing_back() -> None:
    text = "Ghana banned Nigerian cement in May. Traders will sue unless the ban is lifted."
    assert "CONCEDE" not in {one[0] for one in acts(text)}


def test_those_who_are_sent_are_sent_by_their_own_state() -> None:
    assert acts("Danish nurses were sent to Kenya in May.") == [("AID", "DNK", "KEN")]


def test_those_who_are_arrested_are_not_arrested_by_their_own_state() -> None:
    assert ("COERCE", "TCD", "ITA") in acts("Italian engineers were arrested by police in Chad.")


def test_what_somebody_unknown_asks_for_has_not_been_done() -> None:
    assert "RETREAT" not in {one[0] for one in acts("The panel called on Eritrea to release two Ethiopians.")}


def test_a_threat_to_go_to_a_body_does_not_threaten_the_body() -> None:
    text = "Cameroon threatened to go to the African Union if Gabon kept the crew."
    assert acts(text) == [("THREATEN", "CMR", "GAB")]


def test_a_later_frame_counts_where_only_that_finds_both_sides() -> None:
    assert acts("The hospital in Maseru was built with a Kuwaiti credit.") == [("AID", "KWT", "LSO")]


def test_not_letting_somebody_in_refuses_him() -> None:
    assert acts("Syria would not let a Jordanian doctor into the prison.") == [("REJECT", "SYR", "JOR")]


def test_a_note_that_an_envoy_is_handed_blames_his_state() -> None:
    text = "The Kuwaiti ambassador was called to the Foreign Ministry in Cairo and handed a note of protest."
    assert set(acts(text)) == {("ACCUSE", "EGY", "KWT")}


def test_a_headline_in_the_infinitive_tells_of_what_is_to_come() -> None:
    found = read_text(
        "Chad and Niger to reopen border.", Meta(published=dt.date(2021, 6, 15), genre="news")
    ).events
    assert {event.status for event in found} == {"future"}


def test_forces_of_two_states_that_train_together_are_both_named() -> None:
    text = "In November the Bulgarian and Turkish coast guards exercised together off Burgas."
    assert acts(text) == [("COOPERATE", "BGR", "TUR")]


def test_a_columnist_who_says_we_with_a_name_is_of_that_state() -> None:
    text = (
        "Two friends\n\nWe Maltese like gifts. Libya and Italy vie for us. Italy built a road; Libya sold oil; "
        "Italy sent ships. In May Italy gave us two ambulances."
    )
    assert ("AID", "ITA", "MLT") in acts(text, genre="opinion")

"""From acts to events: what is to come changes its type, one act told twice is one event, and it has its place."""

import datetime as dt

from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record import Event


def events(text: str) -> tuple[Event, ...]:
    return read_text(text, Meta(published=dt.date(2021, 6, 15), genre="news")).events


def test_a_visit_to_come_is_an_agreement_to_meet() -> None:
    (event,) = events("Uzbek President Rustam Karimov will travel to Astana in July.")
    assert (event.event_type, event.mode, event.cameo, event.status) == ("AGREE", None, "036", "future")


def test_a_withdrawal_to_come_is_a_concession() -> None:
    (event,) = events("Uganda will withdraw its troops from Somalia in July.")
    assert (event.event_type, event.status) == ("CONCEDE", "future")


def test_an_arrival_for_a_visit_is_one_event_with_two_triggers() -> None:
    found = events("Bolivia's foreign minister arrived in Quito on Monday for a three-day visit.")
    assert [(event.event_type, len(event.evidence)) for event in found] == [("CONSULT", 2)]


def test_two_visits_of_two_people_stay_two() -> None:
    found = events(
        "Peru's president visited Ecuador on 3 May 2021. Peru's foreign minister visited Ecuador on 9 June."
    )
    assert [event.event_type for event in found] == ["CONSULT", "CONSULT"]


def test_an_event_is_where_it_took_place() -> None:
    (event,) = events("Denmark and Iceland held talks in Lisbon on Tuesday.")
    assert event.place is not None
    assert event.place.country == "PRT"


def test_a_sum_is_kept_with_the_aid() -> None:
    (event,) = events("Botswana granted Zimbabwe a loan of 20 million dollars.")
    assert event.amount is not None
    assert (event.amount.value, event.amount.unit) == (20_000_000, "USD")


def test_what_one_side_might_do_to_nobody_in_particular_is_no_event() -> None:
    assert events("Chad, Niger and Mali share a river. Chad might offer to help.") == ()


def test_a_description_of_an_act_just_told_is_no_second_one() -> None:
    text = (
        "Cambodian Prime Minister Sok Dara received Chadian Ambassador Ali Nour on 4 March 2021. "
        "It was the first meeting between a Cambodian prime minister and a Chadian ambassador."
    )
    assert [event.event_type for event in read_text(text, Meta()).events] == ["CONSULT"]


def test_what_should_be_done_is_advice_and_no_event() -> None:
    assert read_text("Malawi should recall its envoy to Chad.", Meta()).events == ()
    assert [one.event_type for one in read_text("Malawi recalled its envoy to Chad.", Meta()).events] == [
        "SANCTION"
    ]


def test_a_headline_and_what_it_heads_are_one_act() -> None:
    text = (
        "Kenya and Oman sign port deal\n\nMUSCAT, 12 March - Kenyan President Amos Kiptoo met Sultan Haitham of "
        "Oman on Sunday. The two leaders signed a port agreement on Monday."
    )
    found = read_text(text, Meta(published=dt.date(2024, 3, 12))).events
    assert [event.date.start for event in found if event.event_type == "SUPPORT"] == [dt.date(2024, 3, 11)]


def test_the_year_of_what_is_only_mentioned_dates_nothing_that_follows() -> None:
    text = "Oman will reopen its embassy in Kenya, which it closed in 2009. Uganda criticised the deal."
    found = read_text(text, Meta(published=dt.date(2024, 3, 12))).events
    told = {event.event_type: event for event in found}
    assert told["SANCTION"].date.start == dt.date(2009, 1, 1)
    assert (told["ACCUSE"].date.start, told["ACCUSE"].status) == (None, "actual")

"""The whole reader on sentences of our own: who did what to whom, whether it happened, and who says so."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record import Event, Record

PUBLISHED = dt.date(2021, 6, 15)
CASES = [json.loads(line) for line in (Path(__file__).parent / "acts.jsonl").read_text("utf-8").splitlines()]


def read(text: str, genre: str = "news") -> Record:
    return read_text(text, Meta(published=PUBLISHED, genre=genre))  # type: ignore[arg-type]


def brief(event: Event) -> tuple[str, str, str]:
    def side(parties: tuple) -> str:  # type: ignore[type-arg]
        return "+".join(party.country or party.entity for party in parties)

    return event.event_type, side(event.actors), side(event.recipients)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_an_act_is_found_with_its_parties_and_status(case: dict[str, str]) -> None:
    found = {(*brief(event), event.status) for event in read(case["text"]).events}
    assert (case["type"], case["actor"], case["recipient"], case.get("status", "actual")) in found


@pytest.mark.parametrize(
    "text",
    [
        "The Bolivian parliament passed a budget on Tuesday.",
        "Ghana and Togo lie on the Gulf of Guinea.",
        "About 90,000 Norwegians visit Greece every year.",
        "Sanctions rarely work.",
    ],
)
def test_what_is_no_dealing_between_states_gives_no_event(text: str) -> None:
    assert read(text).events == ()


def test_two_tellings_of_one_act_are_one_event_with_two_pieces_of_evidence() -> None:
    record = read(
        "Peru's foreign minister Rosa Quispe met Chilean ambassador Tomas Vidal in Lima on 9 June 2021. "
        "Quispe's meeting with Vidal lasted an hour."
    )
    assert [len(event.evidence) for event in record.events] == [2]


def test_a_surname_stands_for_the_person_named_before() -> None:
    record = read("Kenyan President Amos Kiptoo visited Uganda on Monday. Kiptoo praised Uganda.")
    assert {event.actors[0].entity for event in record.events} == {"person:amos-kiptoo"}


def test_a_reported_act_carries_its_speaker() -> None:
    record = read("Egypt's foreign ministry said that Sudan had expelled the Egyptian ambassador.")
    event = next(event for event in record.events if event.event_type == "SANCTION")
    assert (event.attribution.speaker, event.attribution.manner) == (
        "organisation:egy-foreign-ministry",
        "reported",
    )


def test_relations_begin_with_their_date() -> None:
    ties = read("In 1992, Mongolia established diplomatic relations with Israel.").ties
    assert [(t.kind, set(t.parties), t.start, t.status) for t in ties] == [
        ("diplomatic_relations", {"MNG", "ISR"}, "1992", "active")
    ]


def test_an_anniversary_tells_when_relations_began() -> None:
    text = "Nepal and Finland celebrated the 40th anniversary of their diplomatic relations in 2021."
    assert any(t.kind == "diplomatic_relations" and t.start == "1981" for t in read(text).ties)


def test_a_broken_tie_has_ended() -> None:
    ties = read("Morocco broke off diplomatic relations with Iran in May 2018.").ties
    assert [(t.kind, t.status, t.end) for t in ties] == [("diplomatic_relations", "ended", "2018-05")]


def test_a_partnership_has_its_level() -> None:
    ties = read("Indonesia and Vietnam raised their relations to a strategic partnership in June 2013.").ties
    assert [(t.kind, t.level, t.start) for t in ties] == [("partnership", "strategic partnership", "2013-06")]


def test_an_embassy_is_a_mission_of_its_sender() -> None:
    ties = read("The Kenyan embassy in Kampala is being repainted.").ties
    assert [(t.kind, t.parties) for t in ties] == [("mission", ("KEN", "UGA"))]


def test_trade_that_the_text_denies_is_absent() -> None:
    ties = read("There is no trade between Armenia and Azerbaijan.").ties
    assert [(t.kind, set(t.parties), t.status) for t in ties] == [("trade", {"ARM", "AZE"}, "absent")]


def test_without_a_date_the_act_stays_undated() -> None:
    (event,) = read("Panama condemned Nicaragua.").events
    assert (event.date.precision, event.date.start) == ("unknown", None)


def test_the_same_text_gives_the_same_record() -> None:
    text = "Chad and Niger signed an agreement on Friday."
    assert read(text).to_json() == read(text).to_json()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    read(text)

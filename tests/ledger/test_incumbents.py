from __future__ import annotations

from typing import Any

import pytest

from comity.ledger import Ledger
from comity.record import Period, Place

from . import factory
from .offices import act, fill, told

PARK = told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM")
OH = told("Oh Nak-young", "Ambassador", "KOR", "2018-05-14", host="KHM")
TEXT = "The South Korean ambassador met officials of Cambodia."
AMBASSADOR, CAMBODIA = ("ambassador", "KOR"), ("Cambodia", "KHM")
JUNE = factory.day("2024-06-03")


def named(ledger: Ledger, text: str = TEXT, when: Period = JUNE, **known: Any) -> str | None:
    """Who the ambassador of an event is, by export; the event goes into the ledger."""
    fill(ledger, act(text, AMBASSADOR, CAMBODIA, when, **known))
    (row,) = ledger.events().to_pylist()
    assert row["recipient_holder"] is None
    holder: str | None = row["actor_holder"]
    return holder


def test_an_office_without_a_name_is_who_held_it_on_the_day(ledger: Ledger) -> None:
    fill(ledger, OH, PARK)
    assert named(ledger) == "person:park-jung-wook"
    (held,) = ledger.held("events")
    found = ledger.incumbents().of(held, held.item.actors[0])
    assert found is not None
    assert (found.name, found.title) == ("Park Jung-wook", "ambassador")
    assert ledger.incumbents().of(held, held.item.recipients[0]) is None


@pytest.mark.parametrize(
    ("day", "person"),
    [("2018-06-01", "person:oh-nak-young"), ("2021-01-01", None), ("1975-04-17", None), ("2026-01-01", None)],
)
def test_another_day_has_another_holder_or_none(ledger: Ledger, day: str, person: str | None) -> None:
    fill(ledger, OH, PARK)
    assert named(ledger, when=factory.day(day), published="2024-06-03") == person


def test_without_a_date_the_day_of_publication_counts_but_not_for_history(ledger: Ledger) -> None:
    fill(ledger, PARK)
    assert named(ledger, when=Period(), published="2024-06-03") == "person:park-jung-wook"


@pytest.mark.parametrize("known", [{"status": "historical", "published": "2024-06-03"}, {}])
def test_history_and_the_undated_name_nobody(ledger: Ledger, known: dict[str, str]) -> None:
    fill(ledger, PARK)
    assert named(ledger, when=Period(), **known) is None


@pytest.mark.parametrize(
    "text",
    [
        "A South Korean ambassador met officials of Cambodia.",
        "The new South Korean ambassador met officials of Cambodia.",
        "The then ambassador of South Korea met officials of Cambodia.",
        "The ex-ambassador of South Korea met officials of Cambodia.",
        "Another ambassador met officials of Cambodia.",
    ],
)
def test_somebody_else_by_the_words_before_is_nobody_known(ledger: Ledger, text: str) -> None:
    fill(ledger, PARK)
    assert named(ledger, text) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("In a rare step Seoul's ambassador to Cambodia met officials of Cambodia.", "person:park-jung-wook"),
        ("The South Korean ambassador to Japan met officials of Cambodia.", None),
    ],
)
def test_the_host_named_with_the_office_decides(ledger: Ledger, text: str, person: str | None) -> None:
    fill(ledger, PARK)
    assert named(ledger, text) == person


def test_an_envoy_in_other_company_is_nobody_known_unless_the_place_tells(ledger: Ledger) -> None:
    fill(ledger, PARK)
    text = "The South Korean ambassador met officials of Japan."
    fill(ledger, act(text, AMBASSADOR, ("Japan", "JPN"), JUNE))
    there = Place(name="Phnom Penh", country="KHM")
    fill(ledger, act(f"Here {text}", AMBASSADOR, ("Japan", "JPN"), JUNE, place=there))
    rows = {row["sentence"]: row["actor_holder"] for row in ledger.events().to_pylist()}
    assert rows == {text: None, f"Here {text}": "person:park-jung-wook"}


def test_two_who_may_have_held_it_are_nobody(ledger: Ledger) -> None:
    fill(ledger, PARK, told("Kim Jin", "Ambassador", "KOR", "2024-07-01", host="KHM"))
    assert named(ledger) is None


def test_a_shorter_form_of_the_name_is_nobody_else(ledger: Ledger) -> None:
    fill(ledger, PARK, told("Park", "Ambassador", "KOR", "2024-07-01", host="KHM"))
    assert named(ledger) == "person:park-jung-wook"


@pytest.mark.parametrize("title", ["lawmaker", "deputy prime minister", "prime ministers"])
def test_what_several_people_are_at_once_names_nobody(ledger: Ledger, title: str) -> None:
    single = title.removesuffix("s")
    fill(ledger, told("Sok An", single, "KHM", "2024-06-01"))
    fill(ledger, act(f"The {title} met officials of Laos.", (title, "KHM"), ("Laos", "LAO"), JUNE))
    (row,) = ledger.events().to_pylist()
    assert row["actor_holder"] is None


def test_a_title_of_the_same_office_will_do(ledger: Ledger) -> None:
    fill(ledger, told("Sok An", "minister of foreign affairs", "KHM", "2024-06-01"))
    text = "Cambodia's foreign minister met officials of Laos."
    fill(ledger, act(text, ("foreign minister", "KHM"), ("Laos", "LAO"), JUNE))
    (row,) = ledger.events().to_pylist()
    assert row["actor_holder"] == "person:sok-an"


def test_a_change_within_the_time_of_the_event_names_nobody(ledger: Ledger) -> None:
    fill(ledger, told("Sok An", "premier", "KHM", "2024-02-01"), told("Sok Ben", "premier", "KHM", "2024-11-01"))
    year = Period(start=factory.day("2024-01-01").start, end=factory.day("2024-12-31").end, precision="year")
    fill(ledger, act("The premier met officials of Laos.", ("premier", "KHM"), ("Laos", "LAO"), year))
    (row,) = ledger.events().to_pylist()
    assert row["actor_holder"] is None

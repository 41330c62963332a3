from __future__ import annotations

from comity.assessment import Names, stand, words
from comity.ledger import Ledger
from ledger import factory
from ledger.offices import act, fill, told

TEXT = "The South Korean ambassador met officials of Cambodia."


def label(ledger: Ledger, day: str) -> str:
    fill(ledger, act(TEXT, ("ambassador", "KOR"), ("Cambodia", "KHM"), factory.day(day)))
    (deal,) = stand(ledger, "KHM", "KOR").dealings
    return words.who(deal, Names(ledger))


def test_an_office_without_a_name_is_named_by_its_holder_on_the_day(ledger: Ledger) -> None:
    fill(ledger, told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM"))
    assert label(ledger, "2024-06-03") == "Park Jung-wook, ambassador (South Korea) → Cambodia"


def test_on_another_day_it_stays_without_a_name(ledger: Ledger) -> None:
    fill(ledger, told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM"))
    assert "Park" not in label(ledger, "2019-06-03")

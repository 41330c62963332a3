from __future__ import annotations

from brief.factory import Draft, money, on
from comity.assess import Holdings
from comity.assessment.triangles.contacts import contacts
from comity.assessment.triangles.sides import projects, score, trade
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.triangles.worth import worth
from comity.ledger import Ledger


def _asked(ledger: Ledger) -> Triangle:
    return Triangle(Holdings(ledger), "KHM", "KOR", "PRK")


def test_the_latest_word_on_trade_stands(ledger: Ledger) -> None:
    old, new = "They trade a little.", "There is no trade any more."
    ledger.add(Draft(old, "2010-01-01").tie(old, "trade", "KHM", "PRK").record())
    ledger.add(Draft(new, "2024-01-01").tie(new, "trade", "KHM", "PRK", status="absent").record())
    amount = money(751.4e6)
    text = "Trade between Cambodia and South Korea amounted to US$751.4 million in 2023."
    value = {"value": amount.value, "unit": amount.unit, "of": "trade", "year": 2023}
    ledger.add(Draft(text, "2024-02-20").claim(text, text, "quantity", "KHM", "KOR", value=value).record())
    answer = trade(_asked(ledger)).answer
    assert answer == "With South Korea USD 751.4 million in 2023; with North Korea none any more."


def test_a_bank_of_exports_is_no_trade(ledger: Ledger) -> None:
    text = "The Export-Import Bank lends Cambodia US$120 million."
    ledger.add(
        Draft(text, "2024-02-20").claim(text, text, "quantity", "KHM", "KOR", value={"value": 1.2e8}).record()
    )
    assert trade(_asked(ledger)).insufficient is not None


def test_aid_last_told_of_long_ago_is_not_alive(ledger: Ledger) -> None:
    old, new = "North Korea gives aid.", "South Korea gives aid."
    ledger.add(Draft(old, "1975-01-01").tie(old, "aid", "PRK", "KHM").record())
    ledger.add(Draft(new, "2024-01-01").tie(new, "aid", "KOR", "KHM").record())
    found = projects(_asked(ledger))
    assert found.answer == "With South Korea 1 alive; with North Korea none alive."
    assert found.parts[1].text == "aid (last told of in 1975)"


def test_a_zone_that_another_text_denies_is_told_with_the_denial(ledger: Ledger) -> None:
    zone, none = "They have set up a zone.", "No such zone has been established yet."
    ledger.add(Draft(zone, "2024-09-13", genre="opinion").tie(zone, "economic_zone", "KHM", "KOR").record())
    denial = Draft(f"Cambodia and South Korea talk. {none}", "2024-08-22").act(
        "Cambodia and South Korea talk.", "KHM", "KOR", on("2024-08-20")
    )
    ledger.add(denial.claim(none, none, "absence", "KHM", "KOR", value={"of": "zone"}).record())
    found = projects(_asked(ledger))
    assert "none alive and 1 that texts disagree on" in found.answer
    assert {passage.quotation for passage in found.passages} == {zone, none}


def test_a_visit_marked_by_nothing_and_followed_by_nothing_is_talks(ledger: Ledger) -> None:
    text = "They met on 20 August 2024."
    ledger.add(Draft(text, "2024-08-22").act(text, "KHM", "PRK", on("2024-08-20")).record())
    south, north = contacts(_asked(ledger)).parts
    assert south.insufficient is not None
    assert north.value == "talks"


def test_plans_are_not_done(ledger: Ledger) -> None:
    text = "They met on 20 August 2024 and will sign a treaty."
    draft = Draft(text, "2024-08-22").act(text, "KHM", "PRK", on("2024-08-20"))
    ledger.add(draft.act(text, "KHM", "PRK", on("2024-08-21"), event_type="AGREE", status="future").record())
    assert contacts(_asked(ledger)).parts[1].value == "talks"


def test_a_single_mark_makes_no_tie_of_interest(ledger: Ledger) -> None:
    text = "South Korea gave aid on 3 May 2024."
    ledger.add(Draft(text, "2024-05-04").act(text, "KOR", "KHM", on("2024-05-03"), event_type="AID").record())
    assert worth(_asked(ledger)).insufficient is not None


def test_means_are_compared_only_where_both_have_enough(ledger: Ledger) -> None:
    for at in range(1, 13):
        text = f"Day {at} saw talks."
        pairs = [("KOR", 2.5)] if at > 6 else [("KOR", 2.5), ("PRK", 2.5)]
        draft = Draft(text, "2024-05-04")
        for rival, points in pairs:
            draft.act(text, "KHM", rival, on(f"2024-01-{at:02}"), score=points)
        ledger.add(draft.record())
    found = score(_asked(ledger))
    south, north = found.parts
    assert (south.n, south.value) == (12, 2.5)
    assert north.insufficient is not None
    assert "higher" not in found.answer

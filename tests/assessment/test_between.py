from __future__ import annotations

from brief.corpus import records
from brief.factory import Draft, money, on
from comity.assessment import Names, stand, words
from comity.ledger import Ledger


def test_acts_are_counted_once_and_only_when_done(ledger: Ledger) -> None:
    for record in records():
        ledger.add(record)
    south, north = stand(ledger, "KHM", "KOR"), stand(ledger, "KHM", "PRK")
    assert (len(south.dealings), len(south.planned), len(south.denied)) == (4, 1, 0)
    assert (len(north.dealings), len(north.planned), len(north.denied)) == (3, 0, 1)
    assert max(len(act.reports) for act in south.dealings) == 2


def test_an_act_that_depends_on_a_condition_is_kept_apart(ledger: Ledger) -> None:
    text = "Should Pyongyang test again, Cambodia would expel its diplomats."
    ledger.add(
        Draft(text).act(text, "KHM", "PRK", event_type="SANCTION", mode="expel", status="hypothetical").record()
    )
    dyad = stand(ledger, "KHM", "PRK")
    assert (len(dyad.dealings), len(dyad.conditional)) == (0, 1)
    assert dyad.last_contact is None


def test_sides_follow_the_order_of_the_pair(ledger: Ledger) -> None:
    text = "South Korea lent Cambodia money."
    ledger.add(Draft(text).act(text, "KOR", "KHM", on("2024"), event_type="AID", amount=money(12e6)).record())
    assert [len(stand(ledger, "KHM", "KOR").by(side)) for side in ("a", "b")] == [0, 1]
    assert [len(stand(ledger, "KOR", "KHM").by(side)) for side in ("a", "b")] == [1, 0]


def test_without_talks_the_last_contact_is_the_latest_dated_act(ledger: Ledger) -> None:
    first, second, undated = "They traded in 2001.", "They lent in 2003.", "They met."
    draft = Draft(f"{first} {second} {undated}", "2024-01-01")
    draft.act(first, "KHM", "KOR", on("2001"), event_type="COOPERATE")
    draft.act(second, "KOR", "KHM", on("2003"), event_type="AID").act(undated, "KHM", "KOR")
    ledger.add(draft.record())
    last = stand(ledger, "KHM", "KOR").last_contact
    assert last is not None
    assert last.when == "2003"


def test_an_undated_act_says_when_it_was_reported(ledger: Ledger) -> None:
    ledger.add(Draft("They met.", "2024-09-13").act("They met.", "KHM", "KOR").record())
    ledger.add(Draft("They have met.").act("They have met.", "KOR", "KHM", mode="phone").record())
    assert [act.when for act in stand(ledger, "KHM", "KOR").dealings] == [
        "undated, reported 13 September 2024",
        "undated",
    ]


def test_an_empty_pair_is_empty(ledger: Ledger) -> None:
    assert stand(ledger, "KHM", "CUB").is_empty


def test_labels_name_persons_and_amounts(ledger: Ledger) -> None:
    text = "The minister lent South Korea 1,500 tonnes."
    draft = Draft(text).person("person:m", "the minister of Cambodia", "KHM")
    draft.act(text, "person:m", "KOR", on("2020-06"), event_type="AID", amount=money(1500, "tonnes"))
    ledger.add(draft.record())
    (act,) = stand(ledger, "KHM", "KOR").dealings
    names = Names(ledger)
    assert words.label(act, names) == "the minister of Cambodia → South Korea: aid, June 2020, practical"
    assert words.what(act) == "aid, 1,500 tonnes, practical"
    assert words.amount(money(751.4e6)) == "USD 751.4 million"

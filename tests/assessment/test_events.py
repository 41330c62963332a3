from __future__ import annotations

from brief.factory import Draft, on
from comity.assessment.events import PLOVER, TEXTS
from comity.assessment.holdings import Holdings
from comity.ledger import Ledger


def test_acts_of_texts_are_counted_once_and_only_when_done_and_dated(ledger: Ledger) -> None:
    first, again, plan, vague = (
        "Cambodia's minister visited Seoul on 3 May 2020.", "The visit to Seoul took place on 3 May 2020.",
        "He will visit again in 2021.", "They had met in 2001.",
    )  # fmt: skip
    one = Draft(f"{first} {plan} {vague}", "2020-05-04").act(first, "KHM", "KOR", on("2020-05-03"), mode="visit")
    one.act(plan, "KHM", "KOR", on("2021"), status="future").act(vague, "KHM", "KOR", on("2001"))
    ledger.add(one.record())
    ledger.add(Draft(again, "2020-05-05").act(again, "KHM", "KOR", on("2020-05-03"), mode="visit").record())
    found = Holdings(ledger).events("KHM")
    assert found.select("source", "actor_country", "recipient_country", "score_scale").rows() == [
        (TEXTS, "KHM", "KOR", PLOVER)
    ]


def test_only_acts_with_other_states_are_given(ledger: Ledger) -> None:
    text = "They met on 3 May 2020."
    ledger.add(
        Draft(text).act(text, "KHM", "UN", on("2020-05-03")).act(text, "PRK", "KOR", on("2020-05-03")).record()
    )
    holdings = Holdings(ledger)
    assert holdings.dyad_events("KHM", "KOR").is_empty()
    assert holdings.event_sources("KOR", "PRK") == ((TEXTS, 1),)

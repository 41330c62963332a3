from __future__ import annotations

from assessment.tables import acted
from brief.factory import Draft, on
from comity.assess import dyad
from comity.assessment.events import PLOVER, TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Rows
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


def test_an_act_of_a_day_before_a_state_was_there_is_none_of_its(ledger: Ledger) -> None:
    acted(ledger, ("2011-07-08", "SDN", "SSD", "ACCUSE", -2), ("2011-07-09", "SDN", "SSD", "CONSULT", 1),
          ("2011-07-08", "SDN", "EGY", "CONSULT", 1))  # fmt: skip
    texts = "South Sudan met Sudan in May 2010.", "South Sudan met Sudan in May 2012."
    draft = Draft(" ".join(texts), "2012-06-01")
    for text, month in zip(texts, ("2010-05", "2012-05"), strict=True):
        draft.act(text, "SSD", "SDN", on(month))
    ledger.add(draft.record())
    holdings = Holdings(ledger)
    assert [str(day) for day in holdings.dyad_events("SDN", "SSD")["date"]] == ["2012-05-01", "2011-07-09"]
    assert holdings.event_sources("SDN", "SSD") == (("ours", 1), (TEXTS, 1))
    assert sorted(str(day) for day in holdings.events("SDN")["date"]) == ["2011-07-08", "2011-07-09", "2012-05-01"]


def test_the_proof_of_acts_has_the_rows_that_count(ledger: Ledger) -> None:
    acted(ledger, ("2011-07-08", "SDN", "SSD", "ACCUSE", -2), ("2011-07-09", "SDN", "SSD", "CONSULT", 1))
    holdings = Holdings(ledger)
    (proof,) = holdings.of_events(holdings.dyad_events("SDN", "SSD"), "ours", "SDN", "SSD")
    assert isinstance(proof, Rows)
    assert proof.n == len(holdings.table("events").filter(proof.condition).fetchall()) == 1


def test_what_is_left_out_is_said_with_its_number(ledger: Ledger) -> None:
    acted(ledger, ("2011-07-08", "SDN", "SSD", "ACCUSE", -2), ("2011-07-09", "SDN", "SSD", "CONSULT", 1))
    told = dyad(ledger, "SDN", "SSD").finding("coverage.datasets").coverage
    assert "1 event of ours is of a day on which South Sudan was no state, and counts nowhere" in told
    assert len(told) == 2


def test_a_state_that_was_gone_for_a_time_counts_before_and_after_it(ledger: Ledger) -> None:
    days = ("1930-01-01", "1940-08-05", "1990-05-03", "1990-05-04")
    acted(ledger, *((day, "LVA", "SWE", "CONSULT", 1.0) for day in days))
    assert [str(day) for day in Holdings(ledger).events("LVA")["date"]] == ["1930-01-01", "1990-05-04"]


def test_a_state_that_carries_on_an_earlier_one_keeps_its_acts(ledger: Ledger) -> None:
    acted(ledger, ("1985-01-01", "RUS", "FIN", "CONSULT", 1.0), ("2005-06-01", "SRB", "FIN", "CONSULT", 1.0))
    assert len(Holdings(ledger).events("FIN")) == 2

from __future__ import annotations

from brief.factory import Draft, money, on
from comity.assessment.dyads.money import stated
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def test_sums_of_acts_done_and_planned_and_of_trade_stand_as_stated_each_once(ledger: Ledger) -> None:
    lent, meant = "Korea lent 120 million dollars in May 2024.", "Korea will lend 2 billion won."
    again, traded = "It promised the 120 million dollars.", "Trade reached 751.4 million dollars in 2023."
    draft = Draft(f"{lent} {meant} {again} {traded}", "2024-06-01")
    draft.act(lent, "KOR", "KHM", on("2024-05"), event_type="AID", amount=money(120e6))
    draft.act(meant, "KOR", "KHM", event_type="AID", status="future", amount=money(2e9, "KRW"))
    draft.act(again, "KOR", "KHM", event_type="AGREE", status="future", amount=money(120e6))
    value = {"of": "trade", "year": 2023, "value": 751.4e6, "unit": "USD"}
    draft.claim(traded, traded, "quantity", "KHM", "KOR", value=value)
    ledger.add(draft.record())
    found = stated(Holdings(ledger), PAIR, ALWAYS)
    assert found.answer == "Texts state 3 sums: USD 120 million, KRW 2 billion and USD 751.4 million."
    assert [part.label for part in found.parts] == ["USD 120 million", "KRW 2 billion", "USD 751.4 million"]
    assert found.parts[1].text.startswith("planned or promised: South Korea")
    assert found.parts[2].text == f"trade in 2023: “{traded}”"
    assert all(part.proofs for part in found.parts)


def test_things_are_no_money_and_without_a_sum_the_reason_is_told(ledger: Ledger) -> None:
    text = "Korea gave 30,000 tonnes of rice."
    draft = Draft(text, "2024-06-01")
    ledger.add(draft.act(text, "KOR", "KHM", event_type="AID", amount=money(30000, "tonnes")).record())
    found = stated(Holdings(ledger), PAIR, ALWAYS)
    assert (
        found.insufficient == "no text states a sum of money between Cambodia and South Korea, all that is known"
    )

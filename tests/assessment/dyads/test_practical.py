from __future__ import annotations

from brief.factory import Draft, on
from comity.assessment.dyads import practical, promised
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def _acts(ledger: Ledger, other: str, practical_: int, symbolic: int) -> None:
    kinds = ["practical"] * practical_ + ["symbolic"] * symbolic
    sentences = [f"Act {at} of {kind} with {other}." for at, kind in enumerate(kinds)]
    draft = Draft(" ".join(sentences), "2024-12-31")
    for at, (sentence, kind) in enumerate(zip(sentences, kinds, strict=True)):
        draft.act(sentence, "KHM", other, on(f"20{at + 10}-01-01"), event_type="COOPERATE", substance=kind)
    ledger.add(draft.record())


def test_the_share_both_ways_stands_beside_other_partners_and_each_way(ledger: Ledger) -> None:
    _acts(ledger, "KOR", 6, 2)
    _acts(ledger, "PRK", 1, 5)
    found = practical.practical(Holdings(ledger), PAIR, ALWAYS)
    assert found.value == 0.75
    assert found.answer.startswith(
        "6 acts are practical and 2 symbolic: 75 % (35 to 97 %) of the acts of cooperation are practical"
    )
    assert found.comparison == ("With other partners of Cambodia: North Korea 17 % (under 1 to 64 %), n = 6.",)
    there, back = found.parts
    assert (there.n, back.insufficient) == (8, "no act of cooperation is told of")
    named = practical.symbolic(Holdings(ledger), PAIR, ALWAYS)
    assert named
    assert len(named.parts) == 2


def test_four_acts_have_no_share_and_a_window_leaves_acts_out(ledger: Ledger) -> None:
    _acts(ledger, "KOR", 5, 0)
    assert practical.practical(Holdings(ledger), PAIR, ALWAYS).value == 1.0
    some = practical.practical(Holdings(ledger), PAIR, Window(on("2011").start, None))
    assert some.insufficient
    assert "4, too few" in some.insufficient
    assert practical.symbolic(Holdings(ledger), PAIR, ALWAYS) is None


def test_sanctions_and_criticism_are_no_practical_cooperation(ledger: Ledger) -> None:
    _acts(ledger, "KOR", 2, 3)
    cut, blamed = "Cambodia shut a museum.", "Cambodia condemned the test."
    draft = Draft(f"{cut} {blamed}", "2024-12-31")
    draft.act(cut, "KHM", "KOR", on("2020-01-01"), event_type="SANCTION", quad="material_conflict")
    draft.act(blamed, "KHM", "KOR", on("2021-01-01"), event_type="ACCUSE", quad="verbal_conflict")
    ledger.add(draft.record())
    found = practical.practical(Holdings(ledger), PAIR, ALWAYS)
    assert (found.value, found.n, len(found.proofs)) == (0.4, 5, 5)
    assert found.answer.endswith("; acts of conflict, counted apart: 2.")
    apart = found.parts[-1]
    assert (apart.label, apart.value) == ("Acts of conflict, counted apart", 2)
    assert {proof.quotation for proof in apart.proofs} == {cut, blamed}


def test_each_promise_has_the_act_that_followed_or_is_open(ledger: Ledger) -> None:
    loan, road, lent = (
        "South Korea promised aid on 1 March 2020.", "Cambodia will visit Seoul.",
        "South Korea gave aid on 1 May 2020.",
    )  # fmt: skip
    hall = "A hall may be built if money is found."
    draft = Draft(f"{loan} {road} {lent} {hall}", "2020-06-01")
    draft.act(loan, "KOR", "KHM", on("2020-03-01"), event_type="AGREE", cameo="033")
    draft.act(road, "KHM", "KOR", mode="visit", status="future")
    draft.act(lent, "KOR", "KHM", on("2020-05-01"), event_type="AID")
    draft.act(hall, "KHM", "KOR", event_type="COOPERATE", status="hypothetical")
    ledger.add(draft.record())
    holdings = Holdings(ledger)
    found = promised.kept(holdings, PAIR, ALWAYS)
    assert found.answer == ("2 promises are told of; 1 was followed by an act of the promised kind, 1 is open.")
    assert found.parts[0].text == f"“{loan}” — followed 61 days later, on 1 May 2020: “{lent}”"
    assert {proof.quotation for proof in found.parts[0].proofs} == {loan, lent}
    assert found.parts[1].text == f"“{road}” — open since 1 June 2020"
    assert promised.planned(holdings, PAIR, ALWAYS) is None
    conditional = promised.conditional(holdings, PAIR, ALWAYS)
    assert conditional
    assert conditional.parts[0].text == f"“{hall}”"


def test_denied_and_one_sided_acts_are_no_promises(ledger: Ledger) -> None:
    text = "South Korea did not promise aid."
    ledger.add(Draft(text, "2020-06-01").act(text, "KOR", "KHM", event_type="AGREE", status="negated").record())
    assert promised.kept(Holdings(ledger), PAIR, ALWAYS).insufficient
    assert promised.kept(Holdings(ledger), ("KHM", "PRK"), ALWAYS).insufficient

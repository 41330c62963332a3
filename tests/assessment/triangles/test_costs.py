from __future__ import annotations

from brief.factory import Draft, on
from comity.assess import Holdings
from comity.assessment.triangles.costs import costs, opinions
from comity.assessment.triangles.triangle import Triangle
from comity.ledger import Ledger


def _asked(ledger: Ledger) -> Triangle:
    return Triangle(Holdings(ledger), "KHM", "KOR", "PRK")


def _against(ledger: Ledger, text: str, score: float = -3.5, **other: str) -> None:
    draft = Draft(text, "2020-05-04", **other)
    ledger.add(draft.act(text, "KOR", "KHM", on("2020-05-03"), event_type="ACCUSE", score=score).record())


def test_an_act_whose_sentence_gives_the_tie_as_its_ground_is_a_cost(ledger: Ledger) -> None:
    _against(ledger, "South Korea rebuked Cambodia because of its dealings with North Korea.")
    found = costs(_asked(ledger), "PRK")
    assert (found.value, found.n) == (3.5, 1)
    assert found.answer.startswith("1 act against Cambodia gives the tie with North Korea as the ground")
    assert found.passages[0].quotation.endswith("North Korea.")


def test_that_one_thing_came_after_another_is_no_ground(ledger: Ledger) -> None:
    _against(ledger, "South Korea rebuked Cambodia after its prime minister had met North Korea's ambassador.")
    found = costs(_asked(ledger), "PRK")
    assert found.insufficient is not None
    assert found.parts[0].text == "1 act of other states against Cambodia"


def test_an_act_told_twice_costs_once(ledger: Ledger) -> None:
    _against(ledger, "South Korea rebuked Cambodia because of its dealings with North Korea.")
    _against(ledger, "Citing its ties with North Korea, South Korea rebuked Cambodia.")
    assert costs(_asked(ledger), "PRK").value == 3.5


def test_an_act_of_the_rival_itself_is_no_cost_of_the_tie_with_it(ledger: Ledger) -> None:
    text = "North Korea rebuked Cambodia because of its vote on North Korea."
    ledger.add(
        Draft(text, "2020-05-04")
        .act(text, "PRK", "KHM", on("2020-05-03"), event_type="ACCUSE", score=-3.5)
        .record()
    )
    assert costs(_asked(ledger), "PRK").insufficient is not None


def test_what_a_column_says_of_a_cost_is_its_authors_view(ledger: Ledger) -> None:
    text = "Cambodia faces constraints due to its warm relations with North Korea."
    draft = Draft(text, "2020-05-04", genre="opinion", author="A. Writer")
    ledger.add(draft.act(text, "KHM", "PRK", on("2020-05-03")).record())
    assert costs(_asked(ledger), "PRK").insufficient is not None
    found = opinions(_asked(ledger), "PRK")
    assert [part.label for part in found.parts] == ["view of A. Writer"]
    assert "not a cost on record" in found.answer


def test_a_report_of_a_cost_is_told_as_one(ledger: Ledger) -> None:
    text = "Cambodia lost a harbour loan and was isolated because of its trade with North Korea."
    ledger.add(Draft(text, "2020-05-04", genre="news").act(text, "KHM", "PRK", on("2020-05-03")).record())
    found = costs(_asked(ledger), "PRK")
    assert (found.value, found.n) == (None, 1)
    assert opinions(_asked(ledger), "PRK").insufficient is not None


def test_predictions_are_opinions_and_advice_is_neither(ledger: Ledger) -> None:
    warning = "North Korea could become a liability to Cambodia."
    advice = "Cambodia should make North Korea bear the cost."
    draft = Draft(f"{warning} {advice}", "2024-09-13", genre="opinion", author="A. Writer")
    draft.opinion(warning, warning, "prediction", "PRK", "KHM").opinion(
        advice, advice, "recommendation", "KHM", "PRK"
    )
    ledger.add(draft.record())
    assert [part.label for part in opinions(_asked(ledger), "PRK").parts] == ["prediction of A. Writer"]

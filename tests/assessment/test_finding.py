from __future__ import annotations

import json

import pytest

from brief.factory import Draft, on
from comity.assess import Holdings, as_json, as_markdown, dyad
from comity.assessment.finding import Finding, insufficient
from comity.assessment.grades import credibility
from comity.assessment.likelihood import likelihood
from comity.assessment.numbers import number, ordinal, percentile, share
from comity.assessment.proof import Passage, Rows, graded
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.ledger import Ledger


def _passage(origin: str, letter: str = "C") -> Passage:
    return Passage("event", f"event-{origin}", origin, origin, None, None, None, 0, 3, "Abc", letter)


def test_an_answer_without_evidence_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        Finding("contact.last", "When?", "Yesterday.")


def test_a_value_beside_insufficient_data_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="insufficient"):
        Finding("contact.last", "When?", "Not known.", value=3.0, insufficient="too few")
    assert insufficient("contact.last", "When?", "no act is known").grade is None


def test_the_weakest_statement_grades_the_finding() -> None:
    one, other = _passage("x", "B"), _passage("y")
    assert str(graded([(one, other)])) == "B2"
    assert str(graded([(one, other), (other,)])) == "C3"


def test_copies_of_one_text_confirm_nothing() -> None:
    copies = [Passage("event", str(n), str(n), "x", None, None, None, 0, 3, "Abc", "C") for n in range(4)]
    assert str(graded([copies])) == "C3"
    assert str(graded([[_passage(str(n)) for n in range(3)]])) == "C1"


@pytest.mark.parametrize(
    ("origins", "against", "figure"),
    [(0, 0, "6"), (1, 0, "3"), (2, 0, "2"), (5, 0, "1"), (2, 1, "3"), (1, 1, "4"), (1, 2, "5")],
)
def test_credibility_follows_from_independent_origins_and_contradiction(
    origins: int, against: int, figure: str
) -> None:
    assert credibility(origins, against) == figure


@pytest.mark.parametrize(
    ("rate", "word"),
    [(0.0, "almost no chance"), (0.06, "very unlikely"), (0.3, "unlikely"), (0.5, "roughly even odds"),
     (0.6, "likely"), (0.8, "very likely"), (1.0, "almost certain")],
)  # fmt: skip
def test_words_of_likelihood_follow_the_directive(rate: float, word: str) -> None:
    assert likelihood(rate) == word


def test_numbers_are_told_as_exactly_as_they_are_known() -> None:
    assert share(0.571, (0.34, 0.782)) == "57 % (34 to 78 %)"
    assert (share(0.004), share(0.996), share(0.0), share(1.0)) == ("under 1 %", "over 99 %", "0 %", "100 %")
    assert (number(12400.0), number(-0.04567), number(3.0)) == ("12,400", "-0.0457", "3")
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
    ]  # fmt: skip
    assert (percentile(99.8), percentile(0.1)) == ("99th percentile", "1st percentile")


def test_a_window_that_runs_backwards_is_refused() -> None:
    dates = [on("2020").start, on("2019").start]
    with pytest.raises(UsageError, match="earlier day first"):
        Window(*dates)


def test_rows_searched_in_vain_are_evidence_of_the_search() -> None:
    looked = Rows("flows", "trade", "country = 'KHM'", 0, reliability="B")
    assert str(Finding("trade", "What?", "None reported.", proofs=(looked,)).grade) == "B3"


def test_the_same_ledger_gives_the_same_bytes_and_every_id_is_in_the_evidence(ledger: Ledger) -> None:
    text = "Hun Manet visited Seoul in May 2024. They met again in June 2024."
    draft = Draft(text, "2024-09-13").act(
        "Hun Manet visited Seoul in May 2024.", "KHM", "KOR", on("2024-05"), mode="visit"
    )
    ledger.add(draft.act("They met again in June 2024.", "KOR", "KHM", on("2024-06")).record())
    told = as_json(dyad(ledger, "Cambodia", "KOR"))
    assert told == as_json(dyad(Holdings(ledger), "KHM", "South Korea"))
    found = json.loads(told)
    ids = {one for section in found["sections"] for finding in section["findings"] for one in finding["evidence"]}
    assert ids <= set(found["evidence"])
    assert {one["quotation"] for one in found["evidence"].values()} == set(text.replace(". ", ".\n").split("\n"))


def test_markup_in_a_document_stays_text_in_markdown(ledger: Ledger) -> None:
    text = "<script>alert(1)</script> [met](http://x) them on 3 May 2020."
    ledger.add(Draft(text, "2020-05-04").act(text, "KHM", "KOR", on("2020-05-03")).record())
    told = as_markdown(dyad(ledger, "KHM", "KOR"), explain=True)
    assert "<script>" not in told
    assert "[met](" not in told


@pytest.mark.parametrize(("a", "b"), [("KHM", "Cambodia"), ("KHM", "Nowhere")])
def test_a_state_with_itself_or_an_unknown_one_is_refused(ledger: Ledger, a: str, b: str) -> None:
    with pytest.raises(UsageError):
        dyad(ledger, a, b)

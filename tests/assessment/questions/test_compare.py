from __future__ import annotations

import pytest

from brief.factory import Draft, on
from comity.assess import compare
from comity.errors import UsageError
from comity.ledger import Ledger


def _met(ledger: Ledger, text: str, a: str, b: str, date: str, **other: str) -> None:
    ledger.add(Draft(text, "2024-09-13").act(text, a, b, on(date), **other).record())


def test_each_question_is_answered_for_each_pair(ledger: Ledger) -> None:
    _met(ledger, "They met in Seoul.", "KHM", "KOR", "2024-05-03")
    _met(ledger, "They met in Pyongyang.", "KHM", "PRK", "2012-06-01")
    found = compare(ledger, [("KHM", "KOR"), ("KHM", "PRK")]).finding("compare.contact.last")
    assert [(part.label, part.value) for part in found.parts] == [
        ("Cambodia with South Korea", "2024-05-03"), ("Cambodia with North Korea", "2012-06-01"),
    ]  # fmt: skip
    assert {passage.quotation for passage in found.passages} == {"They met in Seoul.", "They met in Pyongyang."}


def test_a_pair_without_an_answer_stands_beside_one_with(ledger: Ledger) -> None:
    _met(ledger, "They met in Seoul.", "KHM", "KOR", "2024-05-03")
    found = compare(ledger, [("KHM", "KOR"), ("KHM", "CUB")])
    there, none = found.finding("compare.contact.last").parts
    assert there.insufficient is None
    assert none.insufficient is not None
    assert found.finding("compare.contact.visits").insufficient == "none of them can be answered"


@pytest.mark.parametrize(
    "pairs",
    [[("KHM", "KOR")], [("KHM", "KOR"), ("KHM", "KOR")], [("KHM", "KHM"), ("KHM", "KOR")], []],
)
def test_pairs_that_cannot_be_compared_are_refused(ledger: Ledger, pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(UsageError):
        compare(ledger, pairs)

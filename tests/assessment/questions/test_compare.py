from __future__ import annotations

import pytest

from assessment.tables import acted, voted
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


def _scored(a: str, b: str, good: int, bad: int) -> list[tuple[str, str, str, str, float]]:
    """Acts of one state towards another, so many good and so many bad."""
    return [
        (f"2012-{1 + at % 12:02}-{1 + at // 12:02}", a, b, "CONSULT" if at < good else "ACCUSE",
         2.0 if at < good else -2.0)
        for at in range(good + bad)
    ]  # fmt: skip


def test_counts_of_what_is_told_have_no_highest(ledger: Ledger) -> None:
    _met(ledger, "They met in Seoul.", "KHM", "KOR", "2024-05-03", mode="visit")
    _met(ledger, "They met in Pyongyang.", "KHM", "PRK", "2012-06-01", mode="visit")
    found = compare(ledger, [("KHM", "KOR"), ("KHM", "PRK")])
    assert found.finding("compare.coverage.press").answer == "Each is told below."
    assert not any("Highest" in one.answer for one in found.findings if one.key.startswith("compare.coverage"))


def test_measured_values_of_one_source_are_ranked_and_those_of_another_stand_aside(ledger: Ledger) -> None:
    acted(ledger, *_scored("KHM", "KOR", 18, 2), *_scored("KHM", "PRK", 2, 18))
    sentences = [f"Japan met China on {day} May 2020." for day in range(1, 13)]
    draft = Draft(" ".join(sentences), "2020-06-01")
    for day, sentence in enumerate(sentences, 1):
        draft.act(sentence, "JPN", "CHN", on(f"2020-05-{day:02}"))
    ledger.add(draft.record())
    pairs = [("KHM", "KOR"), ("KHM", "PRK"), ("JPN", "CHN")]
    found = compare(ledger, pairs).finding("compare.flow.there")
    assert found.answer.startswith("Highest for Cambodia with South Korea: ")
    assert found.answer.endswith("Japan with China rests on other sources.")


def test_questions_that_name_the_two_are_put_of_each_pair(ledger: Ledger) -> None:
    found = compare(ledger, [("KHM", "KOR"), ("KHM", "PRK")])
    questions = {one.question for one in found.findings}
    assert "What did the second say of the first state?" in questions
    assert not any("Korea" in question for question in questions)


def test_one_reason_for_all_pairs_is_given_once(ledger: Ledger) -> None:
    found = compare(ledger, [("KHM", "KOR"), ("KHM", "PRK")]).finding("compare.votes.alike")
    assert found.answer == "Not enough data: no votes of the United Nations are imported."
    assert found.parts == ()


def test_a_window_is_that_of_all_pairs_together(ledger: Ledger) -> None:
    rows = [("2012-05-01", "day", "y", "n", "ynyny"), ("2014-05-01", "day", "y", "n", "ynyny")]
    voted(ledger, *rows, ("2016-05-01", "day", "y", "-", "ynyny"))
    found = compare(ledger, [("KHM", "KOR"), ("KHM", "THA")]).finding("compare.votes.apart")
    assert (str(found.window.since), str(found.window.until)) == ("2012-05-01", "2016-05-01")

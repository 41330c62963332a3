"""Sentences with their parties marked."""

import pytest

from comity.errors import InputError
from comity.learned.marked import Marked, examples, located, unmarked
from comity.ontology import codes


def test_marks_become_spans_of_the_plain_sentence() -> None:
    plain = Marked("Talks of Chad with the Fund.", (19, 27), (9, 13))
    assert unmarked("Talks of [r Chad] with [a the Fund].") == plain


@pytest.mark.parametrize(
    "text", ["Chad met Niger.", "[a Chad] met Niger.", "[a Chad] met [a Mali] and [r Niger]."]
)
def test_a_sentence_without_one_mark_of_each_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="mark"):
        unmarked(text)


def test_parties_are_found_whatever_the_case_and_two_of_one_name_are_two() -> None:
    text = "Chad asked  Niger to help."
    assert located(text, "chad", "NIGER") == Marked(text, (0, 4), (12, 17))
    assert located("Chad's Chad Club sued.", "Chad", "Chad Club").recipient == (7, 16)
    assert located("Peru met Peru.", "Peru", "Peru") == Marked("Peru met Peru.", (0, 4), (9, 13))


def test_a_party_that_is_not_there_or_not_given_is_left_out() -> None:
    assert located("Chad withdrew.", "Chad", "Mali") == Marked("Chad withdrew.", (0, 4), None)
    assert located("Chad withdrew.", "", "Chad") == Marked("Chad withdrew.", None, (0, 4))


def test_the_training_sentences_are_many_balanced_and_soundly_coded() -> None:
    told = list(examples())
    counts: dict[str, int] = {}
    for one in told:
        counts[one.event_type] = counts.get(one.event_type, 0) + 1
        assert one.status in {"actual", "historical", "future", "hypothetical", "negated"}, one
        assert one.mode is None or (one.event_type, one.mode) in codes(), one
    assert len(told) >= 5_000
    assert len(counts) == 16
    assert min(counts.values()) >= 0.5 * max(counts.values())
    assert len({one.marked.text for one in told}) == len(told)

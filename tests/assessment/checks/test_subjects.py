"""What a claim speaks of, by its own words."""

from __future__ import annotations

import pytest

from comity.assessment.checks.contacts import after
from comity.assessment.checks.subjects import stems, subject_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("the first meeting between a prime minister and an ambassador", "meeting"),
        ("the 60th anniversary of diplomatic relations", "relations"),
        ("there is no trade record between the two countries", "trade"),
        ("no project was announced", "outcome"),
        ("both have embassies there", "embassy"),
    ],
)
def test_what_is_named_first_is_meant_and_what_came_of_a_meeting_before_all(text: str, subject: str) -> None:
    found = subject_of(text)
    assert found is not None
    assert found.name == subject


def test_a_text_without_a_known_word_has_no_subject() -> None:
    assert subject_of("the tenth of many conferences") is None


def test_words_lose_the_ending_of_the_plural() -> None:
    assert stems("Allies, ties and process") == ("allies", "ally", "ties", "tie", "and", "process")


@pytest.mark.parametrize(
    ("since", "first"), [("2014", "2015-01-01"), ("2014-12", "2015-01-01"), ("2014-02-28", "2014-03-01")]
)
def test_since_a_date_begins_on_the_day_after(since: str, first: str) -> None:
    assert str(after(since)) == first

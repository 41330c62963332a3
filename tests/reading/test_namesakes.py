"""Words that are said of several states go to the one that the text means, or to none."""

import pytest
from tests.reading.reading_steps import who


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The Republic of Congo closed its port. Congolese officers boarded a ship.", "Congolese", "COG"),
        ("The DRC closed its port. Congolese officers boarded a ship.", "Congolese", "COD"),
        ("The government of Dominica met. Dominican police kept away.", "Dominican", "DMA"),
        ("South Sudan asked for help. The Sudanese army refused.", "Sudanese", "SSD"),
        ("The Republic of Korea paid. Korea had promised it.", "Korea", "KOR"),
    ],
)
def test_a_word_of_several_states_means_the_one_that_is_named(text: str, words: str, state: str) -> None:
    assert state in who(text, words)


def test_with_both_named_in_one_sentence_it_is_left_open() -> None:
    text = "The DRC and the Republic of Congo met. In Kinshasa and Brazzaville alike the Congolese cheered."
    assert who(text, "Congolese") == ()


def test_with_both_named_the_one_of_its_own_sentence_is_meant() -> None:
    text = "The DRC and the Republic of Congo met. Brazzaville spoke first, and the Congolese envoy smiled."
    assert "COG" in who(text, "Congolese")


def test_the_other_korea_is_not_the_one_that_is_named() -> None:
    assert who("North Korea opened an embassy. To the other Korea nothing was conceded.", "other Korea") == ()

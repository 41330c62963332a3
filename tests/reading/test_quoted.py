"""Words between quotation marks belong to whoever says them."""

import pytest
from tests.reading.reading_steps import parsed

from comity.reading.quoted import quotation_at, quotations, sayer


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = 'He said: "We are ready.\n\nNothing followed.'
    assert [text[start:end] for start, end in quotations(text)] == ['"We are ready.\n']
    assert quotation_at(text, text.index("Nothing")) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ('"We will open our border," Minister Okello told reporters in Kampala.', "Okello"),
        ('Minister Okello said: "We will open our border."', "Okello"),
        ('"We will open our border," said the minister. "We ask our friends to wait."', "minister"),
        ("“We will open our border.” Okello added that trade was good.", "Okello"),
    ],
)
def test_the_sayer_stands_before_or_behind_the_quotation_or_before_the_last_one(text: str, subject: str) -> None:
    found = sayer(parsed(text), text.rindex(" our "))
    assert found is not None
    assert found.text == subject


def test_what_nobody_is_told_to_say_has_no_sayer() -> None:
    text = 'The road called "our lifeline" was closed.'
    assert sayer(parsed(text), text.index("our")) is None
    assert sayer(parsed("Okello said our road was closed."), 12) is None

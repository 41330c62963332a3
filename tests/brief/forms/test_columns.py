from __future__ import annotations

import pytest

from comity.brief.forms.columns import shares
from comity.brief.forms.templating import web_address


def test_columns_that_say_more_are_wider_and_none_is_a_sliver() -> None:
    date, sentence = "16 May 2024", "The two sides agreed to expand cooperation in defence and at sea. " * 9
    narrow, wide = shares(("When", "What"), ((date, sentence),) * 3)
    assert narrow + wide == pytest.approx(1)
    assert 0.1 < narrow < 0.2
    assert shares(("A", "B"), ()) == [0.5, 0.5]


def test_a_list_of_addresses_is_no_link() -> None:
    assert web_address("https://example.org/a") == "https://example.org/a"
    assert web_address("https://example.org/a; https://example.org/b") is None

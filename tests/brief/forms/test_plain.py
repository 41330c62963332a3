from __future__ import annotations

import pytest

from brief.made import brief
from comity.brief.forms.plain import plain, plain_part


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\u202eevil\u202c b", "a\ufffdevil\ufffd b"),
        ("\u2066left\u2069", "\ufffdleft\ufffd"),
        ("bell\x07, null\x00, gone\x7f", "bell␇, null␀, gone␡"),
        ("half \ud800", "half \ufffd"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour"),
        ("ព្រះ\u200bរាជា, می\u200cخواهم", "ព្រះ\u200bរាជា, می\u200cخواهم"),
    ],
)
def test_what_acts_unseen_becomes_visible_and_writing_stays(given: str, shown: str) -> None:
    assert plain(given) == shown


def test_a_whole_brief_is_made_plain_and_keeps_what_is_no_text() -> None:
    given = brief()
    made = plain_part(given)
    assert "\u202e" in repr(given).encode().decode("unicode_escape", "ignore")
    assert not any("\u202e" in sentence.text for sentence in made.sentences())
    assert [note.quotation for note in made.notes] == [plain(note.quotation) for note in given.notes]
    assert [source.published for source in made.sources] == [source.published for source in given.sources]

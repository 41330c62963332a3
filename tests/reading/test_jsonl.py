import datetime as dt
import json

import pytest
from extracting import error_of

from comity.errors import InputError
from comity.reading.extract import Source, extract_bytes
from comity.reading.layers import Meta

DAY = dt.date(2024, 9, 13)


def rows(*lines):
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()


def test_json_lines_give_a_text_a_line_with_all_its_fields():
    row = {"id": "7", "text": "The envoy left.", "title": "Visit", "publisher": "P",
           "author": "A", "genre": "news", "language": "en", "url": "https://example.org",
           "published": "2024-09-13"}  # fmt: skip
    first, second = extract_bytes(rows(row, "", {"text": "He left.", "title": None}), "some.jsonl")
    meta = Meta("Visit", "P", "A", "https://example.org", DAY, "news")
    assert first == Source("The envoy left.", meta, "some.jsonl, line 1")
    assert second == Source("He left.", Meta(), "some.jsonl, line 3")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ('{"text": "cut', "is not JSON: "),
        ("[" * 100_000, "is not JSON that can be read"),
        ("7", "is not a JSON object"),
        ({"title": "no text"}, "has no 'text'"),
        ({"text": " \n"}, "holds no text"),
        ({"text": None}, "has no 'text'"),
        ({"text": 7}, "the field 'text' is 7, not a text"),
        ({"text": "x", "published": "2024-13-45"}, "'2024-13-45' is not a date"),
        ({"text": "x", "published": 2024}, "the field 'published' is 2024, not a text"),
        ({"text": "x", "genre": "poem"}, "the genre 'poem' is unknown; the genres are news, opinion"),
        ({"text": "x", "language": "fr"}, "only English"),
        ({"text": "x", "headline": "y"}, "the field 'headline' is unknown; the fields are text, title"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(line, part):
    first, bad, last = extract_bytes(rows({"text": "One."}, line, {"text": "Three."}), "some.jsonl")
    assert (first.text, last.text) == ("One.", "Three.")
    assert isinstance(bad, InputError)
    assert str(bad).startswith("some.jsonl, line 2")
    assert part in str(bad)
    assert "\n" not in str(bad)


def test_a_bad_byte_spoils_only_its_own_line():
    found = list(extract_bytes(b'{"text": "One."}\n{"text": "\xff"}\n{"text": "Three."}', "some.jsonl"))
    assert [type(one) for one in found] == [Source, InputError, Source]
    assert str(found[1]).startswith("some.jsonl, line 2: is not text in UTF-8")


def test_one_json_list_is_refused_as_a_whole():
    assert "is one JSON list" in error_of(b'[\n{"text": "x"}\n]', "some.jsonl")

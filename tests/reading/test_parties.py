"""Parties of noun phrases: the phrase itself, what stands inside it, and where it lies."""

import pytest

from comity.reading.corefer import corefer
from comity.reading.layers import Meta
from comity.reading.mentions import find_mentions
from comity.reading.parties import Parties
from comity.reading.segment import parse
from comity.reading.subjects import surface_subjects


@pytest.mark.parametrize(
    ("phrase", "sides"),
    [
        ("Kenya", ["KEN"]),
        ("Kenya and Uganda", ["KEN", "UGA"]),
        ("Kenyan artillery", ["KEN"]),
        ("Two of the Kenyan officers", ["KEN"]),
        ("Members of the Kenyan embassy staff", ["KEN"]),
        ("Engineers from Kenya", ["KEN"]),
        ("Kenya's candidacy", ["KEN"]),
        ("The strange green box", []),
    ],
)
def test_a_phrase_stands_for_those_it_belongs_to(phrase: str, sides: list[str]) -> None:
    parsed = parse(f"{phrase} arrived in the evening.")
    parties = Parties(corefer(parsed, find_mentions(parsed), Meta()))
    verb = next(token for token in parsed.doc if token.text == "arrived")
    assert [one.side for one in parties.of(surface_subjects(verb))] == sides


def test_whose_stands_for_all_that_is_joined_before_it() -> None:
    parsed = parse("We welcome the talks between Belize and Guatemala, whose ministers met in June.")
    parties = Parties(corefer(parsed, find_mentions(parsed), Meta()))
    verb = next(token for token in parsed.doc if token.text == "met")
    assert [one.side for one in parties.of(surface_subjects(verb))] == ["BLZ", "GTM"]

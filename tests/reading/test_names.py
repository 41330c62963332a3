"""Names as they are compared: misspelt ones, accents, particles, and titles that may stand for others."""

import pytest

from comity.reading.names import similar
from comity.reading.person import name_parts
from comity.reading.slugs import slug
from comity.reading.titles import bare, may_stand_for


@pytest.mark.parametrize(
    ("word", "other"), [("Kiptto", "Kiptoo"), ("Zulkifly", "Zulkifli"), ("Lapitsky", "Lapitski")]
)
def test_near_spellings_are_similar(word: str, other: str) -> None:
    assert similar(word, other)


@pytest.mark.parametrize(("word", "other"), [("Kim", "Kin"), ("Khan", "Than"), ("Ozolins", "Kalnins")])
def test_short_or_other_names_are_not(word: str, other: str) -> None:
    assert not similar(word, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Al-Jabouri", "Jabouri"), ("Park Jung-wook", "Jung-wook Park"), ("Müller", "MULLER")]
)
def test_particles_order_and_accents_do_not_count(one: str, other: str) -> None:
    assert name_parts(one) == name_parts(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Kemal Aydınlı", "kemal-aydinli"), ("Søren Łuk", "soren-luk"), ("N'Djamena O’Neil", "ndjamena-oneil")],
)
def test_ids_are_plain_letters(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("title", "held"), [("envoy", "Ambassador"), ("minister", "Foreign Minister"), ("leader", "President")]
)
def test_a_wider_title_may_stand_for_a_narrower_one(title: str, held: str) -> None:
    assert may_stand_for(title, held)
    assert not may_stand_for("king", held)


def test_a_title_is_bared_of_what_says_that_it_is_over() -> None:
    assert bare("former premier") == "premier"

"""Slots: one form for all the shapes of a clause."""

import pytest
from spacy.tokens import Token

from comity.reading.segment import parse
from comity.reading.subjects import surface_subjects
from comity.reading.syntax import is_passive, slots_of_noun, slots_of_verb


def word(text: str, form: str) -> Token:
    return next(token for token in parse(text).doc if token.text == form)


def names(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "form", "subject", "object_"),
    [
        ("Kenya closed the port.", "closed", ["Kenya"], ["port"]),
        ("The port was closed by Kenya.", "closed", ["Kenya"], ["port"]),
        ("The port, which was closed by Kenya, is small.", "closed", ["Kenya"], ["port"]),
        ("The port that Kenya closed is small.", "closed", ["Kenya"], ["port"]),
        ("The offer Japan made is small.", "made", ["Japan"], ["offer"]),
        ("Kenya, which closed the port, protested.", "closed", ["Kenya"], ["port"]),
        ("Kenya met Uganda and closed the port.", "closed", ["Kenya"], ["port"]),
        ("Kenya closed the port and reopened it in May.", "reopened", ["Kenya"], ["port"]),
        ("Kenya was thanked for closing the port.", "closing", ["Kenya"], ["port"]),
        ("Kenya thanked Uganda for closing the port.", "closing", ["Uganda"], ["port"]),
        ("Kenya urged Uganda to close the port.", "close", ["Uganda"], ["port"]),
        ("Kenya was the first after Uganda to close the port.", "close", ["Kenya"], ["port"]),
        ("RIGA, 3 May - Kenya closed the port.", "closed", ["Kenya"], ["port"]),
    ],
)
def test_a_clause_has_its_subject_and_object_in_every_shape(
    text: str, form: str, subject: list[str], object_: list[str]
) -> None:
    slots = slots_of_verb(word(text, form))
    assert (names(slots.subject), names(slots.object)) == (subject, object_)


def test_by_telephone_makes_no_passive() -> None:
    assert not is_passive(word("He spoke by telephone with the king.", "spoke"))


def test_what_follows_a_date_belongs_to_the_act_and_not_to_the_date() -> None:
    slots = slots_of_noun(word("We deplore the seizure on 21 May of two dredgers by Peru.", "seizure"))
    assert names(slots.object) == ["dredgers"]


def test_a_noun_of_action_takes_the_subject_of_its_light_verb() -> None:
    assert names(slots_of_noun(word("Chad held talks with Niger.", "talks")).subject) == ["Chad"]


def test_a_noun_of_action_does_not_take_the_subject_of_another_verb() -> None:
    assert slots_of_noun(word("Chad condemned the shelling of the town.", "shelling")).subject == ()


def test_whoever_leaves_after_talks_had_them() -> None:
    slots = slots_of_noun(word("The envoy left after a night of talks with Niger.", "talks"))
    assert names(slots.around) == ["envoy"]


def test_whoever_is_thanked_for_a_loan_gave_it() -> None:
    slots = slots_of_noun(word("Mongolia thanked Japan for a loan.", "loan"))
    assert (names(slots.subject), names(slots.around)) == (["Japan"], ["Mongolia"])


def test_a_subject_behind_a_dateline_is_found_though_the_city_stands_as_one() -> None:
    text = (
        "MUSCAT, 12 March - Kenyan President Amos Kiptoo flew to Muscat on Sunday for talks with Sultan Haitham."
    )
    verb = next(token for token in parse(text).doc if token.text == "flew")
    assert [token.text for token in surface_subjects(verb)] == ["Kiptoo"]

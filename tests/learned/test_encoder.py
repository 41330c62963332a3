"""The second opinion, and what is sure without it."""

import pytest

from comity.learned.base import folder
from comity.learned.encoder import encoder, mixed
from comity.learned.marked import Marked
from comity.learned.model import model
from comity.learned.pieces import Pieces

SENTENCE = Marked("Police arrested two monks in Lhasa.", (0, 6), (16, 25))
installed = pytest.mark.skipif(folder() is None, reason="the encoder is not installed (make encoder)")


def test_two_opinions_make_one_that_adds_up_and_keeps_what_both_say() -> None:
    both = mixed({"AID": 0.7, "AGREE": 0.3}, {"AID": 0.8, "AGREE": 0.2})
    assert sum(both.values()) == pytest.approx(1)
    assert both["AID"] > 0.7
    assert mixed({"AID": 0.5, "AGREE": 0.5}, {"AID": 0.1, "AGREE": 0.9})["AGREE"] > 0.5


@installed
def test_the_encoder_tells_who_does_it_to_whom_and_what() -> None:
    second = encoder()
    assert second is not None
    chances = second.probabilities(SENTENCE)
    assert tuple(chances) == model().heads["type"].labels
    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=lambda label: chances[label]) == "COERCE"


@installed
def test_marks_stand_about_the_parties_and_a_missing_one_has_none() -> None:
    base = folder()
    assert base is not None
    pieces = Pieces.of(base)
    numbers, places = pieces.code(SENTENCE)
    assert [pieces.tokenizer.id_to_token(numbers[place]) for place in places] == ["@", "#"]
    assert pieces.code(Marked("Nothing was said.", None, None))[1] == (0, 0)
    assert len(pieces.code(Marked("word " * 3000, (0, 4), (9000, 9004)))[0]) <= 201

"""What one marked party does to another."""

import pytest

from comity.learned import classify
from comity.learned.classify import classify_all
from comity.learned.marked import Marked
from comity.learned.model import model
from comity.ontology import code


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "event_type"),
    [
        ("Peru on Monday recalled its ambassador to Chile.", "Peru", "Chile", "SANCTION"),
        ("Chad condemned Niger's decision to close the border.", "Chad", "Niger", "ACCUSE"),
        ("Police arrested two journalists outside the court.", "Police", "two journalists", "COERCE"),
        ("The envoy met Kenyan officials in Nairobi.", "The envoy", "Kenyan officials", "CONSULT"),
        ("Norway gave Malawi 40 million dollars for clinics.", "Norway", "Malawi", "AID"),
        ("Bolivia was urged by Brazil to reopen the gas valve.", "Brazil", "Bolivia", "REQUEST"),
        ("Rebels shelled an army post near the river.", "Rebels", "an army post", "ASSAULT"),
        ("Togo promised to send Benin a hundred teachers.", "Togo", "Benin", "AGREE"),
        ("Thousands of miners marched on parliament.", "Thousands of miners", "parliament", "PROTEST"),
        ("Oman rejected an Iranian request for talks.", "Oman", "Iranian", "REJECT"),
    ],
)  # fmt: skip
def test_a_plain_act_gets_its_type(sentence: str, actor: str, recipient: str, event_type: str) -> None:
    assert classify(sentence, actor, recipient).event_type == event_type


def test_an_answer_has_a_quad_a_mode_of_its_type_and_a_confidence() -> None:
    told = classify("Peru on Monday recalled its ambassador to Chile.", "Peru", "Chile")
    assert told.quad == code(told.event_type, told.mode).quad
    assert told.status == "actual"
    assert 0 < told.confidence <= 1


def test_parties_that_are_not_in_the_sentence_are_no_error() -> None:
    assert 0 < classify("Nothing was said.", "Peru", "Chile").confidence < 1
    assert 0 < classify("", "", "").confidence < 1


def test_answers_come_in_the_order_of_the_sentences() -> None:
    one = Marked("Chad met Niger.", (0, 4), (9, 14))
    other = Marked("Police arrested a monk.", (0, 6), (16, 22))
    assert [told.event_type for told in classify_all([one, other, one])] == ["CONSULT", "COERCE", "CONSULT"]


def test_probabilities_add_up_to_one() -> None:
    chances = model().heads["type"].probabilities((frozenset({"1:meet"}), frozenset(), frozenset()))
    assert sum(chances.values()) == pytest.approx(1)
    assert len(chances) == 16

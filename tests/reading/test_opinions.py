"""Opinions: whose they are, which kind, what is none, and floors over sentences of our own."""

import pytest
from small_reader import read, score

from comity.reading.layers import Meta
from comity.reading.opinions import find_opinions
from comity.record import Opinion
from comity.record.values import Genre


def opinions(text: str, genre: Genre = "opinion") -> tuple[Opinion, ...]:
    made = read(text)
    return find_opinions(made.parsed, made.referents, made.times, made.voice, Meta(genre=genre), "d")


def _found(case: dict) -> list[tuple[str, str, str]]:
    made = read(case["text"])
    found = find_opinions(made.parsed, made.referents, made.times, made.voice, Meta(genre=case["genre"]), "d")
    entities = made.referents.entities
    return [(o.kind, o.text, entities[o.holder].country if o.holder in entities else o.holder) for o in found]


def test_precision_and_recall_over_our_sentences_stay_above_the_floors() -> None:
    found = score("opinions", _found)
    assert found.precision >= 0.95
    assert found.recall >= 0.85


def test_a_judgement_is_kept_word_for_word_with_its_sentence() -> None:
    text = "I believe Brazil should talk to Cuba, and Peru agrees."
    (found,) = opinions(text)
    assert (found.kind, found.holder) == ("recommendation", "author")
    assert found.text == "Brazil should talk to Cuba"
    assert set(found.about) >= {"BRA", "CUB"}
    assert text[found.evidence.start : found.evidence.end] == text


def test_in_news_only_what_somebody_says_counts() -> None:
    assert opinions("Relations between Chad and Sudan are good.", "news") == ()
    (found,) = opinions("Chad said relations with Sudan are good.", "news")
    assert found.holder == "TCD"


def test_plain_praise_counts_even_in_a_release() -> None:
    (found,) = opinions("The ministers of Peru reviewed their excellent relations with Chile.", "release")
    assert found.kind == "evaluation"


def test_an_author_of_unknown_genre_may_judge() -> None:
    assert len(opinions("Oman should talk to Iran.", "unknown")) == 1


def test_who_calls_a_thing_so_holds_the_opinion() -> None:
    (found,) = opinions("Tunisia described its talks with Libya as fruitful.", "news")
    assert found.holder == "TUN"


@pytest.mark.parametrize(
    "text",
    [
        "Peru could suffer should Chile close the border.",
        "Should Chile close the border, Peru could suffer.",
        "If Chile should close the border, Peru could suffer.",
    ],
)
def test_a_condition_with_should_is_part_of_a_prediction_not_advice(text: str) -> None:
    assert [found.kind for found in opinions(text)] == ["prediction"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president will be awarded a doctorate in Peru.",
        "Kenya will strengthen its cooperation with Peru.",
        "Peru urged Chile to return to the talks.",
        "The minister must have known about the Russian offer.",
        "It should be noted that Laos borders Vietnam.",
        "Why should Kenya recognise Kosovo?",
        "Maria Lopez is an excellent researcher at the University of Chile.",
        "The road between Uganda and Kenya is long and narrow.",
        "Peru asked that Chile should open the border.",
    ],
)
def test_plans_requests_facts_and_asides_are_no_opinions(text: str) -> None:
    assert opinions(text) == ()


def test_an_answer_to_the_author_s_own_question_is_what_he_thinks() -> None:
    (helped,) = opinions("Has the embargo on Mali helped? Only in part.", "report")
    (coming,) = opinions("Will Ghana's gamble pay off? Hardly.")
    assert (helped.kind, coming.kind) == ("evaluation", "prediction")


def test_a_question_is_no_judgement() -> None:
    assert opinions("Which of the two is the better friend of Chad?") == ()


def test_what_a_person_or_the_author_expects_is_foreseen_but_not_whom_a_state_expects() -> None:
    assert [one.kind for one in opinions("We expect a row between Peru and Chile.", "report")] == ["prediction"]
    assert opinions("Chad expects the convoy on Friday.", "news") == ()


def test_a_body_that_recommends_or_considers_holds_the_opinion() -> None:
    (one,) = opinions("The Commission of the African Union recommended that Chad release the boats.", "report")
    assert (one.kind, one.holder) == ("recommendation", "AU")


def test_a_title_that_says_so_makes_an_author_weigh_what_he_tells() -> None:
    text = "ANALYSIS: Fiji waits\n\nThe opposition in Fiji may yet be handed the keys to the embassy of China."
    assert [one.kind for one in opinions(text, "news")] == ["prediction"]


@pytest.mark.parametrize(
    "text",
    [
        "Relations between Peru and Chile could hardly have been worse.",
        "I read Oman's offer as a bargain, not a gift.",
        "With Ankara there is nothing to remember, Tanzania knows.",
    ],
)
def test_a_columnist_judges_without_a_judging_word(text: str) -> None:
    assert [one.kind for one in opinions(text)] == ["evaluation"]

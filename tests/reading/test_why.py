"""Why an item was read so: what a desk officer who doubts it, and an editor of the lexicon, are told."""

import datetime as dt
from functools import cache
from importlib.resources import as_file, files

import pytest

from comity.reading.frames import frames
from comity.reading.layers import Meta
from comity.reading.ontologies import load_ontology
from comity.reading.reader import read_text
from comity.reading.why.explain import explain
from comity.reading.why.explanation import Explanation
from comity.record import Claim, Event, Opinion, Tie
from comity.tables import rows

PUBLISHED = dt.date(2021, 6, 15)


@cache
def explained(text: str, kind: str = "events", position: int = 0) -> Explanation:
    """Why the text has that item of the kind."""
    record = read_text(text, Meta(published=PUBLISHED, genre="news"))
    item = getattr(record, kind)[position]
    explanation = explain(record.document, item)
    assert explanation is not None
    return explanation


def said(explanation: Explanation, label: str) -> str:
    return " ".join(next(part.said for part in explanation.parts if part.label == label))


def marked(text: str, explanation: Explanation) -> set[tuple[str, str]]:
    return {(one.role, text[one.start : one.end]) for shown in explanation.passages for one in shown.marks}


VISIT = "On Monday, Jordanian Foreign Minister Ayman Safadi visited Cyprus."


def test_the_sentence_shows_the_act_its_sides_and_its_date() -> None:
    shown = marked(VISIT, explained(VISIT))
    assert {("act", "visited"), ("recipient", "Cyprus"), ("date", "Monday")} <= shown
    assert any(role == "actor" and "Safadi" in words for role, words in shown)


def test_the_row_of_the_lexicon_is_named_by_its_line() -> None:
    told = said(explained(VISIT), "Coded by")
    line = int(told.split("Line ")[1].split()[0])
    row = rows("reading", "frames.csv")[line - 2]
    assert ("visit" in row["lemma"].split("|"), row["event_type"], row["mode"]) == (True, "CONSULT", "visit")
    assert "CONSULT visit" in told


def test_every_frame_knows_the_line_that_it_stands_on() -> None:
    table = rows("reading", "frames.csv")
    for (lemma, _), found in frames().items():
        assert all(lemma in table[one.line - 2]["lemma"].split("|") for one in found)


def test_the_condition_of_the_row_that_held_is_told_in_words() -> None:
    told = said(explained("Malawi established diplomatic relations with Oman in March 2021."), "Coded by")
    assert "a word of the class “relation”" in told


def test_a_governing_word_is_told_with_what_it_governs() -> None:
    told = said(explained("Slovenia promised to send doctors to Albania."), "Coded by")
    assert "“promised” tells what comes after it as promised" in told
    assert "governors.csv" in told
    assert "send" in told


def test_what_is_promised_is_told_to_be_an_agreement_by_plover() -> None:
    told = said(explained("Denmark will send medical aid to Kenya next month."), "Type")
    assert "AGREE" in told
    assert "PLOVER codes AID that is only promised as AGREE" in told


@pytest.mark.parametrize(
    ("text", "position", "label", "words"),
    [
        ("Ghana's president met Togo's premier in Lome. He thanked him.", 0, "Actor", "subject of “met”"),
        ("Peru and Chile signed a treaty in May. The two countries also restored trade links.", 1, "Actor",
         "“countries” is a word for several, taken for Peru and Chile"),
        ("Beijing condemned Japan on Monday.", 0, "Actor", "“Beijing” stands for China"),
        ("The Kenyan foreign minister, Alfred Mutua, met Ugandan officials. Mutua thanked Uganda.", 1, "Actor",
         "Acts for Kenya"),
        ("Japan lent Laos $3 million and forgave its debts.", 0, "Recipient", "object of “lent”"),
    ],
)  # fmt: skip
def test_a_side_is_told_by_its_words_their_place_and_whom_they_mean(
    text: str, position: int, label: str, words: str
) -> None:
    assert words in said(explained(text, "events", position), label)


def test_a_side_that_is_not_told_beside_the_act_is_said_to_be_understood() -> None:
    text = (
        "Cambodia and North Korea have grown apart. North Korea built a museum in Cambodia in 2015. "
        "Cambodia closed the museum in 2020. North Korea said nothing of it, and Cambodia was silent."
    )
    record = read_text(text, Meta(published=PUBLISHED, genre="news"))
    closed = next(event for event in record.events if event.event_type == "SANCTION")
    explanation = explain(record.document, closed)
    assert explanation is not None
    assert "not told beside “closed”, but understood" in said(explanation, "Recipient")
    assert "one side was not found beside the word" in said(explanation, "Confidence")


def test_a_relative_date_is_told_with_what_it_counts_from() -> None:
    assert "Counted from the day of publication, 2021-06-15." in said(explained(VISIT), "Date")
    text = "Chad closed the border with Niger in May 2019. Two months later Niger recalled its envoy from Chad."
    told = said(explained(text, "events", 1), "Date")
    assert "Counted from what the text itself tells" in told
    assert "“May 2019”" in told


def test_a_date_of_another_sentence_is_told_with_that_sentence() -> None:
    text = "Peru's president visited Chile on 3 May 2021. He thanked Chile for its vaccines."
    assert "one sentence back" in said(explained(text, "events", 1), "Date")


def test_no_date_is_said_to_be_none() -> None:
    assert "No words of the text date it" in said(explained("Peru condemned Chile."), "Date")


def test_history_is_told_by_its_distance_from_publication() -> None:
    told = said(explained("Peru condemned Chile in 2003."), "Status")
    assert "more than a year before publication, 2021-06-15" in told


def test_a_speaker_is_told_with_the_verb_that_makes_him_one() -> None:
    told = said(explained("Norway's premier said that Iceland had closed its port to Norwegian ships."), "Said by")
    assert "by “said”" in told


def test_confidence_is_the_sum_of_its_parts() -> None:
    record = read_text(VISIT, Meta(published=PUBLISHED))
    assert f"{record.events[0].confidence:.2f} = 0.85 (the act is told by a verb)" in said(
        explained(VISIT), "Confidence"
    )


def test_a_claim_is_told_with_its_rule_and_the_form_to_check() -> None:
    text = "It was the first visit by a Peruvian president to Laos in eight years."
    explanation = explained(text, "claims")
    assert "claim_ranks.py" in said(explanation, "Heard by")
    assert "“first”" in said(explanation, "Heard by")
    assert "rank = 1; window = P8Y" in said(explanation, "To check")


def test_a_tie_is_told_by_each_telling_with_its_rows() -> None:
    text = "Peru opened an embassy in Laos in 2003. The embassy was closed in 2010."
    explanation = explained(text, "ties")
    told = said(explanation, "Told by")
    assert "began it in 2003" in told
    assert "ended it in 2010" in told
    assert "tie_nouns.csv" in told
    assert len(explanation.passages) == 2


def test_an_opinion_is_told_with_its_holder_and_rule() -> None:
    text = "Peru closed its embassy in Laos. The policy is a failure, and Laos knows it."
    record = read_text(text, Meta(published=PUBLISHED, author="Ana Quispe", genre="opinion"))
    explanation = explain(record.document, record.opinions[0])
    assert explanation is not None
    assert "Set off by “failure”: predicate in reading/opinion_judgements.py." in said(explanation, "Heard by")
    assert said(explanation, "Held by").startswith("Ana Quispe")


def test_a_frame_of_the_users_own_is_named_by_its_file_and_line() -> None:
    with as_file(files("comity").joinpath("sample", "heritage.toml")) as path:
        ontology = load_ontology(path)
    record = read_text("Italy lent three bronzes to Peru in May 2021.", Meta(published=PUBLISHED), ontology)
    explanation = explain(record.document, record.events[0], ontology=ontology)
    assert explanation is not None
    assert "heritage.toml line " in said(explanation, "Coded by")
    assert "In the terms of heritage@1.0: LOAN" in said(explanation, "Type")
    assert explain(record.document, record.events[0]) is None


def test_an_item_that_the_text_no_longer_gives_has_no_explanation() -> None:
    record = read_text(VISIT, Meta(published=PUBLISHED))
    other = record.events[0].model_copy(update={"id": "event-0000000000000000"})
    assert explain(record.document, other) is None


def test_a_field_that_the_ledger_has_otherwise_is_named() -> None:
    record = read_text(VISIT, Meta(published=PUBLISHED))
    other = record.events[0].model_copy(update={"confidence": 0.11})
    explanation = explain(record.document, other)
    assert explanation is not None
    assert explanation.differs == ("confidence",)


def test_every_item_of_a_text_is_explained() -> None:
    text = (
        "Peru and Chile restored diplomatic relations in 1998, the first such step in ten years. Peru's president "
        "will visit Chile next month. Chile denied that it had sent arms to Peru, and there is no trade record "
        "between the two countries."
    )
    record = read_text(text, Meta(published=PUBLISHED, genre="opinion"))
    items: list[Event | Tie | Claim | Opinion] = [
        *record.events, *record.ties, *record.claims, *record.opinions
    ]  # fmt: skip
    told = [explain(record.document, item) for item in items]
    assert len(told) > 4
    assert all(one is not None and all(part.said for part in one.parts) for one in told)

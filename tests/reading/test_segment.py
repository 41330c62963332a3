import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading import segment
from comity.reading.normalise import normalise
from comity.reading.segment import parse, parse_many

COLUMN = """Laos opened an embassy in Warsaw in 1962. The two countries have traded in timber since then.

Foreign Minister Bounmy Keo greets his Polish guest at the airport in Vientiane on March 3. AFP

Trade fell after 1990. “We want to start again,” the minister said.

Anna Nowak is a senior research fellow at the Baltic Centre for Asian Studies in Gdansk. Her work is about
small states. The views expressed are her own."""


def sentences(text):
    return [sentence.span.text for sentence in parse(text).sentences]


def kinds(text):
    return [sentence.kind for sentence in parse(text).sentences]


def check_layout(parsed):
    """Offsets are the text's own, every token is in one sentence, and no sentence has a blank line in it."""
    text, doc = parsed.text, parsed.doc
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert len(parsed.sentence_of) == len(doc)
    assert list(parsed.sentence_of) == sorted(parsed.sentence_of)
    for index, sentence in enumerate(parsed.sentences):
        span = sentence.span
        assert text[span.start_char : span.end_char] == span.text
        assert "\n\n" not in span.text.strip()
        assert all(parsed.sentence_of[token.i] == index for token in span)
        assert sentence.paragraph == text[: span.start_char].count("\n\n") or not span.text.strip()


def test_a_column_keeps_its_offsets_paragraphs_and_sentences():
    parsed = parse(COLUMN)
    check_layout(parsed)
    assert [sentence.paragraph for sentence in parsed.sentences] == [0, 0, 1, 1, 2, 2, 3, 3, 3]
    assert parsed.sentence(parsed.doc[-1]) == parsed.sentences[-1]


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.one_of(st.sampled_from("aB .\n\n\n,“’é-3"), st.characters(exclude_categories=["Cs"])), max_size=80)
)
def test_any_text_keeps_its_offsets(text):
    check_layout(parse(normalise(text)))


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("aB .\n\r\t\u00a0\u200b"), max_size=60))
def test_a_text_that_was_not_normalised_keeps_its_offsets_too(text):
    parsed = parse(text)
    assert parsed.doc.text == text
    assert len(parsed.sentence_of) == len(parsed.doc)


@pytest.mark.parametrize("limit", [5, 20, 60])
def test_a_long_paragraph_is_cut_without_loss(limit, monkeypatch):
    monkeypatch.setattr(segment, "PIECE_LIMIT", limit)
    parsed = parse(COLUMN)
    check_layout(parsed)


def test_pieces_are_cut_after_sentences(monkeypatch):
    monkeypatch.setattr(segment, "PIECE_LIMIT", 50)
    text = "The ministers met in Seoul. They agreed on trade. They left the next day for home."
    assert sentences(text) == [
        "The ministers met in Seoul.", "They agreed on trade.", "They left the next day for home."
    ]  # fmt: skip


def test_a_book_length_text_is_parsed_whole():
    text = "\n\n".join(["The envoy of Laos met the king of Jordan in Amman on Monday."] * 1500)
    parsed = parse(text)
    assert len(parsed.sentences) == 1500
    assert parsed.doc[-1].idx == len(text) - 1


def test_many_texts_come_back_in_order_and_as_if_alone():
    texts = [COLUMN, "", "One sentence.", "Two words\n\nThree more words."]
    many = list(parse_many(texts))
    assert [parsed.text for parsed in many] == texts
    alone = [parse(text) for text in texts]
    assert [[t.dep_ for t in p.doc] for p in many] == [[t.dep_ for t in p.doc] for p in alone]


def test_many_texts_are_read_as_they_come():
    def endless():
        while True:
            yield "The envoy left."

    assert next(parse_many(endless())).text == "The envoy left."


def test_no_text_gives_no_sentence():
    assert parse("").sentences == ()


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Tea Banh received Lt. Gen. Park Min-ho and Col. Ali Reza in Phnom Penh.",
        "George W. Bush met J. K. Tanaka of the U.S. State Department.",
        "The U.N. Security Council passed Resolution No. 1718 under Art. 41 of the Charter.",
        "Mr. Lee, Dr. Sok and Prof. Adams arrived at 5 p.m. on Monday.",
    ],
)
def test_dots_inside_names_and_numbers_end_no_sentence(text):
    assert sentences(text) == [text]


def test_a_sentence_may_end_with_initials():
    assert sentences("He left the U.S. The minister stayed.") == ["He left the U.S.", "The minister stayed."]


def test_a_heading_without_a_full_stop_is_a_sentence_of_its_own():
    assert sentences("Trade with Laos\n\nTrade has grown.") == ["Trade with Laos", "Trade has grown."]


def test_a_line_that_runs_on_is_not_split():
    assert sentences("The ministers of both\ncountries met in Seoul.") == [
        "The ministers of both\ncountries met in Seoul."
    ]


def test_text_in_capitals_is_parsed_unchanged():
    text = "HUN MANET MEETS ENVOY OF KOREA. SIDES AGREE ON TRADE."
    parsed = parse(text)
    check_layout(parsed)
    assert parsed.doc.text == text


def test_caption_and_author_are_told_from_the_body():
    assert kinds(COLUMN) == ["body", "body", "caption", "caption", "body", "body", "bio", "bio", "bio"]


@pytest.mark.parametrize(
    "caption",
    [
        "King Norodom Sihamoni waves to the crowd in Phnom Penh. Heng Chivoan",
        "President Lee shakes hands with his guest. Photo: Office of the President",
        "Photo: The bridge across the Mekong at Pakse",
        "Workers unload rice in the port of Sihanoukville. supplied",
        "Leaders pose at the summit in Vientiane on Tuesday. (AP Photo/Sakchai Lalit)",
        "The envoy speaks to reporters in Tokyo. KYODO/via REUTERS",
    ],
)
def test_captions_are_known_by_their_credit(caption):
    assert set(kinds(f"The envoy arrived on Monday.\n\n{caption}\n\nHe will stay a week.")) == {
        "body",
        "caption",
    }


@pytest.mark.parametrize(
    "paragraph",
    [
        "The plan was approved by NATO.",
        "He works for the U.N.",
        "The envoy spoke to Reuters, AFP and Yonhap.",
        "The ministers signed a treaty. Vietnam and Laos welcomed it.",
        "The ministers signed a treaty. See Annex Two",
    ],
)
def test_an_ordinary_paragraph_is_no_caption(paragraph):
    assert set(kinds(f"The envoy arrived on Monday.\n\n{paragraph}\n\nHe will stay a week.")) == {"body"}


@pytest.mark.parametrize(
    "closing",
    [
        "Dr. Jane van Dijk teaches international law at Leiden University.",
        "The opinions expressed here are those of the author and do not reflect those of the paper.",
        "Omar Haddad, a former diplomat, is a visiting professor at the University of Jordan.",
        "The author is a lecturer in Manila.",
        "This article was first published by the East Asia Forum.",
    ],
)
def test_closing_lines_about_the_author_are_known(closing):
    assert kinds(f"The two states traded rice.\n\nThey will do so again.\n\n{closing}")[-1] == "bio"


def test_a_person_of_the_story_is_not_its_author():
    story = (
        "The court heard Omar Haddad on Monday about the contract with Jordan.\n\n"
        "Omar Haddad is a professor at the University of Jordan."
    )
    assert set(kinds(story)) == {"body"}


def test_a_speaker_introduced_at_the_end_is_not_the_author():
    story = "Rice exports fell.\n\nAnna Nowak is an analyst in Gdansk. “They will recover,” she said."
    assert set(kinds(story)) == {"body"}


def test_a_text_is_never_all_closing_line():
    assert kinds("Anna Nowak is a research fellow in Gdansk.") == ["body"]


def test_a_missing_model_is_one_clear_sentence():
    code = "from comity.reading.segment import parse; parse('x')"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "COMITY_MODEL": "no_such_model"},
        capture_output=True,
        check=False,
        text=True,
    )
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("comity.errors.ComityError: the language model 'no_such_model' cannot be loaded")
    assert "COMITY_MODEL" in last

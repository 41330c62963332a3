"""Acts dated by other acts, by the lay-out of the text, and by what is known of the publisher."""

import datetime as dt
import time

import pytest

from comity.reading._date_order import order_of
from comity.reading.layers import Act, DateOrder, Meta, Participant, Referent
from comity.reading.reader import read_text
from comity.reading.segment import parse
from comity.reading.sequence import date_acts, date_triggers
from comity.reading.times import find_times
from comity.record.types import Period
from comity.record.values import Genre

FRIDAY = dt.date(2024, 9, 13)


def dated(
    text: str, trigger: str, nth: int = 1, published: dt.date | None = FRIDAY, genre: Genre = "unknown"
) -> Period:
    parsed = parse(text)
    word = [token for token in parsed.doc if token.text == trigger][nth - 1]
    return date_triggers([word], find_times(parsed, published), parsed, genre)[word.i]


def ends(period: Period) -> tuple[str, str]:
    return str(period.start), str(period.end)


def visit_between(text: str, *pairs: tuple[str, str]) -> list[Period]:
    """The dates of the words 'visit' of a text, each an act of a pair of states."""
    parsed = parse(text)
    words = [token for token in parsed.doc if token.lower_ == "visit"]
    acts = [
        Act(
            word, "CONSULT", "visit", "042", (), (Participant(word, Referent(one, "state", one, one)),),
            (Participant(word, Referent(other, "state", other, other)),), "practical", 1.0,
        )
        for word, (one, other) in zip(words, pairs, strict=True)
    ]  # fmt: skip
    periods = date_acts(acts, find_times(parsed, FRIDAY), parsed)
    return [periods[word.i] for word in words]


def test_a_visit_told_again_has_the_date_of_its_first_telling():
    text = "The visit of the Fijian premier to Quito took place in May 2017. Officials praised the visit."
    first, again = visit_between(text, ("FJI", "ECU"), ("FJI", "ECU"))
    assert ends(first) == ends(again) == ("2017-05-01", "2017-05-31")
    assert again.basis == "relative"


def test_a_visit_between_others_is_another_visit():
    text = "The visit of the Fijian premier to Quito took place in May 2017. Officials praised the visit."
    assert visit_between(text, ("FJI", "ECU"), ("TGO", "BEN"))[1] == Period()


def test_a_communique_dates_what_its_parties_say_by_their_meeting():
    text = (
        "The ministers met in Bern on 3 and 4 July 2024.\n\nThey condemned the coup of 1 February 2021."
        "\n\nBoth sides agreed on a loan."
    )
    published = dt.date(2024, 7, 5)
    assert ends(dated(text, "agreed", published=published, genre="communique")) == ("2024-07-03", "2024-07-04")
    assert dated(text, "agreed", published=published, genre="news") == Period()


def test_the_occasion_of_a_communique_is_never_the_day_of_publication_alone():
    assert dated("Both sides agreed on a loan.", "agreed", genre="communique") == Period()


@pytest.mark.parametrize(
    ("publisher", "order"),
    [
        ("The Washington Post", "mdy"),
        ("U.S. Embassy in Suva", "mdy"),
        ("BBC News", "dmy"),
        ("The Quarterly of Comity", None),
        ("Ministry of Foreign Affairs, Republic of Korea", "ymd"),
        ("Royal Thai Government Gazette", "dmy-be"),
        (None, None),
    ],
)
def test_the_publisher_decides_the_order_of_a_date_where_it_is_known(
    publisher: str | None, order: DateOrder | None
):
    assert order_of(Meta(publisher=publisher)) == order


def test_what_the_caller_says_of_the_order_wins():
    assert order_of(Meta(publisher="The Washington Post", date_order="dmy")) == "dmy"


def test_capitals_and_bad_scans_are_read_without_a_guess():
    text = "THE RULES MAY CHANGE. THE ENVOY LEFT ON l2 FEBUARY 1948. HE CAME BACK ON 31 FEBRUARY 1949."
    assert ends(dated(text, "LEFT", published=None)) == ("1948-02-12", "1948-02-12")
    assert dated(text, "CAME", published=None).precision == "unknown"


def test_a_long_text_takes_time_in_line_with_its_length():
    piece = (
        "On 3 May 2019 the premier visited Male. During the visit he promised a loan. Two days after the visit "
        "Delhi protested. He left in June.\n\n"
    )

    def seconds(times: int) -> float:
        parsed = parse(piece * times)
        words = [token for token in parsed.doc if token.pos_ in ("VERB", "NOUN")]
        start = time.process_time()
        date_triggers(words, find_times(parsed, FRIDAY), parsed)
        return time.process_time() - start

    seconds(5)
    assert seconds(240) < 12 * seconds(60)


NEWS = (
    "OSLO, Sept 13 - Norway expelled three Chadian envoys on Wednesday.\n\nChad rejected the charges. It sent a "
    "note.\n\nTies have been cool for years. In 2019 Oslo closed a consulate. Chad criticised that decision."
)


def test_what_answers_the_news_lies_between_it_and_the_story():
    answer = dated(NEWS, "rejected", genre="news")
    assert (ends(answer), answer.basis) == (("2024-09-11", "2024-09-13"), "relative")
    assert dated(NEWS, "rejected", genre="opinion") == Period()


def test_an_answer_to_what_was_told_of_another_year_is_no_answer_to_the_news():
    assert ends(dated(NEWS, "criticised", genre="news")) == ("2019-01-01", "2019-12-31")


def test_an_answer_without_dated_news_stays_undated():
    text = "Norway and Chad have fallen out.\n\nChad rejected the charges."
    assert dated(text, "rejected", genre="news") == Period()


def test_a_story_goes_on_from_the_last_thing_told_also_in_a_relative_clause():
    text = "They were led by Vice Minister Kim, who called on the premier on Saturday. She asked Togo for wheat."
    assert ends(dated(text, "asked")) == ("2024-09-07", "2024-09-07")


def test_a_relative_clause_tells_on_what_the_main_clause_dates():
    text = "On Monday he paid a call on the premier, to whom he conveyed greetings."
    assert ends(dated(text, "conveyed")) == ("2024-09-09", "2024-09-09")


COMMUNIQUE = (
    "Joint communique\n\nBern, 5 July 2024\n\nThe ministers met in Bern on 3 and 4 July 2024.\n\nThey deplored "
    "the attack on a ferry off Basel on 2 May by unknown gunmen. A cargo plane landed in Basel on 1 July. The "
    "Minister expressed his gratitude.\n\nTogo denies the report."
)
OCCASION = ("2024-07-03", "2024-07-04")


@pytest.mark.parametrize(
    ("trigger", "when"),
    [
        ("deplored", OCCASION),
        ("attack", ("2024-05-02", "2024-05-02")),
        ("expressed", OCCASION),
        ("denies", ("2024-07-05", "2024-07-05")),
    ],
)
def test_a_communique_voices_thanks_and_regret_at_its_occasion(trigger: str, when: tuple[str, str]):
    assert ends(dated(COMMUNIQUE, trigger, published=dt.date(2024, 7, 5), genre="communique")) == when


def test_a_communique_without_a_dateline_does_not_date_what_it_says_now():
    text = "The ministers met in Bern on 3 July 2024.\n\nTogo denies the report."
    assert dated(text, "denies", published=dt.date(2024, 7, 5), genre="release") == Period()


def test_a_visit_still_to_come_is_not_the_one_that_was_just_paid():
    text = (
        "The President paid a visit to Lima from 14 to 16 April 2024. His minister will travel to Quito in "
        "December.\n\nAt the close of his visit the President decorated his host."
    )
    assert ends(dated(text, "decorated")) == ("2024-04-14", "2024-04-16")


def test_what_an_act_led_up_to_dates_it_to_that_day_or_the_one_before():
    text = "The two agreed on Thursday to lift the tariffs after the premiers spoke by telephone."
    assert ends(dated(text, "spoke")) == ("2024-09-11", "2024-09-12")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The envoy arrived on Tuesday for a three-day visit.", "arrived"),
        ("The envoy arrived on Tuesday for a three-day visit.", "visit"),
        ("The envoy returned on Thursday from a three-day visit to Oslo.", "returned"),
        ("The envoy on Thursday concluded a three-day visit to Oslo.", "concluded"),
    ],
)
def test_a_visit_lasts_as_many_days_as_its_words_say(text: str, trigger: str):
    assert ends(dated(text, trigger)) == ("2024-09-10", "2024-09-12")


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("Oslo said in May that it would open a school by the end of 2026.", "open", ("2024-05-01", "2026-12-31")),
        ("Lima will reply within two weeks.", "reply", ("2024-09-13", "2024-09-27")),
        ("The consul will leave before the year is out.", "leave", ("2024-09-13", "2024-12-31")),
        ("A mission will arrive on 3 October. It will open a school.", "open", ("2024-10-03", "2024-10-03")),
        ("Tomorrow he will visit Gao, where he will open a school.", "open", ("2024-09-14", "2024-09-14")),
    ],
)
def test_a_plan_runs_from_when_it_was_told_or_goes_on_from_the_plan_before(
    text: str, trigger: str, when: tuple[str, str]
):
    assert ends(dated(text, trigger)) == when


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("Togo praised the talks that Benin held in 2019.", "talks", ("2019-01-01", "2019-12-31")),
        ("In May 2019 they signed a pact brokered by Oman.", "brokered", ("2019-05-01", "2019-05-31")),
        ("Fiji took two boats and held the crews on Sunday.", "took", ("2024-09-08", "2024-09-08")),
        ("On 4 July 2019 Oman freed six men it had held for three weeks.", "held", ("2019-06-13", "2019-07-04")),
        ("In 2014 Togo asked for a loan; Benin agreed.", "agreed", ("2014-01-01", "2014-12-31")),
        ("In June 2012 he was the first to fly to Lima.", "fly", ("2012-06-01", "2012-06-30")),
        ("Troops crossed the river before dawn on Sunday.", "crossed", ("2024-09-08", "2024-09-08")),
        ("He called the recall of the envoy last month hasty.", "called", ("None", "None")),
        ("Mali backs Chad. It has armed it since the war began in May.", "armed", ("2024-05-01", "2024-09-13")),
        ("Fiji invited the premier to Suva in March.", "invited", ("None", "None")),
    ],
)
def test_an_act_takes_the_date_of_the_clause_it_belongs_to(text: str, trigger: str, when: tuple[str, str]):
    assert ends(dated(text, trigger)) == when


def test_what_came_before_a_part_of_the_occasion_is_put_beside_it():
    text = "Togo and Benin signed a truce on Thursday.\n\nHours before the ceremony Togo freed six men."
    assert ends(dated(text, "freed", genre="news")) == ("2024-09-12", "2024-09-12")
    assert dated(text, "freed", genre="opinion").start is None


def test_news_told_before_its_source_dates_what_goes_on_from_it():
    text = "Togo on Wednesday freed six men, officials said. It demanded a fine."
    assert ends(dated(text, "demanded")) == ("2024-09-11", "2024-09-11")


def test_a_stand_reported_by_a_speaker_is_as_of_the_speech():
    text = "On Friday Ngo said that Hanoi did not accept the charges."
    assert ends(dated(text, "accept", published=dt.date(2024, 9, 14))) == ("2024-09-13", "2024-09-13")


def test_the_occasion_of_a_communique_may_stand_in_a_participle():
    text = (
        "The ministers, meeting in Bern on 6 and 7 September 2024, praised the host.\n\nThey rejected the report."
    )
    assert ends(dated(text, "rejected", genre="communique")) == ("2024-09-06", "2024-09-07")


def test_a_day_with_a_stop_opens_an_entry_that_lasts_until_the_next():
    text = (
        "The week\n\nMonday, 2 September. Nobody came.\n\nTuesday, 3 September. Suva sent two boats.\n\n"
        "In the evening Tonga deplored the previous day's theft."
    )
    assert ends(dated(text, "sent")) == ("2024-09-03", "2024-09-03")
    assert ends(dated(text, "deplored")) == ("2024-09-03", "2024-09-03")


def test_what_somebody_says_he_would_do_is_promised_when_he_says_it():
    text = "On 3 May Togo told Benin that it would open the port. On 5 May it said that Ghana would close one."
    assert ends(dated(text, "open")) == ("2024-05-03", "2024-05-03")
    assert dated(text, "close").start is None


def test_an_answer_is_not_given_when_that_was_done_which_it_answers():
    text = "Chad, in its reply to Monday's note, offered to pay."
    assert dated(text, "offered").start is None


def test_a_welcome_at_a_place_has_the_date_beside_the_place():
    text = "In the picture the Indian premier welcomes the Danish queen at the airport of Delhi in March 1977."
    assert ends(dated(text, "welcomes")) == ("1977-03-01", "1977-03-31")


def test_what_another_has_promised_does_not_happen_when_the_first_will_act() -> None:
    text = "Togo will lift its tariff on Ghana's cement in July, and Ghana has promised to free six Togolese men."
    found = read_text(text, Meta(published=dt.date(2024, 6, 4))).events
    assert [event.date.start for event in found] == [dt.date(2024, 7, 1), None]

"""Acts dated by other acts, by the lay-out of the text, and by what is known of the publisher."""

import datetime as dt
import time

import pytest

from comity.reading._date_order import order_of
from comity.reading.layers import Act, DateOrder, Meta, Participant, Referent
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
        start = time.perf_counter()
        date_triggers(words, find_times(parsed, FRIDAY), parsed)
        return time.perf_counter() - start

    seconds(5)
    assert seconds(240) < 12 * seconds(60)

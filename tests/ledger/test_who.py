from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.ledger import Ledger, open_ledger

from .offices import fill, told

KOREAN = "South Korean ambassador to Cambodia"
OH = told("Oh Nak-young", "Ambassador", "KOR", "2018-05-14", host="KHM")
PARK = told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM")


def names(ledger: Ledger, query: str, on: str | None = None) -> list[str]:
    return [one.name for one in ledger.who(query, dt.date.fromisoformat(on) if on else None)]


def by(ledger: Ledger, query: str, on: str) -> list[tuple[str, str | None]]:
    return [(one.name, one.by) for one in ledger.who(query, dt.date.fromisoformat(on))]


def test_two_ambassadors_in_sequence_are_told_apart_by_the_day(ledger: Ledger) -> None:
    fill(ledger, OH, PARK)
    assert names(ledger, KOREAN) == ["Park Jung-wook", "Oh Nak-young"]
    assert by(ledger, KOREAN, "2024-05-14") == [("Park Jung-wook", "evidenced")]
    assert by(ledger, KOREAN, "2024-08-01") == [("Park Jung-wook", "inferred")]
    assert by(ledger, KOREAN, "2018-06-01") == [("Oh Nak-young", "inferred")]
    assert by(ledger, KOREAN, "2021-01-01") == []


def test_a_person_is_found_with_all_offices_and_their_words(ledger: Ledger) -> None:
    fill(ledger, PARK, told("Park Jung-wook", "ambassador", "KOR", "2024-06-14", host="KHM"))
    (one,) = ledger.who("jung wook park")
    assert (one.person, one.country, one.title, one.of, one.host) == (
        "person:park-jung-wook", "KOR", "ambassador", "KOR", "KHM",
    )  # fmt: skip
    assert (one.first, one.last, one.documents) == (dt.date(2024, 5, 14), dt.date(2024, 6, 14), 2)
    best = one.tellings[0]
    assert best.quotation == PARK.document.text[best.start : best.end]
    assert (best.document_id, best.source.title) == (PARK.document.id, "Report on Park Jung-wook")


def test_the_telling_nearest_to_the_day_comes_first(ledger: Ledger) -> None:
    fill(ledger, PARK, told("Park Jung-wook", "ambassador", "KOR", "2024-06-14", host="KHM"))
    (one,) = ledger.who("Park Jung-wook", dt.date(2024, 6, 20))
    assert one.tellings[0].on_start == dt.date(2024, 6, 14)


def test_two_people_of_one_surname_stay_two(ledger: Ledger) -> None:
    fill(ledger, PARK, told("Park Geun-hye", "President", "KOR", "2014-05-14"))
    assert names(ledger, "Park") == ["Park Jung-wook", "Park Geun-hye"]
    assert names(ledger, "Park Geun-hye") == ["Park Geun-hye"]


def test_one_name_in_two_countries_is_two_people(ledger: Ledger) -> None:
    fill(ledger, told("Kim Min", "Foreign Minister", "KOR", "2024-01-01"))
    fill(ledger, told("Kim Min", "Foreign Minister", "PRK", "2024-01-02"))
    assert [one.country for one in ledger.who("Kim Min")] == ["PRK", "KOR"]
    assert [one.documents for one in ledger.who("Kim Min")] == [1, 1]


def test_a_document_that_does_not_say_the_country_means_the_only_one_known(ledger: Ledger) -> None:
    fill(ledger, PARK, told("Park Jung-wook", "Ambassador", "KOR", "2024-06-01", host="KHM", country=None))
    (one,) = ledger.who("Park Jung-wook")
    assert (one.country, one.documents) == ("KOR", 2)


def test_dates_stated_decide(ledger: Ledger) -> None:
    fill(
        ledger,
        told("Hun Sen", "Prime Minister", "KHM", "2019-01-01", from_="1998-11-30", to="2023-08-22"),
        told("Hun Manet", "premier", "KHM", "2024-01-01", from_="2023-08-22"),
    )
    assert by(ledger, "KHM prime minister", "2005-05-05") == [("Hun Sen", "stated")]
    assert by(ledger, "KHM prime minister", "2023-08-23") == [("Hun Manet", "evidenced")]
    assert by(ledger, "KHM prime minister", "1998-11-29") == []


def test_what_is_told_as_given_up_makes_nobody_a_holder(ledger: Ledger) -> None:
    fill(ledger, told("Hun Sen", "Prime Minister", "KHM", "2024-01-01", former=True))
    assert names(ledger, "prime minister of Cambodia", "2024-01-01") == []
    (one,) = ledger.who("prime minister of Cambodia")
    assert (one.name, one.first, one.is_former) == ("Hun Sen", None, True)


def test_history_says_nothing_of_today(ledger: Ledger) -> None:
    fill(ledger, told("Norodom Sihanouk", "King", "KHM", "1964-12-20", published="2024-01-01"))
    assert names(ledger, "king of Cambodia", "2024-01-01") == []
    assert by(ledger, "king of Cambodia", "1964-12-20") == [("Norodom Sihanouk", "evidenced")]


def test_an_office_that_no_text_dates_is_shown_but_never_on_a_day(ledger: Ledger) -> None:
    fill(ledger, told("Hun Manet", "Prime Minister", "KHM", None, published="2024-01-01"))
    assert names(ledger, "Manet") == ["Hun Manet"]
    assert names(ledger, "Manet", "2024-01-01") == []


def test_somebody_else_in_between_ends_the_inference(ledger: Ledger) -> None:
    fill(
        ledger,
        told("Sok An", "Foreign Minister", "KHM", "2020-01-01"),
        told("Sok Ben", "minister of foreign affairs", "KHM", "2020-02-01"),
    )
    assert by(ledger, "Cambodia foreign minister", "2020-01-15") == [
        ("Sok Ben", "inferred"),
        ("Sok An", "inferred"),
    ]
    assert by(ledger, "Cambodia foreign minister", "2020-02-15") == [("Sok Ben", "inferred")]
    assert by(ledger, "Sok An", "2020-02-15") == []


def test_deputies_are_not_ministers(ledger: Ledger) -> None:
    fill(ledger, told("Sok An", "Deputy Prime Minister", "KHM", "2020-01-01"))
    assert names(ledger, "prime minister of Cambodia") == []
    assert names(ledger, "deputy prime minister of Cambodia") == ["Sok An"]


def test_an_envoy_told_of_without_a_host_is_where_texts_of_that_time_have_him(ledger: Ledger) -> None:
    bare = told("Park Jung-wook", "Ambassador", "KOR", "2024-07-01")
    early = told("Park Jung-wook", "Ambassador", "KOR", "2012-07-01")
    fill(ledger, PARK, bare, early)
    assert [(one.host, one.documents) for one in ledger.who("Park Jung-wook")] == [("KHM", 2), (None, 1)]
    assert by(ledger, KOREAN, "2012-07-01") == [("Park Jung-wook", "evidenced")]
    assert by(ledger, "South Korean ambassador to Japan", "2024-05-14") == []


def test_nobody_known_is_nobody_with_near_names(ledger: Ledger) -> None:
    fill(ledger, OH, PARK)
    assert ledger.who("Barack Obama") == ()
    assert ledger.near("Park Jung") == ("Park Jung-wook",)
    assert ledger.near(KOREAN) == ("Park Jung-wook (ambassador)", "Oh Nak-young (ambassador)")
    assert ledger.near("South Korean foreign minister") == ledger.near(KOREAN)
    assert ledger.near("president of Peru") == ()


def test_words_that_would_be_operators_do_no_harm(ledger: Ledger) -> None:
    fill(ledger, PARK)
    for query in ("", "'; DROP TABLE office --", "%", "\0", "to to to", "ambassador to", "a" * 5000):
        assert isinstance(ledger.who(query, dt.date(2024, 5, 14)), tuple)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)))
def test_answers_do_not_depend_on_the_order_of_addition(order: Sequence[int], tmp_path: Path) -> None:
    records = [OH, PARK, told("Park Jung-wook", "Ambassador", "KOR", "2024-07-01")]
    records.append(told("Park Jung-wook", "ambassador", "KOR", "2024-07-01", host="KHM"))
    answers = []
    for number, chosen in enumerate((range(4), order)):
        path = tmp_path / f"{number}-{'-'.join(map(str, order))}.db"
        path.unlink(missing_ok=True)
        with open_ledger(path) as ledger:
            fill(ledger, *(records[at] for at in chosen))
            answers.append((ledger.who(KOREAN), ledger.who("Park", dt.date(2024, 6, 1))))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("query", ["prime minister of Cambodia", "Hun Manett"])
def test_who_answers_in_well_under_a_second_out_of_two_thousand_documents(query: str, ledger: Ledger) -> None:
    start = dt.date(2015, 1, 1)
    for number in range(2000):
        day = (start + dt.timedelta(number)).isoformat()
        other = f"Sok Person{number % 400}"
        name, title = ("Hun Manet", "Prime Minister") if number % 2 else (other, "spokesperson")
        ledger.add(told(name, title, "KHM", day))
    times = []
    for _ in range(3):
        begun = time.process_time()
        assert ledger.who(query, dt.date(2017, 1, 1))[0].documents == 1000
        times.append(time.process_time() - begun)
    assert min(times) < 0.8

"""Ties on sentences of our own: which stand, between whom, since when, and which a text does not tell of."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from comity.ontology import tie_types
from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record import Tie

CASES = [json.loads(line) for line in (Path(__file__).parent / "ties.jsonl").read_text("utf-8").splitlines()]
META = Meta(published=dt.date(2021, 6, 15), genre="news")


def ties(text: str) -> tuple[Tie, ...]:
    return read_text(text, META).ties


def is_meant(tie: Tie, wanted: dict[str, Any]) -> bool:
    directed = tie_types()[tie.kind].directed
    sides = list(tie.parties) if directed else sorted(tie.parties)
    if sides != (wanted["parties"] if directed else sorted(wanted["parties"])):
        return False
    return all(getattr(tie, key) == value for key, value in wanted.items() if key != "parties")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_exactly_the_ties_that_a_text_tells_of_are_found(case: dict[str, Any]) -> None:
    found = ties(case["text"])
    assert [w for w in case["ties"] if not any(is_meant(tie, w) for tie in found)] == []
    assert [t for t in found if not any(is_meant(t, w) for w in case["ties"])] == []


def test_what_was_broken_off_and_restored_is_one_tie_that_shows_both() -> None:
    (tie,) = ties("Mali severed relations with Cuba in 1971. In 1980 it restored them.")
    assert (tie.status, tie.start, tie.end) == ("active", "1980", None)
    assert [evidence.trigger is not None for evidence in tie.evidence] == [True, True]


def test_the_lead_is_news_and_the_relative_clause_behind_it_background() -> None:
    text = "Chad has restored relations with Israel, which it broke off in 1972."
    assert [(tie.status, tie.start) for tie in ties(text)] == [("active", None)]


def test_a_tie_that_is_only_named_is_less_certain_than_one_that_is_told_of() -> None:
    (named,) = ties("The Chilean embassy in Rome was painted.")
    (told,) = ties("Chile opened an embassy in Rome in 1949.")
    assert named.confidence < told.confidence


def test_an_embassy_that_is_over_and_planned_anew_gives_both_ties() -> None:
    text = "Greece will reopen its embassy in Nairobi, which it closed in 2012."
    assert {(tie.status, tie.end) for tie in ties(text)} == {("ended", "2012"), ("proposed", None)}


def test_two_loans_of_different_years_are_two_ties() -> None:
    text = "Japan lent Nepal ten million dollars in 2010. Japan lent Nepal twenty million dollars in 2015."
    assert [tie.start for tie in ties(text)] == ["2010", "2015"]


def test_what_the_line_about_the_author_says_is_no_tie() -> None:
    text = "Kenya rejoiced.\n\nAna Ruiz teaches history and wrote a book on trade between Peru and Chile."
    record = read_text(text, Meta(published=dt.date(2021, 6, 15), author="Ana Ruiz", genre="opinion"))
    assert record.ties == ()


def test_an_envoy_to_our_country_shows_a_mission_in_the_columnist_s_own_state() -> None:
    column = (
        "We Fijians remember. The Indian ambassador, Ravi Menon, told our parliament so. Fiji knew. Fiji smiled."
    )
    found = read_text(column, Meta(genre="opinion")).ties
    assert [(tie.kind, tie.parties) for tie in found] == [("mission", ("IND", "FJI"))]


def test_a_mission_opened_before_relations_were_cut_restores_nothing() -> None:
    text = (
        "Seoul withdrew its embassy from Phnom Penh on 5 April 1975, and relations between the two countries have "
        "been broken off.\n\nSeoul and Phnom Penh established diplomatic relations in May 1970. A South Korean "
        "mission was opened in Cambodia in July 1970."
    )
    found = read_text(text, Meta(published=dt.date(1975, 4, 22))).ties
    told = {tie.kind: (tie.status, tie.start, tie.end) for tie in found}
    assert told["diplomatic_relations"] == ("ended", "1970-05", "1975-04-05")


def test_to_leave_a_capital_cuts_no_relations() -> None:
    assert read_text("The Malawian minister left Beijing on Monday.", Meta()).ties == ()

"""What Cambodia bears for its ties with North Korea; acts and sentences are made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.measures import cost_links, liability
from comity.measures.links import why_no_link

from .conftest import Make, rows

_SCHEMA = {
    "event": pl.String, "bearer": pl.String, "imposer": pl.String, "tie_with": pl.String, "date": pl.Date,
    "score": pl.Float64, "score_scale": pl.String, "sentence": pl.String,
}  # fmt: skip
CUT = "Seoul cut a loan over Phnom Penh's ties with Pyongyang."
FIRM = "Washington sanctioned a Cambodian shipping firm because of its dealings with North Korea."
LISTED = "The listing punishes the firm for trading with North Korean companies, the Treasury said."
LATER = "Days after Cambodia received a North Korean envoy, Japan put off a visit."


def costs(*told: tuple[Any, ...]) -> pl.DataFrame:
    full = [(event, "KHM", imposer, "PRK", day, score, "plover", sentence)
            for event, imposer, day, score, sentence in told]  # fmt: skip
    return pl.DataFrame(full, schema=_SCHEMA, orient="row")


TOLD = costs(
    ("a", "USA", date(2019, 5, 1), -6.0, FIRM),
    ("a", "USA", date(2019, 5, 1), -6.0, LISTED),
    ("b", "KOR", date(2017, 3, 1), -2.0, CUT),
    ("c", "JPN", date(2024, 9, 1), -2.0, LATER),
    ("d", "USA", date(2020, 1, 1), -3.0, None),
    ("e", "USA", date(2020, 2, 1), None, "It was rebuked for its relations with the DPRK."),
    ("f", "USA", date(2020, 3, 1), 4.0, "Washington praised Cambodia for its stand on North Korea."),
)


def test_costs_are_summed_with_the_sentences_that_give_the_ground(make: Make) -> None:
    found = {row["imposer"]: row for row in rows(liability(make(TOLD)))}
    every = found["all"]
    assert (every["n"], every["n_unscored"], every["n_without_link"], every["cost"]) == (3, 1, 3, 8.0)
    assert every["low"] <= 8.0 <= every["high"]
    assert every["sentences"][:3] == [CUT, LISTED, FIRM]
    assert every["events"] == ["b", "a", "e"]
    assert (found["USA"]["cost"], found["USA"]["low"]) == (6.0, None)
    assert (found["USA"]["since"], found["USA"]["until"]) == (date(2019, 5, 1), date(2020, 2, 1))


def test_coming_after_is_no_ground() -> None:
    japan = rows(liability(TOLD).filter(imposer="JPN"))[0]
    assert (japan["cost"], japan["n"], japan["n_without_link"]) == (None, 0, 1)
    assert japan["insufficient"] == "no sentence carries the link"
    assert japan["sentences"] == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (FIRM, None),
        (LISTED, None),
        (CUT, None),
        ("Cambodia's embrace of Pyongyang cost it a Japanese loan.", None),
        ("There will be no new credit unless Cambodia breaks with North Korea.", None),
        (LATER, "the sentence does not give PRK as the ground"),
        ("As North Korea fired a missile, Washington cut aid.", "the sentence does not give PRK as the ground"),
        ("Because of the flood Cambodia bought less.", "the sentence does not name PRK"),
        (
            "North Korea was told of it; Washington cut aid because of the election.",
            "the sentence does not give PRK as the ground",
        ),
        ("The cut was made not because of North Korea.", "the sentence does not give PRK as the ground"),
        (
            "A delegation from Pyongyang led by Kim came; aid was cut.",
            "the sentence does not give PRK as the ground",
        ),
        (" ", "no sentence"),
    ],
)
def test_a_sentence_carries_the_link_only_where_it_gives_the_state_as_the_ground(
    sentence: str, why: str | None
) -> None:
    assert why_no_link(sentence, "PRK") == why


def test_what_does_not_count_is_listed_with_the_reason() -> None:
    two = pl.DataFrame([("g", "KHM", "PRK", "PRK", None, -2.0, "plover", FIRM)], schema=_SCHEMA, orient="row")
    found = cost_links(pl.concat([TOLD, two]))
    assert found["why_not"].to_list()[-3:] == [
        None,
        "the act is no cost: its score is not below 0",
        "bearer, imposer and the state of the tie are not three states",
    ]


def test_a_cost_without_a_score_is_no_zero() -> None:
    found = rows(liability(TOLD.filter(event="e")))[0]
    assert (found["cost"], found["n"], found["insufficient"]) == (None, 1, "no act has a score")


@given(st.permutations(range(len(TOLD))))
def test_the_order_of_rows_does_not_matter(order: list[int]) -> None:
    assert liability(TOLD[order]).equals(liability(TOLD))


def test_a_table_without_sentences_is_told() -> None:
    with pytest.raises(UsageError, match="costs has no column 'sentence'"):
        liability(TOLD.drop("sentence"))

from __future__ import annotations

from comity.brief.figures.timeline import HIGHEST, timeline
from comity.ledger import Ledger

from .conftest import Draw, told


def test_each_act_stands_in_its_lane_and_year_on_the_side_of_who_acts(ledger: Ledger, draw: Draw) -> None:
    told(ledger, ("1997", "KHM", "KOR", "SUPPORT"), ("2019-03-15", "KOR", "KHM", "AID"))
    told(ledger, ("1965", "PRK", "KHM", "SUPPORT"), substance="symbolic")
    figure = draw(timeline, "KHM", "KOR", "PRK")
    assert figure
    assert figure.rows[1:] == (
        ("South Korea", "1997", "Cambodia", "practical", "1"),
        ("South Korea", "2019", "South Korea", "practical", "1"),
        ("North Korea", "1965", "North Korea", "symbolic", "1"),
    )
    line = [row["at"] for row in figure.spec["layer"][1]["data"]["values"]]
    points = {row["year"]: row["at"] for row in figure.spec["layer"][-1]["data"]["values"]}
    assert (points[1997], points[2019], points[1965]) == (line[0] + 1, line[0] - 1, line[1] - 1)


def test_the_words_give_the_numbers_of_both_lanes(ledger: Ledger, draw: Draw) -> None:
    told(
        ledger, ("1997", "KHM", "KOR", "SUPPORT"), ("2019", "KOR", "KHM", "AID"), ("2019-05", "KHM", "KOR", "AID")
    )
    figure = draw(timeline, "KHM", "KOR", "PRK")
    assert figure
    assert figure.alt == (
        "With South Korea 3 acts between 1997 and 2019: in 2 Cambodia acts, alone or with it, and in 1 South"
        " Korea; 3 practical and none symbolic; most in 2019, 2. With North Korea no act with a year is told of."
    )


def test_an_act_without_a_date_is_hollow_at_the_year_of_its_report(ledger: Ledger, draw: Draw) -> None:
    told(ledger, ("1997", "KHM", "KOR", "SUPPORT"), ("1998", "KHM", "KOR", "SUPPORT"), ("", "KHM", "KOR", "AID"))
    figure = draw(timeline, "KHM", "KOR")
    assert figure
    assert ("South Korea", "2024", "Cambodia", "practical, by the day of the report", "1") in figure.rows
    assert "no date for 1 of them" in figure.alt


def test_a_year_of_many_acts_stays_low_and_says_what_a_mark_stands_for(ledger: Ledger, draw: Draw) -> None:
    days = [f"2024-{month:02}-{day:02}" for month in (2, 6) for day in (1, 5, 9, 13, 17, 21)]
    told(
        ledger,
        ("1997", "KOR", "KHM", "AID"),
        *((day, "KHM", "KOR", kind) for day in days for kind in ("AID", "AGREE")),
    )
    figure = draw(timeline, "KHM", "KOR")
    assert figure
    assert ("South Korea", "2024", "Cambodia", "practical", "24") in figure.rows
    marks = [row for row in figure.spec["layer"][-1]["data"]["values"] if row["year"] == 2024]
    assert len(marks) == 12 < HIGHEST
    assert figure.caption.endswith("A mark stands for up to 2 acts.")


def test_too_few_acts_or_one_year_make_no_picture(ledger: Ledger, draw: Draw) -> None:
    assert draw(timeline, "KHM", "KOR") is None
    told(ledger, *((f"2019-0{month}", "KHM", "KOR", "AID") for month in (1, 4, 8)))
    assert draw(timeline, "KHM", "KOR") is None

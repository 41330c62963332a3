"""Ties that were broken off and set up again, in small ledgers worked out by hand."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from assessment.test_bonds import told
from comity.assessment import Bond, words
from comity.assessment.bonds import course_of
from comity.assessment.dyads import ties
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Ledger

BEGUN = {"start": "1970", "start_told": "begun", "published": "2024-10-07"}
BROKEN = {"status": "ended", "end": "1975-04", "published": "2010-01-01"}
RESTORED = {"start": "1997-10-30", "start_told": "restored", "published": "1997-10-31"}
SINCE = {"start": "1997", "start_told": "since", "published": "2024-09-16"}


def courses(bonds: tuple[Bond, ...]) -> list[str]:
    return [words.course(bond) for bond in bonds]


@pytest.mark.parametrize("order", list(itertools.permutations((BEGUN, BROKEN, RESTORED, SINCE)))[::5])
def test_broken_and_restored_are_two_spells_in_whatever_order_texts_come(
    ledger: Ledger, order: tuple[dict[str, Any], ...]
) -> None:
    found = told(ledger, *order)
    assert courses(found) == ["ended, 1970 to April 1975", "active since 30 October 1997"]
    assert [len(bond.items) for bond in found] == [2, 2]
    assert not any(bond.differences for bond in found)


def test_a_restoration_alone_is_one_spell(ledger: Ledger) -> None:
    assert courses(told(ledger, RESTORED, SINCE)) == ["active since 30 October 1997"]


@pytest.mark.parametrize("later", [RESTORED, SINCE, {"start": "1997", "start_told": "begun"}, {"start": "1997"}])
def test_a_later_beginning_ends_the_spell_before_it_without_a_date_made_up(
    ledger: Ledger, later: dict[str, Any]
) -> None:
    before, after = told(ledger, BEGUN, later)
    assert courses((before, after)) == [f"ended by {words.either(after.starts)}, begun 1970", words.course(after)]
    assert before.ends == ()
    assert {held.item.id for held in before.shown_by} == {held.item.id for held in before.items + after.items}
    assert not before.differences + after.differences


def test_a_report_that_there_is_none_bounds_the_end_more_closely(ledger: Ledger) -> None:
    none = {"status": "absent", "published": "1991-11-18"}
    before, after = told(ledger, BEGUN, none, SINCE)
    assert words.course(before) == "ended by 18 November 1991, begun 1970"
    assert words.course(after) == "active since 1997"


def test_without_a_later_spell_a_report_of_absence_ends_the_one_that_had_begun(ledger: Ledger) -> None:
    none = {"status": "absent", "published": "1991-11-18"}
    assert courses(told(ledger, BEGUN, none)) == ["ended by 18 November 1991, begun 1970"]


def test_absence_alone_ends_nothing(ledger: Ledger) -> None:
    none = {"status": "absent", "published": "1991-11-18"}
    assert courses(told(ledger, none, kind="trade")) == ["none, as stated"]


def test_one_start_told_more_and_less_precisely_is_one_beginning(ledger: Ledger) -> None:
    starts = ("1997", "1997-10", "1997-10-30")
    (bond,) = told(ledger, *({"start": start, "start_told": "begun"} for start in starts))
    assert words.course(bond) == "active since 30 October 1997"
    assert not bond.differences


def test_a_break_told_long_after_the_restoration_ends_the_spell_before_it(ledger: Ledger) -> None:
    break_told_last = {"status": "ended", "end": "1975", "published": "2024-01-01"}
    found = told(ledger, RESTORED, BEGUN, break_told_last)
    assert courses(found) == ["ended, 1970 to 1975", "active since 30 October 1997"]


def test_a_beginning_told_long_after_the_break_does_not_deny_it(ledger: Ledger) -> None:
    (bond,) = told(ledger, BROKEN, BEGUN)
    assert words.course(bond) == "ended, 1970 to April 1975"
    assert not bond.differences


def test_sources_that_give_the_standing_tie_different_ages_contradict_each_other(ledger: Ledger) -> None:
    since = ({"start": year, "start_told": "since", "published": "2024-01-01"} for year in ("1962", "1972"))
    (bond,) = told(ledger, *since)
    assert words.course(bond) == "active since 1962 or 1972"
    assert [words.differing(each) for each in bond.differences] == ["begun 1962 or 1972"]


def test_who_has_a_tie_last_through_a_restoration_contradicts_it(ledger: Ledger) -> None:
    unbroken = {"start": "1970", "start_told": "since", "published": "2020-01-01"}
    before, after = told(ledger, unbroken, RESTORED)
    assert courses((before, after)) == ["ended by 30 October 1997, begun 1970", "active since 30 October 1997"]
    assert [words.differing(each) for each in before.differences] == ["said to be active or ended"]


def test_what_stands_long_after_its_end_was_set_up_again_at_a_time_untold(ledger: Ledger) -> None:
    standing = {"published": "1997-10-31"}
    found = told(ledger, BROKEN, BEGUN, standing, {"published": "2024-01-01"})
    assert courses(found) == ["ended, 1970 to April 1975", "active again by 31 October 1997"]


def test_what_stands_right_after_its_end_is_a_contradiction(ledger: Ledger) -> None:
    (bond,) = told(ledger, BROKEN, {"published": "1976-01-01"})
    assert [words.differing(each) for each in bond.differences] == ["said to be active or ended"]


def test_a_restoration_without_a_date_ends_the_spell_before_it(ledger: Ledger) -> None:
    found = told(ledger, BEGUN, {"start_told": "restored", "published": "1998-02-01"})
    assert courses(found) == ["ended by 1 February 1998, begun 1970", "active again by 1 February 1998"]


def test_a_plan_after_the_end_is_told_apart(ledger: Ledger) -> None:
    plan = {"status": "proposed", "published": "1996-05-15"}
    assert courses(told(ledger, BEGUN, BROKEN, plan)) == ["ended, 1970 to April 1975", "proposed"]


def test_treaties_of_different_years_stand_side_by_side(ledger: Ledger) -> None:
    found = told(ledger, {"start": "2006"}, {"start": "2022"}, kind="treaty")
    assert courses(found) == ["active since 2006", "active since 2022"]
    report = found[0].items[0].item
    assert courses(course_of(report, ledger.held("ties"))) == ["active since 2006"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("embassy", ["ended by 2005, begun 1990", "active since 2005"]),
        ("consulate", ["active since 1990", "active since 2005"]),
    ],
)
def test_a_state_has_one_embassy_in_another_but_may_have_several_consulates(
    ledger: Ledger, name: str, expected: list[str]
) -> None:
    found = told(ledger, {"start": "1990", "name": name}, {"start": "2005", "name": name}, kind="mission")
    assert courses(found) == expected


def test_questions_tell_the_same_course_as_the_bonds(ledger: Ledger) -> None:
    told(ledger, BEGUN, {"start_told": "restored", "published": "1998-02-01"})
    holdings = Holdings(ledger)
    assert [part.text for part in ties.ended(holdings, ("KHM", "PRK"), ALWAYS).parts] == [
        "begun 1970, ended by 1 February 1998; 1 report"
    ]
    (standing,) = ties.standing(holdings, ("KHM", "PRK"), ALWAYS).parts
    assert standing.text == "again by 1 February 1998, start not told; 1 report"
    in_1980 = Window(None, dt.date(1980, 1, 1))
    assert [part.text for part in ties.standing(holdings, ("KHM", "PRK"), in_1980).parts] == [
        "since 1970; 1 report"
    ]

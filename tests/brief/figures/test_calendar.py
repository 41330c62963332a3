from __future__ import annotations

from assessment.rows import acts, imported
from comity.brief.figures.calendar import calendar
from comity.ledger import Ledger

from .conftest import Draw, told


def test_contacts_stand_by_month_visits_apart_and_those_of_a_year_alone_are_left_out(
    ledger: Ledger, draw: Draw
) -> None:
    told(ledger, ("2006-11-20", "KOR", "KHM", "CONSULT"), ("2019-03", "KOR", "KHM", "CONSULT"), mode="visit")
    told(ledger, ("2019-03-16", "KHM", "KOR", "CONSULT"), ("2012", "KHM", "KOR", "CONSULT"))
    figure = draw(calendar, "KHM", "KOR")
    assert figure
    assert figure.rows[1:] == (
        ("2006", "November", "visit", "1"),
        ("2019", "March", "meeting or talks", "1"),
        ("2019", "March", "visit", "1"),
    )
    assert figure.alt == (
        "2 visits and 1 other meeting or talks from November 2006 to March 2019, most in 2019: 2. 12 years between"
        " them have none."
    )


def test_a_dataset_with_more_contacts_takes_the_place_of_texts(ledger: Ledger, draw: Draw) -> None:
    told(ledger, ("2006-11-20", "KOR", "KHM", "CONSULT"))
    days = ("2010-01-05", "2010-01-08", "2011-02-01")
    imported(ledger, "events", acts(*((day, "KHM", "KOR", "CONSULT", 1.0) for day in days)))
    figure = draw(calendar, "KHM", "KOR")
    assert figure
    assert figure.rows[1:] == (
        ("2010", "January", "meeting or talks", "2"),
        ("2011", "February", "meeting or talks", "1"),
    )
    assert "in ours." in figure.caption


def test_two_contacts_make_no_picture(ledger: Ledger, draw: Draw) -> None:
    told(ledger, ("2006-11-20", "KOR", "KHM", "CONSULT"), ("2019-03", "KOR", "KHM", "CONSULT"))
    assert draw(calendar, "KHM", "KOR") is None

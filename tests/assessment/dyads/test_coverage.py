from __future__ import annotations

import datetime as dt

import pytest

from assessment.rows import imported
from brief.factory import Draft, on
from comity.assessment.dyads import coverage, covered, publishers
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def _texts(ledger: Ledger, *known: tuple[str, str | None]) -> None:
    for at, (published, publisher) in enumerate(known):
        text = f"Text {at}: they met on {published}."
        draft = Draft(text, published, publisher=publisher)
        ledger.add(draft.act(text, "KHM", "KOR", on(published)).record())


@pytest.mark.parametrize(
    ("publisher", "state"),
    [
        ("The Phnom Penh Post", "KHM"),
        ("yonhap", "KOR"),
        ("KCNA", "PRK"),
        ("Village Herald", None),
        ("Tonle Sap Gazette", None),
        ("Cambodian Ministry Bulletin", "KHM"),
        (None, None),
    ],
)
def test_a_publisher_is_of_a_state_only_where_that_is_known(publisher: str | None, state: str | None) -> None:
    assert publishers.state(publisher) == state


def test_the_press_of_a_side_that_is_missing_is_told(ledger: Ledger) -> None:
    _texts(ledger, ("2020-01-01", "Khmer Times"), ("2020-02-01", "Village Herald"), ("2020-03-01", "Xinhua"))
    found = coverage.press(Holdings(ledger), PAIR, ALWAYS)
    assert found.answer == (
        "3 texts of 3 publishers: 1 of Cambodia, none of South Korea, 1 of a state that is not known and 1 of"
        " other states."
    )
    assert "Village Herald: its state is not known, 1 text, 2020" in [f"{p.label}: {p.text}" for p in found.parts]


def test_empty_years_are_named_up_to_the_end_of_the_window(ledger: Ledger) -> None:
    _texts(ledger, ("2010-01-01", None), ("2012-01-01", None), ("2016-06-01", None))
    found = coverage.gaps(Holdings(ledger), PAIR, Window(None, dt.date(2018, 1, 1)))
    assert found
    assert found.answer == "6 of the 9 years from 2010 to 2018 have no item: 2011, 2013 to 2015 and 2017 to 2018."


def test_the_last_item_of_each_source_is_told(ledger: Ledger) -> None:
    _texts(ledger, ("2016-06-01", None))
    row = {
        "id": 1,
        "date": "2014-05-03",
        "actor_country": "KHM",
        "recipient_country": "KOR",
        "event_type": "CONSULT",
    }
    imported(ledger, "events", [row])
    found = coverage.last(Holdings(ledger), PAIR, ALWAYS)
    assert found
    assert found.answer == (
        "The last text on them is of 1 June 2016, the last dated act in texts is of 1 June 2016 and the last act"
        " in ours is of 3 May 2014."
    )
    assert found.value == "2016-06-01"
    listed = covered.datasets(Holdings(ledger), PAIR, ALWAYS)
    assert listed
    assert [(part.label, part.text) for part in listed.parts] == [("ours", "1 event, 2014")]
    empty = covered.datasets(Holdings(ledger), ("FJI", "TUV"), ALWAYS)
    assert empty
    assert empty.answer == (
        "None of 1 imported dataset has rows on Fiji and Tuvalu; there is nothing on them in: ours."
    )


def test_official_languages_without_a_text_are_named(ledger: Ledger) -> None:
    _texts(ledger, ("2016-06-01", None))
    found = coverage.languages(Holdings(ledger), PAIR, ALWAYS)
    assert found
    assert found.answer == "All are in English; none is in Khmer or Korean."


def test_nothing_at_all_covers_nothing(ledger: Ledger) -> None:
    holdings = Holdings(ledger)
    assert coverage.press(holdings, PAIR, ALWAYS).insufficient
    for of in (coverage.last, coverage.gaps, coverage.languages, covered.datasets):
        assert of(holdings, PAIR, ALWAYS) is None

"""When an office was held, by the day of publication or by the sentence."""

import datetime as dt

from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record import Office

PUBLISHED = dt.date(2021, 6, 15)


def office(text: str, published: dt.date | None = PUBLISHED) -> Office:
    record = read_text(text, Meta(published=published))
    return next(held for entity in record.entities for held in entity.offices)


def test_an_office_is_held_on_the_day_of_publication() -> None:
    held = office("Peruvian President Ana Rojas visited Chile.")
    assert held.on is not None
    assert (held.on.start, held.on.basis, held.former) == (PUBLISHED, "publication", False)


def test_a_former_office_is_over_on_that_day() -> None:
    held = office("Former Peruvian president Ana Rojas visited Chile.")
    assert held.on is not None
    assert (held.on.start, held.former) == (PUBLISHED, True)


def test_a_then_office_was_held_when_its_sentence_is_set() -> None:
    held = office("In 1999 then-president Luis Paz of Peru visited Bolivia.")
    assert held.on is not None
    assert (held.on.start, held.former) == (dt.date(1999, 1, 1), False)


def test_an_entry_of_a_diary_dates_the_offices_in_it() -> None:
    entry = "12 March 2018: Peru opened an embassy in Quito. Peruvian President Ana Rojas visited Chile."
    held = office(f"Diary\n\n{entry}")
    assert held.on is not None
    assert held.on.start == dt.date(2018, 3, 12)


def test_without_any_day_the_time_stays_open() -> None:
    assert office("Peruvian President Ana Rojas visited Chile.", None).on is None


def test_the_office_shows_its_sentence() -> None:
    text = "It rained. Peruvian President Ana Rojas visited Chile."
    (shown,) = office(text).evidence
    assert text[shown.start : shown.end] == "Peruvian President Ana Rojas visited Chile."

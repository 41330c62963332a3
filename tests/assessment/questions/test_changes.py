from __future__ import annotations

import datetime as dt

import pytest

from brief.factory import Draft, on
from comity.assess import Assessment, changes
from comity.errors import UsageError
from comity.ledger import Ledger

LOOK = dt.date(2024, 6, 1)


def _texts(found: Assessment, key: str) -> list[str]:
    return [part.label for part in found.finding(key).parts]


def _ledger(ledger: Ledger) -> None:
    old, new, late = "They met in 2012.", "They met on 20 August 2024.", "They had met in 2019."
    ledger.add(Draft(old, "2013-01-01").act(old, "KHM", "PRK", on("2012-03-01")).record())
    draft = Draft(f"{new} {late}", "2024-08-22").act(new, "KHM", "PRK", on("2024-08-20"))
    ledger.add(draft.act(late, "PRK", "KHM", on("2019")).record())


def test_acts_since_and_acts_first_told_of_since_are_apart(ledger: Ledger) -> None:
    _ledger(ledger)
    found = changes(ledger, "KHM", "PRK", LOOK)
    assert _texts(found, "changes.acts") == ["Cambodia held talks with North Korea on 20 August 2024"]
    assert _texts(found, "changes.told") == ["North Korea held talks with Cambodia in 2019"]


def test_an_answer_that_changed_is_told_before_and_now(ledger: Ledger) -> None:
    _ledger(ledger)
    before, now = changes(ledger, "KHM", "PRK", LOOK).finding("changes.contact.last").parts
    assert "1 March 2012" in before.text
    assert "20 August 2024" in now.text


def test_a_tie_of_a_year_that_had_begun_before_the_day_is_not_called_new(ledger: Ledger) -> None:
    text = "They have been partners since 2024, and opened a zone in July 2024."
    draft = Draft(text, "2024-05-01").tie(text, "partnership", "KHM", "PRK", start="2024")
    ledger.add(draft.tie(text, "economic_zone", "KHM", "PRK", start="2024-07").record())
    later = "Nothing else."
    ledger.add(Draft(later, "2024-12-01").record())
    found = changes(ledger, "KHM", "PRK", LOOK).finding("changes.ties")
    assert [(part.label, part.text.split(":")[0]) for part in found.parts] == [("begun", "economic zone")]


def test_claims_and_opinions_keep_their_voice(ledger: Ledger) -> None:
    text = "They share no interests."
    draft = Draft(text, "2024-07-01", author="A. Writer", title="On interests")
    ledger.add(draft.claim(text, "share no interests", "absence", "KHM", "PRK").record())
    (part,) = changes(ledger, "KHM", "PRK", LOOK).finding("changes.said").parts
    assert (part.label, part.text) == ("A. Writer in “On interests”", "“share no interests”")


def test_nothing_new_is_said_to_be_nothing(ledger: Ledger) -> None:
    _ledger(ledger)
    found = changes(ledger, "KHM", "KOR", LOOK)
    assert all(finding.insufficient for finding in found.findings)


def test_a_day_after_all_that_is_known_is_refused(ledger: Ledger) -> None:
    _ledger(ledger)
    with pytest.raises(UsageError, match="2024-08-22"):
        changes(ledger, "KHM", "PRK", dt.date(2025, 1, 1))

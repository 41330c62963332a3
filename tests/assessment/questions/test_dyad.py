from __future__ import annotations

import datetime as dt

import pytest

from assessment.rows import acts, imported
from assessment.tables import acted, voted
from brief.factory import Draft, on
from comity.assess import Holdings, as_json, as_markdown, dyad
from comity.assessment.questions.dyad import sections
from comity.assessment.window import ALWAYS
from comity.ledger import Ledger

ALWAYS_ASKED = (
    "ties.standing", "course.phases", "contact.last", "contact.visits", "practical.share", "promises.kept",
    "voices.a", "voices.b", "disputes.open", "coverage.press",
)  # fmt: skip


@pytest.mark.parametrize("pair", [("KHM", "KOR"), ("FJI", "TUV"), ("SRB", "XKX"), ("DEU", "DDR")])
def test_an_empty_ledger_gives_a_reason_for_every_question(ledger: Ledger, pair: tuple[str, str]) -> None:
    found = dyad(ledger, *pair)
    assert set(ALWAYS_ASKED) <= {finding.key for finding in found.findings}
    assert all(finding.insufficient for finding in found.findings)
    assert as_markdown(found, explain=True)


def test_the_sections_stand_in_the_order_of_a_note(ledger: Ledger) -> None:
    titles = [section.title for section in sections(Holdings(ledger), ("KHM", "KOR"), ALWAYS)]
    wanted = ["Ties", "Course", "Contact", "Practical or symbolic", "Promises", "Voices", "Disputes", "Coverage"]
    assert [title for title in titles if title in wanted] == wanted


def test_a_period_without_data_and_one_sided_data_are_answered(ledger: Ledger) -> None:
    text = "Cambodia condemned North Korea on 3 May 2020."
    draft = Draft(text, "2020-05-04").act(text, "KHM", "PRK", on("2020-05-03"), event_type="ACCUSE")
    ledger.add(draft.record())
    imported(ledger, "events", acts(("2015-03-01", "KHM", "PRK", "ACCUSE", -2.0)))
    before = dyad(ledger, "KHM", "PRK", until=dt.date(1990, 1, 1))
    assert before.finding("voices.a").insufficient
    now = dyad(ledger, "PRK", "KHM")
    assert now.finding("voices.a").insufficient
    assert now.finding("voices.b").value == 1
    assert as_json(now) == as_json(dyad(Holdings(ledger), "North Korea", "Cambodia"))


def test_votes_run_to_the_last_roll_call_and_contacts_to_the_last_act(ledger: Ledger) -> None:
    acted(ledger, ("2015-03-01", "KHM", "KOR", "CONSULT", 1.0))
    voted(ledger, *((f"{year}-05-{day:02}", "day", "y" if day % 2 else "n", "y", "ynyny")
                    for year in (2014, 2019) for day in range(1, 13)))  # fmt: skip
    found = dyad(ledger, "KHM", "KOR")
    assert str(found.window.until) == "2015-03-01"
    assert str(found.finding("votes.apart").window.until) == "2019-05-12"
    assert str(found.finding("contact.datasets").window.until) == "2015-03-01"


def test_an_end_that_is_asked_for_bounds_votes_too(ledger: Ledger) -> None:
    acted(ledger, ("2015-03-01", "KHM", "KOR", "CONSULT", 1.0))
    voted(ledger, ("2014-05-01", "day", "y", "n", "ynyny"), ("2019-05-01", "day", "y", "n", "ynyny"))
    found = dyad(ledger, "KHM", "KOR", until=dt.date(2016, 1, 1)).finding("votes.apart")
    assert (str(found.window.until), found.n) == ("2014-05-01", 1)

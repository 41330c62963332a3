from __future__ import annotations

from comity.assessment.dyads.practical import practical
from comity.assessment.holdings import Holdings
from comity.assessment.questions.asked import asked_of
from comity.brief.figures.sides import sides
from comity.ledger import Ledger

from .conftest import Draw, told


def _ties(ledger: Ledger) -> None:
    days = [f"20{year}-05-1{year % 10}" for year in range(10, 18)]
    told(
        ledger, *((day, "KHM", "KOR", kind) for day, kind in zip(days, 6 * ["AID"] + 2 * ["ACCUSE"], strict=True))
    )
    told(ledger, *((day, "PRK", "KHM", "CONSULT") for day in days[:4]), substance="symbolic")
    told(ledger, *((day, "KHM", "PRK", "AID") for day in days[4:6]))


def test_both_ties_are_told_by_the_values_of_the_findings(ledger: Ledger, draw: Draw) -> None:
    _ties(ledger)
    figure = draw(sides, "KHM", "KOR", "PRK")
    assert figure
    rows = {(what, tie): value for what, tie, value in figure.rows[1:]}
    holdings = Holdings(ledger)
    share = practical(holdings, ("KHM", "PRK"), asked_of(holdings, None, None))
    assert rows["Practical acts, %", "with North Korea"].startswith("33 % (")
    assert "33 %" in share.answer
    assert rows["Deeds of cooperation, %", "with South Korea"].startswith("6 of 8, 75 % (")
    assert rows["Words of cooperation, %", "with North Korea"].startswith("4 of 6, 67 % (")
    assert "Words of conflict: with South Korea 2 of 8, 25 %" in figure.alt
    assert "Meetings and talks in texts" not in figure.alt


def test_a_tie_without_values_or_a_brief_on_two_states_has_no_such_picture(ledger: Ledger, draw: Draw) -> None:
    _ties(ledger)
    assert draw(sides, "KHM", "KOR") is None
    assert draw(sides, "KHM", "KOR", "JPN") is None

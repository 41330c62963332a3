from __future__ import annotations

import pytest

from assessment.questions.test_precedents import PAIRS
from assessment.rows import acts, imported
from brief.factory import Draft, money, on
from comity.assess import act_move, whatif
from comity.errors import UsageError
from comity.ledger import Ledger

MOVE = act_move("SANCTION:discontinue")


def test_standing_ties_plans_and_sums_would_be_touched(ledger: Ledger) -> None:
    tie, over, plan, loan = (
        "They have had an embassy since 1991.", "The zone closed in 2019.", "They will meet in 2025.",
        "Seoul lent 12 million dollars in 2020.",
    )  # fmt: skip
    draft = Draft(" ".join((tie, over, plan, loan)), "2024-01-01").tie(tie, "mission", "KOR", "KHM", start="1991")
    draft.tie(over, "economic_zone", "KOR", "KHM", status="ended", end="2019")
    draft.act(plan, "KOR", "KHM", on("2025"), status="future")
    ledger.add(draft.act(loan, "KOR", "KHM", on("2020"), event_type="AID", amount=money(12e6)).record())
    found = whatif(ledger, "KHM", "KOR", MOVE)
    assert [part.label for part in found.finding("stakes.ties").parts] == [
        "mission, South Korea → Cambodia: active since 1991"
    ]
    assert found.finding("stakes.promises").value == 1
    assert [part.label for part in found.finding("stakes.sums").parts] == ["USD 12 million"]


def test_sanctions_in_force_on_the_last_day_bind_and_lapsed_ones_do_not(ledger: Ledger) -> None:
    text = "Nothing happened."
    ledger.add(Draft(text, "2020-01-01").record())
    rows = [
        {
            "kind": "sanction",
            "partner": "PRK",
            "name": "R1",
            "role": "arms embargo",
            "start": "2006-10-14",
            "end": "",
        },
        {
            "kind": "sanction",
            "partner": "PRK",
            "name": "R2",
            "role": "ban",
            "start": "2006-10-14",
            "end": "2010-01-01",
        },
        {"kind": "sanction", "partner": "PRK", "name": "R3", "role": "ban", "start": "2021-01-01", "end": ""},
    ]
    imported(ledger, "spells", rows, name="lists")
    found = whatif(ledger, "KHM", "PRK", MOVE).finding("obligations.sanctions")
    assert [part.label for part in found.parts] == [
        "arms embargo on North Korea since 14 October 2006 (regime R1)"
    ]


def test_a_base_rate_says_how_many_cases_it_counts_and_is_no_forecast(ledger: Ledger) -> None:
    rows = [("2008-01-01", "JPN", "CHN", "CONSULT", 1.0), ("2012-12-31", "JPN", "CHN", "CONSULT", 1.0)]
    for at, state in enumerate((*PAIRS, "MYS", "IDN", "BRN", "MMR", "SGP")):
        rows.append(("2010-06-01", state, "PRK", "SANCTION", -6.0))
        rows += [("2010-09-01", "PRK", state, "ACCUSE", -3.0)] if at < 7 else []
    imported(ledger, "events", acts(*rows))
    found = whatif(ledger, "JPN", "PRK", act_move("SANCTION")).finding("reaction.conflict")
    assert (found.value, found.n) == (0.7, 10)
    assert "it is likely that" in found.answer
    assert "no forecast" in found.answer


def test_too_few_cases_give_no_likelihood(ledger: Ledger) -> None:
    imported(ledger, "events", acts(("2010-06-01", "KHM", "PRK", "SANCTION", -6.0)))
    found = whatif(ledger, "JPN", "PRK", MOVE)
    assert all(found.finding(key).insufficient for key in ("reaction.conflict", "reaction.cooperation"))


def test_a_state_towards_itself_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        whatif(ledger, "KHM", "Cambodia", MOVE)

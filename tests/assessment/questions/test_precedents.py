from __future__ import annotations

import datetime as dt

import pytest

from assessment.rows import acts, imported
from brief.factory import Draft, on
from comity.assess import act_move, precedents, tie_move
from comity.ledger import Ledger

MOVE = act_move("SANCTION of PRK")
PAIRS = ("KHM", "THA", "VNM", "LAO", "PHL")


def _world(ledger: Ledger) -> None:
    """Five states sanction North Korea in June 2010; it praised each twice before and blames each once after.

    It deals with Malaysia and Indonesia, which do not move, alike in both years.
    """
    rows = [("2008-01-01", "JPN", "CHN", "CONSULT", 1.0), ("2012-12-31", "JPN", "CHN", "CONSULT", 1.0)]
    for state in PAIRS:
        rows += [("2009-10-01", "PRK", state, "SUPPORT", 4.0), ("2010-02-01", "PRK", state, "SUPPORT", 4.0)]
        rows += [("2010-06-01", state, "PRK", "SANCTION", -6.0), ("2010-07-01", state, "PRK", "SANCTION", -6.0)]
        rows += [("2010-09-01", "PRK", state, "ACCUSE", -3.0)]
    for state in ("MYS", "IDN"):
        rows += [("2009-10-01", "PRK", state, "SUPPORT", 4.0), ("2010-10-01", "PRK", state, "SUPPORT", 4.0)]
    imported(ledger, "events", acts(*rows))


def test_an_act_soon_after_another_is_its_echo_and_no_case(ledger: Ledger) -> None:
    _world(ledger)
    found = precedents(ledger, MOVE).finding("precedents.dataset")
    assert found.value == len(PAIRS)
    assert {part.text for part in found.parts} == {"1 June 2010"}


def test_the_answer_is_the_change_from_the_year_before_to_the_year_after(ledger: Ledger) -> None:
    _world(ledger)
    found = precedents(ledger, MOVE).finding("precedents.answer")
    assert (found.value, found.interval, found.n) == (-11.0, (-11.0, -11.0), 5)
    assert found.answer.startswith("Worse")
    assert [part.text for part in found.parts] == [
        "10 before, 0 after", "0 before, 0 after", "0 before, 5 after", "0 before, 0 after",
    ]  # fmt: skip


def test_pairs_that_did_not_move_stand_beside(ledger: Ledger) -> None:
    _world(ledger)
    found = precedents(ledger, MOVE).finding("precedents.matched")
    # Malaysia and Indonesia: 4 points in each year, so no change.
    assert (found.value, found.n) == (-11.0, 5)


def test_the_further_acts_of_the_mover_leave_out_the_day_of_the_move(ledger: Ledger) -> None:
    _world(ledger)
    assert precedents(ledger, MOVE).finding("precedents.own").value == -6.0


def test_too_few_cases_give_no_mean(ledger: Ledger) -> None:
    rows = acts(("2008-01-01", "JPN", "CHN", "AID", 1.0), ("2010-06-01", "KHM", "PRK", "SANCTION", -6.0),
                ("2012-12-31", "JPN", "CHN", "AID", 1.0))  # fmt: skip
    imported(ledger, "events", rows)
    found = precedents(ledger, MOVE).finding("precedents.answer")
    assert (found.value, found.insufficient) == (None, "1 case with both years, wanted are 5")


def test_cases_at_the_edge_of_a_dataset_are_not_followed(ledger: Ledger) -> None:
    rows = acts(("2010-01-01", "JPN", "CHN", "AID", 1.0), ("2010-06-01", "KHM", "PRK", "SANCTION", -6.0),
                ("2010-12-31", "JPN", "CHN", "AID", 1.0))  # fmt: skip
    imported(ledger, "events", rows)
    found = precedents(ledger, MOVE)
    assert found.finding("precedents.dataset").value == 1
    assert "both the year before and the year after" in (found.finding("precedents.answer").insufficient or "")


def test_texts_give_cases_with_their_passages_and_what_followed(ledger: Ledger) -> None:
    tie, visit = "Cuba opened relations with South Korea on 14 February 2024.", "Its minister came on 3 May 2024."
    draft = Draft(f"{tie} {visit}", "2024-06-01").tie(
        tie, "diplomatic_relations", "CUB", "KOR", start="2024-02-14"
    )
    ledger.add(draft.act(visit, "CUB", "KOR", on("2024-05-03"), mode="visit").record())
    for move in (tie_move("diplomatic_relations with KOR"), act_move("SUPPORT:recognition of KOR")):
        found = precedents(ledger, move)
        (case,) = found.finding("precedents.texts").parts
        assert case.label == "Cuba and South Korea: diplomatic relations begun, 14 February 2024"
        assert found.finding("precedents.texts").passages[0].quotation == tie
        (after,) = found.finding("precedents.after.1.CUB").parts
        assert after.label == "Cuba visited South Korea on 3 May 2024"


def test_plans_and_denials_are_no_cases(ledger: Ledger) -> None:
    text = "Cuba will sanction North Korea in 2025."
    ledger.add(Draft(text).act(text, "CUB", "PRK", on("2025"), event_type="SANCTION", status="future").record())
    assert precedents(ledger, MOVE).finding("precedents.texts").insufficient


@pytest.mark.parametrize("wanted", [MOVE, tie_move("mission ended with PRK")])
def test_an_empty_ledger_has_no_answers(ledger: Ledger, wanted: object) -> None:
    found = precedents(ledger, wanted)  # type: ignore[arg-type]
    assert found.findings
    assert all(finding.insufficient for finding in found.findings)
    assert found.window.until is None or isinstance(found.window.until, dt.date)

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from assessment.tables import acted, sampled, traded, voted
from comity.assess import as_json, as_markdown, partners
from comity.assessment.questions.partners import By
from comity.errors import UsageError
from comity.ledger import Ledger

STATES = ("KOR", "THA", "VNM", "CHN", "JPN", "USA")


def _talks(state: str, year: int, days: int, score: float = 1.0) -> list[tuple[str, str, str, str, float]]:
    return [(f"{year}-01-{day:02}", "KHM", state, "CONSULT", score) for day in range(1, days + 1)]


@pytest.mark.parametrize("by", get_args(By))
def test_an_empty_ledger_gives_the_reason_by_every_value(ledger: Ledger, by: By) -> None:
    found = partners(ledger, "Cambodia", by, dt.date(2010, 1, 1))
    assert all(finding.insufficient for finding in found.findings)
    assert as_markdown(found, explain=True)


def test_partners_are_ranked_with_n_and_interval_and_the_little_known_listed_apart(ledger: Ledger) -> None:
    acted(ledger, *_talks("KOR", 2015, 8), *_talks("THA", 2015, 5, -2.0), *_talks("VNM", 2015, 2))
    found = partners(ledger, "KHM", "flow")
    first, second = found.finding("partners.flow").parts
    assert (first.label, first.value, first.n) == ("1. South Korea", 10, 8)
    assert first.interval == pytest.approx((2.6, 10), abs=0.1)  # eight of eight, by Clopper and Pearson
    assert (second.label, second.value) == ("2. Thailand", -10)
    assert first.proofs
    (unknown,) = found.finding("partners.flow.unknown").parts
    assert (unknown.label, unknown.text) == ("fewer than 5 acts with a score", "Vietnam")


def test_days_with_talks_are_counted_once_a_day_and_told_a_year(ledger: Ledger) -> None:
    acted(ledger, *_talks("KOR", 2015, 4), *_talks("KOR", 2015, 4), ("2010-06-01", "KHM", "THA", "CONSULT", 1.0),
          ("2015-12-30", "THA", "KHM", "AID", 1.0))  # fmt: skip
    (only,) = partners(ledger, "KHM", "contact").finding("partners.contact").parts
    assert (only.label, only.n) == ("1. South Korea", 4)
    assert only.value == pytest.approx(0.8, abs=0.01)


def test_movers_are_told_by_rank_then_and_now(ledger: Ledger) -> None:
    early = [*_talks("KOR", 2005, 2), *_talks("THA", 2005, 20), *_talks("VNM", 2005, 10)]
    late = [*_talks("KOR", 2015, 20), *_talks("THA", 2015, 2), *_talks("VNM", 2015, 10)]
    acted(ledger, *early, *late)
    found = partners(ledger, "KHM", "contact", dt.date(2008, 1, 1)).finding("partners.movers")
    assert (found.value, found.n) == (2, 3)
    assert {part.label: part.value for part in found.parts} == {"South Korea": 2, "Thailand": -2}
    assert found.parts[0].text.startswith("3rd then, 1st now")
    after = partners(ledger, "KHM", "contact", dt.date(2015, 1, 19)).finding("partners.movers")
    assert after.insufficient is None
    none = partners(ledger, "KHM", "contact", dt.date(2000, 1, 1)).finding("partners.movers")
    assert "nothing to rank partners by" in str(none.insufficient)


def test_standing_is_told_with_its_parts_of_partners_of_which_all_parts_are_known(ledger: Ledger) -> None:
    for_each = enumerate(STATES)
    acted(
        ledger,
        *(
            row
            for at, state in for_each
            for row in [*_talks(state, 2015, 5 + at), ("2015-02-01", "KHM", state, "ACCUSE", -1.0 - at)]
        ),
    )
    traded(ledger, *(row for at, state in enumerate(STATES[1:]) for row in
                     (("KHM", state, "import", 2014, 1e6 + at), (state, "KHM", "import", 2014, 1e6))))  # fmt: skip
    asked = partners(ledger, "KHM")
    found = asked.finding("partners.standing")
    parts = {part.label.split(". ")[1]: part for part in found.parts}
    # The last by balance (10 good, 6 bad) of six, the first by contact, and the first of five by trade.
    percentiles = 100 * 0.5 / 6, 100 * 5.5 / 6, 100 * 4.5 / 5
    assert parts["United States"].value == pytest.approx(sum(percentiles) / 3)
    assert any(line.startswith("not in it: votes") for line in found.coverage)
    assert "South Korea" not in parts
    (without,) = asked.finding("partners.standing.unknown").parts
    assert without.label == "of flow, contact and trade only flow and contact are known"
    assert without.text == "South Korea"


def test_a_sample_of_acts_ranks_nobody_by_contact_in_standing(ledger: Ledger) -> None:
    sampled(ledger, *((f"2015-01-{day:02}", "KHM", state, code)
                      for state in STATES[1:] for day, code in enumerate(["040"] * 5 + ["111"], 1)))  # fmt: skip
    traded(ledger, *(row for at, state in enumerate(STATES[1:]) for row in
                     (("KHM", state, "import", 2014, 1e6 + at), (state, "KHM", "import", 2014, 1e6))))  # fmt: skip
    found = partners(ledger, "KHM").finding("partners.standing")
    assert all("contact" not in part.text for part in found.parts)
    assert found.parts
    assert any("contact (only a sample of ICEWS Coded Event Data was imported" in line for line in found.coverage)


def test_votes_and_trade_rank_partners_where_tables_hold_them(ledger: Ledger) -> None:
    voted(
        ledger,
        *((f"20{at:02}-11-01", "day", "yn"[at % 2], "yn"[at % 2], "yyyy" + "ny"[at % 2]) for at in range(16)),
    )
    for_votes = partners(ledger, "KHM", "votes").finding("partners.votes")
    assert for_votes.insufficient  # five roll calls in five years
    traded(ledger, ("KHM", "KOR", "import", 2014, 3e6), ("KOR", "KHM", "import", 2014, 2e6),
           ("KHM", "THA", "import", 2014, 1e6))  # fmt: skip
    found = partners(ledger, "KHM", "trade")
    (only,) = found.finding("partners.trade").parts
    assert (only.label, only.value) == ("1. South Korea", 5e6)
    assert found.finding("partners.trade.unknown").parts[0].label == "only one direction is reported"


def test_a_wrong_state_value_or_day_is_told_in_a_sentence(ledger: Ledger) -> None:
    acted(ledger, *_talks("KOR", 2015, 4))
    with pytest.raises(UsageError):
        partners(ledger, "Nowhere")
    with pytest.raises(UsageError, match="choose one of"):
        partners(ledger, "KHM", "warmth")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="not before the last day"):
        partners(ledger, "KHM", "flow", dt.date(2030, 1, 1))


def test_the_same_question_gives_the_same_bytes(ledger: Ledger) -> None:
    acted(ledger, *(row for at, state in enumerate(STATES) for row in _talks(state, 2015, 5 + at)))
    assert as_json(partners(ledger, "KHM", "flow")) == as_json(partners(ledger, "KHM", "flow"))

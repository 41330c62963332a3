"""What one text states, read by itself: the same items as among those of the whole ledger."""

from __future__ import annotations

from brief.factory import Draft
from comity.assessment.holdings import Holdings
from comity.assessment.stated import claims_of, opinions_of
from comity.ledger import Ledger

_NONE = "There is no trade between Cambodia and North Korea."
_BAD = "Cambodia gains nothing from North Korea."


def _column(text: str, day: str) -> Draft:
    draft = Draft(text, day, publisher="Paper")
    draft.claim(_NONE, _NONE[:-1], "absence", "KHM", "PRK", value={"of": "trade"})
    return draft.opinion(_BAD, _BAD[:-1], "evaluation", "KHM", "PRK")


def test_items_of_one_text_are_those_that_the_whole_ledger_has_of_it(ledger: Ledger) -> None:
    one = _column(f"{_NONE} {_BAD}", "2024-09-13").record()
    other = _column(f"{_BAD} {_NONE}", "2024-09-14").record()
    for record in (one, other):
        ledger.add(record)
    ledger.judge_copies(one.document.id, other.document.id, True, "me")
    holdings = Holdings(ledger)
    for record in (one, other):
        of = record.document.id
        assert claims_of(holdings, of) == tuple(held for held in ledger.held("claims") if held.document.id == of)
        assert opinions_of(holdings, of) == tuple(
            held for held in ledger.held("opinions") if held.document.id == of
        )
        assert claims_of(holdings, of)[0].origin == min(one.document.id, other.document.id)

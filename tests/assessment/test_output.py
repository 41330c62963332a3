"""How assessments are told: what stays open for one reason is told once."""

from __future__ import annotations

import json

from brief.factory import Draft, on
from comity.assess import as_json, as_markdown, dyad
from comity.assessment.output import OPEN, gathered
from comity.ledger import Ledger

_NONE = "no text is held that speaks of both Brazil and Argentina"


def test_where_no_text_speaks_of_the_two_that_is_said_once_with_all_that_stays_open(ledger: Ledger) -> None:
    found = dyad(ledger, "BRA", "ARG")
    told = as_markdown(found)
    assert told.count("o text is held that speaks of both Brazil and Argentina") == 1
    line = told.partition(f"## {OPEN}")[2]
    for question in ("Which ties stand between them?", "Who visits whom?", "What did Brazil say of Argentina?"):
        assert question in line
        assert told.count(question) == 1


def test_programs_get_every_finding_with_its_key_and_reason(ledger: Ledger) -> None:
    told = json.loads(as_json(dyad(ledger, "BRA", "ARG")))
    reasons = {one["key"]: one["insufficient"] for part in told["sections"] for one in part["findings"]}
    assert reasons["ties.standing"] == reasons["contact.last"] == reasons["voices.a"] == _NONE


def test_explained_each_finding_stands_by_itself(ledger: Ledger) -> None:
    told = as_markdown(dyad(ledger, "BRA", "ARG"), explain=True)
    assert OPEN not in told
    assert told.count(_NONE) > 5


def test_a_reason_of_one_finding_and_findings_with_parts_stay_where_they_are(ledger: Ledger) -> None:
    found = dyad(ledger, "BRA", "ARG")
    kept, open_ = gathered(found)
    left = {one.key for section in kept for one in section.findings}
    assert any(one.parts for part in kept for one in part.findings)
    assert all(len(one.questions) > 1 for one in open_)
    assert len(left) + sum(len(one.questions) for one in open_) == len(found.findings)


def test_one_text_on_the_two_gives_each_question_its_own_reason(ledger: Ledger) -> None:
    text = "Brazil met Argentina on 3 May 2020."
    ledger.add(Draft(text, "2020-05-04").act(text, "BRA", "ARG", on("2020-05-03")).record())
    assert _NONE not in as_json(dyad(ledger, "BRA", "ARG"))

"""How assessments are told: what stays open for one reason is told once."""

from __future__ import annotations

import dataclasses
import json

from brief.factory import Draft, on
from comity.assess import as_json, as_markdown, dyad
from comity.assessment.finding import Part, Section, insufficient
from comity.assessment.output import OPEN, gathered
from comity.assessment.questions.dyad import NO_TEXT
from comity.ledger import Ledger


def test_where_no_text_speaks_of_the_two_that_is_said_once_with_all_that_stays_open(ledger: Ledger) -> None:
    found = dyad(ledger, "BRA", "ARG")
    told = as_markdown(found)
    assert told.count(NO_TEXT[1:]) == 1
    line = told.partition(f"## {OPEN}")[2]
    for question in ("Which ties stand between them?", "Who visits whom?", "What did Brazil say of Argentina?"):
        assert question in line
        assert told.count(question) == 1


def test_programs_get_every_finding_with_its_key_and_reason(ledger: Ledger) -> None:
    told = json.loads(as_json(dyad(ledger, "BRA", "ARG")))
    reasons = {one["key"]: one["insufficient"] for part in told["sections"] for one in part["findings"]}
    assert reasons["ties.standing"] == reasons["contact.last"] == reasons["voices.a"] == NO_TEXT


def test_explained_each_finding_stands_by_itself(ledger: Ledger) -> None:
    told = as_markdown(dyad(ledger, "BRA", "ARG"), explain=True)
    assert OPEN not in told
    assert told.count(NO_TEXT) > 5


def test_a_reason_of_one_finding_and_findings_with_parts_stay_where_they_are(ledger: Ledger) -> None:
    findings = (
        insufficient("a", "A?", "none"), insufficient("b", "B?", "none"), insufficient("d", "D?", "another"),
        insufficient("c", "C?", "none", parts=(Part("one", insufficient="why"),)),
    )  # fmt: skip
    found = dataclasses.replace(dyad(ledger, "BRA", "ARG"), sections=(Section("All", findings),))
    kept, open_ = gathered(found)
    assert [one.key for section in kept for one in section.findings] == ["d", "c"]
    assert [one.sentence for one in open_] == ["None; so these stay open: “A?” and “B?”."]
    assert gathered(dataclasses.replace(found, name="check")) == (found.sections, ())


def test_one_text_on_the_two_gives_each_question_its_own_reason(ledger: Ledger) -> None:
    text = "Brazil met Argentina on 3 May 2020."
    ledger.add(Draft(text, "2020-05-04").act(text, "BRA", "ARG", on("2020-05-03")).record())
    assert NO_TEXT not in as_json(dyad(ledger, "BRA", "ARG"))

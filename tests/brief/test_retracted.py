"""Texts taken back, in briefs: named with who and why, also between two states of the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from comity.assess import Holdings
from comity.brief import Request, make
from comity.brief.checks import faults
from comity.brief.decided import decided
from comity.brief.manifest import changed, read, written
from comity.ledger import Ledger, open_ledger

from .factory import Draft, on

REQUEST = Request(("KHM", "KOR"))
BY, WHY = "Desk 47", "the 3 talks were made up"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        for day in ("3 May 2020", "9 June 2021"):
            text = f"Cambodia met South Korea on {day}."
            date = {"3 May 2020": "2020-05-03", "9 June 2021": "2021-06-09"}[day]
            opened.add(Draft(text, date, title=f"Talks of {day}").act(text, "KHM", "KOR", on(date)).record())
        yield opened


def _of(ledger: Ledger, words: str) -> str:
    return ledger.search(words)[0].document_id


def _manifest(ledger: Ledger) -> str:
    holdings = Holdings(ledger)
    return written(make(holdings, REQUEST), REQUEST, holdings.state.id, decided(holdings))


def test_a_brief_made_again_names_what_was_retracted_and_restored_since_with_who_and_why(
    ledger: Ledger, tmp_path: Path
) -> None:
    first = json.loads(_manifest(ledger))
    assert "decisions" not in first
    late = _of(ledger, "2021")
    on_ = ledger.retract(late, BY, WHY).on
    place = f"“Talks of 9 June 2021” (document {late[:12]})"
    second = _manifest(ledger)
    told = changed(first, second)
    assert told[1] == f"retracted since: {place}, by {BY} on {on_}: {WHY}"
    assert any(line.startswith("changed since: contact.last") and "3 May 2020" in line for line in told)
    (tmp_path / "m.json").write_text(second, encoding="utf-8")
    again, old = read(tmp_path / "m.json")
    assert (again, changed(old, second)) == (REQUEST, ())
    ledger.restore(late, "A. Nother", "they were held")
    third = _manifest(ledger)
    assert changed(old, third)[1] == f"restored since: {place}, by A. Nother on {on_}: they were held"
    assert [line.split(":")[0] for line in changed(first, third)] == [
        f"the ledger was {first['ledger']} and is {ledger.state().id}", "retracted since", "restored since"
    ]  # fmt: skip


@pytest.mark.parametrize("length", ["one-page", "standard", "full"])
def test_a_brief_on_what_is_new_names_the_decision_and_holds_to_its_evidence(ledger: Ledger, length: str) -> None:
    decision = ledger.retract(_of(ledger, "2021"), BY, WHY)
    request = replace(REQUEST, length=length, since=decision.on)
    holdings = Holdings(ledger)
    brief = make(holdings, request)
    said = [one.text for one in brief.sentences() if one.finding == "changes.coverage.decisions"]
    assert said[0].startswith("1 decision on texts on Cambodia and South Korea.")
    assert f"by {BY}: “{WHY}”" in said[1]
    assert faults(brief, holdings, request) == ()


def test_the_coverage_of_a_brief_lists_it_and_nothing_else_rests_on_it(ledger: Ledger) -> None:
    gone = _of(ledger, "2021")
    ledger.retract(gone, BY, WHY)
    brief = make(Holdings(ledger), REQUEST)
    number = next(one.number for one in brief.sources if one.id == gone)
    notes = {note.number for note in brief.notes if note.source == number}
    assert {one.finding for one in brief.sentences() if notes & set(one.notes)} == {"coverage.retracted"}
    assert brief.subtitle == "What 1 document says, up to 3 May 2020"

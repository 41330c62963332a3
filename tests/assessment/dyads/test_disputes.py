from __future__ import annotations

import datetime as dt

from assessment.rows import imported
from brief.factory import Draft, on
from comity.assessment.dyads import conflicts, disputes
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Ledger

PAIR = ("KHM", "THA")


def test_open_disputes_denials_and_differing_reports_are_told_apart(ledger: Ledger) -> None:
    border, none, early, late = (
        "They dispute a temple since 2008.", "Thailand did not visit.", "Relations began in 1950.",
        "Relations began in 1951.",
    )  # fmt: skip
    draft = Draft(f"{border} {none} {early}", "2020-01-01")
    draft.tie(border, "dispute", "KHM", "THA", start="2008")
    draft.act(none, "THA", "KHM", on("2019"), mode="visit", status="negated")
    draft.tie(early, "diplomatic_relations", "KHM", "THA", start="1950")
    ledger.add(draft.record())
    ledger.add(Draft(late, "2020-02-01").tie(late, "diplomatic_relations", "KHM", "THA", start="1951").record())
    holdings = Holdings(ledger)
    assert disputes.open_ones(holdings, PAIR, ALWAYS).answer == "1 open matter is told of: a dispute."
    denied, differing = disputes.denied(holdings, PAIR, ALWAYS), disputes.differing(holdings, PAIR, ALWAYS)
    assert denied
    assert [part.text for part in denied.parts] == [f"“{none}”"]
    assert differing
    assert differing.parts[0].text == "the start: 1 report says 1950, 1 report says 1951"


def _spell(at: str, kind: str, country: str, start: str, end: str | None, level: int = 1) -> dict[str, object]:
    return {
        "id": at, "kind": kind, "country": country, "partner": "THA" if country == "KHM" else "KHM",
        "role": "spatial" if kind == "rivalry" else "originator", "start": start, "end": end or "",
        "precision": "year", "is_ongoing": end is None, "details": f'{{"hostility": {level}}}',
    }  # fmt: skip


def test_a_dispute_stands_both_ways_and_counts_once_and_two_lists_never_add(ledger: Ledger) -> None:
    rows = [
        _spell("gml 1", "dispute", "KHM", "1960-01-01", "1962-12-31", 2),
        _spell("gml 1", "dispute", "THA", "1960-01-01", "1962-12-31", 4),
        _spell("gml 2", "dispute", "KHM", "2008-01-01", None),
        _spell("cow-mid 9", "dispute", "KHM", "2008-01-01", None),
        _spell("tss 5", "rivalry", "THA", "2006-01-01", None),
    ]
    imported(ledger, "spells", rows)
    found = conflicts.record(Holdings(ledger), PAIR, ALWAYS)
    assert found
    assert found.answer == (
        "2 militarised disputes, the last from 2008, going on when the list ends;"
        " 1 rivalry, from 2006, going on when the list ends."
    )
    told = {part.label: part.text for part in found.parts}
    assert (
        told["Rivalry, by Thompson, Sakuwa and Suhas"] == "from 2006, over territory, going on when the list ends"
    )
    assert "from 1960 to 1962, reached the use of force" in [part.text for part in found.parts]
    old = conflicts.record(Holdings(ledger), PAIR, Window(None, dt.date(1970, 1, 1)))
    assert old
    assert old.value == 1
    none = conflicts.record(Holdings(ledger), ("KHM", "KOR"), ALWAYS)
    assert none
    assert none.answer == "No militarised dispute, war or rivalry of Cambodia and South Korea is listed."


def test_without_a_list_the_record_of_conflict_is_not_asked(ledger: Ledger) -> None:
    assert conflicts.record(Holdings(ledger), PAIR, ALWAYS) is None
    assert disputes.open_ones(Holdings(ledger), PAIR, ALWAYS).insufficient
    assert disputes.denied(Holdings(ledger), PAIR, ALWAYS) is None

"""`comity retract` and `comity restore` as people meet them, and what other commands say of the document."""

import json
from pathlib import Path

import pytest
from tests.ledger import factory
from tests.ledger.texts import EDITED, FULL

from comity.ledger import open_ledger
from comity.record import document_id

from .within import Done, comity

VISIT = factory.visit().document.id
WHO = ("--by", "M. Reader", "--why", "the paper took it back")
SAID = "by M. Reader: the paper took it back"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(factory.visit())
        for text in (FULL, EDITED):
            ledger.add(factory.meeting(text, "Laos=LAO", "Mongolia=MNG", "2021-06-07"))
    return tmp_path


def done(*arguments: str, at: Path) -> Done:
    result = comity(*arguments, at=at)
    assert (result.returncode, result.stderr) == (0, "")
    return result


def test_the_answer_names_what_is_taken_out_and_what_counts_again(place: Path) -> None:
    where, decision, items, way_back = done("retract", VISIT[:8], *WHO, at=place).stdout.splitlines()
    assert where == f"A visit, Steppe Post, 2021-06-05 (document {VISIT[:12]})"
    assert (decision.startswith("retracted on 2"), decision.endswith(SAID)) == (True, True)
    assert items == "taken out: 1 act, 1 tie, 1 claim and 1 opinion; they are kept, and count nowhere"
    assert way_back == f"to let it count again: comity restore {VISIT[:12]} --by WHO --why WHY"
    where, decision, items = done("restore", VISIT, *WHO, at=place).stdout.splitlines()
    assert decision.startswith("restored on 2")
    assert items == "counts again: 1 act, 1 tie, 1 claim and 1 opinion"


def test_near_copies_that_still_count_are_named(place: Path) -> None:
    said = done("retract", document_id(FULL), *WHO, at=place).stdout
    assert f"near-copy that still counts: 2021-06-07 (document {document_id(EDITED)[:12]})" in said
    assert "near-copy" not in done("retract", document_id(EDITED), *WHO, at=place).stdout


def test_the_document_and_its_items_say_that_they_are_retracted_and_the_others_do_not(place: Path) -> None:
    record = factory.visit()
    done("retract", VISIT, *WHO, at=place)
    for item in (VISIT, record.events[0].id, record.ties[0].id, record.claims[0].id):
        assert f"{SAID}; nothing of the document counts" in done("show", item, at=place).stdout
        assert SAID in done("show", item, "--color", "always", at=place).stdout.replace("\n", " ")
    for item in (record.events[0].id, record.ties[0].id, record.opinions[0].id):
        assert SAID in done("explain", item, at=place).stdout
    assert "told by" not in done("show", record.events[0].id, at=place).stdout
    assert "retracted" not in done("show", document_id(FULL), at=place).stdout
    lines = [line for line in done("docs", at=place).stdout.splitlines() if "retracted" in line]
    assert [(VISIT[:12] in line, SAID in line) for line in lines] == [(True, True)]
    told = done("info", at=place).stdout
    assert "2 documents, 2 events, 0 ties, 0 claims, 0 opinions" in told
    assert "1 retracted" in told


def test_an_export_and_a_timeline_leave_it_out(place: Path) -> None:
    done("retract", VISIT, *WHO, at=place)
    rows = done("export", "events", "--format", "jsonl", at=place).stdout.splitlines()
    assert {json.loads(row)["document_id"] for row in rows} == {document_id(FULL), document_id(EDITED)}
    assert done("export", "ties", "--format", "jsonl", at=place).stdout == ""
    assert VISIT[:12] not in done("timeline", "LAO", "MNG", at=place).stdout


def test_the_same_text_added_again_stays_retracted_and_says_so(place: Path) -> None:
    done("retract", VISIT, *WHO, at=place)
    (place / "again.txt").write_text(factory.VISIT, encoding="utf-8")
    said = comity("add", "again.txt", at=place)
    assert said.returncode == 0
    assert "again.txt: known already and retracted on " in said.stderr
    assert f"{SAID}; nothing of it counts" in said.stderr
    assert "0 new, 1 known under another source" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("retract", "beef" * 4, *WHO), "nothing in this ledger has an id that begins with 'beefbeefbeefbeef'"),
        (("retract", factory.visit().events[0].id, *WHO), f"(event): only whole documents are retracted and"
         f" restored; the item is of document {VISIT[:12]}"),
        (("restore", VISIT, *WHO), "is not retracted, so there is nothing to restore"),
        (("retract", VISIT, "--by", "", "--why", "x"), "by is empty: tell who decides on the document, and why"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_and_changes_nothing(place: Path, arguments: tuple[str, ...], said: str) -> None:
    result = comity(*arguments, at=place)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert "besides" not in done("info", at=place).stdout

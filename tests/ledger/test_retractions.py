from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.ledger import Kind, Ledger, courses, open_ledger
from comity.record import Record, document_id

from . import factory
from .offices import told
from .older import unretracted
from .texts import COPIES, EDITED, FIRST_HALF, FULL, OTHER_MATTER, SECOND_HALF

KINDS: tuple[Kind, ...] = ("events", "ties", "claims", "opinions")
BY, WHY = "M. Reader", "the paper took it back"
RECORDS = (
    factory.visit(),
    told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM"),
    told("Hun Sen", "Prime Minister", "KHM", "2022-05-14"),
    *(
        factory.meeting(text, "Laos=LAO", "Mongolia=MNG", "2021-06-02", date=factory.day("2021-06-01"))
        for text in (FULL, EDITED)
    ),
)


def answers(ledger: Ledger) -> Iterator[Any]:
    """What a ledger says to everything that it is asked, but for the list of documents and its own name."""
    for kind in KINDS:
        yield from (ledger.held(kind, between) for between in (None, ("LAO", "MNG"), ("MNG",)))
        yield getattr(ledger, kind)().to_pylist()
    yield courses(ledger.held("ties"))
    yield from (ledger.search(words) for words in ("Laos", "wool Mongolia", "minister", "Park"))
    for query in ("Park Jung-wook", "KHM prime minister", "South Korean ambassador to Cambodia", "Laos minister"):
        yield from (ledger.who(query), ledger.who(query, dt.date(2024, 6, 1)), ledger.near(query))
    yield replace(ledger.state(), id="")


def filled(path: Path, *records: Record) -> Ledger:
    ledger = open_ledger(path)
    for record in records:
        ledger.add(record)
    return ledger


@settings(max_examples=6)
@given(gone=st.sets(st.sampled_from(range(len(RECORDS)))))
def test_a_ledger_answers_as_if_it_had_never_had_what_is_retracted_until_it_is_restored(
    tmp_path_factory: pytest.TempPathFactory, gone: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("retracted")
    others = [record for at, record in enumerate(RECORDS) if at not in gone]
    with filled(folder / "all.db", *RECORDS) as ledger, filled(folder / "others.db", *others) as never:
        before = list(answers(ledger))
        for at in gone:
            ledger.retract(RECORDS[at].document.id, BY, WHY)
        assert list(answers(ledger)) == list(answers(never))
        for at in gone:
            ledger.restore(RECORDS[at].document.id, BY, "he did not")
        assert list(answers(ledger)) == before


def test_what_is_retracted_is_kept_whole_and_says_by_whom_and_why(ledger: Ledger) -> None:
    record = factory.visit()
    ledger.add(record)
    known = ledger.retract(record.document.id, " M.\nReader ", WHY)
    today = dt.datetime.now(dt.UTC).date()
    assert str(known) in {f"retracted on {today - dt.timedelta(days=late)} by {BY}: {WHY}" for late in (0, 1)}
    assert ledger.record(record.document.id) == record
    assert [row.retraction for row in ledger.documents()] == [known]
    assert (ledger.documents()[0].events, ledger.state().documents, ledger.state().sources) == (1, 0, 0)
    for item in (record.document, record.events[0], record.ties[0], record.claims[0], record.opinions[0]):
        assert (ledger.find(item.id).item, ledger.find(item.id).retraction) == (item, known)
    assert [held.item for kind in KINDS for held in ledger.held(kind, ("LAO", "MNG"), retracted=True)] == [
        *record.events, *record.ties, *record.claims, *record.opinions
    ]  # fmt: skip
    assert ledger.held("events", ("PER", "CHL"), retracted=True) == ()
    with pytest.raises(UsageError, match=r"of a document retracted on [-0-9]+ by .* took it back, so it is part"):
        ledger.act_of(ledger.find(record.events[0].id))


def test_decisions_are_added_and_the_last_one_holds(ledger: Ledger) -> None:
    name = ledger.add(factory.visit()).document_id
    made = [ledger.retract(name, BY, WHY), ledger.restore(name, "A. Nother", "wrong paper"),
            ledger.retract(name, BY, "again")]  # fmt: skip
    assert ledger.decisions() == tuple(made)
    assert ledger.find(name).retraction == made[-1]
    raw = sqlite3.connect(ledger.path)
    rows = raw.execute("SELECT retracted, made_by, why FROM retraction ORDER BY number").fetchall()
    raw.close()
    assert rows == [(1, BY, WHY), (0, "A. Nother", "wrong paper"), (1, BY, "again")]


def test_a_decision_that_cannot_be_says_why_in_a_sentence_and_is_not_kept(ledger: Ledger) -> None:
    name = ledger.add(factory.visit()).document_id
    with pytest.raises(
        UsageError, match="no document of this ledger has the id 'beef': see the list of documents"
    ):
        ledger.retract("beef", BY, WHY)
    with pytest.raises(UsageError, match=f"{name[:12]} is not retracted, so there is nothing to restore"):
        ledger.restore(name, BY, WHY)
    with pytest.raises(UsageError, match="by is empty: tell who decides on the document, and why"):
        ledger.retract(name, " \n", WHY)
    with pytest.raises(UsageError, match="why is empty"):
        ledger.retract(name, BY, "")
    assert ledger.decisions() == ()
    ledger.retract(name, BY, WHY)
    with pytest.raises(
        UsageError, match=f"{name[:12]} is already retracted on [-0-9]+ by {BY}: {WHY}; restore it"
    ):
        ledger.retract(name, "A. Nother", "the same")
    assert len(ledger.decisions()) == 1


def test_the_same_text_added_again_stays_retracted_and_its_new_title_is_found_once_it_is_restored(
    ledger: Ledger,
) -> None:
    name = ledger.add(factory.visit()).document_id
    known = ledger.retract(name, BY, WHY)
    again = ledger.add(factory.visit(title="Zebras on the steppe"))
    assert (again.new_document, again.new_source, again.retraction) == (False, True, known)
    assert (ledger.held("events"), ledger.search("zebra"), ledger.search("Mongolia")) == ((), (), ())
    ledger.restore(name, BY, "he did not")
    with ledger._store.writing() as connection:  # fails where the index is not that of the texts that count
        connection.exec_driver_sql(
            "INSERT INTO document_index (document_index, rank) VALUES ('integrity-check', 1)"
        )
    assert ledger.add(factory.visit()).retraction is None
    assert [hit.document_id for hit in (*ledger.search("zebra"), *ledger.search("Mongolia"))] == [name, name]


def test_another_copy_stands_for_the_others_when_the_one_that_did_is_retracted(ledger: Ledger) -> None:
    texts = (FULL, EDITED, COPIES["another credit"])
    for text in texts:
        ledger.add(factory.meeting(text, "Laos=LAO", "Mongolia=MNG", date=factory.day("2021-06-01")))
    first, *others = sorted(map(document_id, texts))
    assert {held.origin for held in ledger.held("events")} == {first}
    ledger.retract(first, BY, WHY)
    assert {held.origin for held in ledger.held("events")} == {others[0]}
    assert [(row["reports"], row["origins"]) for row in ledger.events().to_pylist()] == [(2, 1)] * 2
    assert ledger.find(first).copies == tuple(others)
    assert ledger.find(others[0]).copies == (others[1],)
    ledger.retract(others[1], BY, WHY)
    assert [held.copy_of for held in ledger.held("events")] == [None]
    assert ledger.find(others[0]).copies == ()


def test_two_halves_stay_one_origin_when_the_whole_text_is_retracted(ledger: Ledger) -> None:
    for text in (FIRST_HALF, SECOND_HALF, FULL):
        ledger.add(Record(document=factory.document(text)))
    ledger.retract(document_id(FULL), BY, WHY)
    assert ledger.find(document_id(FIRST_HALF)).copies == (document_id(SECOND_HALF),)


def test_a_copy_of_a_retracted_text_counts_by_itself(ledger: Ledger) -> None:
    ledger.retract(ledger.add(Record(document=factory.document(FULL))).document_id, BY, WHY)
    added = ledger.add(factory.meeting(EDITED, "Laos=LAO", "Mongolia=MNG"))
    assert added.retraction is None
    assert [held.copy_of for held in ledger.held("events")] == [None]


def test_every_decision_changes_the_name_of_the_contents_whatever_the_order(tmp_path: Path) -> None:
    names = []
    for place, records in (("one", RECORDS), ("other", RECORDS[::-1])):
        with filled(tmp_path / f"{place}.db", *records) as ledger:
            states = [ledger.state().id]
            for record in (records[0], records[-1]):
                ledger.retract(record.document.id, BY, WHY)
                states.append(ledger.state().id)
            ledger.restore(RECORDS[0].document.id, BY, WHY)
            states.append(ledger.state().id)
            assert len(set(states)) == 4
            names.append((states[0], states[2], states[3]))
    assert names[0] == names[1]


def test_an_older_ledger_keeps_its_name_and_can_take_documents_back(path: Path) -> None:
    with filled(path, *RECORDS, Record(document=factory.document(OTHER_MATTER))) as ledger:
        before = [ledger.state(), *answers(ledger)]
    raw = sqlite3.connect(path)
    unretracted(raw)
    raw.commit()
    raw.close()
    with open_ledger(path) as ledger:
        assert [ledger.state(), *answers(ledger)] == before
        ledger.retract(document_id(OTHER_MATTER), BY, WHY)
        assert ledger.search("Arica") == ()

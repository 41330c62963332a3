"""Types of a user's own in the ledger: kept, given back and exported, without the file that declared them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import comity
from comity.ledger import Ledger, open_ledger
from comity.record import Event, OwnType, Record

from . import factory

LOAN = OwnType(ontology="heritage@1.0", type="LOAN", mode="long_term", quad="material_cooperation", score=7.5)


def coded(own: OwnType | None) -> Record:
    record = factory.visit()
    events = tuple(event.model_copy(update={"own_type": own}) for event in record.events)
    return record.model_copy(update={"events": events})


def test_a_record_comes_out_as_it_went_in_by_whoever_opens_the_file(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(coded(LOAN))
    with open_ledger(path) as ledger:
        record = ledger.record(factory.visit().document.id)
        held = ledger.held("events", between=("LAO", "MNG"))
        found = ledger.find(record.events[0].id)
    assert record == coded(LOAN)
    assert [one.item.own_type for one in held] == [LOAN]
    assert isinstance(found.item, Event)
    assert found.item.own_type == LOAN


def test_own_types_stand_in_columns_of_their_own(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(coded(LOAN))
        (row,) = ledger.events().to_pylist()
    assert {name: value for name, value in row.items() if name.startswith("own_")} == {
        "own_ontology": "heritage@1.0",
        "own_type": "LOAN",
        "own_mode": "long_term",
        "own_quad": "material_cooperation",
        "own_score": 7.5,
    }
    assert (row["event_type"], row["mode"]) == ("CONSULT", "visit")
    raw = sqlite3.connect(path)
    kept = raw.execute("SELECT own_ontology, own_type, own_mode FROM event").fetchall()
    raw.close()
    assert kept == [("heritage@1.0", "LOAN", "long_term")]


def test_what_was_read_by_an_ontology_is_in_the_ledger_as_it_was_read(ledger: Ledger) -> None:
    example = Path(comity.__file__).parent / "sample/heritage.toml"
    record = comity.read("Italy lent three bronzes to Peru.", ontology=example)
    ledger.add(record)
    assert ledger.record(record.document.id) == record
    assert ledger.events(between=("ITA", "PER")).column("own_type").to_pylist() == ["LOAN"]

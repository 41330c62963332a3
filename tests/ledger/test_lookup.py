from __future__ import annotations

import pytest

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.record import Record

from . import factory


@pytest.fixture
def visit(ledger: Ledger) -> Record:
    record = factory.visit()
    ledger.add(record)
    return record


def test_every_kind_is_found_by_its_id(ledger: Ledger, visit: Record) -> None:
    wanted = {
        "document": visit.document,
        "event": visit.events[0],
        "tie": visit.ties[0],
        "claim": visit.claims[0],
        "opinion": visit.opinions[0],
    }
    for kind, item in wanted.items():
        found = ledger.find(item.id)
        assert (found.kind, found.item, found.document) == (kind, item, visit.document)
        assert [source.publisher for source in found.sources] == ["Steppe Post"]


def test_a_beginning_that_only_one_thing_has_is_enough(ledger: Ledger, visit: Record) -> None:
    assert ledger.find(visit.document.id[:4]).item == visit.document
    assert ledger.find(visit.events[0].id[:8]).item == visit.events[0]


def test_a_beginning_of_three_characters_is_too_short(ledger: Ledger, visit: Record) -> None:
    with pytest.raises(UsageError, match="at least its first 4 characters"):
        ledger.find(visit.document.id[:3])


def test_an_ambiguous_beginning_lists_up_to_five(ledger: Ledger) -> None:
    record = factory.large(7)
    ledger.add(record)
    with pytest.raises(UsageError) as raised:
        ledger.find("event-")
    assert sum(event.id in str(raised.value) for event in record.events) == 5
    assert "and others" in str(raised.value)


def test_a_whole_id_wins_over_longer_ones_and_may_be_short(ledger: Ledger) -> None:
    for text, name in (("Laos met Peru.", "e1"), ("Laos saw Peru.", "e12345")):
        ledger.add(factory.meeting(text, "Laos=LAO", "Peru=PER", id=name))
    assert ledger.find("e1").document.text == "Laos met Peru."
    assert ledger.find("e123").document.text == "Laos saw Peru."


def test_an_id_that_two_documents_use_names_both(ledger: Ledger) -> None:
    documents = []
    for text in ("Laos met Peru.", "Laos saw Peru."):
        documents.append(ledger.add(factory.meeting(text, "Laos=LAO", "Peru=PER", id="e1")).document_id)
    with pytest.raises(UsageError) as raised:
        ledger.find("e1")
    assert all(document[:12] in str(raised.value) for document in documents)


@pytest.mark.parametrize("unknown", ["ffff-no-such-id", "____", "%%%%", "' OR 1=1 --", "even\0", "\ud800abcd"])
def test_an_unknown_id_is_named_in_a_sentence(ledger: Ledger, visit: Record, unknown: str) -> None:
    with pytest.raises(UsageError):
        ledger.find(unknown)

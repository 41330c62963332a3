from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.ledger import Ledger, open_ledger
from comity.ledger.search import MARKS

from . import factory

HOSTILE = [
    '"', '"""', "NEAR(", "NEAR(laos mongolia, 2)", "*", "lao*", "title:", "-laos", "^laos", "(", ")))", "AND",
    "OR NOT", "laos AND", "{title text}: laos", "'; DROP TABLE document; --", "%", "\0", "\ud800",
    "laos\0peru", "laos " * 5000, "x" * 100_000,
]  # fmt: skip


def _documents(ledger: Ledger, words: str) -> list[str]:
    return [hit.document_id for hit in ledger.search(words)]


def test_words_are_found_in_text_and_title_in_any_form(ledger: Ledger) -> None:
    added = ledger.add(factory.visit(title="Envoys of the steppe"))
    for words in ("mongolia", "MINISTER visits", "envoy", "steppe relations"):
        assert _documents(ledger, words) == [added.document_id], words
    assert _documents(ledger, "mongolia zebra") == []


def test_a_hit_shows_the_words_in_place(ledger: Ledger) -> None:
    ledger.add(factory.visit())
    (hit,) = ledger.search("visited")
    before, after = MARKS
    assert f"Laos {before}visited{after} Mongolia" in hit.snippet
    assert hit.title == "A visit"


def test_the_title_of_a_reprint_is_found_and_the_first_one_too(ledger: Ledger) -> None:
    added = ledger.add(factory.visit(title="Envoys"))
    ledger.add(factory.visit(title="Neighbours"))
    ledger.add(factory.visit(title=None, publisher="River Times"))
    assert _documents(ledger, "envoys") == _documents(ledger, "neighbours") == [added.document_id]
    with ledger._store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO document_index (document_index) VALUES ('integrity-check')")


def test_what_is_written_together_is_found_together(ledger: Ledger) -> None:
    together = ledger.add(factory.meeting("Park Jung-wook of Laos met Peru.", "Laos=LAO", "Peru=PER"))
    ledger.add(factory.meeting("Wook met Jung of Laos in Peru.", "Laos=LAO", "Peru=PER"))
    assert _documents(ledger, "jung-wook") == [together.document_id]


def test_the_best_come_first_and_no_more_than_asked_for(ledger: Ledger) -> None:
    ledger.add(
        factory.meeting("Laos saw Peru, then rested for many long days by the sea.", "Laos=LAO", "Peru=PER")
    )
    best = ledger.add(factory.meeting("Laos met Peru, and Peru met Laos.", "Laos=LAO", "Peru=PER"))
    (hit,) = ledger.search("peru", limit=1)
    assert hit.document_id == best.document_id


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_the_words_works_as_an_operator(ledger: Ledger, words: str) -> None:
    ledger.add(factory.visit())
    assert len(ledger.search(words)) <= 1
    assert ledger.state().documents == 1


@settings(max_examples=200, deadline=None)
@given(words=st.text(st.characters()))
def test_no_words_make_search_fail(words: str) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        ledger.search(words)


def test_asking_for_no_documents_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="limit 0"):
        ledger.search("laos", limit=0)

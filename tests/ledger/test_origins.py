from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.ledger import Ledger, open_ledger
from comity.record import Record, document_id

from . import factory
from .older import unretracted
from .texts import COPIES, EDITED, FIRST_HALF, FULL, OTHER_MATTER, OTHERS, PARAGRAPHS, SECOND_HALF, message

TEXTS = [FULL, *COPIES.values(), *OTHERS.values(), message(2022, "46th", "Laos", "Sisoulith")]


def fill(ledger: Ledger, texts: Sequence[str]) -> int:
    """Add texts; how many origins they have."""
    for text in texts:
        ledger.add(Record(document=factory.document(text)))
    return len(groups(ledger, texts))


def groups(ledger: Ledger, texts: Sequence[str]) -> set[frozenset[str]]:
    """The ids of the documents of one origin together."""
    ids = map(document_id, texts)
    return {frozenset((one, *ledger.find(one).copies)) for one in ids}


@pytest.mark.parametrize("change", COPIES)
def test_a_near_copy_has_the_origin_of_its_text(ledger: Ledger, change: str) -> None:
    assert fill(ledger, (FULL, COPIES[change])) == 1


@pytest.mark.parametrize("what", OTHERS)
def test_another_text_has_another_origin(ledger: Ledger, what: str) -> None:
    assert fill(ledger, (FULL, OTHERS[what])) == 2


def test_a_form_filled_in_anew_is_no_copy(ledger: Ledger) -> None:
    assert fill(ledger, (message(2022, "46th", "Laos", "Sisoulith"), message(2023, "63rd", "Nauru", "Kun"))) == 2


def test_short_texts_are_copies_only_where_all_but_the_frame_is_equal(ledger: Ledger) -> None:
    short = "Laos sent forty crates of tea to Mongolia on Tuesday after the long winter."
    framed = f"Tea for the steppe\n\nVIENTIANE, June 3 (KPL) — {short}"
    longer = f"{short} Nobody said what it had cost."
    assert fill(ledger, (short, framed)) == 1
    assert fill(ledger, (short, framed, longer)) == 2


@pytest.mark.parametrize(("credit", "origins"), [("", 2), ("Xinhua reported that the talks went on. ", 1)])
def test_who_credits_the_agency_whose_sentences_it_takes_has_its_origin(
    ledger: Ledger, credit: str, origins: int
) -> None:
    own = " ".join(OTHER_MATTER.split()[:60])
    agency = f"{FULL}\n\nMore was to come. (Xinhua)"
    assert fill(ledger, (agency, f"{credit}{PARAGRAPHS[1]}\n\n{own}")) == origins


def test_two_halves_are_one_origin_once_the_whole_text_is_known(ledger: Ledger) -> None:
    assert fill(ledger, (FIRST_HALF, SECOND_HALF)) == 2
    assert fill(ledger, (FIRST_HALF, SECOND_HALF, FULL)) == 1


def test_a_person_outweighs_what_was_found_and_nothing_is_lost(ledger: Ledger) -> None:
    texts = (FULL, EDITED, COPIES["another credit"])
    assert fill(ledger, texts) == 1
    before = ledger.state().id
    one, other = document_id(FULL), document_id(EDITED)
    ledger.judge_copies(one, other, same=False, by="M. Reader", why="two desks")
    assert len(groups(ledger, texts)) == 2
    assert ledger.state().id != before
    ledger.judge_copies(other, one, same=True, by="M. Reader")
    assert len(groups(ledger, texts)) == 1
    raw = sqlite3.connect(ledger.path)
    query = "SELECT method, same, why, ended IS NULL FROM origin_link WHERE (document, other) = (1, 2)"
    rows = raw.execute(query).fetchall()
    raw.close()
    assert rows == [("copy", 1, None, 0), ("person", 0, "two desks", 0), ("person", 1, None, 1)]


def test_a_word_on_a_document_that_is_not_there_says_so(ledger: Ledger) -> None:
    fill(ledger, [FULL])
    known = document_id(FULL)
    with pytest.raises(UsageError, match="no document of this ledger has the id 'beef'"):
        ledger.judge_copies(known, "beef", same=True, by="M. Reader")
    with pytest.raises(UsageError, match="given twice"):
        ledger.judge_copies(known, known, same=True, by="M. Reader")


@settings(max_examples=12, deadline=None)
@given(chosen=st.lists(st.sampled_from(TEXTS), unique=True, min_size=2, max_size=6), data=st.data())
def test_the_order_of_addition_does_not_change_the_groups(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[str], data: st.DataObject
) -> None:
    found = []
    for order in (chosen, data.draw(st.permutations(chosen))):
        with open_ledger(tmp_path_factory.mktemp("order") / "ledger.db") as ledger:
            fill(ledger, order)
            found.append((groups(ledger, chosen), ledger.state().id))
    assert found[0] == found[1]


@settings(max_examples=12, deadline=None)
@given(chosen=st.sets(st.sampled_from(TEXTS), max_size=4), copy=st.sampled_from(list(COPIES.values())))
def test_a_copy_never_raises_the_count_of_origins(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[str], copy: str
) -> None:
    first = [FULL, *sorted(chosen - {copy, FULL})]
    with open_ledger(tmp_path_factory.mktemp("copies") / "ledger.db") as ledger:
        before = fill(ledger, first)
        assert fill(ledger, [*first, copy]) <= before


def test_an_older_ledger_learns_its_copies_when_it_is_opened(path: Path) -> None:
    with open_ledger(path) as ledger:
        fill(ledger, [FULL, EDITED, OTHER_MATTER])
    raw = sqlite3.connect(path)
    for table in ("origin_sketch", "origin_band", "origin_link"):
        raw.execute(f"DROP TABLE {table}")
    unretracted(raw)
    raw.execute("DELETE FROM migration WHERE number >= 5")
    raw.commit()
    raw.close()
    with open_ledger(path) as ledger:
        assert ledger.find(document_id(FULL)).copies == (document_id(EDITED),)


def test_the_export_and_an_event_say_how_often_and_how_independently_an_act_is_told(ledger: Ledger) -> None:
    own = "Laos and Mongolia talked about wool in June, and a merchant from the south watched them do it."
    date = factory.day("2021-06-01")
    for text in (FULL, EDITED, own):
        ledger.add(factory.meeting(text, "Laos=LAO", "Mongolia=MNG", "2021-06-02", mode=None, date=date))
    rows = ledger.events().to_pylist()
    assert [(row["reports"], row["origins"]) for row in rows] == [(3, 2)] * 3
    assert [len({row[name] for row in rows}) for name in ("act", "origin")] == [1, 2]
    for row in rows:
        act = ledger.act_of(ledger.find(row["id"]))
        assert (act.id, act.documents, act.origins) == (row["act"], 3, 2)
    with pytest.raises(UsageError, match="is no event"):
        ledger.act_of(ledger.find(document_id(FULL)))

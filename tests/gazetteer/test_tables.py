"""The tables agree with themselves and with one another."""

from itertools import chain

import pytest

from comity.gazetteer import entries
from comity.gazetteer.tables import day, rows, states

SOURCES = (
    entries._states, entries._former_names, entries._bodies, entries._seats, entries._organisations,
    entries._regions, entries._blockers,
)  # fmt: skip


def test_no_name_stands_for_two() -> None:
    meanings: dict[str, set[str]] = {}
    for name, entry in chain.from_iterable(source() for source in SOURCES):
        meanings.setdefault(name, set()).add(entry.entity)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("table", ["seats", "organisations", "regions", "blockers", "former_names", "ambiguous"])
def test_countries_are_states(table: str) -> None:
    named = {row.get("country") or row.get("code") or "" for row in rows(table)}
    assert named - {""} <= set(states())


@pytest.mark.parametrize(
    "table", ["states", "seats", "organisations", "regions", "blockers", "bodies", "roles", "given_names"]
)
def test_first_columns_are_unique(table: str) -> None:
    first = [next(iter(row.values())) for row in rows(table)]
    assert sorted(first) == sorted(set(first))


def test_bodies_share_no_id_with_states_and_know_their_parents() -> None:
    bodies = list(rows("bodies"))
    ids = {row["id"] for row in bodies}
    assert not ids & set(states())
    assert {row["parent"] for row in bodies} - {""} <= ids


def test_past_states_end_and_have_successors() -> None:
    past = [state for state in states().values() if state.end]
    assert len(past) >= 12
    for state in past:
        assert state.start is not None
        assert state.end is not None
        assert state.start < state.end
        assert state.successors
        assert set(state.successors) <= set(states())


def test_former_names_have_their_time() -> None:
    for row in rows("former_names"):
        start, end = day(row["start"]), day(row["end"])
        assert start is not None
        assert end is not None
        assert start < end

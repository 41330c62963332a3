"""The tables agree with themselves and with one another."""

from itertools import chain

import pytest

from comity.gazetteer import entries
from comity.gazetteer.tables import day, first_day, last_day, rows, states

SOURCES = (
    entries._states, entries._former_names, entries._bodies, entries._seats, entries._organisations,
    entries._regions, entries._blockers,
)  # fmt: skip


def test_no_name_stands_for_two() -> None:
    meanings: dict[str, set[str]] = {}
    for name, entry in chain.from_iterable(source() for source in SOURCES):
        meanings.setdefault(name, set()).add(entry.entity)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    "table",
    [
        "seats", "organisations", "regions", "blockers", "former_names", "ambiguous", "abroad", "capitals",
        "endonyms", "leaders", "peoples", "units", "mention_organisations", "mention_seats", "mention_states",
    ],
)  # fmt: skip
def test_countries_are_states(table: str) -> None:
    named = {row.get("country") or row.get("code") or "" for row in rows(table)}
    assert named - {""} <= set(states())


@pytest.mark.parametrize(
    "table",
    [
        "states", "seats", "organisations", "regions", "blockers", "bodies", "roles", "given_names", "abroad",
        "joints", "capitals", "peoples", "units", "mention_organisations", "mention_roles", "mention_seats",
        "mention_states",
    ],
)  # fmt: skip
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


def test_terms_of_office_begin_before_they_end() -> None:
    for row in (*rows("leaders"), *rows("changes")):
        start, end = first_day(row["start"]), last_day(row["end"])
        assert start is None or end is None or start <= end, row


def test_changes_are_of_organisations_that_are_known() -> None:
    known = {row["name"] for table in ("organisations", "mention_organisations") for row in rows(table)}
    assert {row["name"] for row in rows("changes")} <= known


def test_dates_may_be_years_or_months() -> None:
    assert (str(first_day("2003")), str(last_day("2003"))) == ("2003-01-01", "2003-12-31")
    assert (str(first_day("2004-02")), str(last_day("2004-02"))) == ("2004-02-01", "2004-02-29")
    assert (str(first_day("2003-04-09")), last_day("")) == ("2003-04-09", None)

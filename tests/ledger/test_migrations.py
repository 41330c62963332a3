from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, inspect

from comity.errors import LedgerError
from comity.ledger import Ledger, migrations, open_ledger
from comity.ledger.metadata import METADATA

from . import factory
from .offices import told
from .older import unretracted


def test_each_step_is_recorded_once(path: Path) -> None:
    open_ledger(path).close()
    open_ledger(path).close()
    raw = sqlite3.connect(path)
    steps = raw.execute("SELECT number, name FROM migration").fetchall()
    raw.close()
    names = "m001_initial m002_offices m003_imports m004_own_types m005_origins m006_retractions"
    assert steps == list(enumerate(names.split(), 1))


def test_a_ledger_of_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    open_ledger(path).close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO migration VALUES (99, 'm099_later')")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"newer Comity.*99.*update Comity"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.visit())
        before = ledger.state()

    def half_done(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE later (id TEXT)")
        connection.exec_driver_sql("DELETE FROM event_party")
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", (*migrations.STEPS, half_done))
        with pytest.raises(RuntimeError):
            open_ledger(path)
    with open_ledger(path) as ledger:
        assert ledger.state() == before
        assert len(ledger.held("events", between=("LAO", "MNG"))) == 1
        with ledger._store.reading() as connection:
            assert not inspect(connection).has_table("later")


def test_an_older_ledger_is_brought_up_to_date_with_its_contents(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.visit())

    def later(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE later (id TEXT)")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, later))
    with open_ledger(path) as ledger, ledger._store.reading() as connection:
        assert inspect(connection).has_table("later")
        assert ledger.record(factory.visit().document.id) == factory.visit()


def _of_the_third_version(path: Path) -> None:
    """Take a ledger back to the tables before the fourth step, as if its events had never heard of own types."""
    raw = sqlite3.connect(path)
    unretracted(raw)
    raw.execute("DROP INDEX ix_event_own_type")
    for column in ("own_ontology", "own_type", "own_mode"):
        raw.execute(f"ALTER TABLE event DROP COLUMN {column}")
    raw.execute("UPDATE event SET body = json_remove(body, '$.own_type')")
    for table in ("origin_sketch", "origin_band", "origin_link"):
        raw.execute(f"DROP TABLE {table}")
    raw.execute("DELETE FROM migration WHERE number >= 4")
    raw.commit()
    raw.close()


def test_events_of_an_older_ledger_have_no_type_of_the_users_own(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(factory.visit())
    _of_the_third_version(path)
    with open_ledger(path) as ledger:
        assert ledger.record(factory.visit().document.id) == factory.visit()
        (row,) = ledger.events().to_pylist()
    assert (row["own_ontology"], row["own_type"], row["own_score"]) == (None, None, None)


def _of_the_first_version(path: Path) -> None:
    """Take a ledger back to the tables before the second step; the JSON of the entities stays."""
    _of_the_third_version(path)
    raw = sqlite3.connect(path)
    raw.execute("DROP TABLE office_evidence")
    raw.execute("DROP INDEX ix_office_of")
    for column in ("host", "former", "on_start", "on_end"):
        raw.execute(f"ALTER TABLE office DROP COLUMN {column}")
    for table in ("import_reason", "import_part", "import_file"):
        raw.execute(f"DROP TABLE {table}")
    raw.execute("DELETE FROM migration WHERE number >= 2")
    raw.commit()
    raw.close()


def test_offices_of_an_older_ledger_are_known_as_far_as_their_record_tells(path: Path) -> None:
    records = (
        told("Park Jung-wook", "Ambassador", "KOR", "2024-05-14", host="KHM"),
        told("Hun Sen", "Prime Minister", "KHM", "2024-05-14", former=True),
        factory.visit(),
    )
    with open_ledger(path) as ledger:
        for record in records:
            ledger.add(record)
        before = [ledger.who(name) for name in ("Park Jung-wook", "Hun Sen", "foreign minister of Laos")]
        state = ledger.state()
    _of_the_first_version(path)
    with open_ledger(path) as ledger:
        assert [ledger.who(name) for name in ("Park Jung-wook", "Hun Sen", "foreign minister of Laos")] == before
        assert ledger.state() == state
        (minister,) = ledger.who("foreign minister of Laos")
        assert (minister.from_, minister.first, minister.tellings[0].quotation) == ("2016", None, None)
        assert [ledger.record(record.document.id) for record in records] == list(records)


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_the_tables_in_the_file_are_those_that_the_queries_know(ledger: Ledger, table: Table) -> None:
    with ledger._store.reading() as connection:
        found = inspect(connection)
        columns = [(one["name"], one["nullable"], one["primary_key"] > 0) for one in found.get_columns(table.name)]
        indexed = {one["column_names"][0] for one in found.get_indexes(table.name)}
        foreign = {
            (*one["constrained_columns"], one["referred_table"]) for one in found.get_foreign_keys(table.name)
        }
    assert sorted(columns) == sorted((one.name, one.nullable, one.primary_key) for one in table.columns)
    assert indexed == {one.name for one in table.columns if one.index}
    assert foreign == {(*one.column_keys, one.referred_table.name) for one in table.foreign_key_constraints}

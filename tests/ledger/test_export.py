from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable

import pyarrow as pa
import pytest
from pyarrow import parquet

from comity.errors import UsageError
from comity.ledger import Ledger, write_table
from comity.record import Amount, Record

from . import factory

KINDS = ("events", "ties", "claims", "opinions")


def _table(ledger: Ledger, kind: str) -> pa.Table:
    method: Callable[[], pa.Table] = getattr(ledger, kind)
    return method()


def _written(table: pa.Table, form: str) -> bytes:
    stream = io.BytesIO()
    write_table(table, form, stream)
    return stream.getvalue()


def test_an_event_is_one_flat_row(ledger: Ledger) -> None:
    record = factory.visit()
    ledger.add(record)
    (row,) = ledger.events().to_pylist()
    assert row["id"] == record.events[0].id
    assert (row["publisher"], row["title"], row["published"]) == (
        "Steppe Post",
        "A visit",
        dt.date(2021, 6, 5),
    )
    assert (row["actor"], row["actor_country"]) == (factory.MINISTER.id, "LAO")
    assert (row["recipient"], row["recipient_country"], row["recipient_sector"]) == ("MNG", "MNG", None)
    assert row["contexts"] == "diplomatic;political"
    assert (row["date_start"], row["date_end"], row["date_precision"]) == (*[dt.date(2021, 6, 3)] * 2, "day")
    assert (row["speaker"], row["manner"], row["substance"]) == ("author", "asserted", "practical")
    assert row["sentence"] == factory.VISIT[row["start"] : row["end"]]
    assert row["sentence"] == "The foreign minister of Laos visited Mongolia on 3 June 2021."
    assert (row["amount_value"], row["amount_unit"], row["place"]) == (None, None, None)


def test_several_parties_keep_their_places_in_the_cell(ledger: Ledger) -> None:
    text = "Laos and ASEAN met Peru."
    pair = [factory.party(text, "Laos", "LAO", "LAO"), factory.party(text, "ASEAN", "ASEAN")]
    plain = factory.meeting(text, "Laos=LAO", "ASEAN=ASEAN")
    event = factory.event(text, pair, [], amount=Amount(value=0, unit="USD"))
    ledger.add(Record(document=plain.document, entities=plain.entities, events=(event,)))
    (row,) = ledger.events().to_pylist()
    assert (row["actor"], row["actor_country"], row["actor_sector"]) == ("LAO;ASEAN", "LAO;", None)
    assert (row["recipient"], row["recipient_country"]) == (None, None)
    assert (row["amount_value"], row["amount_unit"]) == (0.0, "USD")


def test_ties_claims_and_opinions_are_flat_rows_too(ledger: Ledger) -> None:
    ledger.add(factory.visit())
    (tie,), (claim,), (opinion,) = (_table(ledger, kind).to_pylist() for kind in KINDS[1:])
    assert (tie["first"], tie["second"], tie["date_start"], tie["date_end"]) == ("LAO", "MNG", "1962", None)
    assert (claim["about"], json.loads(claim["value"])) == ("LAO;MNG", {"rank": 2, "window": "P10Y"})
    assert (opinion["holder"], opinion["text"]) == ("author", "Laos should trade more with Mongolia")


def test_a_pair_narrows_the_table(ledger: Ledger) -> None:
    ledger.add(factory.visit())
    assert ledger.events(between=("LAO", "MNG")).num_rows == 1
    assert ledger.events(between=("LAO", "PER")).num_rows == 0


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_table_has_the_columns_of_a_full_one(ledger: Ledger, kind: str) -> None:
    empty = _table(ledger, kind)
    ledger.add(factory.visit())
    full = _table(ledger, kind)
    assert (empty.num_rows, full.num_rows) == (0, 1)
    assert empty.schema.equals(full.schema, check_metadata=True)
    assert all(field.metadata[b"description"] for field in empty.schema)


@pytest.mark.parametrize("kind", KINDS)
def test_csv_tells_unknown_from_empty_and_alters_no_cell(ledger: Ledger, kind: str) -> None:
    ledger.add(factory.visit(title='=1+"2",\n', publisher="", author=None))
    written = _written(_table(ledger, kind), "csv").decode()
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert (row["title"], row["publisher"]) == ('=1+"2",\n', "")
    assert list(row) == _table(ledger, kind).column_names
    unknown = _written(_table(ledger, "ties").select(["name"]), "csv")
    assert unknown.splitlines()[1] == b""


@pytest.mark.parametrize("kind", KINDS)
def test_jsonl_has_one_object_a_line(ledger: Ledger, kind: str) -> None:
    ledger.add(factory.visit(title="Визит\n"))
    (line,) = _written(_table(ledger, kind), "jsonl").splitlines()
    row = json.loads(line)
    assert (row["title"], row["published"]) == ("Визит\n", "2021-06-05")
    assert "Визит" in line.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_parquet_comes_back_as_it_was(ledger: Ledger, kind: str) -> None:
    ledger.add(factory.visit())
    table = _table(ledger, kind)
    # One thread: with several, Arrow 26 now and then aborts when the interpreter ends.
    back = parquet.read_table(io.BytesIO(_written(table, "parquet")), use_threads=False)
    assert back.equals(table)
    assert back.schema.field("id").metadata[b"description"] == b"id of the item"


def test_an_unknown_format_is_refused_with_the_known_ones(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"'xlsx'.*csv, jsonl, parquet"):
        _written(ledger.events(), "xlsx")


def test_a_stream_stays_open(ledger: Ledger) -> None:
    for form in ("csv", "jsonl", "parquet"):
        stream = io.BytesIO()
        write_table(ledger.events(), form, stream)
        assert not stream.closed

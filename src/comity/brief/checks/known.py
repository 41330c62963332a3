"""What a finding and its evidence know, as values: numbers, and the days that items and rows bear."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from comity.assessment import words
from comity.assessment.finding import Finding, Part
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Passage, Proof, Rows
from comity.ledger.datasets.schemas import schema
from comity.record import Record

_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
Days = frozenset[dt.date]


def numbers(one: Finding | Part) -> Iterator[float]:
    """The value, its interval, what it rests on and its weight, as far as they are numbers."""
    weight = one.weight if isinstance(one, Part) else None
    for value in (one.value, one.n, weight, *(one.interval or ())):
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield value


def texts(proofs: Iterable[Proof]) -> int:
    """How many documents there are among the proofs."""
    return len({proof.document for proof in proofs if isinstance(proof, Passage)})


class Calendar:
    """The days that evidence bears: of its items, its documents, and its rows, which are read again."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._rows = cache(self._read)

    def of(self, proofs: Iterable[Proof]) -> Days:
        """Every first and last day of what the proofs show."""
        return frozenset(day for proof in proofs for day in self._days(proof) if day)

    def of_texts(self, proofs: Iterable[Proof]) -> Days:
        """Every first and last day of all acts and ties in the texts that the proofs are of."""
        documents = {proof.document for proof in proofs if isinstance(proof, Passage)}
        records = [self._holdings.record(document) for document in documents]
        ids = [(one, item.id) for one in records for item in one.events]
        ids += [(one, item.id) for one in records for item in one.ties]
        return frozenset(day for one, item in ids for day in item_days(one, item))

    def _days(self, proof: Proof) -> Iterator[dt.date | None]:
        if isinstance(proof, Rows):
            yield from (proof.window.since, proof.window.until)
            yield from self._rows(proof.table, proof.condition)
            return
        yield from item_days(self._holdings.record(proof.document), proof.id)

    def _read(self, table: str, condition: str) -> tuple[dt.date, ...]:
        """The days between which the rows tell; a vote has only a year, its roll call the day."""
        known, found = schema(table), self._holdings.table(table).filter(condition)
        if table == "votes":
            calls = self._holdings.table("roll_calls").set_alias("calls")
            same = "calls.id = votes.roll_call AND calls.series = votes.series"
            found = found.set_alias("votes").join(calls, same)
            return tuple(day for (day,) in found.select("calls.date").distinct().fetchall() if day)
        notes = found.filter("details IS NOT NULL").select("details").fetchall() if table == "spells" else []
        noted = [dt.date.fromisoformat(day) for (note,) in notes for day in _ISO.findall(str(note))]
        bounds = found.select(f"CAST({known.first} AS DATE), CAST({known.last} AS DATE)").distinct().fetchall()
        return (*noted, *(day for row in bounds for day in row if day))


def item_days(record: Record, item: str) -> Iterator[dt.date]:
    """When a document was published, and the first and last day of one of its acts or ties."""
    events = [one.date for one in record.events if one.id == item]
    ties = [day for one in record.ties if one.id == item for day in (one.start, one.end) if day]
    days = [record.document.published, *(day for one in events for day in (one.start, one.end))]
    yield from (day for day in (*days, *(day for one in ties for day in span(one))) if day)


def item_amounts(record: Record, item: str) -> Iterator[str]:
    """What an act moved, in the words of a brief: 'USD 24 million'."""
    yield from (words.amount(one.amount) for one in record.events if one.id == item and one.amount)


def span(partial: str) -> tuple[dt.date, dt.date]:
    """The first and last day of a partial date: '1997', '1997-05', '1997-05-30'."""
    parts = [int(part) for part in partial.split("-")]
    first = dt.date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return first, first
    months = 12 if len(parts) == 1 else 1
    after = first.replace(day=1) + dt.timedelta(days=31 * months)
    return first, after.replace(day=1) - dt.timedelta(days=1)

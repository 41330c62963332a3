"""One portion of files loaded, judged and written to parts; what is refused leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import InputError
from comity.ledger.datasets.catalogue import Part
from comity.ledger.datasets.schemas import Schema, schema
from comity.sources import write
from comity.sources.batches import Batch
from comity.sources.descriptor import Descriptor
from comity.sources.judge import Tally, judge, judge_filled, tallies
from comity.sources.load import Load, load
from comity.sources.write import Share

if TYPE_CHECKING:
    import duckdb


@dataclass(slots=True)
class Kept:
    """What is written so far: parts, and by file its tally and the days it tells of.

    `is_loaded`: the portion in work is read, but not yet written.
    """

    batches: list[Batch] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    tallies: dict[int, Tally] = field(default_factory=dict)
    days: dict[int, tuple[Any, Any]] = field(default_factory=dict)
    rows: int = 0
    is_loaded: bool = False


def keep(
    connection: duckdb.DuckDBPyConnection,
    about: Descriptor,
    batch: Batch,
    folder: Path,
    number: str,
    is_part: bool,
    kept: Kept,
) -> list[InputError]:
    """Add the good files of a portion to `kept`; gives why the others are refused."""
    portion = _Portion(connection, about, folder, is_part)
    try:
        for index, one in enumerate(batch.loads):
            kept.is_loaded = False
            load(connection, one)
            kept.is_loaded = True
            portion.take(one, f"{number}-{index}", {file.raw.id: str(file.raw.path) for file in batch.files})
    except InputError as error:
        return [error]
    good = tuple(file for file in batch.files if file.raw.id not in portion.refused)
    if good:
        kept.batches.append(Batch(good, batch.loads))
        kept.parts += portion.parts
        kept.tallies |= portion.tallies
        _widen(kept.days, portion.days.items())
        kept.rows += sum(tally.read for tally in portion.tallies.values())
    return list(portion.refused.values())


class _Portion:
    """The state of one portion: a batch has either one load of many files or many loads of one file."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, about: Descriptor, folder: Path, is_part: bool
    ) -> None:
        self._connection, self._about, self._folder, self._is_part = connection, about, folder, is_part
        self.parts: list[Part] = []
        self.tallies: dict[int, Tally] = {}
        self.days: dict[int, tuple[Any, Any]] = {}
        self.refused: dict[int, InputError] = {}

    def take(self, one: Load, number: str, names: dict[int, str]) -> None:
        """Judge and write what is loaded. A file with several pieces is refused as a whole where one is."""
        found = tallies(self._connection)
        for _, file in one.pieces:
            self._judge(one, file, names[file], found.get(file, Tally()))
        outputs = list(write.outputs(one.form))
        shares = [self._judge_filled(one, table, select, names) for table, select in outputs]
        for (table, select), found_in in zip(outputs, shares, strict=True):
            good = [share for share in found_in if share.file not in self.refused]
            self._write(schema(table), select, good, self._folder / f"{number}.parquet")
        for file, tally in found.items():
            if file not in self.refused:
                self.tallies.setdefault(file, Tally()).add(tally)

    def _judge(self, one: Load, file: int, name: str, tally: Tally) -> None:
        try:
            judge(name, one.form.name, tally, self._about, self._is_part)
        except InputError as error:
            self._refuse(file, error)

    def _refuse(self, file: int, error: InputError) -> None:
        self.refused[file] = error
        for table in ("raw", "aside"):
            self._connection.execute(f"DELETE FROM {table} WHERE file = ?", [file])

    def _judge_filled(self, one: Load, table: str, select: str, names: dict[int, str]) -> list[Share]:
        write.fill(self._connection, self._about.name, table, select)
        expected = {} if self._is_part else self._about.expected(one.form.name).of(table)
        shares = write.shares(self._connection, schema(table), expected)
        for file, fault in judge_filled(expected, shares).items():
            self._refuse(file, InputError(f"{names[file]} is refused: {fault}"))
        return shares

    def _write(self, table: Schema, select: str, shares: list[Share], place: Path) -> None:
        write.fill(self._connection, self._about.name, table.name, select)
        _widen(self.days, ((share.file, (share.first, share.last)) for share in shares))
        self.parts += write.parts(self._connection, self._about.name, table, shares, place)


def _widen(days: dict[int, tuple[Any, Any]], more: Iterable[tuple[int, tuple[Any, Any]]]) -> None:
    for file, span in more:
        first, last = zip(span, days.get(file, span), strict=True)
        days[file] = (min(_told(first), default=None), max(_told(last), default=None))


def _told(days: Iterable[Any]) -> Iterator[Any]:
    return (day for day in days if day is not None)

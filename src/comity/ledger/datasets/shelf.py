"""The tables of a ledger on disk: Parquet files beside the ledger's own file, read through DuckDB."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from comity.errors import LedgerError
from comity.ledger.datasets import catalogue
from comity.ledger.datasets.catalogue import ImportedFile, Part
from comity.ledger.datasets.lock import alone
from comity.ledger.datasets.schemas import schema
from comity.ledger.store import Store

if TYPE_CHECKING:
    import duckdb

_MAGIC = b"PAR1"


class Tables:
    """The common tables of one ledger. What is written becomes visible all at once, in `publish`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.ledger = store.path
        self.folder = store.path.with_name(store.path.name + ".tables")

    def relation(self, name: str, connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
        """The rows of a table, without those of superseded files; no rows where nothing was imported."""
        wanted = schema(name)
        with self._store.reading() as reading:
            parts = catalogue.parts(reading, name)
            old = catalogue.superseded(reading)
        if not parts:
            columns = ", ".join(f'NULL::{one.kind} AS "{one.name}"' for one in wanted.columns)
            return connection.sql(f"SELECT {columns} WHERE false")
        found = self._opened([self._existing(part) for part in parts], connection)
        return found.filter(f"file NOT IN ({', '.join(map(str, old))})") if old else found

    def has(self, name: str) -> bool:
        """Whether anything was imported into a table."""
        with self._store.reading() as connection:
            return bool(catalogue.parts(connection, name))

    def files(self, source: str | None = None) -> tuple[ImportedFile, ...]:
        """The imported files of a source, or all; superseded ones too."""
        with self._store.reading() as connection:
            return catalogue.files(connection, source)

    def parts(self) -> tuple[Part, ...]:
        """Every part of every table."""
        with self._store.reading() as connection:
            return catalogue.parts(connection)

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """An empty folder to prepare parts in; one import at a time, and what a killed one left is removed.

        Raises `LedgerError` where another import is running.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        busy = LedgerError(f"another import into {self._store.path} is running: wait for it")
        with alone(self.folder / "lock", busy):
            self._sweep()
            staged = self.folder / "staging"
            staged.mkdir()
            try:
                yield staged
            finally:
                shutil.rmtree(staged, ignore_errors=True)

    def publish(
        self,
        staged: Path,
        parts: Sequence[Part],
        files: Sequence[ImportedFile],
        superseding: Mapping[int, Iterable[int]],
    ) -> None:
        """Move the parts from the staging folder into place and catalogue them: seen all at once or not at all.

        `superseding` gives by new file the ids of the older ones that it takes the place of.
        """
        for part in parts:
            place = self.folder / part.path
            place.parent.mkdir(parents=True, exist_ok=True)
            (staged / part.path).replace(place)
        with self._store.writing() as connection:
            catalogue.add(connection, files, parts)
            for new, old in superseding.items():
                catalogue.supersede(connection, old, new)

    def forget(self, source: str) -> None:
        """Remove every row and file of a source, superseded ones too, so that it can be imported anew.

        Raises `LedgerError` while an import is running.
        """
        with self.staging():
            gone = [part for part in self.parts() if part.source == source]
            with self._store.writing() as connection:
                catalogue.remove(connection, source)
            for part in gone:
                (self.folder / part.path).unlink(missing_ok=True)

    def damaged(self) -> Iterator[tuple[Part, str]]:
        """Parts that are missing or whose bytes have changed, each with what is wrong; reads every byte."""
        for part in self.parts():
            place = self.folder / part.path
            if not place.is_file():
                yield part, "is missing"
            elif checksum(place) != part.sha256:
                yield part, "has changed since it was written"

    def _existing(self, part: Part) -> Path:
        place = self.folder / part.path
        if not place.is_file():
            raise LedgerError(
                f"{place} is missing, so {part.table} is not whole: put the file back, {_anew(part.source)}"
            )
        if place.stat().st_size != part.size or not _ends_well(place):
            raise LedgerError(f"{place} has changed since it was written: put the file back, {_anew(part.source)}")
        return place

    @staticmethod
    def _opened(places: Sequence[Path], connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
        import duckdb

        try:
            return connection.read_parquet([str(place) for place in places])
        except duckdb.Error as error:
            told = str(error).splitlines()[0]
            raise LedgerError(
                f"a table of {places[0].parent} is damaged ({told}): 'comity sources check' says which"
            ) from error

    def _sweep(self) -> None:
        """Remove what no catalogue lists."""
        shutil.rmtree(self.folder / "staging", ignore_errors=True)
        known = {self.folder / part.path for part in self.parts()}
        for place in self.folder.rglob("*.parquet"):
            if place not in known:
                place.unlink()


def _ends_well(place: Path) -> bool:
    """Whether the end of a Parquet file is there; what else changed only its checksum tells."""
    with place.open("rb") as file:
        file.seek(-len(_MAGIC), 2)
        return file.read() == _MAGIC


def _anew(source: str) -> str:
    return f"or 'comity forget {source}' and import again"


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

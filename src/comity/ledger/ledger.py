"""The ledger: everything that has been read, to be added to and asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, overload

from comity.errors import UsageError
from comity.ledger import addition, imported, lookup, retractions, search, state, telling, tenures, who
from comity.ledger.answers import Added, Between, Decision, Found, Held, Hit, Holding, Kind, LedgerState, Listed
from comity.ledger.datasets.shelf import Tables
from comity.ledger.incumbents import Incumbents
from comity.ledger.merge import ActGroup
from comity.ledger.place import ledger_path, prepare
from comity.ledger.shelves import SHELVES
from comity.ledger.store import Store
from comity.record import Claim, Event, Opinion, Record, Tie

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


def open_ledger(path: str | Path | None = None, create: bool = True) -> Ledger:
    """Open the ledger at `path`, else at COMITY_LEDGER, else in the user's data folder.

    A missing one is made, with its folders, only where `create` allows it; an older one is brought up
    to date. Raises `LedgerError`, and changes nothing, for a file that is no ledger, is damaged,
    may not be written or comes from a newer Comity.
    """
    place = ledger_path(path)
    prepare(place, create)
    return Ledger(Store(place))


class Ledger:
    """An open ledger; several processes may read and write one file at the same time.

    Use it in a `with` statement. Every answer is in an order of its own: two ledgers with the same
    contents answer alike, whatever was added first.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._connection: duckdb.DuckDBPyConnection | None = None
        self.tables = Tables(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file that the ledger lies in."""
        return self._store.path

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._store.close()

    def add(self, record: Record) -> Added:
        """Keep a record, all of it or, when killed, nothing.

        A text that is known already keeps the items it was first read with; only its title, place
        and date of publication are added, as another source, unless they are known too. One that is
        retracted stays so.
        """
        return addition.add(self._store, record)

    @overload
    def held(
        self, kind: Literal["events"], between: Between = None, retracted: bool = False
    ) -> tuple[Held[Event], ...]: ...
    @overload
    def held(
        self, kind: Literal["ties"], between: Between = None, retracted: bool = False
    ) -> tuple[Held[Tie], ...]: ...
    @overload
    def held(
        self, kind: Literal["claims"], between: Between = None, retracted: bool = False
    ) -> tuple[Held[Claim], ...]: ...
    @overload
    def held(
        self, kind: Literal["opinions"], between: Between = None, retracted: bool = False
    ) -> tuple[Held[Opinion], ...]: ...
    def held(self, kind: Kind, between: Between = None, retracted: bool = False) -> tuple[Held[Any], ...]:
        """Items by date, date of publication, document and offset; what is unknown comes last.

        `between` names two or three states or bodies: an event then has one of them among its actors
        and another among its recipients, a tie has them as its parties, a claim or opinion is about
        at least two of them. A single one names the items that link it with anybody. A minister or a ministry
        counts for its state. With `retracted` only the items of retracted documents, which count nowhere.
        """
        if kind not in SHELVES:
            raise UsageError(f"{kind!r} are not kept in a ledger: ask for {', '.join(SHELVES)}")
        with self._store.reading() as connection:
            return SHELVES[kind].held(connection, between, retracted)

    def events(self, between: Between = None) -> pa.Table:
        """Events as a flat table, one row an event, in the order of `held`; see `columns` for the columns."""
        return self._table("events", between)

    def ties(self, between: Between = None) -> pa.Table:
        """Ties as a flat table, likewise."""
        return self._table("ties", between)

    def claims(self, between: Between = None) -> pa.Table:
        """Claims as a flat table, likewise."""
        return self._table("claims", between)

    def opinions(self, between: Between = None) -> pa.Table:
        """Opinions as a flat table, likewise."""
        return self._table("opinions", between)

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A common table of the public record as a DuckDB relation: `.arrow()`, `.pl()` and `.df()` turn it.

        The tables and their columns are those of `datasets.schemas`; nothing is read before it is asked for.
        It lives as long as the ledger is open. Raises `UsageError` for a table that there is not.
        """
        import duckdb

        if self._connection is None:
            self._connection = duckdb.connect()
            self._connection.execute("LOAD parquet; SET parquet_metadata_cache = true")
        return self.tables.relation(name, self._connection)

    def documents(self) -> tuple[Listed, ...]:
        """One row a document, those retracted among them, by date of publication and id, without the texts."""
        with self._store.reading() as connection:
            return state.listed(connection)

    def record(self, document_id: str) -> Record:
        """The record of a document as added, retracted or not; `UsageError` for an id (whole) that is unknown."""
        with self._store.reading() as connection:
            return addition.record(connection, document_id)

    def judge_copies(self, one: str, other: str, same: bool, by: str, why: str | None = None) -> None:
        """Keep a person's word that two documents (whole ids) are, or are not, copies of one text.

        It outweighs what was found, and what follows from a third document, until the next word on the pair.
        """
        with self._store.writing() as connection:
            telling.judge(connection, (one, other), same, by, why)

    def retract(self, document_id: str, by: str, why: str) -> Decision:
        """Take a document (whole id) back: it is kept, but nothing of it counts until it is restored.

        Near-copies of it still stand. Raises `UsageError` for an unknown id, one that is retracted already, and
        where `by` or `why` is empty.
        """
        with self._store.writing() as connection:
            return retractions.decide(connection, document_id, True, by, why)

    def restore(self, document_id: str, by: str, why: str) -> Decision:
        """Let a retracted document count again, with all that was read in it; `UsageError` likewise."""
        with self._store.writing() as connection:
            return retractions.decide(connection, document_id, False, by, why)

    def decisions(self) -> tuple[Decision, ...]:
        """Every retraction and restoration, by document and in the order in which they were made."""
        with self._store.reading() as connection:
            return retractions.decisions(connection)

    def act_of(self, found: Found) -> ActGroup:
        """The act that an event told of, with all its reports; `UsageError` for what is no event, or retracted."""
        with self._store.reading() as connection:
            return telling.act_of(connection, found)

    def find(self, id_or_prefix: str) -> Found:
        """What an id, or a beginning of one of at least four characters, names.

        Raises `UsageError` where it names nothing, or several things: up to five are listed.
        """
        with self._store.reading() as connection:
            return lookup.find(connection, id_or_prefix)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Documents with all of `words` in title or text, in whatever form ('meets' finds 'meeting').

        Best first. Any text will do: nothing in it works as an operator, and past 64 words the rest
        is passed over.
        """
        with self._store.reading() as connection:
            return search.find(connection, words, limit)

    def who(self, query: str, on: dt.date | None = None) -> tuple[Holding, ...]:
        """Who holds an office, or which offices somebody holds, by all texts; the latest shown first.

        `query` is a person's name ('Manet', also misspelt or in another order) or an office ('South Korean
        ambassador to Cambodia', 'KHM prime minister'). With `on` only those in office on that day: dates
        stated decide; else it lies between two days on which texts show the person in it, or, where nobody
        else comes between, at most `tenure.TOLERANCE` days from one ('inferred'). Those that imported files
        know ('imported') come behind those of the texts. Nobody known: empty.
        """
        with self._store.reading() as connection:
            told = who.who(connection, query, on)
        return told + imported.who(self._leaders(), query, on)

    def near(self, query: str, limit: int = 3) -> tuple[str, ...]:
        """Names like one that `who` does not find; for an office those who held it, or others of its state."""
        with self._store.reading() as connection:
            told = who.near(connection, query, limit)
        return tuple(dict.fromkeys((*told, *imported.near(self._leaders(), query, limit))))[:limit]

    def incumbents(self) -> Incumbents:
        """Who unnamed offices stand for, by what the ledger holds now; costs a pass over the offices told."""
        with self._store.reading() as connection:
            return Incumbents(tenures.load(connection))

    def state(self) -> LedgerState:
        """How much is held, and the name of these contents for a brief to quote."""
        with self._store.reading() as connection:
            return state.state(connection)

    def _leaders(self) -> tuple[imported.Spell, ...]:
        """Holders of offices in imported files; DuckDB is loaded only where there are any."""
        if not self.tables.has("spells"):
            return ()
        return imported.spells(self.table("spells"), self.tables.files())

    def _table(self, kind: Kind, between: Between) -> pa.Table:
        from comity.ledger import export

        held: tuple[Held[Any], ...] = self.held(kind, between)
        return export.table(kind, held, self.incumbents() if kind == "events" else None)

"""What an assessment may look at: a ledger with its tables, read once for all the questions asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from comity.assessment import events
from comity.assessment.acts import Act
from comity.assessment.between import DyadFinding, stand
from comity.assessment.counting import AnyHeld
from comity.assessment.grades import Grades
from comity.assessment.literals import literal
from comity.assessment.names import Names
from comity.assessment.proof import SHOWN, Passage, Rows, passage
from comity.assessment.window import ALWAYS, Window
from comity.languages import spoken
from comity.ledger import Found, Held, Ledger, LedgerState
from comity.record import Document, Record, Tie

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from comity.ledger.datasets.catalogue import ImportedFile
    from comity.ledger.datasets.catalogue import Part as TablePart


_Kept = TypeVar("_Kept")


class Holdings:
    """A ledger to ask questions of. It must stay open, and is not written to; what is read is kept in memory.

    `grades` is a file of the user's own grades of sources. With `known` only texts published up to that day are
    looked at; those of no known day are among them.
    """

    def __init__(self, ledger: Ledger, grades: Path | None = None, known: dt.date | None = None) -> None:
        self.ledger = ledger
        self.names = Names(ledger)
        self.grades = Grades(grades)
        self.known = known
        self._grades = grades
        self._found: dict[str, Found] = {}
        self._records: dict[str, Record] = {}
        self._between: dict[tuple[str, str], DyadFinding] = {}
        self._events: dict[str, pl.DataFrame] = {}
        self._told: dict[str, pl.DataFrame] = {}
        self._pairs: dict[tuple[str, str], pl.DataFrame] = {}
        self._once: dict[Hashable, Any] = {}

    @cached_property
    def state(self) -> LedgerState:
        """How much the ledger holds, and the name of its contents."""
        return self.ledger.state()

    @cached_property
    def files(self) -> tuple[ImportedFile, ...]:
        """The imported files that count, by dataset and name."""
        found = (file for file in self.ledger.tables.files() if file.superseded_by is None)
        return tuple(sorted(found, key=lambda file: (file.source, file.name, file.id)))

    @cached_property
    def last_day(self) -> dt.date | None:
        """The last day that a text was published or an act recorded on; where nothing is dated, none.

        It takes the place of today: the same contents give the same answers on any day. Votes and yearly tables
        have no part in it: years that they alone tell of would look like years without contact.
        """
        days = [row.published for row in self.ledger.documents() if row.retraction is None]
        days = [day for day in days if day and (self.known is None or day <= self.known)]
        days += [file.last_day for file in self.files if self._tables_of(file.source) == {"events"}]
        mixed = [one for one in self.datasets("events") if self._tables_of(one) != {"events"}]
        if mixed:  # the last day of their files may be one of another table
            named = ", ".join(literal(source) for source in mixed)
            days += self.table("events").filter(f"source IN ({named})").max("date").fetchall()[0]
        return max((day for day in days if day), default=None)

    def _tables_of(self, source: str) -> set[str]:
        """The common tables that a dataset has rows in, but for mentions of its events."""
        return {part.table for part in self._parts if part.source == source} - {"mentions", "rejects"}

    @cached_property
    def all_ties(self) -> tuple[Held[Tie], ...]:
        """Every tie that any text tells of."""
        return tuple(
            held
            for held in self.ledger.held("ties")
            if self.known is None or (held.document.published or dt.date.min) <= self.known
        )

    def as_known(self, day: dt.date) -> Holdings:
        """The same ledger as it was known on a day."""
        return Holdings(self.ledger, self._grades, day)

    def between(self, a: str, b: str) -> DyadFinding:
        """What the texts know of two states."""
        if (a, b) not in self._between:
            self._between[a, b] = stand(self.ledger, a, b, self.known)
        return self._between[a, b]

    def events(self, state: str) -> pl.DataFrame:
        """Every dated act of a state with others, of all sources; see `events`."""
        if state not in self._events:
            self._events[state] = events.events_of(self._imported, self.told(state), state)
        return self._events[state]

    def told(self, state: str) -> pl.DataFrame:
        """The table of acts that texts tell of a state, in any status, as measures of read acts take it."""
        if state not in self._told:
            import polars as pl

            acts = pl.from_arrow(self.ledger.events([state]))
            assert isinstance(acts, pl.DataFrame)  # a table is never a series
            is_known = pl.col("published").is_null() | (pl.col("published") <= self.known) if self.known else True
            self._told[state] = acts.filter(is_known)
        return self._told[state]

    def dyad_events(self, a: str, b: str, window: Window = ALWAYS) -> pl.DataFrame:
        """The acts of two states towards each other, both ways."""
        pair = min(a, b), max(a, b)
        if pair not in self._pairs:
            self.look_at([pair])
        return _within(self._pairs[pair], window)

    def look_at(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Read the acts of some pairs in one pass, where all of them will be asked for."""
        wanted = sorted({(min(pair), max(pair)) for pair in pairs} - set(self._pairs))
        if wanted:
            found = events.pairs_of(self._imported, wanted)
            self._pairs |= {(a, b): events.pair_of(found, self.told(a), a, b) for a, b in wanted}

    def once(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """What `make` gives, made the first time that the key is asked for in a language."""
        known = spoken(), key
        if known not in self._once:
            self._once[known] = make()
        return self._once[known]  # type: ignore[no-any-return]

    def event_sources(self, a: str, b: str, window: Window = ALWAYS) -> tuple[tuple[str, int], ...]:
        """The sources with acts of the pair, with how many: the one with most first."""
        counts = self.dyad_events(a, b, window).group_by("source").len().rows()
        return tuple(sorted(counts, key=lambda row: (-row[1], row[0])))

    def datasets(self, table: str) -> tuple[str, ...]:
        """The datasets with rows in a common table, in alphabetical order."""
        return tuple(sorted({part.source for part in self._parts if part.table == table}))

    def has(self, table: str) -> bool:
        """Whether anything was imported into a common table."""
        return any(part.table == table for part in self._parts)

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A common table, as `Ledger.table`, whose files are looked for once; what is not in it is not read."""
        if name not in self._relations:
            self._relations[name] = self.ledger.table(name)
        return self._relations[name]

    @property
    def _imported(self) -> duckdb.DuckDBPyRelation | None:
        return self.table("events") if self.has("events") else None

    @cached_property
    def _relations(self) -> dict[str, duckdb.DuckDBPyRelation]:
        return {}

    @cached_property
    def _parts(self) -> tuple[TablePart, ...]:
        return self.ledger.tables.parts()

    def is_known(self, document: Document) -> bool:
        """Whether a text counts: all do, unless only those published up to a day are looked at."""
        return self.known is None or document.published is None or document.published <= self.known

    def record(self, document_id: str) -> Record:
        """The record of a document (whole id)."""
        if document_id not in self._records:
            self._records[document_id] = self.ledger.record(document_id)
        return self._records[document_id]

    def found(self, document_id: str) -> Found:
        """A document (whole id) with where it was published, and its copies."""
        if document_id not in self._found:
            self._found[document_id] = self.ledger.find(document_id)
        return self._found[document_id]

    def passages(self, items: Iterable[AnyHeld]) -> tuple[Passage, ...]:
        """The proof that items are: each in its fullest telling, each once."""
        found = (passage(held, self.grades.of_source(held.sources[0])) for held in items)
        return tuple(dict.fromkeys(found))

    def of_acts(self, acts: Iterable[Act]) -> tuple[Passage, ...]:
        """All reports of some acts."""
        return self.passages(held for act in acts for held in act.reports)

    def of_events(
        self, found: pl.DataFrame, source: str, a: str, b: str, window: Window = ALWAYS, only: str = ""
    ) -> tuple[Passage | Rows, ...]:
        """The proof that rows of `events` are: the passages where they come from texts, else rows of the table.

        `only` is a condition (SQL over the columns of the table) that the rows given were chosen by.
        """
        if source == events.TEXTS:
            wanted = set(found["id"])
            return self.of_acts(
                act for act in self.between(a, b).dealings if wanted & {one.item.id for one in act.reports}
            )
        condition = (
            f"source = '{source}' AND actor_country IN ('{a}', '{b}') AND recipient_country IN ('{a}', '{b}')"
            f" AND actor_country <> recipient_country AND NOT coalesce(is_repeat, false){_dated(window)}"
            f"{events.there(a, b)}"
            f"{f' AND {only}' if only else ''}"
        )
        shown = tuple(events.told(row) for row in found.head(SHOWN).iter_rows(named=True))
        return (self.looked("events", source, condition, len(found), window, shown),)

    def rows(
        self, table: str, source: str, condition: str, columns: Sequence[str], window: Window = ALWAYS
    ) -> Rows:
        """Rows of a common table that a condition (SQL over its columns, of our own making) holds for."""
        whole = f"source = '{source}' AND ({condition})"
        found = self.table(table).filter(whole)
        (counted,) = found.count("*").fetchall()[0]
        head = found.select(", ".join(columns)).order(", ".join(columns)).limit(SHOWN).fetchall()
        shown = tuple(_line(columns, row) for row in head)
        return self.looked(table, source, whole, counted, window, shown)

    def looked(
        self, table: str, source: str, condition: str, n: int, window: Window, shown: tuple[str, ...] = ()
    ) -> Rows:
        """The proof that `n` rows are, or 0, counted already: `condition` is to tell them whole."""
        files = tuple(file.name for file in self.files if file.source == source)
        return Rows(table, source, condition, n, window, shown, files, self.grades.of_dataset(source))


def _line(columns: Sequence[str], row: Sequence[object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(columns, row, strict=True) if value is not None)


def _within(found: pl.DataFrame, window: Window) -> pl.DataFrame:
    import polars as pl

    if window.since:
        found = found.filter(pl.col("date") >= window.since)
    return found.filter(pl.col("date") <= window.until) if window.until else found


def _dated(window: Window) -> str:
    since = f" AND date >= DATE '{window.since}'" if window.since else ""
    return since + (f" AND date <= DATE '{window.until}'" if window.until else "")

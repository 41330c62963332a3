"""The forms in which a publisher gives out a dataset: how each is known, read, checked and turned into tables.

A reader is a folder with `source.toml` and `reader.py`, which lists its forms in `FORMS`; all else is done here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from comity.sources.peek import Peek

UNREAD = ""
"""The type of a column that the file has and nobody asks for."""


class Layout(Protocol):
    """How the rows of a file lie in it."""

    @property
    def columns(self) -> Mapping[str, str]:
        """The columns that are read, each with its DuckDB type; in the file's order where it has no header."""

    @property
    def wanted(self) -> str:
        """What a file of the layout looks like, for messages: 'tab-separated with 61 columns'."""

    def fits(self, peek: Peek) -> bool:
        """Whether the file looks so."""


@dataclass(frozen=True)
class Delimited:
    """Text with one row a line.

    With `has_header` columns are found by name, in any order and case, others are passed over, and those in
    `optional` may be missing. Without it `columns` are those of the file, all of them, from the first; one of
    the type `UNREAD` is passed over.
    `is_ragged`: short rows are filled up with nulls, and what is too much in long ones is left out.
    `one_of`: optional columns of which a file has at least one.
    `further` is the type of the columns that are not named, where their names are data too, such as a column a
    state; `computed` then gives by name SQL over the lists `further_names` and `further`, for columns of `raw`.
    """

    columns: Mapping[str, str]
    delimiter: str = ","
    has_header: bool = True
    quote: str = '"'
    nulls: Sequence[str] = ("",)
    date_format: str = "%Y-%m-%d"
    timestamp_format: str = "%Y-%m-%d %H:%M:%S"
    encoding: str = "utf-8"
    optional: frozenset[str] = frozenset()
    is_ragged: bool = False
    skip: int = 0
    one_of: frozenset[str] = frozenset()
    further: str = ""
    computed: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> str:
        between = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}.get(self.delimiter, self.delimiter)
        if not self.has_header:
            return f"{len(self.columns)} columns between {between}, without a header"
        named = [name for name in self.columns if name not in self.optional]
        either = f" and {' or '.join(sorted(self.one_of)[:3])}" if self.one_of else ""
        return f"a header between {between} with {', '.join(named[:8])}{' …' if len(named) > 8 else ''}{either}"

    def fits(self, peek: Peek) -> bool:
        if peek.is_parquet or peek.is_html or peek.is_utf16 != (self.encoding == "utf-16"):
            return False
        if not self.has_header:
            return len(peek.fields(self.delimiter, self.quote, self.skip)) == len(self.columns)
        found = {one.lower() for one in peek.fields(self.delimiter, self.quote, self.skip)}
        if self.one_of and not any(name.lower() in found for name in self.one_of):
            return False
        return all(name.lower() in found for name in self.columns if name not in self.optional)


@dataclass(frozen=True)
class Parquet:
    """A Parquet file; columns are found by name and cast, those in `optional` may be missing.

    `named` is a part of the file's name, where the columns alone do not tell what it is.
    """

    columns: Mapping[str, str]
    optional: frozenset[str] = frozenset()
    named: str = ""

    @property
    def wanted(self) -> str:
        columns = ", ".join(name for name in self.columns if name not in self.optional)
        return f"Parquet with the columns {columns}{f' and {self.named} in its name' if self.named else ''}"

    def fits(self, peek: Peek) -> bool:
        needed = {name for name in self.columns if name not in self.optional}
        return self.named in peek.name and needed <= set(peek.parquet_columns)


@dataclass(frozen=True)
class Unreadable:
    """A record that is set aside while a file is read: where, why, and what it looked like."""

    line: int | None
    reason: str
    content: str = ""


@dataclass(frozen=True)
class Records:
    """A file that is read record by record, such as XML or nested JSON.

    `read` gives rows by the names in `columns` (what is missing is null; values are text, which DuckDB casts,
    or what Arrow makes a column of the type from) or what cannot be read, and never holds the whole file.
    """

    columns: Mapping[str, str]
    read: Callable[[Path], Iterator[Mapping[str, object] | Unreadable]]
    looks: Callable[[Peek], bool]
    wanted: str

    def fits(self, peek: Peek) -> bool:
        return not peek.is_html and self.looks(peek)


@dataclass(frozen=True)
class Fault:
    """A row that can be read but is wrong: `condition` is SQL over `raw`, true for such a row, never null."""

    condition: str
    reason: str
    field: str | None = None


@dataclass(frozen=True)
class Form:
    """One form of a dataset.

    `outputs` gives by common table a SELECT over the table `raw`, which has the columns of the layout and `file`;
    it names the columns of the common table that it fills, and `file`; the others become null. It may use the
    macros of `codes`, `acts` and `programmes`. Rows with a fault are set aside before. A file whose name has
    `unlike` in it is of another form, though its columns are the same.
    """

    name: str
    layout: Layout
    outputs: Mapping[str, str]
    faults: Sequence[Fault] = field(default_factory=tuple)
    repeats: Sequence[str] = ()
    unlike: str | None = None

    def fits(self, peek: Peek) -> bool:
        """Whether the file looks like one of this form."""
        return not (self.unlike and self.unlike in peek.name) and self.layout.fits(peek)

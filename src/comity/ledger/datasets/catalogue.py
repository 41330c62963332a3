"""Which files of the public record were imported, and in which parts their rows lie.

The catalogue decides what is seen: a part that it does not list does not exist. A newer version of a file
supersedes the old one, whose row stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Named,
    Table,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)

from comity.ledger.metadata import METADATA


class FileColumns(TypedColumns):
    """One imported file."""

    id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    source: Named[str] = Column(index=True)
    form: Named[str]
    version: Named[int]
    name: Named[str]
    origin: Named[str]
    sha256: Named[str]
    size: Named[int] = Column(BigInteger)
    imported: Named[dt.datetime]
    rows_read: Named[int] = Column(BigInteger)
    rows_kept: Named[int] = Column(BigInteger)
    rows_aside: Named[int] = Column(BigInteger)
    first_day: Named[dt.date | None]
    last_day: Named[dt.date | None]
    licence: Named[str]
    citation: Named[str]
    superseded_by: Named[int | None] = Column(ForeignKey("import_file.id"))


class ReasonColumns(TypedColumns):
    """Why rows of a file were set aside."""

    file: Named[int] = Column(ForeignKey("import_file.id"), primary_key=True)
    reason: Named[str] = Column(primary_key=True)
    rows: Named[int] = Column(BigInteger)


class PartColumns(TypedColumns):
    """One Parquet file of a common table; `path` is relative to the folder of the tables."""

    path: Named[str] = Column(primary_key=True)
    table: Named[str] = Column(index=True)
    source: Named[str]
    year: Named[int | None]
    rows: Named[int] = Column(BigInteger)
    size: Named[int] = Column(BigInteger)
    sha256: Named[str]


FILE = Table("import_file", METADATA, FileColumns)
REASON = Table("import_reason", METADATA, ReasonColumns)
PART = Table("import_part", METADATA, PartColumns)


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A raw file whose rows are in the tables, or were until a newer version came.

    `id` is made from source, version of the reader and content. `origin` is the path or address it came from.
    `first_day` and `last_day` are the earliest and latest day that its rows tell of.
    """

    id: int
    source: str
    form: str
    version: int
    name: str
    origin: str
    sha256: str
    size: int
    imported: dt.datetime
    rows_read: int
    rows_kept: int
    rows_aside: int
    first_day: dt.date | None
    last_day: dt.date | None
    licence: str
    citation: str
    superseded_by: int | None = None
    reasons: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One Parquet file of a common table, `path` relative to the folder of the tables."""

    path: str
    table: str
    source: str
    year: int | None
    rows: int
    size: int
    sha256: str


def add(connection: Connection, files: Sequence[ImportedFile], parts: Iterable[Part]) -> None:
    """Keep files with their parts; the caller holds the write lock."""
    for file in files:
        values = asdict(file)
        reasons = values.pop("reasons")
        connection.execute(insert(FILE), values)
        if reasons:
            told = [{"file": file.id, "reason": reason, "rows": rows} for reason, rows in reasons.items()]
            connection.execute(insert(REASON), told)
    rows = [asdict(part) for part in parts]
    if rows:
        connection.execute(insert(PART), rows)


def supersede(connection: Connection, old: Iterable[int], new: int) -> None:
    """Let the rows of the old files count no more."""
    connection.execute(update(FILE).where(FILE.c.id.in_(list(old))).values(superseded_by=new))


def remove(connection: Connection, source: str) -> None:
    """Forget the files and parts of a source."""
    known = select(FILE.c.id).where(FILE.c.source == source)
    connection.execute(delete(REASON).where(REASON.c.file.in_(known)))
    connection.execute(delete(PART).where(PART.c.source == source))
    connection.execute(delete(FILE).where(FILE.c.source == source))


def files(connection: Connection, source: str | None = None) -> tuple[ImportedFile, ...]:
    """Every file that was imported, superseded ones too, by source, first day and name."""
    query = select(FILE).order_by(FILE.c.source, FILE.c.first_day, FILE.c.name, FILE.c.imported)
    if source is not None:
        query = query.where(FILE.c.source == source)
    reasons: dict[int, dict[str, int]] = {}
    for row in connection.execute(select(REASON).order_by(REASON.c.rows.desc(), REASON.c.reason)):
        reasons.setdefault(row.file, {})[row.reason] = row.rows
    return tuple(
        ImportedFile(**row._mapping, reasons=reasons.get(row.id, {})) for row in connection.execute(query)
    )


def parts(connection: Connection, table: str | None = None) -> tuple[Part, ...]:
    """The parts of a table, or all, by path."""
    query = select(PART).order_by(PART.c.path)
    if table is not None:
        query = query.where(PART.c.table == table)
    return tuple(Part(**row._mapping) for row in connection.execute(query))


def superseded(connection: Connection) -> tuple[int, ...]:
    """Ids of the files whose rows count no more."""
    return tuple(connection.scalars(select(FILE.c.id).where(FILE.c.superseded_by.is_not(None))))

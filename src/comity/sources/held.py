"""What a ledger holds of each public dataset, and how to cite it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from comity.ledger.datasets.catalogue import ImportedFile
from comity.ledger.datasets.shelf import Tables
from comity.sources.descriptor import descriptor, names

_SPECIAL = str.maketrans({"\\": r"\textbackslash{}", **{one: f"\\{one}" for one in "{}%&$#_"}})


@dataclass(frozen=True, slots=True)
class Holding:
    """The files of one dataset whose rows are in the tables; superseded ones are left out."""

    source: str
    files: tuple[ImportedFile, ...]

    @property
    def rows(self) -> int:
        """Rows kept."""
        return sum(file.rows_kept for file in self.files)

    @property
    def aside(self) -> int:
        """Rows set aside."""
        return sum(file.rows_aside for file in self.files)

    @property
    def period(self) -> str:
        """The earliest and latest day told of."""
        return period(self.files)

    @property
    def imported(self) -> dt.date:
        """The day of the latest import."""
        return max(file.imported for file in self.files).date()


def holdings(tables: Tables) -> dict[str, Holding]:
    """What is held, by dataset in alphabetical order."""
    current = (file for file in tables.files() if file.superseded_by is None)
    by_source = groupby(sorted(current, key=lambda file: file.source), key=lambda file: file.source)
    return {source: Holding(source, tuple(files)) for source, files in by_source}


def period(files: Iterable[ImportedFile]) -> str:
    """The earliest and latest day that the rows of files tell of, as '2001-01-05 to 2003-07-01'; '' for none."""
    days = [day for file in files for day in (file.first_day, file.last_day) if day is not None]
    return f"{min(days)} to {max(days)}" if days else ""


def citation(held: Holding) -> str:
    """The citation with what was used of the dataset: files, checksum, period and day of the import."""
    cited = dict.fromkeys(file.citation for file in held.files)
    days = f"; {held.period}" if held.period else ""
    return f"{' '.join(cited)} [{_files(held)}{days}; imported {held.imported}]"


def bibtex(held: Holding) -> str:
    """The same as an entry for BibTeX."""
    about = descriptor(held.source) if held.source in names() else None
    told = {
        "title": about.title if about else held.source,
        "author": f"{{{about.publisher.translate(_SPECIAL)}}}" if about else None,
        "howpublished": about.address if about else None,
        "note": citation(held),
        "year": str(held.imported.year),
    }
    lines = [
        f"  {name} = {{{value if name == 'author' else value.translate(_SPECIAL)}}},"
        for name, value in told.items()
        if value
    ]
    return "\n".join([f"@misc{{{held.source},", *lines, "}"])


def _files(held: Holding) -> str:
    if len(held.files) == 1:
        return f"file {held.files[0].name}, SHA-256 {held.files[0].sha256[:12]}"
    found = sorted(file.name for file in held.files)
    return f"{len(found):,} files, {found[0]} to {found[-1]}"

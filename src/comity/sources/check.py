"""Whether what was imported is still what it was: parts by their checksums, raw files where they still lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.ledger.datasets.catalogue import ImportedFile
from comity.ledger.datasets.shelf import Tables, checksum
from comity.sources.fetch_files import raw_folder


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and, a sentence each, what is wrong."""

    parts: int
    raw: int
    faults: tuple[str, ...]


def check(tables: Tables) -> Checked:
    """Read every part, and every raw file of the rows in the tables that still lies where it was imported from."""
    faults = [
        f"{tables.folder / part.path} {fault}: put it back, or 'comity forget {part.source}' and import again"
        for part, fault in tables.damaged()
    ]
    current = [file for file in tables.files() if file.superseded_by is None]
    lying = [(file, place) for file in current if (place := _place(tables, file)) is not None]
    faults += _changed(lying)
    return Checked(len(tables.parts()), len(lying), tuple(faults))


def _place(tables: Tables, file: ImportedFile) -> Path | None:
    """Where the raw file lies: where it was imported from, or where it was fetched to."""
    for place in (Path(file.origin), raw_folder(tables.ledger, file.source) / file.name):
        if place.is_absolute() and place.is_file():
            return place
    return None


def _changed(lying: list[tuple[ImportedFile, Path]]) -> Iterator[str]:
    for file, place in lying:
        if place.stat().st_size != file.size or checksum(place) != file.sha256:
            yield f"{place} has changed since it was imported: import it again, or put the old one back"

"""Files of a public dataset into the tables of a ledger: all that are good, at once or, when killed, none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from comity.errors import InputError
from comity.ledger import Ledger
from comity.ledger.datasets.catalogue import ImportedFile
from comity.sources import fetch_memo, raw
from comity.sources.batches import Batch, batches
from comity.sources.descriptor import Descriptor
from comity.sources.engine import engine
from comity.sources.form import Form
from comity.sources.keep import Kept, keep
from comity.sources.meter import Meter
from comity.sources.raw import RawFile
from comity.sources.registry import source
from comity.sources.report import Outcome, Report, Status, Watch

_ENDINGS = frozenset({"zip", "gz", "csv", "tsv", "tab", "txt"})


@dataclass(frozen=True, slots=True)
class Options:
    """`is_part`: the files are parts of whole ones, so that they may have few rows. `mapping`: for `table` only.

    `bad_share` takes the place of the descriptor's.
    `origin` says where they all came from; without it that is the address a file was fetched from, else its path.
    """

    is_part: bool = False
    mapping: Path | None = None
    bad_share: float | None = None
    origin: str | None = None


def import_files(
    ledger: Ledger,
    name: str,
    paths: Iterable[Path],
    options: Options | None = None,
    watch: Watch | None = None,
) -> Report:
    """Import files, and the files in folders, of the dataset `name`.

    A file that is known adds nothing; one that is newer than a known one takes its place, which stays in the
    catalogue. Needs a GB of memory and, for what is packed, disk for two unpacked files of the largest size.
    Raises `UsageError` for an unknown dataset, `LedgerError` while another import into the ledger is running.
    """
    chosen = options or Options()
    about, forms = source(name, chosen.mapping)
    if chosen.bad_share is not None:
        about = replace(about, bad_share=chosen.bad_share)
    with ledger.tables.staging() as staged:
        return _Import(ledger, about, forms, chosen, watch, staged).run(about.file(path) for path in paths)


class _Import:
    def __init__(
        self,
        ledger: Ledger,
        about: Descriptor,
        forms: Sequence[Form],
        options: Options,
        watch: Watch | None,
        staged: Path,
    ) -> None:
        self._ledger, self._about, self._forms, self._options = ledger, about, forms, options
        self._watch, self._staged = watch, staged
        self._report = Report()
        self._kept = Kept()
        self._run = uuid4().hex[:12]

    def run(self, paths: Iterable[Path]) -> Report:
        before = self._ledger.tables.files(self._about.name)
        new = list(self._new(paths, {file.id: file for file in before}))
        with (
            engine(self._staged / "spill") as connection,
            closing(batches(new, self._staged, self._about.name, self._forms)) as portions,
            Meter(self._watch, connection, self._kept, sum(one.size for one in new)) as meter,
        ):
            for number, batch in enumerate(portions):
                if isinstance(batch, InputError):
                    self._report.errors.append(batch)
                    continue
                with meter.working(sum(one.raw.size for one in batch.files)):
                    name, is_part = f"{self._run}-{number}", self._options.is_part
                    self._report.errors += keep(
                        connection, self._about, batch, self._staged, name, is_part, self._kept
                    )
        self._publish(before)
        return self._report

    def _new(self, paths: Iterable[Path], known: dict[int, ImportedFile]) -> Iterator[RawFile]:
        """The files that are not in the tables, each content once; the others go into the report."""
        seen: dict[int | str, Path] = {}
        for file in raw.identified(raw.find(paths), self._about.name, self._about.version):
            if isinstance(file, InputError):
                self._report.errors.append(file)
            elif file.id in known:
                self._report.outcomes.append(Outcome(known[file.id], "known"))
            elif file.id not in seen and not self._is_twin(file.path, seen):
                seen[file.id] = file.path
                yield file

    def _is_twin(self, path: Path, seen: dict[int | str, Path]) -> bool:
        """Whether another file of this call has the same name, packed or not; such a one is refused."""
        twin = seen.setdefault(bare(path.name), path)
        if twin is path or self._about.supersedes != "name":
            return False
        told = f"{path} is {twin} in another version or packing: import the one that is to count after the other"
        self._report.errors.append(InputError(told))
        return True

    def _publish(self, before: Sequence[ImportedFile]) -> None:
        files = [
            self._catalogued(batch, index) for batch in self._kept.batches for index in range(len(batch.files))
        ]
        superseding = {file.id: self._older(file, before) for file in files}
        self._ledger.tables.publish(self._staged, self._kept.parts, files, superseding)
        left_out = {one.raw.id: one.left_out for batch in self._kept.batches for one in batch.files}
        for file in files:
            status: Status = "newer" if superseding[file.id] else "new"
            self._report.outcomes.append(Outcome(file, status, left_out[file.id]))

    def _catalogued(self, batch: Batch, index: int) -> ImportedFile:
        one = batch.files[index]
        tally, (first, last) = self._kept.tallies[one.raw.id], self._kept.days.get(one.raw.id, (None, None))
        path, about = one.raw.path, self._about
        return ImportedFile(
            id=one.raw.id,
            source=about.name,
            form=one.forms,
            version=about.version,
            name=path.name,
            origin=self._origin(path),
            sha256=one.raw.sha256,
            size=one.raw.size,
            imported=dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0),
            rows_read=tally.read,
            rows_kept=tally.kept,
            rows_aside=tally.aside,
            first_day=first,
            last_day=last,
            licence=about.licence,
            citation=about.citation,
            reasons=tally.reasons,
        )

    def _origin(self, path: Path) -> str:
        memo = fetch_memo.read(path)
        return self._options.origin or (memo.address if memo else str(path.absolute()))

    def _older(self, file: ImportedFile, before: Sequence[ImportedFile]) -> tuple[int, ...]:
        """Ids of the files that counted until now and that this one takes the place of."""
        is_older = _same_form if self._about.supersedes == "form" else _same_name
        return tuple(old.id for old in before if old.superseded_by is None and is_older(old, file))


def bare(name: str) -> str:
    """The name of a file without what tells only how it is packed or laid out."""
    stem, dot, ending = name.rpartition(".")
    return bare(stem) if dot and stem and ending.lower() in _ENDINGS else name


def _same_form(one: ImportedFile, other: ImportedFile) -> bool:
    return one.form == other.form


def _same_name(one: ImportedFile, other: ImportedFile) -> bool:
    return bare(one.name) == bare(other.name)

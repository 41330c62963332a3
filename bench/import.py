"""Importing beside DuckDB's own way from the same rows to Parquet, in one run: time, memory, and one query after.

DuckDB reads the texts and writes the columns that the import reads, nothing more. The import takes the zips (or,
to compare alike with alike, the texts), checks, maps and marks every row and catalogues it. Every measurement is a
process of its own: its processor seconds, seconds by the clock and peak of memory. Rows are made up, see `rows`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from bench.rows import A_DAY, Maker

from comity.ledger import open_ledger
from comity.sources import import_files
from comity.sources.engine import MEMORY
from comity.sources.gdelt.reader import FORMS

FIRST = dt.date(2016, 1, 1)
NEEDED = 900
"""Bytes of disk for each row: text, zip, what is unpacked of a portion, and the parts."""


@dataclass(frozen=True)
class Cost:
    """What a process took; `rows` is what it says it has written."""

    rows: int
    wall: float
    cpu: float
    memory: float
    written: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("millions", nargs="*", type=float, default=[1.0])
    parser.add_argument("--child", nargs=3, metavar=("KIND", "FOLDER", "DAYS"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        kind, folder, days = chosen.child
        print(json.dumps(vars(_child(kind, Path(folder), int(days)))))
        return 0
    sizes = [round(millions * 1e6 / A_DAY) for millions in chosen.millions]
    with tempfile.TemporaryDirectory(prefix="comity-bench-") as made:
        _compare(Path(made), sizes)
    return 0


def _compare(folder: Path, sizes: Sequence[int]) -> None:
    needed = max(sizes) * A_DAY * NEEDED
    if shutil.disk_usage(folder).free < needed:
        sys.exit(f"{folder} has not the {needed >> 30} GiB that this takes: set TMPDIR, or ask for fewer rows")
    maker = Maker()
    for number in range(max(sizes)):
        maker.day(FIRST + dt.timedelta(number), folder)
    for days in sizes:
        plain = {kind: _measured(kind, folder, days) for kind in ("snappy", "zstd")}
        ours = {kind: _measured(kind, folder, days) for kind in ("text", "zip")}
        for kind, cost in plain.items():
            print(_line("DuckDB", kind, cost))
        for kind, cost in ours.items():
            beside = plain["zstd"]
            times = f"{cost.cpu / beside.cpu:.2f} and {cost.wall / beside.wall:.2f} times DuckDB's with zstd"
            print(f"{_line('import', kind, cost)}; {times} (aim: 2 or less)")
    _ask(folder)


def _line(who: str, kind: str, cost: Cost) -> str:
    return (
        f"{cost.rows / 1e6:5.1f} million rows  {who} {kind:6} {cost.cpu:6.1f} s of processor, {cost.wall:6.1f} s"
        f" by the clock, {cost.memory:5.0f} MB at most (aim: 1,500), {cost.written:4.0f} MB written"
    )


def _measured(kind: str, folder: Path, days: int) -> Cost:
    command = [sys.executable, "-m", "bench.import", "--child", kind, str(folder), str(days)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(**json.loads(told.stdout))


def _child(kind: str, folder: Path, days: int) -> Cost:
    clock, used = time.perf_counter(), _processor()
    if kind in {"snappy", "zstd"}:
        rows, written = _plain(folder, days, kind)
    else:
        rows, written = _import(folder, days, kind)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(rows, time.perf_counter() - clock, _processor() - used, peak, written / 1e6)


def _processor() -> float:
    return sum(os.times()[:2])


def _plain(folder: Path, days: int, compression: str) -> tuple[int, int]:
    layout = next(form.layout for form in FORMS if form.name == "events_58")
    columns = ", ".join(f"'{name}': '{kind or 'VARCHAR'}'" for name, kind in layout.columns.items())
    picked = ", ".join(name for name, kind in layout.columns.items() if kind)
    place = folder / f"{compression}.parquet"
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(folder / "spill")}) as connection:
        connection.execute(
            f"""COPY (SELECT {picked} FROM read_csv(?, columns = {{{columns}}}, delim = '\t', quote = '',
            escape = '', header = false, auto_detect = false, dateformat = '%Y%m%d'))
            TO '{place}' (FORMAT parquet, COMPRESSION {compression})""",
            [[str(path) for path in _files(folder, "text", days)]],
        )
        (count,) = connection.execute(f"SELECT count(*) FROM '{place}'").fetchall()[0]
    return count, place.stat().st_size


def _import(folder: Path, days: int, kind: str) -> tuple[int, int]:
    with open_ledger(folder / f"{kind}-{days}.db") as ledger:
        report = import_files(ledger, "gdelt", _files(folder, kind, days))
        parts = ledger.tables.parts()
    if report.errors:
        sys.exit("\n".join(map(str, report.errors)))
    return sum(outcome.file.rows_kept for outcome in report.outcomes), sum(part.size for part in parts)


def _files(folder: Path, kind: str, days: int) -> list[Path]:
    return sorted((folder / kind).iterdir())[:days]


def _ask(folder: Path) -> None:
    """The counts by month of the directed dyad that occurs most, in the last ledger; warm: the middle of five."""
    with open_ledger(max(folder.glob("zip-*.db"), key=lambda place: int(place.stem[4:]))) as ledger:
        events = ledger.table("events")
        dyads = events.filter("actor_country <> recipient_country")
        counted = dyads.aggregate("actor_country AS actor, recipient_country AS recipient, count(*) AS rows")
        actor, recipient, rows = counted.order("rows DESC").limit(1).fetchall()[0]
        dyad = events.filter(f"actor_country = '{actor}' AND recipient_country = '{recipient}'")
        taken = []
        for _ in range(6):
            started = time.perf_counter()
            months = dyad.aggregate("date_trunc('month', date) AS month, count(*)").fetchall()
            taken.append(time.perf_counter() - started)
    print(
        f"{rows:,} events of one directed dyad by month ({len(months)} months): {sorted(taken[1:])[2]:.2f} s warm"
    )


if __name__ == "__main__":
    sys.exit(main())

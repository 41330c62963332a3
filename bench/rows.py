"""Made-up GDELT rows in the form of the daily files: 58 columns between tabs, zipped; see `rows.sql`."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from string import Template

import duckdb

from comity.ontology.cameo import cameo_codes
from comity.tables import rows

A_DAY = 100_000
"""Rows of a daily file; real ones have 50,000 to 250,000."""
POOL = 4 * A_DAY
"""Rows that days are made of: each takes those from a place of its own on, with ids, days and addresses anew."""


class Maker:
    """Writes daily files; how often what occurs in them is like in real ones, the rows themselves are not."""

    def __init__(self) -> None:
        self._connection = duckdb.connect()
        states = [row for row in rows("sources", "codes.csv") if row["system"] == "fips" and row["iso3"]]
        self._fill("made_states", [[row[column] for column in ("code", "iso3", "name")] for row in states])
        self._fill("made_acts", [[code] for code in cameo_codes() if len(code) > 2])
        script = Path(__file__).with_name("rows.sql").read_text(encoding="utf-8")
        self._connection.execute(Template(script).substitute(pool=POOL))

    def day(self, day: dt.date, folder: Path) -> tuple[Path, Path]:
        """The text of a day and the zip of it."""
        text = folder / "text" / f"{day:%Y%m%d}.export.CSV"
        packed = folder / "zip" / f"{text.name}.zip"
        for place in (text, packed):
            place.parent.mkdir(exist_ok=True)
        first, start = day.toordinal() * 1_000_000, day.toordinal() * 30_011 % POOL
        self._connection.execute(
            f"COPY (FROM made_day(DATE '{day}', {first}, {start}, {A_DAY})) TO '{text}'"
            " (FORMAT csv, HEADER false, DELIMITER '\x01', QUOTE '')"
        )
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.write(text, text.name)
        return text, packed

    def _fill(self, table: str, values: list[list[str]]) -> None:
        columns = {"made_states": "code VARCHAR, iso3 VARCHAR, name VARCHAR", "made_acts": "code VARCHAR"}[table]
        self._connection.execute(f"CREATE TABLE {table} ({columns})")
        self._connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)

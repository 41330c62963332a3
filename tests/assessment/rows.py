"""Rows of the common tables, brought in as a user's own table."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from comity.ledger import Ledger
from comity.sources import Options, import_files

Row = Mapping[str, object]


def imported(ledger: Ledger, table: str, rows: Sequence[Row], name: str = "ours") -> None:
    """Import rows into a common table under a name; columns are those of the first row, states are ISO3."""
    states = [column for column in rows[0] if column in ("country", "partner") or column.endswith("_country")]
    with tempfile.TemporaryDirectory() as folder:
        path, mapping = Path(folder) / f"{name}_{table}.csv", Path(folder) / "mapping.toml"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        lines = [
            f'{column} = {{ column = "{column}", states = "iso3" }}'
            if column in states
            else f'{column} = "{column}"'
            for column in rows[0]
        ]
        head = f'name = "{name}"\ntitle = "{name}"\nlicence = "ours"\ncitation = "Ours."\ntable = "{table}"\n'
        mapping.write_text(head + "\n[columns]\n" + "\n".join(lines) + "\n")
        import_files(ledger, "table", [path], Options(mapping=mapping))


def acts(*rows: tuple[str, str, str, str, float]) -> list[Row]:
    """Rows of the table of events: day, actor, recipient, type, score."""
    quads = {"CONSULT": "verbal_cooperation", "SUPPORT": "verbal_cooperation", "AID": "material_cooperation",
             "ACCUSE": "verbal_conflict", "SANCTION": "material_conflict"}  # fmt: skip
    return [
        {"id": at, "date": date, "actor_country": actor, "recipient_country": recipient, "event_type": kind,
         "score": score, "score_scale": "ours", "quad": quads[kind]}
        for at, (date, actor, recipient, kind, score) in enumerate(rows)
    ]  # fmt: skip

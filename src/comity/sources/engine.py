"""The DuckDB that an import runs on: bounded memory, spilling to disk, with the macros of `codes` and `acts`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

MEMORY = "900MB"
"""What DuckDB may use before it spills to disk; the program itself and reading buffers come on top."""


def engine(spill: Path) -> duckdb.DuckDBPyConnection:
    """A new in-memory database; `spill` is the folder for what does not fit. It fetches and loads nothing."""
    import duckdb

    from comity.sources import acts, codes

    connection = duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    codes.install(connection)
    acts.install(connection)
    return connection

"""The DuckDB that an import runs on: bounded memory, spilling to disk, with the macros of readers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

MEMORY = "900MB"
"""What DuckDB may use before it spills to disk; the program itself and reading buffers come on top."""


@contextmanager
def engine(spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new in-memory database; `spill` is the folder for what does not fit. It fetches and loads nothing.

    Ctrl-C ends a statement at once; DuckDB makes a `RuntimeError` of it, this a `KeyboardInterrupt` again.
    """
    import duckdb

    from comity.sources import acts, codes, programmes

    with duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    ) as connection:
        # So that DuckDB counts how far a statement is; it must not print it.
        connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
        codes.install(connection)
        acts.install(connection)
        programmes.install(connection)
        try:
            yield connection
        except RuntimeError as error:
            if str(error) == "Query interrupted":
                raise KeyboardInterrupt from error
            raise

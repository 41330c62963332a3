"""`comity resolve`: who short mentions stand for."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.streams import answer


def resolve(
    files: Annotated[list[str] | None, typer.Argument(help="JSONL files, or - for standard input.")] = None,
) -> None:
    """Say which state, sector and entity short mentions stand for, one JSON object a line.

    Reads {"id", "text", "date"} with the date left out where there is none, and prints the same lines with
    country (ISO3), sector (PLOVER), entity and confidence, null where nothing is known.

    Example: echo '{"id": 1, "text": "American warplanes"}' | comity resolve
    """
    from comity.gazetteer.lines import resolve_lines

    answer(files or ["-"], resolve_lines)

"""`comity classify`: what one marked party does to another in a sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.streams import answer


def classify(
    files: Annotated[list[str] | None, typer.Argument(help="JSONL files, or - for standard input.")] = None,
) -> None:
    """Say what the actor does to the recipient in a sentence, in PLOVER terms, one JSON object a line.

    Reads {"id", "sentence", "actor", "recipient"}, the last two as they stand in the sentence, and prints the
    same lines with event_type, mode, quad, status and confidence.

    Example: echo '{"id": 1, "sentence": "Peru recalled its envoy to Chile.", "actor": "Peru", "recipient":
    "Chile"}' | comity classify
    """
    from comity.learned.lines import classify_lines

    answer(files or ["-"], classify_lines)

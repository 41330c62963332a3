"""`comity check` and `comity argue`: what texts claim, and what a column argues, held against the record."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.assess import Explain, Format, GradesFile, show
from comity.cli.options import LedgerPath, open_existing


def check(
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOC|CLAIM]", help="A document, by id or words of its title, or a claim by id; else all."
        ),
    ] = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Check claims against other texts and the public record: supported, contradicted, partly, not checkable.

    Example: comity check "two Koreas" --explain
    """
    from comity import assess

    with open_existing(ledger) as opened:
        found = assess.check(assess.Holdings(opened, grades), which)
    show(found, output, explain)


def argue(
    which: Annotated[str, typer.Argument(metavar="DOC", help="A document, by id or words of its title.")],
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Lay out what a column argues: its counsel, the grounds, each claim checked, and what it leaves out.

    Example: comity argue "two Koreas" --format markdown
    """
    from comity import assess

    with open_existing(ledger) as opened:
        found = assess.argue(assess.Holdings(opened, grades), which)
    show(found, output, explain)

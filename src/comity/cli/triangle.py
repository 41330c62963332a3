"""`comity triangle`: one state between two others, answered with evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.assess import Explain, Format, GradesFile, Since, Until, day, show
from comity.cli.options import LedgerPath, open_existing


def triangle(
    a: Annotated[str, typer.Argument(help="The state in the middle, by name or ISO3 code.")],
    b: Annotated[str, typer.Argument(help="One of the two others.")],
    c: Annotated[str, typer.Argument(help="The other.")],
    since: Since = None,
    until: Until = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Say where a state stands between two others: what each tie is worth, what binds, what followed, what cost.

    Example: comity triangle KHM KOR PRK
    """
    from comity import assess

    with open_existing(ledger) as opened:
        found = assess.triangle(assess.Holdings(opened, grades), a, b, c, day(since, "--from"), day(until, "--to"))
    show(found, output, explain)

"""`comity partners`: who a state's partners are, ranked by one value."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import typer

from comity.cli.assess import Explain, Format, GradesFile, day, show
from comity.cli.options import LedgerPath, one_of, open_existing

By = Literal["standing", "interest", "tradition", "contact", "trade", "votes", "flow", "practical"]


def partners(
    state: Annotated[str, typer.Argument(help="A state, by name or ISO3 code.")],
    by: Annotated[
        By, typer.Option("--by", parser=one_of("--by", get_args(By)), help="The value to rank them by, see above.")
    ] = "standing",
    since: Annotated[
        str | None, typer.Option("--since", help="Tell who has moved since this day, as 2010-01-01.")
    ] = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Rank a state's partners by one value, each with its interval and evidence; who cannot be ranked, and why.

    flow: balance of good and bad acts, -10 to 10. contact: days with talks or visits a year. votes: likeness in
    the United Nations beyond chance (Scott's pi). practical: share of deeds. These are of the last five years that
    the source has. trade: goods both ways in the last year reported. interest and tradition: the two axes of
    'comity dyad', over all that is known.

    standing, the default, is one composite: the mean of the percentiles by flow, contact, votes and trade, each
    with the same weight, of those known. It hides what differs, so that every line shows its parts; its interval
    is what unknown parts leave open. To judge a relationship, look at the parts, not at the composite.

    Example: comity partners KHM --by votes --since 2010-01-01
    """
    from comity import assess

    with open_existing(ledger) as opened:
        found = assess.partners(assess.Holdings(opened, grades), state, by, day(since, "--since"))
    show(found, output, explain)

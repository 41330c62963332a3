"""`comity precedents` and `comity whatif`: moves that others have made, and what a move would touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.assess import Explain, Format, GradesFile, show
from comity.cli.options import LedgerPath, open_existing
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.assessment.precedents.move import Move
    from comity.ledger import Ledger

Act = Annotated[str | None, typer.Option("--act", help="An act, as SANCTION:discontinue.", show_default=False)]
Tie = Annotated[
    str | None,
    typer.Option("--tie", help="A tie begun or ended, as 'mission ended with PRK'.", show_default=False),
]


def precedents(
    move: Annotated[
        str | None, typer.Option("--move", help="An act, as 'SUPPORT:recognition of KOR'.", show_default=False)
    ] = None,
    tie: Tie = None,
    like: Annotated[
        str | None, typer.Option("--like", help="The id of an event or tie of the ledger.", show_default=False)
    ] = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """List the states that have made a kind of move, and what passed in the year after.

    Example: comity precedents --move "SUPPORT:recognition of KOR"
    """
    from comity import assess

    with open_existing(ledger) as opened:
        wanted = _move(opened, {"--move": move, "--tie": tie, "--like": like})
        found = assess.precedents(assess.Holdings(opened, grades), wanted)
    show(found, output, explain)


def whatif(
    a: Annotated[str, typer.Argument(help="The state that would move.")],
    b: Annotated[str, typer.Argument(help="The state that it would move towards or against.")],
    act: Act = None,
    tie: Tie = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Say what a move of one state towards another would touch, and what followed when others made it.

    Likelihood is a base rate of past cases in the words of ICD 203, with how many there were; it is no forecast.

    Example: comity whatif KHM PRK --act SANCTION:discontinue
    """
    from comity import assess

    with open_existing(ledger) as opened:
        wanted = _move(opened, {"--act": act, "--tie": tie})
        found = assess.whatif(assess.Holdings(opened, grades), a, b, wanted)
    show(found, output, explain)


def _move(ledger: Ledger, given: dict[str, str | None]) -> Move:
    """The one move that is given. Raises `UsageError` for none or several."""
    from comity.assessment.precedents.move import act_move, like, tie_move

    told = {option: text for option, text in given.items() if text is not None}
    if len(told) != 1:
        raise UsageError(f"give one of {', '.join(given)}, not {', '.join(told) or 'none'}")
    ((option, text),) = told.items()
    if option == "--like":
        return like(ledger, text)
    return tie_move(text) if option == "--tie" else act_move(text)

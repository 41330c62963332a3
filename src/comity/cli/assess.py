"""`comity dyad` and the other questions: answered with evidence, as a table, Markdown or JSON."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from comity.cli.options import LedgerPath, one_of, open_existing
from comity.cli.printing import print_table, say
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.assessment.finding import Assessment

Since = Annotated[str | None, typer.Option("--from", help="First day to look at, as 2015-01-01.")]
Until = Annotated[str | None, typer.Option("--to", help="Last day; the last known one without it.")]
_Form = Literal["table", "json", "markdown"]
Format = Annotated[
    _Form,
    typer.Option(
        "--format", parser=one_of("--format", get_args(_Form)), help="table for people, json for programs."
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show every answer down to passages, rows and formulas.")]
GradesFile = Annotated[
    Path | None,
    typer.Option(
        "--grades", envvar="COMITY_GRADES", help="A CSV file of your own grades of sources.", show_default=False
    ),
]


def dyad(
    a: Annotated[str, typer.Argument(help="A state, by name or ISO3 code.")],
    b: Annotated[str, typer.Argument(help="Another.")],
    since: Since = None,
    until: Until = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Say where two states stand with each other and how they got there, each answer with its evidence.

    Example: comity dyad KHM KOR --from 2015-01-01
    """
    from comity import assess

    with open_existing(ledger) as opened:
        found = assess.dyad(assess.Holdings(opened, grades), a, b, day(since, "--from"), day(until, "--to"))
    show(found, output, explain)


def compare(
    pairs: Annotated[list[str], typer.Argument(metavar="A:B A:C...", help="Two to six pairs of states.")],
    since: Since = None,
    until: Until = None,
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Set several relationships side by side, question by question.

    Example: comity compare KHM:KOR KHM:PRK --from 2015-01-01
    """
    from comity import assess

    wanted = [_pair(pair) for pair in pairs]
    with open_existing(ledger) as opened:
        found = assess.compare(assess.Holdings(opened, grades), wanted, day(since, "--from"), day(until, "--to"))
    show(found, output, explain)


def changes(
    a: Annotated[str, typer.Argument(help="A state, by name or ISO3 code.")],
    b: Annotated[str, typer.Argument(help="Another.")],
    since: Annotated[str, typer.Option("--since", help="The day of the last look, as 2024-06-30.")],
    output: Format = "table",
    explain: Explain = False,
    grades: GradesFile = None,
    ledger: LedgerPath = None,
) -> None:
    """Say what is new between two states since a day, and which answers have changed.

    Example: comity changes KHM PRK --since 2024-06-30
    """
    from comity import assess

    begin = day(since, "--since")
    assert begin is not None  # the option is required
    with open_existing(ledger) as opened:
        found = assess.changes(assess.Holdings(opened, grades), a, b, begin)
    show(found, output, explain)


def _pair(given: str) -> tuple[str, str]:
    a, colon, b = given.partition(":")
    if not (a and colon and b):
        raise UsageError(f"{given!r} is no pair: write two states with a colon between, as KHM:KOR")
    return a, b


def day(given: str | None, option: str) -> dt.date | None:
    """The day of an ISO date; raises `UsageError` for what is none."""
    try:
        return dt.date.fromisoformat(given) if given is not None else None
    except ValueError:
        raise UsageError(
            f"{option}: {given!r} is not a date; write year, month and day, for example 2024-09-13"
        ) from None


def show(found: Assessment, output: str, explain: bool) -> None:
    """Print an assessment; what comes of documents cannot steer the terminal."""
    from comity.assessment.output import OPEN, as_json, as_markdown, basis, details, gathered

    if output == "json":
        typer.echo(as_json(found))
        return
    if output == "markdown":
        say(as_markdown(found, explain).rstrip())
        return
    say(found.question)
    say(f"ledger {found.ledger.id[:12]}, {found.window}")
    told, open_ = (found.sections, ()) if explain else gathered(found)
    for section in told:
        rows = [
            (finding.question, "\n".join([finding.answer, *(f"· {line}" for line in details(finding, explain))]),
             basis(finding).strip(" []"))
            for finding in section.findings
        ]  # fmt: skip
        print_table(("question", "answer", "rests on"), rows, section.title)
    if open_:
        lines = [(one.reason, "\n".join(f"· {question}" for question in one.questions)) for one in open_]
        print_table(("for this reason", "these stay open"), lines, OPEN)

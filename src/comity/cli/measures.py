"""`comity measures`: what is measured, with formula, range, unit, interval and reference."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.printing import print_table, say


def measures(
    name: Annotated[str | None, typer.Argument(help="One measure, told in full.", show_default=False)] = None,
) -> None:
    """List the measures, or tell one in full: version, formula, range, unit, interval and reference.

    Example: comity measures flow-v1
    """
    from comity.measures import catalogue, named

    if name is None:
        print_table(
            ("measure", "what it tells", "range"), [(one.name, one.meaning, one.values) for one in catalogue()]
        )
        return
    one = named(name)
    say(f"{one.name}: {one.meaning}")
    say(f"version    {one.version}")
    say(f"formula    {one.formula}")
    say(f"range      {one.values}")
    say(f"unit       {one.unit}")
    say(f"interval   {one.interval}")
    say(f"reference  {one.reference}{' (Comity’s own proposal)' if one.is_own else ''}")
    say(f"function   comity.measures.{one.function.__name__}")

"""The help of `comity import`, which tells of each dataset where to get it, its cost, its use and its citation."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

from comity.sources.descriptor import descriptor, names


class TellsOfDatasets(TyperCommand):
    """A command whose help ends with the datasets; their descriptors are read only when it is shown."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Click's own, with the datasets after it."""
        self.epilog = "\n\n".join(map(_told, names()))
        super().format_help(ctx, formatter)


def _told(name: str) -> str:
    about = descriptor(name)
    parts = (
        f"{name}: {about.title}.",
        f"Get it: {about.address} (cost: {about.cost}).",
        f"Use: {about.use.rstrip('.')}.",
        f"Cite: {about.citation}",
    )
    return " ".join(parts)

"""Values in SQL of our own making; codes come from texts and files, so they are never pasted in as they are."""

from __future__ import annotations

from collections.abc import Iterable


def literal(value: str) -> str:
    """A text as SQL writes it, whatever stands in it."""
    return "'" + value.replace("'", "''") + "'"


def one_of(values: Iterable[str]) -> str:
    """Texts as the right side of `IN`."""
    return f"({', '.join(map(literal, values))})"

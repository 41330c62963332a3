"""How wide the columns of a table on paper are."""

from __future__ import annotations

from collections.abc import Sequence

from comity.brief.forms.page import Said

LEAST, MOST = 12.0, 400.0
"""Bounds for the letters of a column's cells that its width goes by."""


def shares(columns: Sequence[str], rows: Sequence[Sequence[str | tuple[Said, ...]]]) -> list[float]:
    """The part of the table's width that each column has, 1 in all.

    It goes by the root of how much the cells say on average: dates stand narrow, and sentences not without end.
    """
    said = [[_length(cell) for cell in column] for column in zip(*rows, strict=True)] or [[0]] * len(columns)
    means = [max(len(head) * 0.8, sum(column) / len(column)) for head, column in zip(columns, said, strict=True)]
    roots = [min(max(mean, LEAST), MOST) ** 0.5 for mean in means]
    return [root / sum(roots) for root in roots]


def _length(cell: str | tuple[Said, ...]) -> int:
    return len(cell) if isinstance(cell, str) else sum(len(said.text) for said in cell)

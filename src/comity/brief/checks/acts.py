"""Tables and pictures of acts: their dates, quotations and sums, held against the items that they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from comity.assessment.holdings import Holdings
from comity.brief.chapters import COLUMNS
from comity.brief.checks.known import item_days
from comity.brief.checks.numerals import dates, numerals
from comity.brief.document import Brief, Figure, Note, Sentence, Table

_QUOTED = re.compile("(?:“|«\u00a0)(.*)(?:”|\u00a0»)", re.DOTALL)
COUNTS = ("Acts", "Number")
"""Columns of a picture's table that count what the words beside it add up."""


def of_acts(brief: Brief, holdings: Holdings) -> Iterator[str]:
    """Rows whose date is that of no item they cite, or whose words stand in none of its documents."""
    notes = {note.number: note for note in brief.notes}
    documents = {source.number: source.id for source in brief.sources if source.kind == "document"}
    for block in brief.blocks:
        for when, what, words in block.rows if isinstance(block, Table) and block.columns == COLUMNS else ():
            told, said = ([notes[n] for one in cell for n in one.notes if n in notes] for cell in (what, words))
            yield from _when(when, told, documents, holdings)
            yield from _verbatim(words, said)


def _when(
    cell: tuple[Sentence, ...], cited: list[Note], documents: dict[int, str], holdings: Holdings
) -> Iterator[str]:
    """The date of an act as one of its reports has it; of an undated one the day of publication."""
    known = {
        day
        for note in cited
        if note.source in documents
        for day in item_days(holdings.record(documents[note.source]), note.item)
    }
    for told in (one for sentence in cell for one in dates(sentence.text)):
        if not any(told.first <= day <= told.last for day in known):
            yield f"no item that is cited is of {told.text}"


def _verbatim(cell: tuple[Sentence, ...], cited: list[Note]) -> Iterator[str]:
    for sentence in cell:
        found = _QUOTED.fullmatch(sentence.text)
        if found is None or not any(found[1] == note.quotation for note in cited):
            yield f"no such words are cited: {sentence.text}"


def of_figures(brief: Brief) -> Iterator[str]:
    """Pictures whose words count otherwise than their rows, or have a number that no row has."""
    for figure in brief.blocks:
        if (
            isinstance(figure, Figure)
            and figure.rows
            and figure.rows[0][-1] in COUNTS
            and "Year" in figure.rows[0]
        ):
            yield from _sums(figure)


def _sums(figure: Figure) -> Iterator[str]:
    """Every number of the words is a sum of rows that are alike in something, or counts the years without one."""
    head, *rows = figure.rows
    parted = [[part for cell in row[:-1] for part in f"{cell}, ".split(", ")[:2]] for row in rows]
    counts = [int(row[-1].replace(",", "")) for row in rows]
    sums = {sum(counts)}
    for places in _choices(len(head) * 2 - 2):
        groups: Counter[tuple[str, ...]] = Counter()
        for row, count in zip(parted, counts, strict=True):
            groups[tuple(row[place] for place in places)] += count
        sums |= set(groups.values())
    years = {int(row[head.index("Year")]) for row in rows}
    sums.add(max(years) - min(years) + 1 - len(years))
    for one in numerals(figure.alt):
        if one.value not in sums:
            yield f"{figure.name}: {one.text} is no sum of its rows: {figure.alt}"


def _choices(number: int) -> Iterator[tuple[int, ...]]:
    """One to three of so many columns."""
    return (chosen for size in (1, 2, 3) for chosen in combinations(range(number), size))

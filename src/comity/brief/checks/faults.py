"""What a brief states and its ledger does not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from comity.assessment.holdings import Holdings
from comity.brief.checks import evidence
from comity.brief.checks.acts import of_acts, of_figures
from comity.brief.checks.stated import Stated
from comity.brief.document import Brief
from comity.brief.request import Request


def faults(brief: Brief, holdings: Holdings, request: Request) -> tuple[str, ...]:
    """A line each for what a brief states and its ledger does not bear out; none for a sound brief.

    Every question of the brief is asked anew, so that it takes as long as making one. Holdings that have read
    nothing yet make the check stricter.
    """
    return (*unproven(brief, holdings), *dict.fromkeys(_numbers(brief, holdings, request)))


def unproven(brief: Brief, holdings: Holdings) -> tuple[str, ...]:
    """A line each for statements without evidence, words that no document has, opinions told as facts, and tables
    and pictures of acts that say otherwise than these. For what is no brief of a request, as an index, it is all.
    """
    return tuple(dict.fromkeys(_of_evidence(brief, holdings)))


def _of_evidence(brief: Brief, holdings: Holdings) -> Iterator[str]:
    yield from evidence.of_notes(brief, holdings)
    yield from evidence.of_statements(brief)
    yield from of_acts(brief, holdings)
    yield from of_figures(brief)


def _numbers(brief: Brief, holdings: Holdings, request: Request) -> Iterator[str]:
    stated = Stated(holdings, request)
    yield from evidence.of_rows(stated.findings, holdings)
    for sentence in brief.sentences():
        if sentence.finding:
            yield from stated.faults(sentence)

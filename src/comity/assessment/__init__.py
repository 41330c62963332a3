"""Findings for briefs and tables: what a ledger bears out, each value with the items it rests on."""

from comity.assessment import when, words
from comity.assessment.acts import Act
from comity.assessment.bonds import Bond, Difference, Reading
from comity.assessment.compare import Comparison, Row, basis, compared, reports, side_by_side
from comity.assessment.dyad import DyadFinding, stand
from comity.assessment.finding import (
    FEWEST_FOR_A_SHARE,
    AnyHeld,
    Finding,
    by_publication,
    counted,
    documents,
    told,
)
from comity.assessment.names import Names, listed, title

__all__ = [
    "FEWEST_FOR_A_SHARE", "Act", "AnyHeld", "Bond", "Comparison", "Difference", "DyadFinding", "Finding",
    "Names", "Reading", "Row", "basis", "by_publication", "compared", "counted", "documents", "listed",
    "reports", "side_by_side", "stand", "title", "told", "when", "words",
]  # fmt: skip

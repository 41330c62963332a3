"""Findings for briefs and tables: what a ledger bears out, each value with the items it rests on."""

from comity.assessment import when, words
from comity.assessment.acts import Act
from comity.assessment.between import DyadFinding, stand
from comity.assessment.bonds import Bond, Difference, Reading
from comity.assessment.compare import Comparison, Row, basis, compared, reports, side_by_side
from comity.assessment.names import Names, listed, title
from comity.assessment.statement import (
    FEWEST_FOR_A_SHARE,
    AnyHeld,
    Statement,
    by_publication,
    counted,
    documents,
    told,
)

__all__ = [
    "FEWEST_FOR_A_SHARE",
    "Act",
    "AnyHeld",
    "Bond",
    "Comparison",
    "Difference",
    "DyadFinding",
    "Names",
    "Reading",
    "Row",
    "Statement",
    "basis",
    "by_publication",
    "compared",
    "counted",
    "documents",
    "listed",
    "reports",
    "side_by_side",
    "stand",
    "title",
    "told",
    "when",
    "words",
]  # fmt: skip

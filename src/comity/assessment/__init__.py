"""Findings for briefs and tables: what a ledger bears out, each value with the items it rests on."""

from comity.assessment import when, words
from comity.assessment.acts import Act
from comity.assessment.between import DyadFinding, stand
from comity.assessment.bonds import Bond, Difference, Reading
from comity.assessment.counting import (
    AnyHeld,
    by_publication,
    counted,
    documents,
    told,
)
from comity.assessment.names import Names, listed, title

__all__ = [
    "Act",
    "AnyHeld",
    "Bond",
    "Difference",
    "DyadFinding",
    "Names",
    "Reading",
    "by_publication",
    "counted",
    "documents",
    "listed",
    "stand",
    "title",
    "told",
    "when",
    "words",
]  # fmt: skip

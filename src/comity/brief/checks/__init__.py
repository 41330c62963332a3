"""Whether a brief says what its ledger bears out: every sentence is held against the question asked anew."""

from comity.brief.checks.faults import faults, unproven
from comity.brief.checks.languages import unlike

__all__ = ["faults", "unlike", "unproven"]

"""The ledger: texts, what was read in them and where they stood, in one file that is only ever added to."""

from comity.ledger.answers import (
    Added,
    Decision,
    Found,
    Held,
    HeldBy,
    Hit,
    Holding,
    Imported,
    Incumbent,
    Kind,
    LedgerState,
    Listed,
    Source,
    Telling,
)
from comity.ledger.incumbents import Incumbents
from comity.ledger.ledger import Ledger, open_ledger
from comity.ledger.merge import ActGroup, same_acts
from comity.ledger.output import write_table
from comity.ledger.spells import Bound, Spell, courses

__all__ = [
    "ActGroup", "Added", "Bound", "Decision", "Found", "Held", "HeldBy", "Hit", "Holding", "Imported", "Incumbent",
    "Incumbents", "Kind", "Ledger", "LedgerState", "Listed", "Source", "Spell", "Telling", "courses",
    "open_ledger", "same_acts", "write_table",
]  # fmt: skip

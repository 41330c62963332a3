"""Questions about states, for Python: `comity.assess.dyad(ledger, "KHM", "KOR")`.

Each takes an open ledger, or `Holdings` of one where several questions are asked, and returns an `Assessment`.
"""

from __future__ import annotations

import datetime as dt

from comity.assessment.finding import Assessment, Finding, Part, Section
from comity.assessment.holdings import Holdings
from comity.assessment.output import as_json, as_markdown
from comity.assessment.questions import dyad as _dyad
from comity.ledger import Ledger

__all__ = ["Assessment", "Finding", "Holdings", "Part", "Section", "as_json", "as_markdown", "dyad"]

Asked = Ledger | Holdings


def dyad(of: Asked, a: str, b: str, since: dt.date | None = None, until: dt.date | None = None) -> Assessment:
    """Where `a` stands with `b` (names or ISO3 codes), and how they got there."""
    return _dyad.dyad(_held(of), a, b, since, until)


def _held(of: Asked) -> Holdings:
    return of if isinstance(of, Holdings) else Holdings(of)

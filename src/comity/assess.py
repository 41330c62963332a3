"""Questions about states, for Python: `comity.assess.dyad(ledger, "KHM", "KOR")`.

Each takes an open ledger, or `Holdings` of one where several questions are asked, and returns an `Assessment`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from comity.assessment.finding import Assessment, Finding, Part, Section
from comity.assessment.holdings import Holdings
from comity.assessment.output import as_json, as_markdown
from comity.assessment.precedents.move import Move, act_move, like, tie_move
from comity.assessment.questions import argue as _argue
from comity.assessment.questions import changes as _changes
from comity.assessment.questions import check as _check
from comity.assessment.questions import compare as _compare
from comity.assessment.questions import dyad as _dyad
from comity.assessment.questions import partners as _partners
from comity.assessment.questions import precedents as _precedents
from comity.assessment.questions import triangle as _triangle
from comity.assessment.questions import whatif as _whatif
from comity.ledger import Ledger

__all__ = [
    "Assessment", "Finding", "Holdings", "Move", "Part", "Section", "act_move", "argue", "as_json", "as_markdown",
    "changes", "check", "compare", "dyad", "like", "partners", "precedents", "tie_move", "triangle", "whatif",
]  # fmt: skip

Asked = Ledger | Holdings


def dyad(of: Asked, a: str, b: str, since: dt.date | None = None, until: dt.date | None = None) -> Assessment:
    """Where `a` stands with `b` (names or ISO3 codes), and how they got there."""
    return _dyad.dyad(_held(of), a, b, since, until)


def compare(
    of: Asked, pairs: Sequence[tuple[str, str]], since: dt.date | None = None, until: dt.date | None = None
) -> Assessment:
    """Two to six relationships side by side, each from the side of its first state."""
    return _compare.compare(_held(of), pairs, since, until)


def changes(of: Asked, a: str, b: str, since: dt.date) -> Assessment:
    """What is new between `a` and `b` since a day: acts, ties, words, and answers that changed."""
    return _changes.changes(_held(of), a, b, since)


def triangle(
    of: Asked, a: str, b: str, c: str, since: dt.date | None = None, until: dt.date | None = None
) -> Assessment:
    """Where `a` stands between `b` and `c`: rivalry, both ties, what binds, what followed, what it cost."""
    return _triangle.triangle(_held(of), a, b, c, since, until)


def precedents(of: Asked, move: Move) -> Assessment:
    """Who has made a move before (see `act_move`, `tie_move`, `like`), and what followed."""
    return _precedents.precedents(_held(of), move)


def whatif(of: Asked, a: str, b: str, move: Move) -> Assessment:
    """What would be touched if `a` made a move towards `b`, and what followed when others made it."""
    return _whatif.whatif(_held(of), a, b, move)


def check(of: Asked, which: str | None = None) -> Assessment:
    """What other texts and the public record make of claims: all, those of one document, or one."""
    return _check.check(_held(of), which)


def argue(of: Asked, which: str) -> Assessment:
    """The argument of one text: its counsel, what it rests on, what the record says, what it leaves out."""
    return _argue.argue(_held(of), which)


def partners(of: Asked, state: str, by: _partners.By = "standing", since: dt.date | None = None) -> Assessment:
    """A state's partners ranked by one value; with `since` also who has moved from that day on."""
    return _partners.partners(_held(of), state, by, since)


def _held(of: Asked) -> Holdings:
    return of if isinstance(of, Holdings) else Holdings(of)

"""Sanctions that imported lists have on a state: by whom, which measures, since when, and whether in force."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.assessment.holdings import Holdings
from comity.assessment.literals import literal, one_of
from comity.assessment.proof import Rows

COUNCIL = "UNSC"
REGIMES = "sanctions"
"""The dataset of the regimes of the Security Council, which is complete for them."""
_COLUMNS = ("country_code", "partner", "name", "role", "start", '"end"', "is_ongoing", "details")
_OPEN = '"end" IS NULL AND coalesce(is_ongoing, true)'


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `end` is its last day, `details` what else the list tells of it."""

    imposer: str
    target: str
    regime: str | None
    kind: str | None
    start: dt.date | None
    end: dt.date | None
    is_ongoing: bool | None
    details: dict[str, Any] = field(hash=False)

    def is_in_force(self, on: dt.date | None) -> bool:
        """Whether it stands on a day; one that ended on a day that is not known does not."""
        if self.end is None:
            return self.is_ongoing is not False
        return on is not None and self.end >= on


def datasets(holdings: Holdings) -> tuple[str, ...]:
    """The datasets with sanctions, the regimes of the Security Council first: two lists tell of the same."""
    if not holdings.has("spells"):
        return ()
    found = holdings.table("spells").filter("kind = 'sanction'").select("source").distinct().fetchall()
    return tuple(sorted((source for (source,) in found), key=lambda source: (source != REGIMES, source)))


def begun(targets: Iterable[str], until: dt.date | None) -> str:
    """Measures on some states that began by a day, ended or not, as a condition on `spells`."""
    last = f" AND start <= DATE '{until}'" if until else ""
    return f"kind = 'sanction' AND partner IN {one_of(targets)}{last}"


def in_force(targets: Iterable[str], on: dt.date | None) -> str:
    """Measures on some states that stand on a day; without a day those that have not ended."""
    lasts = f" OR \"end\" >= DATE '{on}'" if on else ""
    return f"{begun(targets, on)} AND ({_OPEN}{lasts})"


def imposers(holdings: Holdings, condition: str) -> tuple[tuple[str, str], ...]:
    """Dataset and code of who imposes the measures that a condition holds for."""
    if not holdings.has("spells"):
        return ()
    found = holdings.table("spells").filter(condition).select("source, country_code").distinct().fetchall()
    return tuple(sorted((source, code) for source, code in found if code))


def by(imposer: str) -> str:
    """Measures of one imposer, to be added to a condition."""
    return f"country_code = {literal(imposer)}"


def listed(holdings: Holdings, source: str, condition: str) -> tuple[Rows, tuple[Measure, ...]]:
    """The measures of one dataset, the earliest first, with the proof of the look, also in vain."""
    proof = holdings.rows("spells", source, condition, _COLUMNS[1:])
    chosen = holdings.table("spells").filter(proof.condition).select(", ".join(_COLUMNS))
    rows = chosen.order("start, partner, role, name").fetchall()
    return proof, tuple(_measure(row) for row in rows)


def _measure(row: Sequence[Any]) -> Measure:
    imposer, target, regime, kind, start, end, is_ongoing, details = row
    return Measure(imposer, target, regime, kind, start, end, is_ongoing, json.loads(details or "{}"))

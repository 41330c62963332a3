"""What a manifest keeps of the documents taken back and restored, and what was decided since it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from comity.assessment.holdings import Holdings
from comity.assessment.names import title

Kept = Mapping[str, Any]


def decided(holdings: Holdings) -> list[Kept]:
    """Every decision of the ledger, by document and in the order in which they were made."""
    return [
        {
            "document": one.document_id,
            "title": title(holdings.found(one.document_id).document),
            "retracted": one.retracted,
            "by": one.by,
            "why": one.why,
            "on": one.on.isoformat(),
        }
        for one in holdings.ledger.decisions()
    ]


def decided_since(old: Sequence[Kept], new: Sequence[Kept]) -> list[str]:
    """A line for each decision that the old manifest does not have: of each document those after the known."""
    known = {one["document"]: sum(other["document"] == one["document"] for other in old) for one in old}
    lines = []
    for one in new:
        if known.get(one["document"], 0):
            known[one["document"]] -= 1
            continue
        verb = "retracted" if one["retracted"] else "restored"
        place = f"{one['title']} (document {one['document'][:12]})"
        lines.append(f"{verb} since: {place}, by {one['by']} on {one['on']}: {one['why']}")
    return lines

"""Documents taken back and restored: which of them spoke of two states, and what was decided by whom and why."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from comity.assessment.counting import AnyHeld, by_publication
from comity.assessment.finding import Part
from comity.assessment.holdings import Holdings
from comity.assessment.names import title
from comity.assessment.when import day
from comity.errors import UsageError
from comity.languages import say
from comity.ledger import Decision, Found, Kind
from comity.record import Document

KINDS: tuple[Kind, ...] = ("events", "ties", "claims", "opinions")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on a document, with what the document tells of two states."""

    decision: Decision
    items: tuple[AnyHeld, ...]

    def part(self, holdings: Holdings) -> Part:
        """The document, and by whom, when and why it was decided on; beside the answer, not what makes it."""
        document = self.items[0].document
        known = (title(document), document.publisher, day(document.published) if document.published else None)
        label = ", ".join(filter(None, known))
        proofs = holdings.passages(self.items)
        return Part(label, told(self.decision), n=len(proofs), proofs=proofs, is_graded=False)


def decided(holdings: Holdings, pair: Pair) -> tuple[Decided, ...]:
    """Every decision on documents that tell of the two, in the order of their publication."""
    return holdings.once(("decided", pair), lambda: _decided(holdings, pair))


def standing(holdings: Holdings, pair: Pair) -> tuple[Decided, ...]:
    """Those by which a document is retracted now."""
    last = {one.decision.document_id: one for one in decided(holdings, pair)}
    return tuple(one for one in last.values() if one.decision.retracted)


def since(holdings: Holdings, pair: Pair, on: dt.date) -> tuple[Decided, ...]:
    """Those made since a day, that day among it."""
    return tuple(one for one in decided(holdings, pair) if one.decision.on >= on)


def told(decision: Decision) -> str:
    """'retracted on 24 November 2026 by M. Reader: “the paper took it back”'."""
    known = {"day": day(decision.on), "by": decision.by, "why": decision.why}
    if decision.retracted:
        return say("retracted on {day} by {by}: “{why}”", **known)
    return say("restored on {day} by {by}: “{why}”", **known)


def refuse(found: Found) -> None:
    """Raises `UsageError` for a document that is retracted, and for its items: nothing can be asked of it."""
    if found.retraction:
        way_back = f"comity restore {found.document.id[:12]} --by WHO --why WHY"
        raise UsageError(
            f"{_called(found.document)} was {told(found.retraction)}; to let it count again: {way_back}"
        )


def _called(document: Document) -> str:
    called = title(document)
    return called[:1].upper() + called[1:]


def _decided(holdings: Holdings, pair: Pair) -> tuple[Decided, ...]:
    made: list[Decision] = holdings.once("decisions", lambda: list(holdings.ledger.decisions()))
    now = {one.document_id: one.retracted for one in made}
    items: dict[str, list[AnyHeld]] = defaultdict(list)
    for retracted in sorted(set(now.values())):
        for kind in KINDS:
            for held in holdings.ledger.held(kind, pair, retracted=retracted):
                if held.document.id in now:
                    items[held.document.id].append(held)
    found = [Decided(one, tuple(items[one.document_id])) for one in made if one.document_id in items]
    return tuple(sorted(found, key=lambda one: by_publication(one.items[0])[:3]))

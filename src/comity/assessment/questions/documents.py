"""Which document is meant: by an id, the beginning of one, or words of its title."""

from __future__ import annotations

from comity.assessment import retracted
from comity.assessment.checks.subjects import stems
from comity.assessment.holdings import Holdings
from comity.assessment.names import title
from comity.assessment.when import day
from comity.errors import UsageError
from comity.record import Document

_SHOWN = 5


def named(holdings: Holdings, which: str) -> tuple[str | None, str]:
    """The id of a claim, if one is meant, and of its document.

    Raises `UsageError` for none or several, and for what is retracted.
    """
    titled = _titled(holdings, which)
    if len(titled) == 1:
        retracted.refuse(holdings.found(titled[0]))
        return None, titled[0]
    try:
        found = holdings.ledger.find(which)
    except UsageError as error:
        raise UsageError(_unclear(holdings, which, titled)) from error
    if found.kind not in ("document", "claim"):
        raise UsageError(
            f"{which!r} is the id of an item of another kind ({found.kind}): give a document or a claim"
        )
    retracted.refuse(found)
    return (found.item.id if found.kind == "claim" else None), found.document.id


def headed(document: Document) -> str:
    """'“Cambodia and the two Koreas”, Sokvy Rim, 13 September 2024'."""
    known = (document.author, day(document.published) if document.published else None)
    return ", ".join([title(document), *(one for one in known if one)])


def _titled(holdings: Holdings, which: str) -> list[str]:
    """The documents with all of the words in their title; of several the one whose whole title they are.

    Those retracted are meant only where no other is.
    """
    wanted = set(stems(which))
    every = [row for row in holdings.ledger.documents() if wanted and wanted <= set(stems(row.title or ""))]
    listed = [row for row in every if row.retraction is None] or every
    exact = [row.id for row in listed if (row.title or "").lower() == which.lower()]
    return exact or [row.id for row in listed]


def _unclear(holdings: Holdings, which: str, titled: list[str]) -> str:
    if not titled:
        return f"{which!r} is no id of a document or claim, and no title has these words: see comity docs"
    titles = ", ".join(title(holdings.record(one).document) for one in titled[:_SHOWN])
    more = " and others" if len(titled) > _SHOWN else ""
    return f"{which!r} may be {titles}{more}: give more words of the title"

"""Where two states stand with each other, and how they got there."""

from __future__ import annotations

import datetime as dt

from comity.assessment.dyads import contact
from comity.assessment.finding import Assessment, Finding, Section
from comity.assessment.holdings import Holdings
from comity.assessment.questions.asked import asked_of, assessment, states
from comity.assessment.window import Window

_SECTIONS = {
    "Contact": (contact.last_contact, contact.visits),
}


def dyad(
    holdings: Holdings, a: str, b: str, since: dt.date | None = None, until: dt.date | None = None
) -> Assessment:
    """Everything that is known of `a` and `b`, from the side of `a`. Raises `UsageError` for an unknown state."""
    one, other = states((a, b), 2)
    window = asked_of(holdings, since, until)
    names = holdings.names
    question = f"Where does {names.the(one)} stand with {names.the(other)}?"
    return assessment(holdings, "dyad", question, (one, other), window, sections(holdings, (one, other), window))


def sections(holdings: Holdings, pair: tuple[str, str], window: Window) -> tuple[Section, ...]:
    """All findings on two states, under their headings."""
    return tuple(
        Section(title, tuple(finding(holdings, pair, window) for finding in findings))
        for title, findings in _SECTIONS.items()
    )


def findings(holdings: Holdings, pair: tuple[str, str], window: Window) -> dict[str, Finding]:
    """All findings on two states, by key."""
    return {one.key: one for section in sections(holdings, pair, window) for one in section.findings}

"""What all questions have in common: the states checked, the window bounded, the answer put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from comity import gazetteer
from comity.assessment.finding import Assessment, Section
from comity.assessment.holdings import Holdings
from comity.assessment.window import Window, spanned
from comity.errors import UsageError
from comity.languages import say

_TRY = ("KHM", "KOR", "PRK")


def states(wanted: Sequence[str], number: int) -> tuple[str, ...]:
    """ISO3 codes of states given by code or name. Raises `UsageError` for an unknown one, or one given twice."""
    codes = [gazetteer.load().country_code(one) for one in wanted]
    if len(codes) != number or len(set(codes)) < len(codes):
        given = ", ".join(wanted) or "none"
        raise UsageError(
            f"the question is about {number} different states, not {given}: try {' '.join(_TRY[:number])}"
        )
    return tuple(codes)


def asked_of(holdings: Holdings, since: dt.date | None, until: dt.date | None) -> Window:
    """The window of a question: up to the last day that acts and texts tell of, unless an end is given."""
    return Window(since, until or holdings.last_day, is_open=until is None and holdings.known is None)


def assessment(
    holdings: Holdings, name: str, question: str, states: tuple[str, ...], window: Window,
    sections: Sequence[Section], headline: Sequence[str] = (),
) -> Assessment:  # fmt: skip
    """The answer, with what was there to look at; sections without a finding are left out."""
    return Assessment(
        name=name,
        question=question,
        states=states,
        window=window,
        sections=tuple(section for section in sections if section.findings),
        ledger=holdings.state,
        public=tuple(told_of(holdings)),
        headline=tuple(headline),
    )


def told_of(holdings: Holdings) -> list[str]:
    """The imported files that were there to look at, a line each."""
    days = [[day for day in (file.first_day, file.last_day) if day] for file in holdings.files]
    return [
        say(
            "{source}: {name} ({rows_kept:,} rows, {spanned})",
            source=file.source,
            name=file.name,
            rows_kept=file.rows_kept,
            spanned=spanned(period),
        )
        for file, period in zip(holdings.files, days, strict=True)
    ]

"""Acts between two states: each counted once, however many documents tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from comity.assessment.counting import documents, told
from comity.assessment.when import day, is_dated, period
from comity.languages import say
from comity.ledger import ActGroup, Held
from comity.record import Event, Party

Side = Literal["a", "b", "both"]


@dataclass(frozen=True, slots=True)
class Act:
    """One act with every report of it; `lead` is the report that speaks for it.

    `by` says which state of the pair acts; 'both' also where the text does not say.
    """

    lead: Held[Event]
    reports: tuple[Held[Event], ...]
    by: Side

    @property
    def event(self) -> Event:
        """The event as the lead report has it."""
        return self.lead.item

    @property
    def told(self) -> str:
        """'3 reports, 2 independent'; empty for an act that one document tells."""
        return told(self.reports) if documents(self.reports) > 1 else ""

    @property
    def is_dated(self) -> bool:
        """Whether a text gives the act a date."""
        return is_dated(self.event)

    @property
    def when(self) -> str:
        """Its date in words; for an undated act when it was first reported."""
        if self.is_dated:
            return period(self.event.date)
        return (
            say("undated, reported {reported}", reported=day(self.reported)) if self.reported else say("undated")
        )

    @property
    def reported(self) -> dt.date | None:
        """When the first of its reports was published."""
        dates = (held.document.published for held in self.reports)
        return min((date for date in dates if date), default=None)

    @property
    def since(self) -> dt.date | None:
        """The first day it may have happened; the day it was reported where no text dates it."""
        date = self.event.date
        return (date.start or date.end) if self.is_dated else self.reported

    @property
    def order(self) -> tuple[dt.date, str]:
        """What acts are sorted by: from the earliest to the latest, those without any date last."""
        return self.since or dt.date.max, self.event.id


def act_of(group: ActGroup, a: str, b: str) -> Act:
    """An act of the pair out of merged reports; the fullest leads."""
    return Act(group.best, group.events, _side(group.best.item, a, b))


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """From the earliest to the latest; those without any date last."""
    return tuple(sorted(acts, key=lambda act: act.order))


def _side(event: Event, a: str, b: str) -> Side:
    acting = _states(event.actors) & {a, b}
    if len(acting) == 1:
        return "a" if a in acting else "b"
    return "both"


def _states(parties: tuple[Party, ...]) -> set[str]:
    return {party.country or party.entity for party in parties}

"""One claim with what it takes to check it: whom it is about, of what, when, and what others than its text say."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from comity import gazetteer
from comity.assessment.checks.subjects import Subject, subject_of
from comity.assessment.checks.verdict import Side, Witness
from comity.assessment.counting import AnyHeld
from comity.assessment.holdings import Holdings
from comity.assessment.when import day
from comity.languages import say, several
from comity.ledger import Held
from comity.record import Claim, Document, Event, Tie

HeldT = TypeVar("HeldT", bound=AnyHeld)
_YEARS = re.compile(r"P(\d+(?:\.\d+)?)Y$")


@dataclass(frozen=True)
class Case:
    """A claim to be checked; `names` of states are looked for in its sentence, the day is that of its text."""

    holdings: Holdings
    held: Held[Claim]

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.held.item

    @property
    def value(self) -> dict[str, Any]:
        """Its checkable form; empty where the reader made none."""
        return self.claim.value or {}

    @property
    def on(self) -> dt.date | None:
        """The day that it speaks on: that of publication; the last known day for a text without one."""
        return self.held.document.published or self.holdings.last_day

    @cached_property
    def sentence(self) -> str:
        """The sentence that makes it."""
        shown = self.claim.evidence
        return self.held.document.text[shown.start : shown.end]

    @cached_property
    def subject(self) -> Subject | None:
        """What it speaks of, by its own words, else by those of its sentence."""
        return self.own_subject or subject_of(self.sentence)

    @cached_property
    def own_subject(self) -> Subject | None:
        """What it speaks of, by its own words."""
        return subject_of(self.claim.text, str(self.value.get("of") or ""))

    @cached_property
    def pair(self) -> tuple[str, str] | None:
        """The two states of it: those of a tie that its own sentence tells, else the first two it is about."""
        kinds = self.subject.ties if self.subject else ()
        named = set(self.claim.about)
        for tie in self._own_ties():
            if tie.kind in kinds and (set(tie.parties) <= named or tie.parties == self.claim.about):
                return tie.parties
        if len(self.claim.about) > 1:
            return self.claim.about[0], self.claim.about[1]
        return self._met() if self.own_subject and self.own_subject.acts and named else None

    @property
    def is_directed(self) -> bool:
        """Whether a tie that its own sentence tells says whose embassy it is, and where."""
        return any(tie.parties == self.pair for tie in self._own_ties())

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of 'both have an embassy there': those of the ties that its sentence tells, else its pair."""
        kinds = self.subject.ties if self.subject else ()
        told = tuple(dict.fromkeys(tie.parties for tie in self._own_ties() if tie.kind in kinds))
        if "both" in self.claim.text.lower().split() and len(told) > 1:
            return told
        return (self.pair,) if self.pair else ()

    def between(self, pair: tuple[str, str]) -> Case:
        """The same claim of one pair of states."""
        if pair == self.pair:
            return self
        claim = self.claim.model_copy(update={"about": pair})
        return Case(self.holdings, dataclasses.replace(self.held, item=claim))

    def _met(self) -> tuple[str, str] | None:
        """The only state of a claim of contact, with the one that its text last told of as met by it."""
        (state,), end = self.claim.about, self.claim.evidence.end
        assert self.own_subject is not None  # as `pair` has seen
        found: tuple[int, str] | None = None
        for event in self.holdings.record(self.held.document.id).events:
            states = {party.country for party in (*event.actors, *event.recipients) if party.country} - {state}
            start = event.evidence[0].start
            acting = event.event_type in self.own_subject.acts and len(states) == 1
            if acting and start < end and (found is None or start > found[0]) and self._is_in(event, state):
                found = start, min(states)
        return (state, found[1]) if found else None

    @staticmethod
    def _is_in(event: Event, state: str) -> bool:
        return any(party.country == state for party in (*event.actors, *event.recipients))

    def _own_ties(self) -> list[Tie]:
        """The ties that its own sentence tells."""
        shown = self.claim.evidence
        ties = self.holdings.record(self.held.document.id).ties
        return [
            tie for tie in ties if any(one.start < shown.end and shown.start < one.end for one in tie.evidence)
        ]

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The states named in its sentence, in text order."""
        return states_in(self.sentence)

    @cached_property
    def window(self) -> int | None:
        """Years that it looks back, where it says so: 8 for 'P8Y'."""
        return years_of(self.value)

    @property
    def window_beside(self) -> int | None:
        """The years of 'for ten years' in its sentence, which the reader tells as a claim of its own."""
        beside = self.holdings.record(self.held.document.id).claims
        same = (one.value for one in beside if one.evidence == self.claim.evidence and one.kind == "duration")
        return next((years for value in same if (years := years_of(value))), None)

    def others(self, items: Iterable[HeldT]) -> tuple[HeldT, ...]:
        """The items of other origin than the claim: its own text and copies of it prove nothing."""
        return tuple(held for held in items if held.origin != self.held.origin)

    def ties(self, *kinds: str) -> tuple[Held[Tie], ...]:
        """What other texts tell of ties of some kinds between the two states."""
        if self.pair is None:
            return ()
        bonds = self.holdings.between(*self.pair).bonds_of(*kinds)
        return self.others(held for bond in bonds for held in bond.items)

    def near(self, document: Document, days: int) -> bool:
        """Whether a text was published within so many days of the claim."""
        return bool(self.on and document.published and abs((self.on - document.published).days) <= days)

    def witness(self, side: Side, text: str, *held: AnyHeld) -> Witness:
        """A witness out of items of texts."""
        return Witness(side, text, self.holdings.passages(held))

    def the(self, *states: str) -> str:
        """'Cambodia and North Korea'."""
        return several(say(" and ").join(self.holdings.names.the(state) for state in states))


def years_of(value: dict[str, Any] | None) -> int | None:
    """The whole years of a window or duration: 8 for 'P8Y'."""
    told = value or {}
    found = _YEARS.match(str(told.get("window") or told.get("duration") or ""))
    return round(float(found[1])) if found else None


def teller(document: Document) -> str:
    """Who tells, and when: 'the Mekong Ledger (22 August 2024)'."""
    name = document.publisher or (
        say("“{title}”", title=document.title) if document.title else say("a text without a name")
    )
    return f"{name} ({day(document.published)})" if document.published else name


@lru_cache(4096)
def states_in(text: str) -> tuple[str, ...]:
    """The states that a text names, by name, people or seat of power, in text order."""
    named = (name.country for name in gazetteer.load().find(text) if name.kind == "state" and name.country)
    return tuple(dict.fromkeys(named))

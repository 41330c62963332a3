"""Where a relationship stands: its ties, dealings, plans, and what is said of it, each with its reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from comity.assessment import words
from comity.assessment.acts import Act, Side, act_of, in_order
from comity.assessment.bonds import Bond, bonds
from comity.ledger import Held, Ledger, same_acts
from comity.record import Claim, Event, Opinion, Tie
from comity.record.values import Status

DONE: tuple[Status, ...] = ("actual", "historical")
ItemT = TypeVar("ItemT", Event, Tie, Claim, Opinion)
PROJECTS = ("project", "economic_zone", "aid", "investment")


@dataclass(frozen=True, slots=True)
class DyadFinding:
    """What a ledger knows between two states.

    `dealings` are acts done; `planned`, `conditional` and `denied` ones are kept apart and never counted.
    `measures` are sanctions of third parties on either state, which bind the relationship too.
    """

    a: str
    b: str
    bonds: tuple[Bond, ...]
    measures: tuple[Bond, ...]
    dealings: tuple[Act, ...]
    planned: tuple[Act, ...]
    conditional: tuple[Act, ...]
    denied: tuple[Act, ...]
    claims: tuple[Held[Claim], ...]
    opinions: tuple[Held[Opinion], ...]

    @property
    def is_empty(self) -> bool:
        """True where the ledger holds nothing between the two."""
        own = (self.bonds, self.dealings, self.planned, self.conditional, self.denied)
        return not any((*own, self.claims, self.opinions))

    def by(self, side: Side) -> tuple[Act, ...]:
        """The dealings in which one side acts, or both."""
        return tuple(act for act in self.dealings if act.by == side)

    def of(self, substance: str) -> tuple[Act, ...]:
        """The symbolic or the practical dealings."""
        return tuple(act for act in self.dealings if act.event.substance == substance)

    @property
    def visits(self) -> tuple[Act, ...]:
        """Visits made; the visitor is the actor."""
        return tuple(act for act in self.dealings if act.event.mode == "visit")

    @property
    def last_contact(self) -> Act | None:
        """The latest dated consultation; without any, the latest dated act of another type."""
        dated = [act for act in self.dealings if act.is_dated]
        talks = [act for act in dated if act.event.event_type == "CONSULT"]
        return in_order(talks or dated)[-1] if dated else None

    @property
    def projects(self) -> tuple[Bond, ...]:
        """Projects, zones, aid and investment, with their fate."""
        return self.bonds_of(*PROJECTS)

    @property
    def trade_claims(self) -> tuple[Held[Claim], ...]:
        """Statements of how much is traded."""
        return tuple(held for held in self.claims if held.item.kind == "quantity" and _is_trade(held))

    @property
    def disputed(self) -> tuple[Bond, ...]:
        """Ties on whose start, end or status the reports disagree."""
        return tuple(bond for bond in self.bonds if bond.differences)

    def bonds_of(self, *kinds: str) -> tuple[Bond, ...]:
        """The ties of some kinds."""
        return tuple(bond for bond in self.bonds if bond.kind in kinds)


def stand(ledger: Ledger, a: str, b: str, known: dt.date | None = None) -> DyadFinding:
    """Where states `a` and `b` (ISO3) stand with each other. Reads all sanction ties of the ledger once.

    With `known` only by texts published up to that day; those of no known day are among them.
    """
    pair = (a, b)
    events = _known(ledger.held("events", between=pair), known)
    return DyadFinding(
        a=a,
        b=b,
        bonds=bonds(_known(ledger.held("ties", between=pair), known)),
        measures=_measures(ledger, pair, known),
        dealings=_acts(events, pair, DONE),
        planned=_acts(events, pair, ("future",)),
        conditional=_acts(events, pair, ("hypothetical",)),
        denied=_acts(events, pair, ("negated",)),
        claims=_known(ledger.held("claims", between=pair), known),
        opinions=_known(ledger.held("opinions", between=pair), known),
    )


def _acts(events: Iterable[Held[Event]], pair: tuple[str, str], statuses: tuple[Status, ...]) -> tuple[Act, ...]:
    chosen = [held for held in events if held.item.status in statuses]
    return in_order(act_of(group, *pair) for group in same_acts(chosen))


def _known(items: tuple[Held[ItemT], ...], day: dt.date | None) -> tuple[Held[ItemT], ...]:
    return tuple(held for held in items if day is None or (held.document.published or dt.date.min) <= day)


def _measures(ledger: Ledger, pair: tuple[str, str], known: dt.date | None) -> tuple[Bond, ...]:
    return bonds(
        held
        for held in _known(ledger.held("ties"), known)
        if held.item.kind == "sanctions" and held.item.parties[1] in pair and held.item.parties[0] not in pair
    )


def _is_trade(held: Held[Claim]) -> bool:
    said = words.sentence(held).lower()
    return any(word in said for word in ("trade", "export", "import"))

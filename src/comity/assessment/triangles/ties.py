"""Ties of a pair: what they are called, since when they stand, and whether they are still told of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.assessment.bonds import Bond
from comity.assessment.when import partial
from comity.assessment.words import either
from comity.languages import has_words, say
from comity.ledger import Held
from comity.record import Claim

RECENT = 10
"""Years after which a tie that no text tells of any more is not taken to be alive."""
KINDS = {
    "diplomatic_relations": "diplomatic relations", "mission": "mission", "treaty": "unnamed agreement",
    "military_presence": "military presence", "economic_zone": "economic zone",
}  # fmt: skip


def named(bond: Bond) -> str:
    """'strategic partnership', 'Angkor Panorama Museum', 'trade'; an unnamed treaty as one."""
    own = bond.level or bond.name
    if own:
        return say(own) if has_words(own) else own
    return say(KINDS.get(bond.kind, bond.kind.replace("_", " ")))


def stands(bond: Bond) -> str:
    """'since 1964', 'ended 2019', 'proposed', 'begun 1970, ended by 1997'; empty where nothing is known."""
    start = either(bond.starts)
    if bond.status == "active":
        again = say("again by {date}", date=partial(bond.begun_by.date)) if bond.begun_by else ""
        return say("since {start}", start=start) if start else again
    if bond.status == "absent":
        return say("none, as stated")
    end = either(bond.ends)
    if start and end and bond.status == "ended":
        return say("begun {start}, ended {end}", start=start, end=end)
    ended = _ended(bond, end)
    return say("begun {start}, {ended}", start=start, ended=ended) if start else ended


def _ended(bond: Bond, end: str) -> str:
    """'ended 2019', 'ended by 1997', 'suspended'."""
    status = say(bond.status)
    if end:
        return say("{status} {end}", status=status, end=end)
    if bond.ended_by:
        return say("{status} by {date}", status=status, date=partial(bond.ended_by.date))
    return status


def told(bond: Bond) -> str:
    """'strategic partnership since 16 May 2024', 'Angkor Panorama Museum (ended 2019)'."""
    how = stands(bond)
    if not how:
        return named(bond)
    is_since = bond.status == "active" and bond.starts
    return f"{named(bond)} {how}" if is_since else f"{named(bond)} ({how})"


def last_told(bond: Bond) -> dt.date | None:
    """When a text last told of it."""
    days = [held.document.published for held in bond.items if held.document.published]
    return max(days, default=None)


def is_alive(bond: Bond, until: dt.date | None) -> bool:
    """Whether it is active, and told of in the last ten years."""
    last = last_told(bond)
    return bond.status == "active" and (until is None or last is None or (until - last).days <= RECENT * 365.25)


def denied(bond: Bond, claims: Iterable[Held[Claim]]) -> Held[Claim] | None:
    """The latest text that says there is no such thing; of ties without a name, as others may be meant."""
    what = bond.kind.split("_")[-1]
    against = [
        held
        for held in claims
        if bond.name is None and held.item.kind == "absence" and (held.item.value or {}).get("of") == what
    ]
    return max(against, key=lambda held: (str(held.document.published or ""), held.item.id), default=None)


def is_over(bond: Bond) -> bool:
    """Whether it has ended, or texts say that there is none."""
    return bond.status in ("ended", "absent", "suspended")


def since(relations: list[Bond]) -> str | None:
    """The earliest start told of the last unbroken relations; none where they ended or no start is told."""
    last = relations[-1] if relations else None
    return (
        min(reading.value for reading in last.starts) if last and last.starts and last.status == "active" else None
    )

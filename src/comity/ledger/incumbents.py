"""Who an office told of without a name stands for: 'the South Korean ambassador' in an event of a certain day."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from comity import gazetteer
from comity.ledger.answers import Held, Incumbent
from comity.ledger.tenures import Holder, in_office, may_be_one
from comity.ledger.titles import is_plural, office, one_per
from comity.record import Event, Party
from comity.tables import rows

_POSTED = re.compile(r"\s+(?:to|in|at)\s+(?:the\s+)?")
_REACH = 60
"""Characters behind an office in which its host may be named."""
_OWNED = re.compile(r"['’]?s?\s*$")


class Incumbents:
    """The holders of offices that one person at a time can hold, in one state of the ledger."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        self._by_office: dict[tuple[str, str | None], list[Holder]] = defaultdict(list)
        for holder in holders:
            if holder.post.has_one_holder:
                self._by_office[holder.post.office, holder.post.of].append(holder)

    def of(self, held: Held[Event], party: Party) -> Incumbent | None:
        """The one person known to hold the office of an unnamed party when the event happened.

        Without a date of its own an event counts for the day of publication, unless it is history. An envoy
        has to be posted in the place named with the office, else with the other side or where it happened.
        `None` for a named party, an office of several people, a new, former or indefinite one ('an
        ambassador'), and wherever the ledger knows nobody or more than one.
        """
        title = _title(party)
        days = _days(held)
        if not title or not days or _is_somebody_else(held, party):
            return None
        sought = office(title, party.country)
        posted = self._by_office[sought, party.country]
        if one_per(sought) == "host":
            hosts = _hosts(held, party)
            posted = [holder for holder in posted if holder.post.host in hosts]
        found = _only([[one for one, _ in in_office(posted, day)] for day in days])
        return Incumbent(found.person, found.name, title) if found else None


def _title(party: Party) -> str | None:
    """The title that the id of an unnamed party is made of, 'ambassador' of 'group:kor-ambassador'."""
    kind = f"group:{(party.country or '').lower()}-"
    title = party.entity.removeprefix(kind).replace("-", " ") if party.entity.startswith(kind) else ""
    return None if is_plural(title) or not one_per(office(title, party.country)) else title


def _days(held: Held[Event]) -> Sequence[dt.date]:
    event = held.item
    days = [day for day in (event.date.start, event.date.end) if day]
    if not days and event.status != "historical" and held.document.published:
        return [held.document.published]
    return days


def _is_somebody_else(held: Held[Event], party: Party) -> bool:
    """Whether the words before the office say that it is not the one in office: 'a new', 'the then'."""
    start = max((one.start for one in held.item.evidence if one.start <= party.start), default=0)
    before = held.document.text[start : party.start]
    owner = next(reversed(gazetteer.load().find(before)), None)
    if owner and _OWNED.fullmatch(before, owner.end):
        before = before[: owner.start]
    words = re.findall(r"\w+", before.lower())[-4:]
    own = words[len(words) - words[::-1].index("the") :] if "the" in words else words[-2:]
    return not _words("somebody else").isdisjoint(own)


def _hosts(held: Held[Event], party: Party) -> set[str | None]:
    """Where an envoy is posted by the words behind, else by the company kept."""
    text = held.document.text
    link = _POSTED.match(text, party.end)
    if link:
        named = gazetteer.load().find(text[link.end() : link.end() + _REACH])
        if named and named[0].start == 0:
            return {named[0].entity}
    event = held.item
    other = event.recipients if party in event.actors else event.actors
    place = {event.place.country} if event.place else set()
    return {one.country for one in other} | place


def _only(by_day: Sequence[Sequence[Holder]]) -> Holder | None:
    """The same one person on every day; a shorter form of the name is nobody else."""
    everyone = {holder.person: holder for holders in by_day for holder in holders}
    fullest = max(everyone.values(), key=lambda one: (len(one.name), one.person), default=None)
    if fullest is None or not all(may_be_one(fullest, one) for one in everyone.values()):
        return None
    return fullest if all(fullest in holders for holders in by_day) else None


@cache
def _words(name: str) -> frozenset[str]:
    return next(frozenset(row["words"].split()) for row in rows("ledger", "words.csv") if row["set"] == name)

"""Where a tie breaks off and begins again: its reports parted into spells.

Nobody tells everything: one text has relations set up in 1970, another in 1997, a third a break in 1975. Reports
are taken in the order of the time that they speak of. A beginning opens another spell where it is told as a
restoration, where an end or an absence is told before it, or where the beginnings lie too far apart to be one told
differently; then, of what two may have several of at a time, such as treaties, it is that of another tie.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.ledger.answers import Held
from comity.ledger.days import days_of
from comity.ontology import tie_types
from comity.record import Tie

SAME_EVENT_YEARS = 2
"""Dates of one beginning, and states told about one end, differ by no more calendar years than this: states count
from the note, the signature or the first ambassador."""


def as_of(held: Held[Tie]) -> dt.date | None:
    """The day for which a report tells how the tie stood: of a beginning or an end that day, else publication."""
    tie = held.item
    if tie.status == "ended" and tie.end:
        return days_of(tie.end)[1]
    if tie.status == "active" and tie.start and tie.start_told != "since":
        return days_of(tie.start)[0]
    return held.document.published


@dataclass(slots=True)
class Open:
    """A spell that takes in further reports."""

    items: list[Held[Tie]] = field(default_factory=list)

    @property
    def starts(self) -> list[str]:
        """Every beginning told."""
        return [held.item.start for held in self.items if held.item.start]

    @property
    def ends(self) -> list[str]:
        """Every end told."""
        return [held.item.end for held in self.items if held.item.end]

    @property
    def is_restored(self) -> bool:
        """Whether a report says that it began after a break."""
        return any(held.item.start_told == "restored" for held in self.items)

    def has_ended_before(self, day: dt.date) -> bool:
        """Whether an end is dated before a day, or was reported before it, as an absence does too."""
        if any(days_of(end)[0] < day for end in self.ends):
            return True
        began = min((days_of(start)[0] for start in self.starts), default=None)
        reported = (
            held.document.published
            for held in self.items
            if (held.item.status == "ended" and not held.item.end)
            or (held.item.status == "absent" and began and is_after(held, began))
        )
        return any(published is not None and published < day for published in reported)


def parted(reports: Sequence[Held[Tie]]) -> list[Open]:
    """The spells of the reports of one name, in order of time."""
    found: list[Open] = []
    for held in sorted(reports, key=_time):
        if not found or _opens(held, found):
            found.append(Open([held]))
        else:
            _home(held, found).items.append(held)
    return found


def follows(after: Open, spell: Open) -> bool:
    """Whether it is a later spell of the same tie, and not another of which the two can have several."""
    tie = after.items[0].item
    is_later = tie.start is None or spell.has_ended_before(days_of(tie.start)[0])
    return is_later or after.is_restored or _is_single(tie)


def _time(held: Held[Tie]) -> tuple[dt.date, int, dt.date, str]:
    """An end comes before a beginning of the same day, and what is undated stands where it was published."""
    tie, published = held.item, held.document.published or dt.date.max
    told = tie.start or tie.end
    rank = (1 if tie.start else 0) if told else 2
    return (days_of(told)[0] if told else published), rank, published, tie.id


def _home(held: Held[Tie], found: list[Open]) -> Open:
    """The spell last opened; an end without a beginning that is not told after that one's ends the one before."""
    tie, last = held.item, found[-1]
    if tie.start or not tie.end or len(found) == 1 or found[-2].ends:
        return last
    return found[-2] if any(days_of(start)[1] >= days_of(tie.end)[0] for start in last.starts) else last


def _opens(held: Held[Tie], found: list[Open]) -> bool:
    tie, published, last = held.item, held.document.published, found[-1]
    if tie.start:
        return _begins_anew(tie, last)
    if tie.end or published is None:
        return False
    if tie.status == "proposed":
        return last.has_ended_before(published)
    return tie.status == "active" and _stands_anew(tie, published, found)


def _begins_anew(tie: Tie, last: Open) -> bool:
    first, final = days_of(tie.start or "")
    known = [days_of(start) for start in last.starts]
    if any(low <= final and first <= high for low, high in known):
        return False
    if last.has_ended_before(first):
        return True
    if not known:
        return False
    if tie.start_told == "restored" and not last.is_restored:
        return True
    apart = first.year - known[0][0].year > SAME_EVENT_YEARS
    return apart and not any(_says_still(held, final) for held in last.items)


def _stands_anew(tie: Tie, published: dt.date, found: list[Open]) -> bool:
    """Whether what is told to stand, without a beginning, stands again after a break."""
    last = found[-1]
    if tie.start_told == "restored":
        return last.has_ended_before(published) or (bool(last.starts) and not last.is_restored and len(found) == 1)
    ended = max((days_of(end)[1] for end in last.ends), default=None)
    return ended is not None and published.year - ended.year > SAME_EVENT_YEARS and _is_single(tie)


def _is_single(tie: Tie) -> bool:
    return tie_types()[tie.kind].is_single(tie.name)


def _says_still(held: Held[Tie], day: dt.date) -> bool:
    """'Has had relations since 1962': of a text published after a day, that they stood on that day too."""
    return held.item.start_told == "since" and is_after(held, day)


def is_after(held: Held[Tie], day: dt.date) -> bool:
    """Whether the document of a report is known to be younger than a day."""
    published = held.document.published
    return published is not None and published > day
